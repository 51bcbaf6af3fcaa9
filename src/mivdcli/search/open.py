"""Which shelf a question is answered from: memory for the few thousand passages there usually are."""

from collections.abc import Callable, Iterator

from mivdcli.corpus import Corpus
from mivdcli.search.entries import WHAT, Entry, entries, term_entries
from mivdcli.search.shelf import MemoryShelf, Scope, Shelf

Report = Callable[[str], None]
"""Takes a line about progress."""


def open_shelf(corpus: Corpus, scope: Scope, report: Report | None = None) -> Shelf:
    """The entries in the scope, ready to be searched."""
    return MemoryShelf(entries_in(corpus, scope))


def entries_in(corpus: Corpus, scope: Scope) -> Iterator[Entry]:
    """The entries of a scope in reading order; only the documents that may hold any are read."""
    kinds = [what for what in WHAT if what in scope.what and what != "glossary"]
    for known in list(corpus.entries.values()) if kinds else []:
        if scope.takes_document(known.id, known.kind.value, known.year):
            document = corpus.document(known.id)
            for what in kinds:
                yield from (entry for entry in entries(corpus, document, what) if scope.takes_theme(entry.themes))
    if "glossary" in scope.what and not (scope.documents or scope.years or scope.kinds or scope.themes):
        yield from term_entries(corpus)
