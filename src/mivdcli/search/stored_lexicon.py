"""The words of a big corpus, which are many megabytes: read when they are needed, and no more of them than may be asked for."""

from collections.abc import Callable, Iterator, Set
from itertools import chain, islice
from typing import Any

from mivdcli.lexicon import LAST, Lexicon, words_with

_APART = 10**9
ROWS = {"words": 0, "heads": _APART}
"""Where the rows of each lexicon begin: there are many more words in the texts than above them."""
_PORTION = 300
"""Rows of the lexicon that are looked through at a time."""


def grams(word: str) -> set[str]:
    """All that stands in a word of three letters in a row."""
    return {word[at : at + 3] for at in range(len(word) - 2)}


class StoredLexicon(Lexicon):
    """A lexicon whose words are read when they are needed, a few rows at a time."""

    def __init__(self, stream: Callable[..., Iterator[Any]], place: str) -> None:
        self._stream = stream
        self._place = place
        self._known: dict[str, frozenset[str]] = {}

    def containing(self, part: str) -> Set[str]:
        """Kept, because a word of a query is looked for alone, and as a part of what it makes with the words beside it."""
        if part not in self._known:
            self._known[part] = frozenset().union(*(words_with(part, words) for (words,) in self._rows_with(part)))
        return self._known[part]

    def _rows_with(self, part: str) -> Iterator[Any]:
        """The rows of the lexicon that may have it: all, where it is too short, or in letters that SQLite may cut otherwise."""
        first = ROWS[self._place]
        letters = " AND ".join(f'"{three}"' for three in sorted(grams(part)) if three.isascii())
        if not letters:
            return self._stream("select words from lexicon where id between ? and ?", first, first + _APART - 1)
        sql = """select words from grams, lexicon where grams match ? and grams.rowid between ? and ?
                 and lexicon.id = grams.rowid"""
        return self._stream(sql, letters, first, first + _APART - 1)

    def __contains__(self, word: str) -> bool:
        sql = "select words from lexicon where place = ? and length = ? and first <= ? order by first desc limit 1"
        length = len(word) if word.isalpha() else 0
        return any(f" {word} " in words for (words,) in self._stream(sql, self._place, length, word))

    def of_length(self, shortest: int, longest: int, beginning: str = "") -> Iterator[list[str]]:
        """Those in the middle first: who looks for the most alike finds them there."""
        sql = """select words from lexicon where place = ? and length = ? and first < ? and first >= coalesce(
                 (select max(first) from lexicon where place = ? and length = ? and first <= ?), '') order by first"""
        for length in sorted(range(max(shortest, 1), longest + 1), key=lambda one: abs(2 * one - shortest - longest)):
            place = (self._place, length)
            rows = self._stream(sql, *place, beginning + LAST, *place, beginning)
            while some := "".join(chain.from_iterable(islice(rows, _PORTION))).split():
                yield [word for word in some if word.startswith(beginning)] if beginning else some
