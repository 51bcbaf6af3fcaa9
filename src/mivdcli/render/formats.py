"""The formats for programs, and the plain one for long records. Each yields text and never prints.

Importing this module loads neither json nor csv nor what they need: a listing in TSV needs none of it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from mivdcli.render.view import View, cell_text, narrowed

_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))
"""The backslash first, or it would be written for itself. ``str.translate`` takes a hundred times as long beyond ASCII."""


def tsv(view: View) -> Iterator[str]:
    """A header, then one record a line; a tab, line break or backslash in a value is written ``\\t``, ``\\n``, ``\\\\``."""
    yield "\t".join(view.fields) + "\n"
    for record in view.records:
        yield "\t".join([_escaped(cell_text(record[field])) for field in view.fields]) + "\n"


def _escaped(text: str) -> str:
    for character, written in _ESCAPES:
        text = text.replace(character, written)
    return text


def csv(view: View, *, safe: bool = False) -> Iterator[str]:
    """RFC 4180 with ``\\n`` at the end of a line; values as they are, but formulas plain text if ``safe``."""
    from csv import writer
    from io import StringIO

    from mivdcli.spreadsheet import plain_cell

    def line(cells: Iterable[str]) -> str:
        buffer = StringIO()
        writer(buffer, lineterminator="\r\n").writerow(cells)  # so told, it quotes a lone carriage return too
        return buffer.getvalue().removesuffix("\r\n") + "\n"

    yield line(view.fields)
    shown = plain_cell if safe else str
    yield from (line(shown(cell_text(record[field])) for field in view.fields) for record in view.records)


def json(view: View, tool_version: str, data_version: str) -> Iterator[str]:
    """One envelope with everything; keys never vanish and null means no value."""
    from json import dumps

    envelope: dict[str, Any] = {
        "schema": view.schema,
        "tool_version": tool_version,
        "data_version": data_version,
        "query": view.query,
        "count": len(view.records) if view.count is None else view.count,
        **({"items": view.records} if view.envelope is None else view.envelope),
        "warnings": list(view.warnings),
    }
    yield _valid(dumps(envelope, ensure_ascii=False, indent=2)) + "\n"


def jsonl(view: View) -> Iterator[str]:
    """The bare records, one a line."""
    from json import dumps

    for record in view.records:
        yield _valid(dumps(record, ensure_ascii=False)) + "\n"


def _valid(text: str) -> str:
    """A byte of the command line that is no UTF-8, written as JSON writes a lone surrogate: the whole stays readable."""
    return text.encode("utf-8", "backslashreplace").decode()


def raw(view: View, field: str) -> Iterator[str]:
    """One field of each record and nothing else, for the next program in a pipe. Raises UnknownId for an unknown field."""
    narrow = narrowed(view, [field])
    yield from (cell_text(record[field]).rstrip("\n") + "\n" for record in narrow.records)


def vertical(view: View) -> Iterator[str]:
    """A block a record, a line a field, every value whole; for records too wide for a table."""
    width = max(map(len, view.fields), default=0)
    for number, record in enumerate(view.records):
        if number:
            yield "\n"
        for field in view.fields:
            value = _escaped(cell_text(record[field]))
            yield (f"{field:<{width}}  {value}" if value else field) + "\n"
