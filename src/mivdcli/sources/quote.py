"""The exact official wording of passages, from the text that the reader has added."""

from collections.abc import Sequence

from msgspec import Struct

from mivdcli.corpus import Corpus
from mivdcli.model import Document
from mivdcli.sources.align import Status, wording
from mivdcli.sources.clean import vocabulary
from mivdcli.sources.keep import aligned
from mivdcli.sources.store import Store


class Quote(Struct, frozen=True):
    """The official wording of a passage; None where it cannot be given, and ``note`` says why."""

    text: str | None
    note: str


def quote(corpus: Corpus, refs: Sequence[str], store: Store) -> dict[str, Quote]:
    """The wording of each passage, by ref. Only a verified paragraph is quoted: a near miss would be a misquotation."""
    found: dict[str, Quote] = {}
    for id in dict.fromkeys(ref.partition(":")[0] for ref in refs):
        found |= _document(corpus.document(id), store)
    return {ref: found[ref] for ref in refs if ref in found}


def _document(document: Document, store: Store) -> dict[str, Quote]:
    stored = store.current(document.id)
    if stored is None:
        note = f"the official text of {document.id} is not here; mivd source add {document.id} FILE adds it"
        return {f"{document.id}:{passage.locator}": Quote(None, note) for passage in document.passages}
    text, alignment = aligned(document, stored)
    known = vocabulary([text])
    origin = f"official text, version {stored.version} of {stored.added[:10]}"
    quotes = {}
    for found in alignment:
        if found.status is Status.VERIFIED and not found.by_figures:
            made = Quote(wording(text, found.pieces, known), origin)
        else:
            made = Quote(None, f"{found.status}: {found.detail}")
        quotes[f"{document.id}:{found.locator}"] = made
    return quotes
