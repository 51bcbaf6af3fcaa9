"""``mivd search``"""

from typing import Any

from mivdcli.render.view import Cell, Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import VOICE, in_language, marked
from mivdcli.search import HitItem


def view(items: list[HitItem], query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="search", query=query, fields=fields_of(HitItem), records=records, warnings=warnings,
        page=lambda lang: Page(grids=(_grid(records, lang),)),
    )  # fmt: skip


def _grid(records: list[dict[str, Any]], lang: str) -> Grid:
    heads = (Head("", right=True, whole=True), Head("passage"))
    return Grid(heads=heads, rows=[(str(record["rank"]), _passage(record, lang)) for record in records], spaced=True)


def _passage(record: dict[str, Any], lang: str) -> Cell:
    """Where it stands and who speaks, the passage with the matched words marked, and why it matched."""
    when = record["date"] or record["year"]
    where = " · ".join(str(part) for part in (record["ref"], when, VOICE[record["attribution"]]) if part)
    why = f"\n({record['score']}, {record['band']}: {record['why']})"
    return marked(in_language(record, "text", lang), record["matches"], f"text_{lang}", before=f"{where}\n", after=why)
