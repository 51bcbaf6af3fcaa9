"""Which themes the documents treat, and how much of each."""

from collections.abc import Iterable

from msgspec.structs import replace

from mivdcli.corpus import UNSEEN, Corpus
from mivdcli.errors import UnknownId
from mivdcli.items import ThemeItem
from mivdcli.kinds import Coverage, Kind
from mivdcli.model import Document, Theme
from mivdcli.names import document_names
from mivdcli.tally import Tally, tally_themes


def list_themes(corpus: Corpus, about: str | None = None) -> list[ThemeItem]:
    """The themes of a year (plan beside report), of one document, or of all documents, in the order of the taxonomy.

    For a year or a document every theme that any of its documents treats has a row for each of them, with 0 where a
    document has nothing: whether that is silence depends on ``coverage``. Raises UnknownId.
    """
    treated = [(_hollow(document), tally_themes(corpus, document)) for document in documents_about(corpus, about)]
    used = {theme for _, tallies in treated for theme in tallies}
    return [
        _item(theme, document, tallies.get(theme.id, Tally()))
        for theme in corpus.themes.values()
        if theme.id in used
        for document, tallies in treated
        if about is not None or theme.id in tallies
    ]


def _hollow(document: Document) -> Document:
    """The document without what it holds, which has been counted and need not stay in memory."""
    return replace(document, sections=(), passages=(), commitments=(), figures=())


def documents_about(corpus: Corpus, about: str | None) -> Iterable[Document]:
    """The plan and report of a year, one document, or all of them. Raises UnknownId."""
    if about is None:
        return corpus.passing()
    if about.isdecimal():
        return corpus.of_year(int(about))
    if about not in corpus.entries:
        known = [*map(str, corpus.years), *corpus.entries]
        hint = corpus.told_of(about[-4:]) or "for instance: mivd themes 2024, mivd themes report-2020"
        raise UnknownId("year or document", about, known, hint=hint, names=document_names(corpus))
    return [corpus.document(about)]


def left_out(corpus: Corpus, about: str | None) -> list[str]:
    """The events documents of a year, which its theme list leaves out: they are not what the plan or the report says."""
    if about is None or not about.isdecimal():
        return []
    return [entry.id for entry in corpus.entries.values() if entry.kind is Kind.EVENTS and entry.year == int(about)]


def unseen(corpus: Corpus, about: str | None) -> list[str]:
    """The documents of a year, or the one named, that are only known to exist: their silence says nothing."""
    documents = [] if about is None else documents_about(corpus, about)
    return [f"{document.id} is {UNSEEN}" for document in documents if document.coverage is Coverage.NONE]


def _item(theme: Theme, document: Document, tally: Tally) -> ThemeItem:
    return ThemeItem(
        theme=theme.id,
        label_nl=theme.label_nl,
        label_en=theme.label_en,
        parent=theme.parent,
        document=document.id,
        year=document.year,
        kind=document.kind.value,
        coverage=document.coverage.value,
        passages=tally.passages,
        commitments=tally.commitments,
        figures=tally.figures,
        sections=tuple(tally.sections),
    )
