"""``mivd export``"""

from typing import Any

from mivdcli.export import ExportItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of


def view(items: list[ExportItem], query: dict[str, Any]) -> View:
    records = records_of(items)
    rows = [(record["path"], str(record["bytes"]), record["sha256"][:12]) for record in records]
    heads = (Head("file", whole=True), Head("bytes", right=True), Head("sha256 begins"))
    note = "whole checksums: SHA256SUMS; sha256sum -c SHA256SUMS checks them"
    return View(
        name="export", query=query, fields=fields_of(ExportItem), records=records,
        page=lambda _: Page(grids=(Grid(heads=heads, rows=rows, notes=(note,)),)),
    )  # fmt: skip
