"""The text of a data file: read, checked, and written again in canonical form."""

from fuzz.oracle import Target, refusing
from fuzz.world import folder
from mivdcli import parse
from mivdcli.corpus import parse_toml, toml_of
from mivdcli.model import Document, Glossary, Keywords, Links, Record, SeriesList, Themes
from mivdcli.toml_form import canonical, leading_comment

KINDS: tuple[type[Record], ...] = (Document, Themes, SeriesList, Glossary, Links, Keywords)
FILES = {"plans": 0, "reports": 0, "themes.toml": 1, "series.toml": 2, "glossary.toml": 3, "links": 4, "keywords.toml": 5}


def one(data: bytes) -> None:
    kind = KINDS[data[0] % len(KINDS)] if data else Document
    with refusing():
        held = toml_of(data[1:], "plans/2031.toml")
        if kind is Document:
            parse.document(held, "plans/2031.toml")
        else:
            parse.record(kind, held, "list.toml")
        text = canonical(held, kind, leading_comment(data[1:].decode()))
        assert parse_toml(text) == held, f"canonical form says something else: {text!r}"
        assert canonical(parse_toml(text), kind, leading_comment(text)) == text, "canonical form has a canonical form"


def seeds() -> list[bytes]:
    found = []
    for path in sorted(folder().rglob("*.toml")):
        kind = FILES[path.relative_to(folder()).parts[0]]
        found.append(bytes([kind]) + path.read_bytes())
    return [*found, b"\0# comment\nid = 'x'", b"\0a.b.c = [[1], {x = 1.5}, 2031-01-01]", b'\0"\\u00e9" = """\nx\\\n y"""']


TARGET = Target(
    one, seeds,
    ("[[passages]]", "[[figures]]", "[[links]]", "themes = []", "value = ", "nan", "-inf", "1e99", "'''", '"""', "{ x = 1 }",
     "locator = ", "year = ", "coverage = 'full'", "\\u0000", "\\U0010ffff", "period = '2031'", "2031-01-01", "dimensions = { a = 'b' }"),
    8192,
)  # fmt: skip
