"""JSON Schemas of the answers, made from the records that answers are made of.

Written out by ``make golden`` into ``mivdcli/schemas``. A walk of our own and not that of msgspec, which describes a
dictionary as "an object" and a decimal as any text: a schema that lets a missing key pass protects nobody.
"""

import ast
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from inspect import getsource
from textwrap import dedent
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from msgspec import Struct

from mivdcli.checks import CheckItem
from mivdcli.cite import CiteItem
from mivdcli.diff.findings import CommitmentFinding, Evidence, FigureFinding, PassageFinding, ThemeFinding
from mivdcli.gaps import GapItem
from mivdcli.glossary import TermItem
from mivdcli.items import CommitmentItem, DocumentItem, FigureItem, Item, PassageItem, ThemeItem
from mivdcli.render import shapes
from mivdcli.render.views.config import SettingItem
from mivdcli.render.views.diff import PARTS
from mivdcli.render.views.diff import columns as diff_columns
from mivdcli.schemas import SchemaItem
from mivdcli.search import CountItem, HitItem
from mivdcli.show import SeriesItem
from mivdcli.sources.keep import SourceItem
from mivdcli.sources.verify import VerifyItem
from mivdcli.stamp import ReplayItem
from mivdcli.trend import TrendItem

Schema = dict[str, Any]

ITEMS: Mapping[str, tuple[type[Item], str]] = {
    "documents": (DocumentItem, "mivd documents"),
    "themes": (ThemeItem, "mivd themes"),
    "figures": (FigureItem, "mivd figures"),
    "trend": (TrendItem, "mivd trend"),
    "search": (HitItem, "mivd search"),
    "search-count": (CountItem, "mivd search --count"),
    "show": (PassageItem, "mivd show"),
    "show-series": (SeriesItem, "mivd show SERIES"),
    "cite": (CiteItem, "mivd cite"),
    "gaps": (GapItem, "mivd gaps"),
    "glossary": (TermItem, "mivd glossary"),
    "replay": (ReplayItem, "mivd replay"),
    "source": (SourceItem, "mivd source"),
    "verify": (VerifyItem, "mivd verify"),
    "check": (CheckItem, "mivd check"),
    "schema": (SchemaItem, "mivd schema"),
    "config": (SettingItem, "mivd config show"),
}
"""Each envelope that is a list of items, with what an item is and the command that prints it."""
NAMES = (*ITEMS, "diff", "error")

SHAPES: Mapping[tuple[type[Struct], str], Any] = {
    (CommitmentItem, "horizon"): shapes.Horizon,
    (PassageItem, "sources"): list[shapes.Source],
    (HitItem, "sources"): list[shapes.Source],
    (HitItem, "matches"): list[shapes.Match],
    (HitItem, "context"): list[shapes.Context],
    (Evidence, "sources"): list[shapes.Source],
    (PassageFinding, "sources"): list[shapes.Source],
    (CommitmentFinding, "runner_up"): shapes.RunnerUp | None,
    (PassageFinding, "runner_up"): shapes.RunnerUp | None,
    (TrendItem, "beside"): list[shapes.Beside],
    (TrendItem, "breaks"): list[shapes.Break],
    (SeriesItem, "dimensions"): list[shapes.Dimension],
    (SeriesItem, "breaks"): list[shapes.Break],
    (CiteItem, "csl"): list[shapes.CslEntry],
}
"""What stands in a field whose record only says that it is a dictionary."""
ASKED_FOR: Mapping[type[Struct], tuple[str, ...]] = {
    PassageItem: ("quote", "quote_note"),
    CommitmentFinding: ("quote",),
    PassageFinding: ("quote",),
    Evidence: ("quote", "difference"),
}
"""Texts that are there only with ``--quote``."""


def output_schema(name: str) -> Schema:
    """The JSON Schema (2020-12) of one envelope, or of an error."""
    if name == "error":
        return _whole("error", "the object on stderr of a command with --format json that fails", *_of_error())
    if name == "diff":
        return _whole("diff", "mivd diff --format json", *_of_diff())
    kind, command = ITEMS[name]
    defs: Schema = {}
    row = _of_type(kind, defs)
    properties = _envelope(name, {"items": {"type": "array", "items": row}})
    return _whole(name, f"{command} --format json", properties, {"row": row, **defs})


def _whole(name: str, title: str, properties: Schema, defs: Schema) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"mivd/{name}/1",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": defs,
    }


