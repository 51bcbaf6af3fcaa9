"""What people call the things that have an id, so that a Dutch or English word leads to it."""

from collections.abc import Iterable

from mivdcli.corpus import Corpus
from mivdcli.errors import Names
from mivdcli.model import Series

DOCUMENT_NAMES = {
    "plan": ("jaarplan {year}", "plan van {year}", "annual plan {year}", "{year} plan"),
    "report": ("jaarverslag {year}", "verslag {year}", "rapport {year}", "annual report {year}", "{year} report"),
    "events": ("gebeurtenissen {year}", "event {year}"),
}
TOPIC_NAMES = {
    "uvo": ("veiligheidsonderzoeken", "screening", "security screening", "vetting"),
    "objections": ("bezwaren", "bezwaarschriften"),
    "complaints": ("klachten",),
    "access-requests": ("inzageverzoeken", "kennisneming"),
    "notifications": ("notificaties",),
    "taps": ("intercepties", "interceptions", "tapstatistieken", "telefoontaps", "wiretaps"),
    "budget": ("begroting", "geld", "money"),
    "oversight": ("toezicht", "CTIVD"),
    "missions": ("missies", "uitzendingen"),
}
"""Words that no label has and that people try first."""


def document_names(corpus: Corpus) -> Names:
    """Documents by what their kind is called, and by their year alone."""
    return {
        entry.id: (*(name.format(year=entry.year) for name in DOCUMENT_NAMES.get(entry.kind.value, ())), str(entry.year))
        for entry in corpus.entries.values()
        if entry.year is not None
    }


def series_names(corpus: Corpus) -> Names:
    """Series by their labels, topics by those of their series and by the themes that they are about."""
    topics: dict[str, list[Series]] = {}
    for series in corpus.series.values():
        topics.setdefault(series.topic, []).append(series)
    themes = corpus.theme_names
    of_topics = {
        topic: tuple(dict.fromkeys((*TOPIC_NAMES.get(topic, ()), *_topic_names(several, themes))))
        for topic, several in topics.items()
    }
    return {id: (series.label_nl, series.label_en) for id, series in corpus.series.items()} | of_topics


def _topic_names(several: Iterable[Series], themes: Names) -> Iterable[str]:
    for series in several:
        yield from (series.label_nl, series.label_en)
        yield from (name for theme in series.themes for name in themes.get(theme, ()))
