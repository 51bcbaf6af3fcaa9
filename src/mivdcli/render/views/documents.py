"""``mivd documents``"""

from typing import Any

from mivdcli.items import DocumentItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import EXTENT, in_language, lines


def view(items: list[DocumentItem], warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="documents", query={}, fields=fields_of(DocumentItem), records=records, warnings=warnings,
        page=lambda lang: _page(records, lang),
    )  # fmt: skip


def _page(records: list[dict[str, Any]], lang: str) -> Page:
    heads = (
        Head("document", whole=True), Head("published", whole=True), Head("coverage", whole=True),
        Head("numbers", right=True, whole=True), Head("title and reference"),
    )  # fmt: skip
    rows = [
        (
            record["id"],
            record["published"] or "",
            record["coverage"],
            " · ".join(f"{record[what] or '–':>3}" for what in ("passages", "commitments", "figures")),
            lines(in_language(record, "title", lang), record["reference"]),
        )
        for record in records
    ]
    legend = "; ".join(f"{coverage}: {words}" for coverage, words in EXTENT.items())
    notes = ("numbers: passages · commitments · figures", f"coverage {legend}")
    return Page(grids=(Grid(heads=heads, rows=rows, notes=notes),))
