"""``mivd show``"""

from typing import Any

from mivdcli.items import PassageItem
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import EXTENT, VOICE, in_language, lines, sources_text
from mivdcli.render.views.figures import grid as figures_grid
from mivdcli.render.views.quotes import Quotes
from mivdcli.show import SeriesItem

QUOTE_FIELDS = ("quote", "quote_note")
"""Two more fields of a passage, there only where they were asked for."""
NO_PARAGRAPH = (None, "a passage without an official paragraph")


def view(
    items: list[PassageItem] | list[SeriesItem], name: str, warnings: tuple[str, ...], quotes: Quotes | None = None
) -> View:
    records = records_of(items)
    of_series = bool(items) and isinstance(items[0], SeriesItem)
    kind = SeriesItem if of_series else PassageItem
    fields = fields_of(kind)
    if quotes is not None and not of_series:
        fields += QUOTE_FIELDS
        records = [r | dict(zip(QUOTE_FIELDS, quotes.get(r["ref"], NO_PARAGRAPH), strict=True)) for r in records]
    layout = _series if of_series else _single if len(records) == 1 else _many
    return View(
        name="show-series" if of_series else "show", query={"name": name}, fields=fields, records=records,
        warnings=warnings, page=lambda lang: layout(records, lang),
    )  # fmt: skip


def _pairs(pairs: list[tuple[str, str]], title: str = "") -> Grid:
    return Grid(title=title, heads=(Head("", whole=True), Head("")), rows=[pair for pair in pairs if pair[1]])


def _single(records: list[dict[str, Any]], lang: str) -> Page:
    """One passage with all that is known of it."""
    record = records[0]
    pairs = [
        ("where", lines(record["ref"], record["reference"])),
        ("section", lines(record["section_title"], record["label"])),
        ("who speaks", f"{VOICE['en'][record['attribution']]} ({EXTENT[record['coverage']]})"),
        ("date", record["date"] or ""),
        ("themes", ", ".join(record["themes"])),
        ("keywords", ", ".join(record["keywords"])),
        ("nl", record["text_nl"]),
        ("en", record["text_en"]),
        ("note", in_language(record, "note", lang)),
        ("official text", lines(record.get("quote"), f"({record['quote_note']})") if "quote" in record else ""),
        ("begins", f"{record['incipit']} …" if record["incipit"] else ""),
        ("chars", str(record["chars"] or "")),
        ("sha256", record["sha256"] or ""),
        ("sources", sources_text(record["sources"])),
    ]
    grids = [_pairs(pairs)]
    if record["commitments"]:
        rows = [(c["commitment"], c["kind"], in_language(c, "text", lang)) for c in record["commitments"]]
        heads = (Head("commitment"), Head("kind"), Head("what the plan says will be done"))
        grids.append(Grid(heads=heads, rows=rows))
    if record["figures"]:
        grids.append(figures_grid(record["figures"], lang))
    return Page(grids=tuple(grids))


def _many(records: list[dict[str, Any]], lang: str) -> Page:
    rows, section = [], None
    for record in records:
        heading = f"§ {record['section_title']}" if record["section"] != section else None
        section = record["section"]
        voice = VOICE["en"][record["attribution"]] if record["attribution"] else None
        where = " · ".join(part for part in (record["ref"], record["label"], record["date"], voice) if part)
        quote = f"official: {record['quote']}" if record.get("quote") else None
        rows.append((lines(heading, where, in_language(record, "text", lang), quote),))
    return Page(grids=(Grid(heads=(Head("passages"),), rows=rows, spaced=True),))


def _series(records: list[dict[str, Any]], lang: str) -> Page:
    record = records[0]
    pairs = [
        ("series", lines(record["series"], in_language(record, "label", lang))),
        ("counts", in_language(record, "counts", lang)),
        ("whose", record["body"]),
        ("unit", record["unit"]),
        ("themes", ", ".join(record["themes"])),
        *[(f"by {d['id']}", _values(d, lang)) for d in record["dimensions"]],
        *[(f"break {b['at']}", in_language(b, "note", lang)) for b in record["breaks"]],
    ]
    return Page(grids=(_pairs(pairs), figures_grid(record["figures"], lang)))


def _values(dimension: dict[str, Any], lang: str) -> str:
    return "; ".join(f"{value['id']} {cell_text(value[f'label_{lang}'])}" for value in dimension["values"])
