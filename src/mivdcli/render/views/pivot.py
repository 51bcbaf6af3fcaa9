"""Figures by level, outcome, origin and the like as a small table: the values of one dimension above, the rest to the left."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mivdcli.model import Dimension, Series
from mivdcli.render.view import Grid, Head
from mivdcli.render.views.common import in_language

Number = Callable[[dict[str, Any], str], str]


def pivots(records: Sequence[dict[str, Any]], series: Mapping[str, Series], lang: str, number: Number) -> Iterator[Grid]:
    """One grid for each series, period, role, document and kind of source; every figure in one cell, an empty one a dash."""
    for _, several in groupby(records, key=lambda r: (r["series"], r["period"], r["role"], r["document"], r["official"])):
        group = list(several)
        yield _pivot(group, series[group[0]["series"]], lang, number)


def _pivot(records: list[dict[str, Any]], series: Series, lang: str, number: Number) -> Grid:
    across = min(reversed(series.dimensions), key=lambda one: len(one.values))  # the fewest columns fit the most screens
    left = [one for one in series.dimensions if one is not across]
    columns = _used(records, across)
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for record in records:
        inner = record["dimensions"]
        row = rows.setdefault(tuple(_label(one, inner.get(one.id), lang) for one in left), {})
        value = inner.get(across.id, "")
        row[value] = "\n".join(filter(None, (row.get(value), number(record, lang))))
    heads = (
        *(Head(one.label_nl if lang == "nl" else one.label_en) for one in left),
        *(Head(_label(across, value, lang), right=True) for value in columns),
    )
    first = records[0]
    told = [first["period"], first["body"], None if first["role"] == "actual" else first["role"]]
    told += [] if first["official"] else ["press"]
    return Grid(
        title=f"{in_language(first, 'label', lang)} ({', '.join(filter(None, told))})",
        heads=heads,
        rows=[(*names, *(row.get(value, "–") for value in columns)) for names, row in rows.items()],
        notes=tuple(_notes(records, lang)),
    )


def _used(records: Sequence[dict[str, Any]], across: Dimension) -> list[str]:
    """The values that occur, in the order of the definition; one that a figure lacks stands first, without a name."""
    occurring = {record["dimensions"].get(across.id, "") for record in records}
    return [value for value in ("", *(value.id for value in across.values)) if value in occurring]


def _label(dimension: Dimension, value: str | None, lang: str) -> str:
    for known in dimension.values:
        if known.id == value:
            return known.label_nl if lang == "nl" else known.label_en
    return value or "–"


def _notes(records: Sequence[dict[str, Any]], lang: str) -> Iterator[str]:
    """What the cells cannot hold: each note with the cell it belongs to, and where the figures stand."""
    for note, several in groupby(records, key=lambda record: in_language(record, "note", lang)):
        if note:
            cells = [", ".join(record["dimensions"].values()) for record in several]
            yield note if len(cells) == len(records) else f"{'; '.join(cells)}: {note}"
    yield "→ " + ", ".join(dict.fromkeys(record["ref"] for record in records))
