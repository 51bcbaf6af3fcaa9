"""Files of any size that are as hard to read as we could think of, and a process with limits to read them in."""

import os
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

MB = 1_000_000
MOST_MEMORY = 512
"""Megabytes that a process may take at its highest."""
MOST_SECONDS = 10
"""Of computing; the system ends a process that takes more."""

_XML = (
    "<officiele-publicatie><metadata/><kamerstuk><stuk><algemeen><vrije-tekst><al>word</al>{}</vrije-tekst></algemeen></stuk>"
    "</kamerstuk></officiele-publicatie>"
)
_HTML = "<!DOCTYPE html><html><body><div id='broodtekst'><p>word</p>{}</div></body></html>"
_TOML = "id = 'plan-2031'\nkind = 'plan'\nyear = 2031\n"


def _many(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit.encode()))


def _numbered(form: str) -> Callable[[int], str]:
    """The form with a number in it, over and over, each time another."""
    return lambda size: "".join(form.format(number) for number in range(size // (len(form) + 6)))


def _inside(around: str, fill: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: around.format(fill(size - len(around)))


def _between(begin: str, times: int, fill: Callable[[int], str], end: str) -> Callable[[int], str]:
    return lambda size: begin * times + fill(size - times * len(begin + end)) + end * times


def _entities(count: int) -> str:
    return "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, count))


TEXT: dict[str, Callable[[int], str]] = {
    "one line of words": _many("word "),
    "one line without a space": _many("a"),
    "nothing but line ends": lambda size: "Aa\n\n" + "\n" * size + "b",
    "nothing but page ends": lambda size: "A\n" + "\f" * size + "b",
    "broken words": _many("ab-\n"),
    "words that all break, on few lines": _many("abc-" * 50 + "\n"),
    "spaces": lambda size: "A" + " " * size + "b",
    "numbers": _many("12 "),
    "one number": lambda size: "word " + "1.000" * (size // 5),
    "sentences": _many("De wacht zal in 2031 twaalf boten kopen. "),
    "capitals": _many("AB CD "),
    "marks of sentences": _many('." '),
    "headings": _many("Boats and more boats\nare what we have.\n" + "x" * 200 + "\n"),
    "first words again and again": _many("The watch will buy two "),
    "rows of a table": _many("Boats and boats and boats and other things that float   1   2\n"),
    "combining marks": lambda size: "A" + "\u0301" * (size // 2),
    "a letter that becomes eighteen": _many("\ufdfa"),
    "running feet": _many("Tweede Kamer, vergaderjaar 2030-2031, "),
}
XML: dict[str, Callable[[int], str]] = {
    "paragraphs": _inside(_XML, _many("<al>a b</al>")),
    "empty notes": _inside(_XML, _many("<noot/>")),
    "notes": _inside(_XML, _many("<al>a<noot>b</noot></al>")),
    "deep": _inside(_XML, lambda size: "<divisie>" * (size // 20) + "</divisie>" * (size // 20)),
    "deep and wide": _inside(_XML, _between("<divisie>", 200, _many("<al>a</al>"), "</divisie>")),
    "tables in tables": _inside(_XML, _between("<table><row><entry>", 80, _many("<al>a</al>"), "</entry></row></table>")),
    "marks in marks": _inside(_XML, _between("<nadruk>", 200, _many("<nadruk>a</nadruk>"), "</nadruk>")),
    "brackets that are text": _inside(_XML, lambda size: "<al><![CDATA[" + "<" * size + "]]></al>"),
    "comments that are text": _inside(_XML, lambda size: "<al><![CDATA[" + "<!--" * (size // 4) + "]]></al>"),
    "attributes": _inside(_XML, lambda size: "<al " + _numbered("a{}='' ")(size) + "/>"),
    "declarations": lambda size: "<kamerwrk>" + "<!DOCTYPE " * (size // 10),
    "a billion laughs": lambda size: (
        f"<!DOCTYPE kamerwrk [<!ENTITY a0 'ha'>{_entities(12)}]><kamerwrk><stuk><al>&a11;</al></stuk></kamerwrk>"
    ),
    "a long entity many times": lambda size: (
        f"<!DOCTYPE kamerwrk [<!ENTITY a '{'x' * (size // 2)}'>]><kamerwrk>{'&a;' * (size // 6)}</kamerwrk>"
    ),
}
HTML: dict[str, Callable[[int], str]] = {
    "paragraphs": _inside(_HTML, _many("<p>a b</p>")),
    "deep": _inside(_HTML, lambda size: "<div>" * (size // 5)),
    "deep and wide": _inside(_HTML, _between("<div>", 200, _many("<p>a</p>"), "</div>")),
    "marks in marks": _inside(_HTML, _between("<b>", 200, _many("<i>a</i>"), "</b>")),
    "marks around blocks": _inside(
        _HTML, _between("<span>", 200, lambda size: "<i>a</i>" * (size // 8) + "<p>b</p>", "</span>")
    ),
    "tables in tables": _inside(_HTML, _between("<table><tr><td>", 60, _many("<p>a</p>"), "</td></tr></table>")),
    "notes": _inside(_HTML, _many("<div id='noten'><div><h4 class='note-close'>x</h4>a</div></div>")),
    "notes in notes": lambda size: _HTML.format("") + "<div id='noten'>" * 200 + "<div>a</div>" * (size // 12),
    "entities": _inside(_HTML, _many("&amp;")),
}
TOML: dict[str, Callable[[int], str]] = {
    "a million keys": lambda size: _TOML + _numbered("k{} = 0\n")(size),
    "a long text": lambda size: f"{_TOML}scope_nl = '{'a' * size}'\n",
    "a long key": lambda size: f"{_TOML}{'a' * size} = 1\n",
    "arrays in arrays": lambda size: f"{_TOML}themes = {'[' * (size // 2)}{']' * (size // 2)}\n",
    "tables in tables": lambda size: f"{_TOML}themes = {'{a=' * (size // 4)}1{'}' * (size // 4)}\n",
    "a dotted key": lambda size: f"{_TOML}{'a.' * (size // 2)}a = 1\n",
    "a long number": lambda size: f"{_TOML}x = {'9' * size}\n",
    "a million tables": lambda size: _TOML + "[[passages]]\n" * (size // 13),
    "a million small lists": lambda size: f"{_TOML}themes = [{'[],' * (size // 3)}]\n",
    "a million dates": lambda size: f"{_TOML}themes = [{'2031-01-01,' * (size // 11)}]\n",
}


def pdf(*streams: bytes, box: str = "0 0 600 800", count: int = 1, extra: bytes = b"") -> bytes:
    """A PDF of one page, or what says that it is one; each stream is drawn on the page, unpacked."""
    head = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    kids = b" ".join([b"3 0 R"] * count)
    pages = b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n" % (count, kids)
    contents = b" ".join(b"%d 0 R" % (5 + place) for place in range(len(streams)))
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F 4 0 R>>>>/Contents[%s]>>endobj\n" % (
        box.encode(),
        contents,
    )
    font = b"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    drawn = b"".join(
        b"%d 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n" % (5 + place, len(stream), stream)
        for place, stream in enumerate(streams)
    )
    return b"%PDF-1.7\n" + head + pages + page + font + drawn + extra + b"trailer<</Root 1 0 R/Size 9>>\n%%EOF\n"


def packed(data: bytes, times: int) -> bytes:
    """So many times the same, packed without ever being whole in memory."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(data) for _ in range(times)), packer.flush()])


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


class Outcome(NamedTuple):
    code: int
    out: bytes
    err: bytes
    megabytes: float


_MEASURED = """
import resource, sys
from mivdcli.cli import run
try:
    code = run(sys.argv[1:])
finally:
    sys.stdout.flush()
    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)), file=sys.stderr)
sys.exit(code)
"""


def limited(*arguments: str | Path, **environment: str) -> Outcome:
    """The command in a process of its own that is ended when it computes too long; what it, or one it started, took at most."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *map(str, arguments)], capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, **environment}, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),
    )  # fmt: skip
    *told, highest = done.stderr.splitlines(keepends=True) or [b"0"]
    return Outcome(done.returncode, done.stdout, b"".join(told), int(highest) / 1024 if highest.strip().isdigit() else 0.0)
