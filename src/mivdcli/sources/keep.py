"""Taking an official text in: read it, make sure that it is the document it is said to be, align it, store it."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from mivdcli.corpus import Corpus
from mivdcli.errors import SourceError
from mivdcli.items import Item
from mivdcli.model import Document
from mivdcli.sources.align import Found, Status, align
from mivdcli.sources.block import Reading
from mivdcli.sources.readers import load, read
from mivdcli.sources.store import SCHEMA, Store, Stored, described


class SourceItem(Item, frozen=True, kw_only=True):
    """An official text that the reader has."""

    document: str
    version: int
    format: str
    origin: str
    added: str
    size: int
    sha256: str
    publication_id: str | None
    passages: int
    """How many passages of the document have a fingerprint to be found by."""
    found: int
    """How many of them stand in this text exactly as described."""
    current: bool
    path: str


def add_file(corpus: Corpus, id: str, path: Path, store: Store) -> SourceItem:
    """Keep the text in a file as that of a document. Raises UnknownId and SourceError."""
    document = corpus.document(id)
    data = load(path)
    return keep(document, read(data, path.name), data, str(path.resolve()), store)


def add_bytes(document: Document, data: bytes, origin: str, store: Store) -> SourceItem:
    """The same for what was fetched."""
    return keep(document, read(data, origin), data, origin, store)


def keep(document: Document, reading: Reading, data: bytes, origin: str, store: Store) -> SourceItem:
    """Store a reading, unless it is evidently another document."""
    _refuse_other_paper(document, reading, origin)
    _refuse_other_date(document, reading, origin)
    text, found = align(document, reading.text)
    checked = [one for one in found if one.status is not Status.COULD_NOT_CHECK]
    if checked and all(one.status is Status.NOT_FOUND for one in checked):
        message = f'"{origin}" is not the text of {document.id}: none of its {len(checked)} paragraphs begins as described'
        raise SourceError(message, hint="nothing was kept of it")
    stored = store.save(
        Stored(
            schema=SCHEMA,
            document=document.id,
            version=1,
            origin=origin,
            added=datetime.now(UTC).isoformat(timespec="seconds"),
            format=reading.format,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            publication_id=reading.facts.publication_id,
            described=described(document),
            text=text,
            alignment=tuple(found),
        )
    )
    return source_item(stored, store, current=True)


def _refuse_other_paper(document: Document, reading: Reading, origin: str) -> None:
    said = reading.facts.publication_id
    if said and document.publication_id and _plain(said) != _plain(document.publication_id):
        raise SourceError(
            f'"{origin}" says that it is {said}, but {document.id} is {document.publication_id}', hint="nothing was kept of it"
        )


def _refuse_other_date(document: Document, reading: Reading, origin: str) -> None:
    """Where the data has no fingerprints, the date on the letter is what is left to tell two years apart."""
    said, known = reading.facts.date, document.published
    if said and known and len(known) == len(said) and said != known and not any(p.sha256 for p in document.passages):
        raise SourceError(
            f'"{origin}" is dated {said}, but {document.id} is of {known}, and nothing else tells',
            hint="nothing was kept of it",
        )


def _plain(publication_id: str) -> str:
    return publication_id.casefold().removesuffix("-h1").removesuffix("-n1")


def list_sources(store: Store) -> list[SourceItem]:
    """The official texts that are there, by document, the newest version of each first."""
    return [
        source_item(stored, store, current=place == 0)
        for id in store.documents()
        for place, stored in enumerate(store.history(id))
    ]


def source_item(stored: Stored, store: Store, *, current: bool) -> SourceItem:
    checked = [found for found in stored.alignment if found.status is not Status.COULD_NOT_CHECK]
    return SourceItem(
        document=stored.document,
        version=stored.version,
        format=stored.format,
        origin=stored.origin,
        added=stored.added,
        size=stored.size,
        sha256=stored.sha256,
        publication_id=stored.publication_id or None,
        passages=len(checked),
        found=sum(found.status is Status.VERIFIED for found in checked),
        current=current,
        path=str(store.path(stored.document, stored.version)),
    )


def aligned(document: Document, stored: Stored) -> tuple[str, list[Found]]:
    """The alignment of a stored text, made anew where the data has changed since."""
    if stored.described == described(document):
        return stored.text, list(stored.alignment)
    return align(document, stored.text)
