"""A search in the exact official wording, apart from the search in our descriptions: the reader must know who speaks."""

from collections.abc import Iterator

from mivdcli.corpus import Corpus, places
from mivdcli.errors import UsageError
from mivdcli.items import Item
from mivdcli.query import Query, understand
from mivdcli.sources.quote import quote
from mivdcli.sources.store import Store
from mivdcli.text import Word, words

SHORTEST_PART = 4
"""A query word of at least so many letters is found inside a compound too."""


class OfficialHit(Item, frozen=True, kw_only=True):
    """A paragraph of an official text that holds every word of the query."""

    ref: str
    document: str
    year: int | None
    locator: str
    section_title: str
    official: bool
    """Always true: the text is the document's own, not our description."""
    quote: str
    quote_note: str
    matches: tuple[tuple[int, int], ...]
    """Where the words stand, in characters of the quote, end exclusive."""


def find_official(corpus: Corpus, text: str, store: Store) -> list[OfficialHit]:
    """The verified paragraphs of the official texts that are here and hold the query, in reading order.

    Words are found as typed and as part of a longer word, phrases in a row; nothing is guessed. Raises UsageError for an
    empty query.
    """
    query = understand(text)
    if not query.words:
        raise UsageError("the query is empty", hint="for instance: mivd source search kabelinterceptie")
    return [hit for id in store.documents() if id in corpus.entries for hit in _in_document(corpus, id, query, store)]


def _in_document(corpus: Corpus, id: str, query: Query, store: Store) -> Iterator[OfficialHit]:
    document = corpus.document(id)
    found = quote(corpus, [f"{id}:{passage.locator}" for passage in document.passages], store)
    for place in places(document):
        quoted = found[place.ref]
        matches = _matches(query, words(quoted.text or ""))
        if matches is not None:
            yield OfficialHit(
                ref=place.ref,
                document=id,
                year=document.year,
                locator=place.passage.locator,
                section_title=place.section.title,
                official=True,
                quote=quoted.text or "",
                quote_note=quoted.note,
                matches=matches,
            )


def _matches(query: Query, present: list[Word]) -> tuple[tuple[int, int], ...] | None:
    """Where the query stands in a paragraph; None where it does not."""
    folded = [word.folded for word in present]
    rows = [any(folded[at : at + len(p)] == list(p) for at in range(len(folded))) for p in query.phrases]
    if not all(rows) or set(query.excluded) & set(folded):
        return None
    hits = {wanted: [word for word in present if _holds(word.folded, wanted)] for wanted in query.words}
    if not all(hits.values()):
        return None
    return tuple(sorted({(word.start, word.end) for several in hits.values() for word in several}))


def _holds(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= SHORTEST_PART and wanted in word)
