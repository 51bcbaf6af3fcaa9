"""``mivd themes``: for people the documents stand side by side, for programs one row per theme and document."""

from typing import Any

from mivdcli.items import ThemeItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import EXTENT, in_language


def view(items: list[ThemeItem], about: str | None, warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="themes", query={"about": about}, fields=fields_of(ThemeItem), records=records, warnings=warnings,
        page=lambda lang: _page(records, lang) if about else _overview(records, lang),
    )  # fmt: skip


def _page(records: list[dict[str, Any]], lang: str) -> Page:
    documents = {record["document"]: record for record in records}
    by_theme: dict[str, dict[str, dict[str, Any]]] = {}
    for record in records:
        by_theme.setdefault(record["theme"], {})[record["document"]] = record
    rows = [
        (
            in_language(next(iter(cells.values())), "label", lang),
            theme,
            *(_numbers(cells[document]) for document in documents),
        )
        for theme, cells in by_theme.items()
    ]
    heads = (Head("theme"), Head("id", whole=True), *(Head(document, right=True, whole=True) for document in documents))
    notes = ("numbers: passages · commitments · figures", *map(_extent, documents.values()))
    return Page(grids=(Grid(heads=heads, rows=rows, notes=notes),))


def _numbers(record: dict[str, Any]) -> str:
    """Nothing is a dash: whether that is silence is said below the table."""
    return " · ".join(f"{record[what] or '–':>2}" for what in ("passages", "commitments", "figures"))


def _extent(record: dict[str, Any]) -> str:
    extent = f"{record['document']}: {EXTENT[record['coverage']]}"
    if record["coverage"] == "full":
        return extent
    return f"{extent}; – there means that nothing is known to us, not that the document is silent"


def _overview(records: list[dict[str, Any]], lang: str) -> Page:
    by_theme: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        by_theme.setdefault(record["theme"], []).append(record)
    rows = [
        (
            in_language(several[0], "label", lang),
            theme,
            str(sum(record["passages"] for record in several)),
            ", ".join(f"{record['document']} {record['passages']}" for record in several if record["passages"]),
        )
        for theme, several in by_theme.items()
    ]
    heads = (Head("theme"), Head("id"), Head("passages", right=True), Head("where"))
    note = "documents known only in part count with what is known: mivd documents"
    return Page(grids=(Grid(heads=heads, rows=rows, notes=(note,)),))
