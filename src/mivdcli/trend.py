"""A series through the years: what moved, what is missing, and where nothing may be subtracted."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import to_builtins
from msgspec.structs import replace

from mivdcli.corpus import Corpus
from mivdcli.figures import list_figures, series_about
from mivdcli.items import FigureItem, Item
from mivdcli.kinds import Body, Qualifier, Role
from mivdcli.model import Series
from mivdcli.period import crosses, is_year, period_years, year_span

TENTH = Decimal("0.1")
"""To what a change in per cent is rounded; the figures themselves never are."""


class TrendItem(Item, frozen=True, kw_only=True):
    """One year of one series. A year without a figure is a row too."""

    series: str
    label_nl: str
    label_en: str
    topic: str
    body: str
    unit: str
    dimensions: dict[str, str]
    year: int
    period: str
    status: str
    """``known``, ``missing`` (no figure is known here), ``no-actual`` (only what stands beside), ``conflict`` (documents
    differ; a row for each) or ``other-period`` (not one calendar year)."""
    value: int | Decimal | None
    printed: str | None
    qualifier: str | None
    change: int | Decimal | None
    """Against the year before; None where nothing may be subtracted, and ``change_note`` says why."""
    change_percent: Decimal | None
    change_note_nl: str | None
    change_note_en: str | None
    beside: tuple[dict[str, Any], ...]
    """Targets, forecasts and norms for the year, each with its number and place."""
    breaks: tuple[dict[str, Any], ...]
    """From this year on something else is counted, or somebody else counts."""
    document: str | None
    ref: str | None
    also: tuple[str, ...]
    """Other places that give the same number."""
    source: str | None
    official: bool | None
    coverage: str | None
    note_nl: str | None
    note_en: str | None


class Trend(NamedTuple):
    items: list[TrendItem]
    left_out: list[str]
    """Series of the topics asked for that are not shown."""


class Change(NamedTuple):
    value: int | Decimal | None = None
    percent: Decimal | None = None
    note_nl: str | None = None
    note_en: str | None = None


def trend(corpus: Corpus, names: Sequence[str], *, years: str | None = None, across_breaks: bool = False) -> Trend:
    """The series named, a row for every year from the first to the last figure. Raises UnknownId.

    A topic stands for its series of the MIVD that have figures for more than one year; where it has none, for all that
    have, and else for all there are. Series are never added to or compared with each other.
    """
    chosen: dict[str, None] = {}
    left_out: list[str] = []
    for name in names:
        found = [id for id in corpus.series if id in (series_about(corpus, name) or ())]
        mine = found if name.lower() in corpus.series else _telling(corpus, found)
        chosen |= dict.fromkeys(mine)
        left_out += [id for id in found if id not in mine]
    span = year_span(years)
    rows = [row for id in chosen for row in _series(corpus, corpus.series[id], across_breaks=across_breaks)]
    kept = [row for row in rows if span is None or span[0] <= row.year <= span[1]]
    return Trend(kept, [id for id in dict.fromkeys(left_out) if id not in chosen])


def _telling(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    moving = [id for id in ids if len({item.period for item in list_figures(corpus, id) if is_year(item.period)}) > 1]
    return [id for id in moving if corpus.series[id].body is Body.MIVD] or moving or list(ids)


def _series(corpus: Corpus, series: Series, *, across_breaks: bool) -> Iterator[TrendItem]:
    lines: dict[tuple[tuple[str, str], ...], list[FigureItem]] = {}
    for item in list_figures(corpus, series.id):
        lines.setdefault(tuple(item.dimensions.items()), []).append(item)
    for items in lines.values():
        yield from _line(corpus, series, items, across_breaks=across_breaks)


def _line(corpus: Corpus, series: Series, items: Sequence[FigureItem], *, across_breaks: bool) -> Iterator[TrendItem]:
    """One series with one set of dimensions: the years in a row, then the periods that are no years."""
    annual = {
        int(year): list(several) for year, several in groupby((i for i in items if is_year(i.period)), lambda i: i.period)
    }
    before: FigureItem | None = None
    for year in range(min(annual, default=1), max(annual, default=0) + 1):
        said = _statements([item for item in annual.get(year, ()) if item.role == Role.ACTUAL.value])
        beside = [item for item in annual.get(year, ()) if item.role != Role.ACTUAL.value]
        blank = _blank(series, items[0], year, beside)
        for several in said:
            change = _change(series, before, several[0], across_breaks=across_breaks) if len(said) == 1 else _DISPUTED
            first = year == min(annual) and len(said) == 1  # which needs no excuse for not having moved
            yield _filled(corpus, blank, several, "known" if len(said) == 1 else "conflict", Change() if first else change)
        if not said:
            yield blank
        before = said[0][0] if len(said) == 1 else None
    for item in items:
        if not is_year(item.period):
            blank = _blank(series, item, period_years(item.period)[0], ())
            yield _filled(corpus, blank, [item], "other-period", _NO_YEAR)


def _statements(items: Sequence[FigureItem]) -> list[list[FigureItem]]:
    """The items by what they say; in each group the one printed by an official page first."""
    groups: dict[Any, list[FigureItem]] = {}
    for item in sorted(items, key=lambda item: (not item.official, item.printed is None, item.document)):
        groups.setdefault((item.value, item.qualifier), []).append(item)
    return list(groups.values())


_DISPUTED = Change(note_nl="twee documenten geven verschillende cijfers", note_en="two documents give different figures")
_NO_YEAR = Change(note_nl="geen heel kalenderjaar", note_en="not one whole calendar year")


def _change(series: Series, old: FigureItem | None, new: FigureItem, *, across_breaks: bool) -> Change:
    """The change against the year before, or the reason why there is none."""
    if old is None:
        return Change(note_nl="geen eenduidig cijfer over het jaar ervoor", note_en="no single figure for the year before")
    broken = [moment for moment in series.breaks if crosses(moment.at, old.period, new.period)]
    if broken and not across_breaks:
        return Change(note_nl=f"telt anders vanaf {broken[0].at}", note_en=f"counted differently from {broken[0].at}")
    if Qualifier.EXACT.value != old.qualifier or Qualifier.EXACT.value != new.qualifier:
        return Change(note_nl="niet allebei precieze cijfers", note_en="not both exact figures")
    if old.value is None or new.value is None or series.unit == "year":
        return Change(note_nl="niet van elkaar af te trekken", note_en="cannot be subtracted")
    difference = new.value - old.value
    crossed = (f"over de breuk van {broken[0].at} heen", f"across the break of {broken[0].at}") if broken else (None, None)
    if series.unit == "percent":
        points = ("procentpunt", "percentage points")
        return Change(difference, None, *("; ".join(filter(None, pair)) for pair in zip(points, crossed, strict=True)))
    return Change(difference, _percent(difference, old.value), *crossed)


def _percent(difference: int | Decimal, old: int | Decimal) -> Decimal | None:
    """None where the year before was nought: a growth from nothing has no per cent."""
    return (Decimal(100 * difference) / Decimal(old)).quantize(TENTH, ROUND_HALF_UP) if old else None


def _blank(series: Series, item: FigureItem, year: int, beside: Sequence[FigureItem]) -> TrendItem:
    """The row of a year of which no figure is known."""
    keys = ("role", "value", "printed", "qualifier", "document", "ref", "source", "official")
    here = [moment for moment in series.breaks if period_years(moment.at)[0] == year]
    return TrendItem(
        series=series.id, label_nl=series.label_nl, label_en=series.label_en, topic=series.topic, body=series.body.value,
        unit=series.unit, dimensions=item.dimensions, year=year, period=str(year),
        status="no-actual" if beside else "missing", value=None, printed=None, qualifier=None, change=None,
        change_percent=None, change_note_nl=None, change_note_en=None,
        beside=tuple({key: to_builtins(getattr(one, key)) for key in keys} for one in beside),
        breaks=tuple(to_builtins(moment) for moment in here), document=None, ref=None, also=(), source=None, official=None,
        coverage=None, note_nl=None, note_en=None,
    )  # fmt: skip


def _filled(corpus: Corpus, blank: TrendItem, said: Sequence[FigureItem], status: str, change: Change) -> TrendItem:
    item = said[0]
    facts: Mapping[str, Any] = {
        key: getattr(item, key)
        for key in ("period", "value", "printed", "qualifier", "document", "ref", "source", "official", "note_nl", "note_en")
    }
    return replace(
        blank,
        **facts,
        status=status,
        change=change.value,
        change_percent=change.percent,
        change_note_nl=change.note_nl,
        change_note_en=change.note_en,
        also=tuple(other.ref for other in said[1:]),
        coverage=corpus.document(item.document).coverage.value,
    )