def _envelope(name: str, inner: Schema) -> Schema:
    text = {"type": "string"}
    return {
        "schema": {"const": f"mivd/{name}/1"},
        "tool_version": text,
        "data_version": text,
        "query": {"type": "object", "description": "What was asked, as it was understood."},
        "count": {"type": "integer", "minimum": 0},
        **inner,
        "warnings": {"type": "array", "items": text},
    }


def _of_error() -> tuple[Schema, Schema]:
    defs: Schema = {}
    return {"error": _of_type(shapes.Error, defs)}, defs


def _of_diff() -> tuple[Schema, Schema]:
    """Four lists instead of items; a row of JSON Lines has the keys of all four, null where its own part has none."""
    defs: Schema = {}
    parts = {f"{part}s": _of_type(list[kind], defs) for part, kind in PARTS.items()}  # type: ignore[valid-type]
    inner = {
        "left": _of_type(DocumentItem, defs),
        "right": _of_type(DocumentItem, defs),
        "comparable": {"type": "boolean"},
        "summary": _of_type(shapes.Summary, defs),
        **parts,
    }
    keys: dict[str, list[Schema]] = {}
    for kind in (CommitmentFinding, ThemeFinding, FigureFinding, PassageFinding):
        for key, said in defs[kind.__name__]["properties"].items():
            keys.setdefault(key, []).append(said)
    row = {"part": {"enum": [*PARTS]}} | {key: _either([*keys[key], {"type": "null"}]) for key in diff_columns()[1:]}
    asked_for = {"quote": {"type": ["string", "null"]}}
    rows = {"type": "object", "properties": row | asked_for, "required": list(row)}
    return _envelope("diff", inner), {"row": rows, "summary_row": _object(shapes.SummaryRow, defs), **defs}


_PLAIN = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
DECIMAL = {
    "type": "string",
    "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
    "description": "A decimal, as text so that nothing is rounded.",
}


def _of_type(hint: Any, defs: Schema) -> Schema:
    """What one type allows; a record is described once, in ``defs``."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hint is Decimal:
        return dict(DECIMAL)
    if origin in (Union, UnionType):
        return _either(_of_type(one, defs) for one in inner)
    if origin in (list, tuple):
        return {"type": "array", "items": _of_type(inner[0], defs)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of_type(inner[1], defs)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string"}
    if is_typeddict(hint) or (isinstance(hint, type) and issubclass(hint, Struct)):
        if hint.__name__ not in defs:
            defs[hint.__name__] = {}  # keeps its place while what it holds is described
            defs[hint.__name__] = _object(hint, defs)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no schema for {hint}: write its shape into SHAPES")


def _object(kind: Any, defs: Schema) -> Schema:
    told = field_descriptions(kind)
    properties = {}
    for name, hint in get_type_hints(kind).items():
        said = _of_type(SHAPES.get((kind, name), hint), defs)
        properties[name] = {**said, "description": told[name]} if name in told else said
    required = [name for name in properties if not is_typeddict(kind) or name in kind.__required_keys__]
    for name in ASKED_FOR.get(kind, ()):
        properties[name] = {"type": ["string", "null"], "description": "Only with --quote."}
    return {"type": "object", "properties": properties, "required": required}


def _either(choices: Iterable[Schema]) -> Schema:
    """One of several, each named once; plain types need no longer form than a list."""
    every: list[Schema] = []
    for choice in choices:
        bare = {key: value for key, value in choice.items() if key != "description"} if "pattern" not in choice else choice
        for one in bare.get("anyOf", [bare]):
            every += [{"type": kind} for kind in one["type"]] if isinstance(one.get("type"), list) else [one]
    different = [one for number, one in enumerate(every) if one not in every[:number]]
    if all(list(one) == ["type"] for one in different):
        kinds = [one["type"] for one in different]
        return {"type": kinds[0] if len(kinds) == 1 else kinds}
    return {"anyOf": different}


def field_descriptions(kind: type) -> dict[str, str]:
    """The texts that stand below the fields of a record in its source."""
    found: dict[str, str] = {}
    try:
        body = ast.parse(dedent(getsource(kind))).body[0]
    except OSError:  # one that was made by a call has none
        return found
    assert isinstance(body, ast.ClassDef)
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = " ".join(ast.literal_eval(below.value).replace("``", "").replace("None", "null").split())
    return found
