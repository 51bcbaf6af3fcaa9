"""``mivd cite``"""

from typing import Any

from mivdcli.cite import CiteItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import in_language, lines

STYLES = {
    "legal": "legal", "nl": "sentence_nl", "en": "sentence_en", "footnote": "footnote", "biblatex": "biblatex", "ris": "ris",
    "csl-json": "csl",
}  # fmt: skip
"""Each style with the field that holds it."""


def view(items: list[CiteItem], query: dict[str, Any], style: str | None) -> View:
    records = records_of(items)
    notices = tuple(f"{item.ref}: {item.notice_en}" for item in items if item.notice_en)
    return View(
        name="cite", query=query, fields=fields_of(CiteItem), records=records, warnings=notices,
        page=lambda lang: Page(grids=(_grid(records, lang),)), text=None if style is None else _text(records, style),
    )  # fmt: skip


def _text(records: list[dict[str, Any]], style: str) -> str:
    """Bare text: lines, records with an empty line between them, or one JSON array for all."""
    values = [record[STYLES[style]] for record in records]
    if style == "csl-json":
        from json import dumps

        entries = {entry["id"]: entry for several in values for entry in several}
        return dumps(list(entries.values()), ensure_ascii=False, indent=2) + "\n"
    between = "\n" if style in ("biblatex", "ris") else ""
    return between.join(value.rstrip("\n") + "\n" for value in values)


def _grid(records: list[dict[str, Any]], lang: str) -> Grid:
    rows = [
        (
            lines(
                record["legal"],
                in_language(record, "sentence", lang) if not record["through_sources"] or lang == "en" else None,
                in_language(record, "notice", lang) and f"({in_language(record, 'notice', lang)})",
                f"→ {record['ref']}",
            ),
        )
        for record in records
    ]
    note = "mivd cite REF --style " + ", ".join(STYLES)
    return Grid(heads=(Head("citation"),), rows=rows, spaced=True, notes=(note,))
