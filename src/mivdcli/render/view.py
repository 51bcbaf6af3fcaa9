"""The neutral shape between results and formats: commands fill it, formats arrange it, neither knows the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, to_builtins
from msgspec.json import encode
from msgspec.structs import replace

from mivdcli.errors import UnknownId

if TYPE_CHECKING:
    from mivdcli.render.chart import Chart

PER_LINE = 20
"""Characters of a long text that are drawn in the time of one more line; measured."""


class Cell(NamedTuple):
    """A text for people, with the stretches in it that deserve to be marked."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Head(NamedTuple):
    """The head of a column for people."""

    title: str
    right: bool = False
    """Numbers stand to the right."""
    whole: bool = False
    """Never broken over lines: ids, years and numbers."""


class Grid(Struct, frozen=True, kw_only=True):
    """A table for people. Every cell holds its full text; making it fit is the format's work."""

    heads: tuple[Head, ...]
    rows: Sequence[tuple[Cell | str, ...]]
    title: str = ""
    spaced: bool = False
    """An empty line between rows, for rows of running text."""
    notes: tuple[str, ...] = ()
    """Sentences below the table, above all what it does not know."""
    chart: "Chart | None" = None
    """The same numbers drawn, where a format can draw."""


class Page(Struct, frozen=True, kw_only=True):
    """What people see of an answer: a lead paragraph, then tables."""

    grids: tuple[Grid, ...]
    lead: str = ""

    @property
    def effort(self) -> int:
        """What drawing it as tables takes, in characters: a cell and a line cost as much as many of them."""
        cells = chain.from_iterable(chain(grid.heads, *grid.rows, grid.notes, (grid.title,)) for grid in self.grids)
        texts = (self.lead, *(one if isinstance(one, str) else one[0] for one in cells))
        return sum(len(text) + PER_LINE * (text.count("\n") + 1) for text in texts)


class View(Struct, frozen=True, kw_only=True):
    """One answer, before any format has touched it."""

    name: str
    """Of the schema, such as ``themes`` in ``mivd/themes/1``."""
    query: dict[str, Any]
    fields: tuple[str, ...]
    """The keys of each record, in order: the columns of TSV and CSV."""
    records: list[dict[str, Any]]
    page: Callable[[str], Page]
    """The page in a language, made only when a format for people asks for it."""
    warnings: tuple[str, ...] = ()
    envelope: Mapping[str, Any] | None = None
    """What stands in the JSON envelope in place of ``items``; None for the ordinary list."""
    count: int | None = None
    """Where the envelope counts something else than the records."""
    text: str | None = None
    """Bare text ready to be pasted, where a command was asked for that; it stands in for every default format."""
    differs: bool = False
    """Of a comparison: whether the two sides differ."""
    html: Callable[[str], Iterable[str]] | None = None
    """A web page of its own in a language, where tables alone would not do; None for the tables."""

    link: Callable[[str], str | None] | None = None
    """The address of a document's official page by its id, for a format that can make hyperlinks."""

    @property
    def schema(self) -> str:
        return f"mivd/{self.name}/1"


def records_of(items: Sequence[Struct]) -> list[dict[str, Any]]:
    """The items as plain dictionaries: decimals as strings, tuples as lists, keys in the order of the promise."""
    return [to_builtins(item) for item in items]


def fields_of(kind: type[Struct]) -> tuple[str, ...]:
    return kind.__struct_fields__


def narrowed(view: View, fields: Sequence[str]) -> View:
    """The view with only these fields, in this order, for every format. Raises UnknownId for a field it does not have."""
    for field in fields:
        if field not in view.fields:
            raise UnknownId("field", field, view.fields, hint="fields: " + ", ".join(view.fields))
    records = [{field: record[field] for field in fields} for record in view.records]
    heads = tuple(Head(field) for field in fields)
    rows = [tuple(cell_text(record[field]) for field in fields) for record in records]
    return View(
        name=view.name,
        query=view.query,
        fields=tuple(fields),
        records=records,
        page=lambda _: Page(grids=(Grid(heads=heads, rows=rows),)),
        warnings=view.warnings,
        differs=view.differs,
        link=view.link,
    )


def as_text(view: View, text: str) -> View:
    """The same answer, written as this bare text where no format is chosen."""
    return replace(view, text=text)


def asked(view: View, **more: Any) -> View:
    """The same answer, with more of what was asked for: what only one way of asking knows of."""
    return replace(view, query={**view.query, **more})


def linked(view: View, link: Callable[[str], str | None]) -> View:
    """The same answer, with the addresses of the documents that it speaks of."""
    return replace(view, link=link)


def cell_text(value: Any) -> str:
    """A value as one flat text. Lists of plain values are joined by ``; ``, lists of objects stay JSON, so nothing is lost."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case dict():
            return "; ".join(f"{key}={cell_text(inner)}" for key, inner in value.items())
        case list() | tuple() if any(isinstance(inner, dict) for inner in value):
            return _compact(value)
        case list() | tuple():
            return "; ".join(map(cell_text, value))
    return str(value)


def _compact(value: Sequence[Any]) -> str:
    """The value in JSON without spaces; json itself, which takes 2 ms to load, only writes what is no valid text."""
    try:
        return encode(value).decode()
    except UnicodeEncodeError:
        from json import dumps

        return dumps(value, ensure_ascii=False, separators=(",", ":"))
