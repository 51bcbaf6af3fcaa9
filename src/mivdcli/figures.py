"""The numbers, as printed and as values, with what they count and where they stand."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId
from mivdcli.items import FigureItem, Item, figure_item
from mivdcli.kinds import Body, Role
from mivdcli.names import series_names
from mivdcli.period import period_years, ranges, year_span


class TopicItem(Item, frozen=True, kw_only=True):
    """A family of series, with how much is known of it."""

    topic: str
    years: tuple[int, ...]
    figures: int
    bodies: tuple[str, ...]
    series: tuple[str, ...]
    label_nl: str
    """Of its first series, so that the name of the topic means something."""
    label_en: str


def list_figures(
    corpus: Corpus,
    about: str | None = None,
    *,
    years: str | None = None,
    documents: Sequence[str] = (),
    bodies: Sequence[str] = (),
    roles: Sequence[str] = (),
) -> list[FigureItem]:
    """The figures of a topic (``uvo``) or a series (``uvo.investigations``), or all; by series, period and document.

    ``years`` (``2020`` or ``2018..2022``) keeps a figure whose period, or whose document's year, lies in it. An empty
    list means that the series exist but have no such figure. Raises UnknownId and UsageError.
    """
    _refuse_unknown("body", bodies, Body)
    _refuse_unknown("role", roles, Role)
    series = series_about(corpus, about)
    span = year_span(years)
    found = [
        figure_item(corpus, document, figure)
        for document in (map(corpus.document, dict.fromkeys(documents)) if documents else corpus.passing())
        for figure in document.figures
        if series is None or figure.series in series or figure.series not in corpus.series
    ]
    kept = [item for item in found if span is None or in_span(item, span)]
    if span is not None and not kept:
        _refuse_unknown_year(corpus, years, span)
    order = {id: place for place, id in enumerate(corpus.series)}
    wanted = [item for item in kept if item.body in (bodies or [item.body]) and item.role in (roles or [item.role])]
    return sorted(wanted, key=lambda item: (order[item.series], item.period, item.document))


def series_about(corpus: Corpus, about: str | None) -> set[str] | None:
    """The ids of a topic's series, or of one series, or None for all."""
    if about is None:
        return None
    wanted = about.lower()
    found = {series.id for series in corpus.series.values() if wanted in (series.id, series.topic)}
    if not found:
        topics = dict.fromkeys(series.topic for series in corpus.series.values())
        hint = "topics: " + ", ".join(topics)
        raise UnknownId("topic or series", about, [*topics, *corpus.series], hint=hint, names=series_names(corpus))
    return found


def in_span(item: FigureItem, span: tuple[int, int]) -> bool:
    """Whether the figure is about one of these years, or stands in a document about one of them."""
    first, last = period_years(item.period)
    about = first <= span[1] and last >= span[0]
    return about or (item.year is not None and span[0] <= item.year <= span[1])


def list_topics(items: Iterable[FigureItem]) -> list[TopicItem]:
    """The topics that these figures belong to, in their order, each with the years that its figures are about."""
    return [_topic(topic, list(several)) for topic, several in groupby(items, key=lambda item: item.topic)]


def conflicts(items: Iterable[FigureItem]) -> list[FigureItem]:
    """The figures that two documents give differently: same series, period, dimensions and role, other number or wording.

    ``acht`` beside ``8`` is no conflict, ``almost 650`` beside ``647`` is one.
    """
    quantities: dict[tuple[Any, ...], list[FigureItem]] = {}
    for item in items:
        quantities.setdefault((item.series, item.period, item.role, *sorted(item.dimensions.items())), []).append(item)
    return [item for several in quantities.values() if _contradict(several) for item in several]


def _contradict(several: Sequence[FigureItem]) -> bool:
    told = {(item.value, item.qualifier) for item in several}
    return len(told) > 1 and len({item.document for item in several}) > 1


def _topic(topic: str, items: Sequence[FigureItem]) -> TopicItem:
    years = {year for item in items for first, last in [period_years(item.period)] for year in range(first, last + 1)}
    return TopicItem(
        topic=topic,
        years=tuple(sorted(years)),
        figures=len(items),
        bodies=tuple(dict.fromkeys(item.body for item in items)),
        series=tuple(dict.fromkeys(item.series for item in items)),
        label_nl=items[0].label_nl,
        label_en=items[0].label_en,
    )


def _refuse_unknown(what: str, values: Sequence[str], kind: type[StrEnum]) -> None:
    known = [member.value for member in kind]
    for value in values:
        if value not in known:
            raise UnknownId(what, value, known, hint="choices: " + ", ".join(known))


def _refuse_unknown_year(corpus: Corpus, years: str | None, span: tuple[int, int]) -> None:
    """A year that no document and no figure is about is a mistake, unlike one in which this series has no figure."""
    every = (f.period for document in corpus.passing() for f in document.figures)
    known = sorted(set(corpus.years).union(*map(period_years, every)))
    if not any(span[0] <= year <= span[1] for year in known):
        hint = f"years with documents or figures: {ranges(known)}"
        raise UnknownId("year", str(years), list(map(str, known)), hint=hint)
