"""The official wording for commands that show or search it: imported only when it is asked for."""

from collections.abc import Iterator, Sequence

from mivdcli.cli.store import store
from mivdcli.corpus import Corpus
from mivdcli.search.entries import OFFICIAL, Entry, entries
from mivdcli.sources.quote import quote


def quotes_of(corpus: Corpus, refs: Sequence[str]) -> dict[str, tuple[str | None, str]]:
    """The official wording by ref, and where it is from or why it is missing."""
    return {ref: (found.text, found.note) for ref, found in quote(corpus, refs, store()).items()}


def official_entries(corpus: Corpus) -> Iterator[Entry]:
    """Every verified paragraph of the texts that the reader has added, to be searched in its own words.

    There is no English: an official text is Dutch, and ours is a description.
    """
    for id in store().documents():
        if id in corpus.entries:
            described = list(entries(corpus, corpus.document(id), "passages"))
            quotes = quotes_of(corpus, [entry.ref for entry in described])
            yield from (_in_its_own_words(entry, text) for entry in described if (text := quotes[entry.ref][0]))


def _in_its_own_words(entry: Entry, text: str) -> Entry:
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return Entry(**{**fields, "what": OFFICIAL, "text_nl": text, "text_en": ""})
