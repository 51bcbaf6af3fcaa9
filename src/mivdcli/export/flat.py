"""CSV and JSON Lines of a table."""

from collections.abc import Iterator
from csv import writer
from decimal import Decimal
from io import StringIO
from json import dumps

from mivdcli.export.table import Table, Value
from mivdcli.spreadsheet import plain_cell


def csv(table: Table, *, safe: bool = False) -> Iterator[str]:
    """RFC 4180 in UTF-8 with ``\\n``; an empty cell is no value. ``safe`` makes plain text of what a spreadsheet would run."""
    buffer = StringIO()
    write = writer(buffer, lineterminator="\n")
    write.writerow(column.name for column in table.columns)
    for row in table.rows:
        write.writerow([plain_cell(plain(value)) if safe and isinstance(value, str) else plain(value) for value in row])
    yield buffer.getvalue()


def jsonl(table: Table) -> Iterator[str]:
    """One object a line; ``null`` is no value, and an exact number is a string, as everywhere in this program's JSON."""
    names = [column.name for column in table.columns]
    exact = [column.type == "number" for column in table.columns]
    for row in table.rows:
        values = (str(value) if number and value is not None else value for value, number in zip(row, exact, strict=True))
        yield dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n"


def plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
    return str(value)
