"""The numbers, as printed and as values, with what they count and where they stand."""

from collections.abc import Sequence

from mivdcli.corpus import Corpus, ranges
from mivdcli.errors import UnknownId
from mivdcli.items import FigureItem, figure_item
from mivdcli.period import period_years, year_span


def list_figures(
    corpus: Corpus, about: str | None = None, *, years: str | None = None, documents: Sequence[str] = ()
) -> list[FigureItem]:
    """The figures of a topic (``uvo``) or a series (``uvo.investigations``), or all; by series, period and document.

    ``years`` (``2020`` or ``2018..2022``) keeps a figure whose period, or whose document's year, lies in it. An empty
    list means that the series exist but have no such figure. Raises UnknownId and UsageError.
    """
    series = series_about(corpus, about)
    span = year_span(years)
    found = [
        figure_item(corpus, document, figure)
        for document in (map(corpus.document, documents) if documents else corpus.documents())
        for figure in document.figures
        if series is None or figure.series in series or figure.series not in corpus.series
    ]
    kept = [item for item in found if span is None or in_span(item, span)]
    if span is not None and not kept:
        _refuse_unknown_year(corpus, years, span)
    order = {id: place for place, id in enumerate(corpus.series)}
    return sorted(kept, key=lambda item: (order[item.series], item.period, item.document))


def series_about(corpus: Corpus, about: str | None) -> set[str] | None:
    """The ids of a topic's series, or of one series, or None for all."""
    if about is None:
        return None
    wanted = about.lower()
    found = {series.id for series in corpus.series.values() if wanted in (series.id, series.topic)}
    if not found:
        topics = dict.fromkeys(series.topic for series in corpus.series.values())
        hint = "topics: " + ", ".join(topics)
        raise UnknownId("topic or series", about, [*topics, *corpus.series], hint=hint)
    return found


def in_span(item: FigureItem, span: tuple[int, int]) -> bool:
    """Whether the figure is about one of these years, or stands in a document about one of them."""
    first, last = period_years(item.period)
    about = first <= span[1] and last >= span[0]
    return about or (item.year is not None and span[0] <= item.year <= span[1])


def _refuse_unknown_year(corpus: Corpus, years: str | None, span: tuple[int, int]) -> None:
    """A year that no document and no figure is about is a mistake, unlike one in which this series has no figure."""
    every = (f.period for document in corpus.documents() for f in document.figures)
    known = sorted(set(corpus.years).union(*map(period_years, every)))
    if not any(span[0] <= year <= span[1] for year in known):
        hint = f"years with documents or figures: {ranges(known)}"
        raise UnknownId("year", str(years), list(map(str, known)), hint=hint)
