"""A data folder that is well formed and odd: a value here and there is another one. Every command then reads it."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

from tests import small

from fuzz.oracle import Target, command, only
from fuzz.world import Bytes, scratch
from mivdcli import model
from mivdcli.model import Record
from mivdcli.printable import printable
from mivdcli.toml_form import canonical

FORMATS = ("table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html")
QUESTIONS = (
    ("documents",), ("themes", "2031"), ("themes",), ("figures",), ("figures", "patrols", "--wide"), ("figures", "--conflicts"),
    ("trend", "patrols.total"), ("trend", "patrols"), ("search", "boten patrouilles"), ("search", "1.200", "--in", "figures"),
    ("search", "twee", "--in", "commitments", "--context", "2"), ("show", "plan-2031"), ("show", "patrols.total"),
    ("show", "report-2031:1.boats/1"), ("cite", "plan-2031"), ("cite", "report-2031:1.boats/2"), ("diff", "2031"),
    ("diff", "plan-2031", "report-2031", "--method", "computed"), ("diff", "report-2031", "plan-2031"), ("gaps", "2031"),
    ("glossary",), ("glossary", "hw"), ("check",),
)  # fmt: skip
ODD: tuple[Any, ...] = (
    0, -1, 1, 10**30, -(10**30), 2**63, Decimal("1e400"), Decimal("-0.0"), Decimal("1e-400"), Decimal("12.50"), True, "", " ", "\n",
    "\x1b[31mred\x1b[0m", "\u202eevil", "[bold]x[/bold]", "=1+1", "<script>alert(1)</script>", "\x00", "\x9b31m", "a|b", "`x`", "${x}",
    "\u2028", "x" * 500, "2031", "2030", "2031-Q1", "2031-13", "2031-99-99", "0000", "9999", "2031..2030", "0000..9999", "-", "plan-2031:boats/1",
    "patrols.total", "patrols.night", "boats", "gulls", "nature", "boats/1", "1.boats/1", "report-2031:1.boats/2", "full", "partial",
    "secondary", "none", "target", "norm", "forecast", "actual", "dash", "withheld", "about", "report", "event", "before", "percent", "count",
    "aivd", "joint", "https://example.org/\x1b[2J", "http://x/\"onclick='x'", "javascript:alert(1)", [], [""], {}, {"a": "b"}, ["boats", "boats"],
    "plan-2031.buy-boats", "plan-2031.patrols", "\U000e0041", "İ", "ß", "e\u0301" * 20, "1.200", "80%",
)  # fmt: skip
KEYS = ("note_nl", "label", "dimensions", "value", "printed", "qualifier", "role", "horizon", "series", "period", "source", "sources",
        "attribution", "date", "parent", "official", "urls", "breaks", "themes", "aliases_nl", "published", "coverage", "year", "x\x1b")  # fmt: skip


def one(data: bytes) -> None:
    chosen = Bytes(data)
    question = QUESTIONS[chosen.number(len(QUESTIONS))]
    format = FORMATS[chosen.number(len(FORMATS))]
    world = _world()
    for _ in range(chosen.number(6)):
        _change(world, chosen)
    folder = scratch() / "odd"
    for name, (held, kind) in world.items():
        small.put(folder / name, canonical(held, kind))
    with only(folder):
        answer = command(*question, "--format", format)
    if format == "table":
        assert printable(answer.out) == answer.out, "a control character in a table"


def _world() -> dict[str, tuple[dict[str, Any], type[Record]]]:
    kinds: dict[str, type[Record]] = {**small.KINDS, "links/2031.toml": model.Links}
    lists = {name: (held, kinds[name]) for name, held in small.lists().items()}
    return {"plans/2031.toml": (small.plan(), model.Document), "reports/2031.toml": (small.report(), model.Document), **lists}


def _change(world: dict[str, tuple[dict[str, Any], type[Record]]], chosen: Bytes) -> None:
    """One value somewhere in one file becomes another, comes, or goes."""
    names = list(world)
    held: Any = world[names[chosen.number(len(names))]][0]
    while True:
        inner = [key for key, value in _items(held) if isinstance(value, dict | list) and value]
        if not inner or chosen.number(4) == 0:
            break
        held = held[inner[chosen.number(len(inner))]]
    value = deepcopy(ODD[chosen.number(len(ODD))]) if chosen.number(4) else chosen.text()
    if isinstance(held, list):
        if held and isinstance(held[0], dict):
            held.append(dict(held[chosen.number(len(held))]))
        else:
            held.append(value)
        return
    keys = list(held) or ["x"]
    match chosen.number(4):
        case 0:
            held.pop(keys[chosen.number(len(keys))], None)
        case 1:
            held[KEYS[chosen.number(len(KEYS))]] = value
        case _:
            held[keys[chosen.number(len(keys))]] = value


def _items(held: Any) -> list[tuple[Any, Any]]:
    return list(held.items()) if isinstance(held, dict) else list(enumerate(held))


def seeds() -> list[bytes]:
    changes = (b"", b"\1\0\0\1\2\1\7\1", b"\2\1\1\3\1\0\2\1\5\2\1\1\1\2\30\1\2", b"\3\2\4\1\0\2\x09\1\3\1")
    return [bytes([question, format]) + change for question in range(len(QUESTIONS)) for format in (0, 4) for change in changes]


TARGET = Target(one, seeds, (), 96)
