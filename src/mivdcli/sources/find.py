"""A search in the exact official wording, apart from the search in our descriptions: the reader must know who speaks."""

from collections.abc import Iterator, Sequence

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
    if not query.slots:
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
    if any(True for row in query.excluded for _ in _stands(row, present, exact=True)):
        return None
    found: set[tuple[int, int]] = set()
    for slot in query.slots:
        hits = {hit for unit in slot for hit in _stands(unit.words, present, exact=unit.quoted)}
        if not hits:
            return None
        found |= hits
    return tuple(sorted(found))


def _stands(row: Sequence[str], present: list[Word], *, exact: bool) -> Iterator[tuple[int, int]]:
    """Each place of words in a row, word by word; not exact, each may be part of a longer one."""
    for at in range(len(present) - len(row) + 1):
        here = present[at : at + len(row)]
        if all(
            word.folded == wanted or (not exact and _holds(word.folded, wanted)) for word, wanted in zip(here, row, strict=True)
        ):
            yield from ((word.start, word.end) for word in here)


def _holds(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= SHORTEST_PART and wanted in word)
