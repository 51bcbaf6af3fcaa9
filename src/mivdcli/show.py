"""One thing whole: a passage, a section, a document, a series or a commitment."""

from collections.abc import Iterable
from typing import Any

from msgspec import to_builtins

from mivdcli.corpus import Corpus, Place, places
from mivdcli.items import FigureItem, Item, PassageItem, figure_item, passage_item
from mivdcli.model import Series
from mivdcli.refs import InDocument, OfSeries, OneCommitment, resolve


class SeriesItem(Item, frozen=True, kw_only=True):
    """A series with everything that is known of what it counts, and all its figures."""

    series: str
    topic: str
    label_nl: str
    label_en: str
    unit: str
    body: str
    counts_nl: str
    counts_en: str
    themes: tuple[str, ...]
    dimensions: list[dict[str, Any]]
    breaks: list[dict[str, Any]]
    figures: tuple[FigureItem, ...]


def show(corpus: Corpus, name: str) -> list[PassageItem] | list[SeriesItem]:
    """Passages in order (with their commitments and figures), or one series. Raises UnknownId or UsageError.

    An empty list is the answer for a document that is known to exist but was not seen.
    """
    match resolve(corpus, name):
        case InDocument(_, found):
            return [passage_item(corpus, place) for place in found]
        case OneCommitment(document, commitment):
            return [passage_item(corpus, _place(places(document), commitment.locator))]
        case OfSeries(series, figures):
            return [_series_item(series, tuple(figure_item(corpus, *pair) for pair in figures))]


def _place(found: Iterable[Place], locator: str) -> Place:
    return next(place for place in found if place.passage.locator == locator)


def _series_item(series: Series, figures: tuple[FigureItem, ...]) -> SeriesItem:
    return SeriesItem(
        series=series.id,
        topic=series.topic,
        label_nl=series.label_nl,
        label_en=series.label_en,
        unit=series.unit,
        body=series.body.value,
        counts_nl=series.counts_nl,
        counts_en=series.counts_en,
        themes=series.themes,
        dimensions=[to_builtins(dimension) for dimension in series.dimensions],
        breaks=[to_builtins(moment) for moment in series.breaks],
        figures=tuple(sorted(figures, key=lambda item: (item.period, item.document))),
    )
