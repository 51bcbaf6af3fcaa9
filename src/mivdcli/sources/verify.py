"""Every passage and figure of a document against its official text."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from mivdcli.corpus import Corpus
from mivdcli.items import Item
from mivdcli.kinds import Coverage
from mivdcli.model import Document, Figure
from mivdcli.sources.align import Found, Status, align, missing_figures, wording
from mivdcli.sources.clean import vocabulary
from mivdcli.sources.difference import word_difference
from mivdcli.sources.keep import aligned
from mivdcli.sources.readers import read_file
from mivdcli.sources.store import Store


class VerifyItem(Item, frozen=True, kw_only=True):
    """One passage or figure; ``detail`` says why where it is not simply verified."""

    ref: str
    kind: str
    status: str
    detail: str
    document: str
    series: str | None
    printed: str | None


class Text(Struct, frozen=True):
    """An official text with what was found in it, and where it came from in words."""

    text: str
    found: list[Found]
    origin: str


def verify(corpus: Corpus, id: str | None, store: Store, file: Path | None = None) -> list[VerifyItem]:
    """Each passage and figure of a document, or of every document that is described in full or has a text here.

    ``file`` is read instead of the stored text and not kept. Raises UnknownId and SourceError.
    """
    if id is not None:
        document = corpus.document(id)
        return list(_document(document, _from_file(document, file) if file else _stored(document, store), store))
    here = set(store.documents())
    return [
        item
        for document in corpus.documents()
        if document.coverage is Coverage.FULL or document.id in here
        for item in _document(document, _stored(document, store), store)
    ]


def _from_file(document: Document, file: Path) -> Text:
    reading = read_file(file)
    text, found = align(document, reading.text)
    return Text(text, found, str(file))


def _stored(document: Document, store: Store) -> Text | None:
    stored = store.current(document.id)
    if stored is None:
        return None
    text, found = aligned(document, stored)
    return Text(text, found, f"{stored.origin}, version {stored.version}")


def _document(document: Document, text: Text | None, store: Store) -> Iterator[VerifyItem]:
    if text is None:
        yield from _unchecked(document)
        return
    known = vocabulary([text.text])
    shown = {found.locator: wording(text.text, found.pieces, known) for found in text.found}
    for found in text.found:
        detail = found.detail
        if found.status is Status.DIFFERS:
            detail += _against_earlier(document, found.locator, shown[found.locator], store)
        yield _item(document, "passage", found.locator, found.status, detail)
    status = {found.locator: found.status for found in text.found}
    for locator in dict.fromkeys(figure.locator for figure in document.figures):
        figures = [figure for figure in document.figures if figure.locator == locator]
        yield from _figures(document, figures, status.get(locator or ""), shown.get(locator or "", ""))


def _unchecked(document: Document) -> Iterator[VerifyItem]:
    detail = f"the official text is not here: mivd source add {document.id} FILE, or --file FILE"
    for passage in document.passages:
        yield _item(document, "passage", passage.locator, Status.COULD_NOT_CHECK, detail)
    for figure in document.figures:
        yield _item(document, "figure", figure.locator or figure.series, Status.COULD_NOT_CHECK, detail, figure)


def _figures(document: Document, figures: Sequence[Figure], status: Status | None, text: str) -> Iterator[VerifyItem]:
    """Whether the printed form of each figure stands in its paragraph, as often as the data has it."""
    missing = missing_figures(figures, text)
    for figure in figures:
        name = ", ".join((figure.series, *(f"{key} {value}" for key, value in figure.dimensions.items())))
        verdict, detail = Status.VERIFIED, f"{name}: {figure.printed}"
        if status is None or status is Status.COULD_NOT_CHECK:
            verdict, detail = Status.COULD_NOT_CHECK, f"{name}: no official paragraph is known for it"
        elif figure.printed is None:
            verdict, detail = Status.COULD_NOT_CHECK, f"{name}: its printed form is not known"
        elif status is Status.NOT_FOUND:
            verdict, detail = Status.NOT_FOUND, f"{name}: its paragraph was not found"
        elif figure in missing:
            verdict, detail = Status.DIFFERS, f'{name}: "{figure.printed}" does not stand in the paragraph'
        yield _item(document, "figure", figure.locator or figure.series, verdict, detail, figure)


def _against_earlier(document: Document, locator: str, now: str, store: Store) -> str:
    """The difference from an earlier text in which the paragraph was as described; only a text knows the words."""
    for stored in store.history(document.id):
        text, alignment = aligned(document, stored)
        before = next((found for found in alignment if found.locator == locator), None)
        if before is not None and before.status is Status.VERIFIED:
            then = wording(text, before.pieces, vocabulary([text]))
            return f"; against version {stored.version}: {word_difference(then, now)}"
    return ""


def _item(document: Document, kind: str, place: str, status: Status, detail: str, figure: Figure | None = None) -> VerifyItem:
    return VerifyItem(
        ref=f"{document.id}:{place}",
        kind=kind,
        status=status.value,
        detail=detail,
        document=document.id,
        series=figure.series if figure else None,
        printed=figure.printed if figure else None,
    )
