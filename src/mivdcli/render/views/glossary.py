"""``mivd glossary``"""

from typing import Any

from mivdcli.glossary import TermItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import in_language, lines

SHOWN = 5
"""Places named in the table; how many more there are is said."""


def view(items: list[TermItem], text: str | None, warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="glossary", query={"term": text}, fields=fields_of(TermItem), records=records, warnings=warnings,
        page=lambda lang: Page(grids=(_grid(records, lang),)),
    )  # fmt: skip


def _grid(records: list[dict[str, Any]], lang: str) -> Grid:
    rows = [
        (
            record["abbreviation"] or "–",
            lines(record["nl"], record["en"], *(f"= {alias}" for alias in record["aliases"])),
            lines(in_language(record, "meaning", lang), _where(record["refs"], whole=len(records) == 1)),
        )
        for record in records
    ]
    heads = (Head("short", whole=True), Head("name nl, en"), Head("meaning, and where it occurs"))
    return Grid(heads=heads, rows=rows, spaced=True, notes=("mivd search NAME finds every passage",) if rows else ())


def _where(refs: list[str], *, whole: bool) -> str:
    shown = refs if whole else refs[:SHOWN]
    more = f" (and {len(refs) - len(shown)} more)" if len(refs) > len(shown) else ""
    return f"→ {', '.join(shown)}{more}" if refs else ""
