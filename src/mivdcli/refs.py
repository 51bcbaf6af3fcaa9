"""What a reader types to name one thing: a passage, a section, a document, a series, a commitment."""

from collections.abc import Iterator
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place, commitments_by_id, places
from mivdcli.errors import UnknownId, UsageError
from mivdcli.model import Commitment, Document, Figure, Series
from mivdcli.names import document_names


class InDocument(NamedTuple):
    """Passages of one document: all of them, those of a section, or a single one."""

    document: Document
    places: list[Place]


class OfSeries(NamedTuple):
    series: Series
    figures: list[tuple[Document, Figure]]


class OneCommitment(NamedTuple):
    document: Document
    commitment: Commitment


Target = InDocument | OfSeries | OneCommitment


def resolve(corpus: Corpus, text: str) -> Target:
    """The thing named by ``report-2020:1.1.china/3``, ``1.1.china/3``, ``1.1.china``, ``report-2020``, a series or a
    commitment. Raises UnknownId with everything of that kind, or UsageError where the name fits several documents.
    """
    wanted = text.strip()
    if wanted in corpus.entries:
        document = corpus.document(wanted)
        return InDocument(document, list(places(document)))
    if ":" in wanted:
        id, _, inner = wanted.partition(":")
        return _inside(corpus, corpus.document(id), inner)
    if wanted in corpus.series:
        return OfSeries(corpus.series[wanted], list(figures_of(corpus, wanted)))
    return _anywhere(corpus, wanted)


def _inside(corpus: Corpus, document: Document, inner: str) -> Target:
    found = _matching(document, inner)
    if found:
        return InDocument(document, found)
    figures = [(document, figure) for figure in document.figures if figure.series == inner]
    if figures and inner in corpus.series:
        return OfSeries(corpus.series[inner], figures)
    known = [passage.locator for passage in document.passages] + [section.id for section in document.sections]
    raise UnknownId("locator", inner, known, where=f"in {document.id}", hint=f"mivd show {document.id} lists its passages")


def _anywhere(corpus: Corpus, wanted: str) -> Target:
    """A locator, section or commitment named without its document; only here every document has to be read."""
    hits: list[Target] = []
    known = [*corpus.entries, *corpus.series]
    for document in corpus.documents():
        if found := _matching(document, wanted):
            hits.append(InDocument(document, found))
        if commitment := commitments_by_id(document).get(wanted):
            hits.append(OneCommitment(document, commitment))
        known += [passage.locator for passage in document.passages] + [section.id for section in document.sections]
        known += [commitment.id for commitment in document.commitments]
    if not hits:
        raise UnknownId("reference", wanted, known, hint=_hint(corpus, wanted), names=document_names(corpus))
    if len(hits) > 1:
        candidates = [f"{hit.document.id}:{wanted}" for hit in hits if not isinstance(hit, OfSeries)]
        raise UsageError(f'"{wanted}" stands in {len(hits)} documents', hint="name one of them", candidates=candidates)
    return hits[0]


def _hint(corpus: Corpus, wanted: str) -> str:
    """What else the word may be: people also try a topic, a theme or a year here."""
    if any(series.topic == wanted for series in corpus.series.values()):
        return f"{wanted} is a topic: mivd figures {wanted}"
    if wanted in corpus.themes:
        return f"{wanted} is a theme: mivd themes, mivd search WORDS --theme {wanted}"
    return corpus.told_of(wanted[-4:]) or "for instance: mivd show report-2020:1.1.china/3"


def _matching(document: Document, wanted: str) -> list[Place]:
    """The passage of that locator, or all of that section; also of a section's last name alone (``china``)."""
    exact = [passage for passage in document.passages if wanted in (passage.locator, passage.section)]
    return list(places(document, exact or [passage for passage in document.passages if _tail(passage.section) == wanted]))


def _tail(section: str) -> str | None:
    """``1.1.china`` -> ``china``: what people remember of a numbered section; others have no more than their name."""
    return section.rpartition(".")[2] if section.partition(".")[0].isdigit() else None


def figures_of(corpus: Corpus, series: str) -> Iterator[tuple[Document, Figure]]:
    for document in corpus.passing():
        for figure in document.figures:
            if figure.series == series:
                yield document, figure
