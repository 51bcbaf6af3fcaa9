"""``mivd gaps``: what fell silent, and before that how much of each document was available to tell."""

from typing import Any

from mivdcli.gaps import NOT_COMPARABLE, SILENT, GapItem
from mivdcli.model import Document
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import EXTENT, in_language, lines


def view(items: list[GapItem], year: int, report: Document, earlier: list[Document]) -> View:
    records = records_of(items)
    extent = "; ".join(f"{document.id}: {EXTENT[document.coverage.value]}" for document in (report, *earlier))
    none = "" if items else f"nothing that they have is missing from what is known of {report.id}; "
    warnings = (f"{none}{extent}. Silence of a public report does not tell that nothing was done",)
    return View(
        name="gaps", query={"year": year}, fields=fields_of(GapItem), records=records, warnings=warnings,
        page=lambda lang: _page(records, report, earlier, lang),
    )  # fmt: skip


def _page(records: list[dict[str, Any]], report: Document, earlier: list[Document], lang: str) -> Page:
    known = " ".join(
        f"{document.id}: {EXTENT[document.coverage.value]} ({len(document.passages)} passages)."
        for document in (report, *earlier)
    )
    lead = f"{known} What {report.id} does not mention in public may well have been done."
    silent = [record for record in records if record["status"] == SILENT]
    unknown = [record for record in records if record["status"] == NOT_COMPARABLE]
    grids = (
        _grid(f"Not mentioned in {report.id}", silent, lang),
        _grid("Not comparable: not every document is described in full", unknown, lang),
    )
    return Page(lead=lead, grids=tuple(grid for grid in grids if grid.rows))


def _grid(title: str, records: list[dict[str, Any]], lang: str) -> Grid:
    heads = (Head("part", whole=True), Head("what"), Head("stands in"), Head("as"))
    rows = [
        (
            record["part"],
            lines(in_language(record, "label", lang), cell_text(record["dimensions"]), record["id"]),
            record["ref"] or record["document"],
            record["printed"] or f"{record['passages']} passages, {record['commitments']} commitments",
        )
        for record in records
    ]
    notes = tuple(dict.fromkeys(in_language(record, "note", lang) for record in records))
    return Grid(title=title, heads=heads, rows=rows, notes=notes)
