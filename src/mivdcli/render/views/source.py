"""``mivd source``"""

from typing import Any

from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import lines
from mivdcli.sources.keep import SourceItem


def view(items: list[SourceItem], query: dict[str, Any], warnings: tuple[str, ...] = ()) -> View:
    records = records_of(items)
    return View(
        name="source", query=query, fields=fields_of(SourceItem), records=records, warnings=warnings,
        page=lambda _: Page(grids=(_grid(records),)),
    )  # fmt: skip


def _grid(records: list[dict[str, Any]]) -> Grid:
    heads = (
        Head("document", whole=True), Head("version", right=True), Head("format"), Head("found", right=True, whole=True),
        Head("bytes", right=True), Head("origin"),
    )  # fmt: skip
    rows = [
        (
            record["document"],
            f"{record['version']}{'' if record['current'] else ' (older)'}",
            record["format"],
            f"{record['found']}/{record['passages']}",
            str(record["size"]),
            lines(record["origin"], record["added"], f"sha256 {record['sha256']}"),
        )
        for record in records
    ]
    notes = ("found: paragraphs that stand in the text exactly as described; mivd verify DOC lists them",)
    return Grid(heads=heads, rows=rows, notes=notes if rows else ())
