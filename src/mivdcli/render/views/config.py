"""``mivd config show``"""

from typing import Any

from mivdcli.items import Item
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import lines

UNSET = {
    "format": "table on a terminal, tsv elsewhere",
    "data": "none",
    "sources": "the platform's folder for your data",
    "pager": "none",
}
"""What it means that nobody set a key which has no usual value."""


class SettingItem(Item, frozen=True):
    """A setting, or a key of the file that is none."""

    key: str
    value: str | None
    source: str
    """``environment``, ``file`` or ``default``."""
    where: str | None
    """The variable, or the path of the file; none for what is usual."""
    variable: str | None
    """The variable that would decide before the file does."""
    choices: tuple[str, ...]
    """Empty where any text will do."""
    problem: str | None
    """What a place says that cannot be, and was passed over."""


def view(items: list[SettingItem], path: str | None, problems: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="config", query={"file": path}, fields=fields_of(SettingItem), records=records, warnings=problems,
        page=lambda _: _page(records, path),
    )  # fmt: skip


def _page(records: list[dict[str, Any]], path: str | None) -> Page:
    heads = (Head("key", whole=True), Head("value"), Head("from", whole=True), Head("where"), Head("variable", whole=True))
    rows = [
        (
            record["key"],
            lines(record["value"] or UNSET.get(record["key"], "–"), record["problem"] and f"! {record['problem']}"),
            record["source"],
            record["where"] or "",
            record["variable"] or "",
        )
        for record in records
    ]
    notes = (
        f"file: {path or 'none, for MIVD_CONFIG is empty'}",
        "a flag decides before the variable, that before the file, that before what is usual",
        "PAGER is asked after the file; so are NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR, where color is auto",
    )
    return Page(grids=(Grid(heads=heads, rows=rows, notes=notes),))
