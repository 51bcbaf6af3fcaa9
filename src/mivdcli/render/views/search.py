"""``mivd search``"""

from typing import Any

from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import VOICE, in_language, lines, marked
from mivdcli.search import HitItem


def view(items: list[HitItem], query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="search", query=query, fields=fields_of(HitItem), records=records, warnings=warnings,
        page=lambda lang: Page(grids=(_grid(records, lang),)),
    )  # fmt: skip


def _grid(records: list[dict[str, Any]], lang: str) -> Grid:
    heads = (Head("", right=True, whole=True), Head("where"), Head("passage"))
    rows = []
    for record in records:
        text = in_language(record, "text", lang)
        where = lines(record["ref"], record["date"] or str(record["year"] or ""), VOICE[record["attribution"]])
        why = f"\n({record['score']}, {record['band']}: {record['why']})"
        rows.append((str(record["rank"]), where, marked(text, record["matches"], f"text_{lang}", why)))
    return Grid(heads=heads, rows=rows)
