"""``mivd figures``"""

from collections.abc import Mapping
from typing import Any

from mivdcli.figures import TopicItem
from mivdcli.items import FigureItem
from mivdcli.model import Series
from mivdcli.period import ranges
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import in_language, lines
from mivdcli.render.views.pivot import pivots


def view(
    items: list[FigureItem], query: dict[str, Any], warnings: tuple[str, ...], series: Mapping[str, Series] | None = None
) -> View:
    """``series`` where people are to see levels, outcomes and the like side by side."""
    records = records_of(items)
    return View(
        name="figures", query=query, fields=fields_of(FigureItem), records=records, warnings=warnings,
        page=lambda lang: Page(grids=_grids(records, series or {}, lang)),
    )  # fmt: skip


def overview(items: list[FigureItem], topics: list[TopicItem], query: dict[str, Any]) -> View:
    """For people the topics, for programs every figure: a list of topics alone would hide the numbers from a script."""
    return View(
        name="figures", query=query, fields=fields_of(FigureItem), records=records_of(items),
        page=lambda lang: Page(grids=(_topics(topics, lang),)),
    )  # fmt: skip


def _grids(records: list[dict[str, Any]], series: Mapping[str, Series], lang: str) -> tuple[Grid, ...]:
    wide = [record for record in records if record["dimensions"] and _fits(record["dimensions"], series.get(record["series"]))]
    flat = [record for record in records if record not in wide]
    listed = (grid(flat, lang),) if flat or not wide else ()
    return (*listed, *pivots(wide, series, lang, number))


def _fits(dimensions: Mapping[str, str], series: Series | None) -> bool:
    """Whether the series knows every dimension and value; a figure with another would have no cell in its table."""
    known = {} if series is None else {one.id: {value.id for value in one.values} for one in series.dimensions}
    return all(value in known.get(name, ()) for name, value in dimensions.items())


def _topics(topics: list[TopicItem], lang: str) -> Grid:
    heads = (
        Head("topic", whole=True), Head("years"), Head("figures", right=True, whole=True), Head("whose"), Head("for instance"),
    )  # fmt: skip
    rows = [
        (
            topic.topic,
            ranges(topic.years),
            str(topic.figures),
            ", ".join(topic.bodies),
            topic.label_nl if lang == "nl" else topic.label_en,
        )
        for topic in topics
    ]
    note = "mivd figures TOPIC lists a topic's figures, mivd show TOPIC.SERIES says what one counts; a pipe gets every figure"
    return Grid(heads=heads, rows=rows, notes=(note,))


def grid(records: list[dict[str, Any]], lang: str) -> Grid:
    """The figures as people read them, each with what it counts, who counted and where it stands."""
    heads = (Head("figure"), Head("period", whole=True), Head("number", right=True), Head("whose"))
    rows = [
        (
            lines(
                in_language(record, "label", lang),
                cell_text(record["dimensions"]),
                in_language(record, "note", lang),
                f"→ {record['ref']}",
            ),
            record["period"],
            number(record, lang),
            lines(
                record["body"],
                record["role"] if record["role"] != "actual" else None,
                None if record["official"] else "press",
            ),
        )
        for record in records
    ]
    notes = ("mivd show SERIES says what a figure counts; whose: mivd, joint (MIVD and AIVD together), aivd or other",)
    return Grid(heads=heads, rows=rows, notes=notes if rows else ())


_SAID = {
    "nl": {
        "about": "ongeveer", "almost": "bijna", "more-than": "meer dan", "less-than": "minder dan", "at-least": "ten minste",
        "at-most": "ten hoogste", "average": "gemiddeld", "order-of-magnitude": "alleen een orde van grootte",
        "dash": "een streepje", "empty": "leeg", "withheld": "niet vrijgegeven",
    },
    "en": {
        "about": "about", "almost": "almost", "more-than": "more than", "less-than": "less than", "at-least": "at least",
        "at-most": "at most", "average": "on average", "order-of-magnitude": "order of magnitude only",
        "dash": "a dash", "empty": "empty", "withheld": "withheld",
    },
}  # fmt: skip
_UNITS = {
    "nl": {
        "percent": "%",
        "weeks": " weken",
        "years": " jaar",
        "year": "",
        "pages": " bladzijden",
        "countries": " landen",
        "million-euro": " miljoen euro",
        "million-euro-per-year": " miljoen euro per jaar",
    },
    "en": {"percent": "%"},
}
"""Other units stand as they are called in the data."""


def number(record: dict[str, Any], lang: str, side: str = "") -> str:
    """The number as printed, how to read it, and the value where those differ.

    In English a Dutch 47.791 would be a decimal and 8,1 a misprint, so the value stands beside what separates thousands or
    decimals. ``side`` is the prefix of the keys in a record that holds two figures (``left_``, ``right_``).
    """
    printed, value, qualifier = (record[f"{side}{key}"] for key in ("printed", "value", "qualifier"))
    plain = "" if value is None else str(value)
    unit = record["unit"]
    suffix = "" if unit == "count" or not plain else _UNITS[lang].get(unit, f" {unit}")
    shown = printed if printed is not None else plain + suffix
    if (
        value is not None
        and printed is not None
        and (_digits(printed) != _digits(plain) or (lang == "en" and _parted(printed)))
    ):
        shown = f"{shown} (= {plain if lang == 'nl' or unit == 'year' else f'{value:,}'}{suffix})"
    elif printed is not None and suffix and suffix.strip() not in printed:
        shown += suffix
    said = _SAID[lang].get(qualifier) if printed is None or lang == "en" or value is None else None
    return lines(shown, said)


def _parted(text: str) -> bool:
    """Whether a mark stands between two digits."""
    return any(
        mark in ".," and before.isdigit() and after.isdigit()
        for before, mark, after in zip(text, text[1:], text[2:], strict=False)
    )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
