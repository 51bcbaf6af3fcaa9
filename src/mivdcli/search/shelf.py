"""Where words are looked up. Two shelves give the same answers: one in memory, one in a file (``index``)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol

from mivdcli.lexicon import Lexicon
from mivdcli.search.entries import Entry
from mivdcli.search.numbers import Numbers
from mivdcli.text import searchable

Row = tuple[str, ...]
"""Words in a row; a single word is a row of one."""


class Scope(NamedTuple):
    """Which part of the corpus is asked."""

    what: tuple[str, ...] = ("passages",)
    documents: tuple[str, ...] = ()
    """Empty for all."""
    years: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def takes_document(self, id: str, kind: str, year: int | None) -> bool:
        in_span = self.years is None or (year is not None and self.years[0] <= year <= self.years[1])
        return in_span and (not self.documents or id in self.documents) and (not self.kinds or kind in self.kinds)

    def takes_theme(self, themes: Iterable[str]) -> bool:
        return not self.themes or any(theme in self.themes for theme in themes)


class DamagedIndex(Exception):
    """The file is no index that can be read; it is built anew."""


class Shelf(Protocol):
    """Entries by number, in order, and the words in them. Numbers outside the scope never appear."""

    @property
    def count(self) -> int:
        """How many entries the scope holds."""

    @property
    def lexicon(self) -> Lexicon:
        """The words of the texts."""

    @property
    def headings(self) -> Lexicon:
        """The words of the headings."""

    def having(self, rows: Iterable[Row]) -> Numbers:
        """The entries in whose Dutch or English text the words of any of these rows follow each other."""

    def titled(self, rows: Iterable[Row]) -> Numbers:
        """The same for the titles above an entry."""

    def headed(self, rows: Iterable[Row]) -> Numbers:
        """The same for everything above an entry: its titles and the names of what it is about."""

    def every(self) -> Numbers:
        """All numbers."""

    def entry(self, number: int) -> Entry: ...

    def around(self, number: int, distance: int) -> list[tuple[Entry, int]]:
        """The entries of the same kind and document up to so many places before and after, and how many places."""

    def by_document(self, numbers: Numbers) -> Iterator[tuple[str | None, int | None, str, int]]:
        """Document, year and kind of these entries, in reading order, each with how many there are; one may come again."""

    def named(self, name: str) -> list[int]:
        """The entries that this ref, locator, section, document or id names."""

    def close(self) -> None:
        """Let go of what is open; nothing can be asked any more."""


class Column:
    """The searchable texts of all entries, one after the other, in one string."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._starts: list[int] = []
        pieces, at = [], 0
        for text in texts:
            self._starts.append(at)
            pieces.append(text)
            at += len(text) + 1
        self.lexicon = Lexicon("\n".join(pieces))

    def having(self, rows: Iterable[Row]) -> Numbers:
        return Numbers.of(chain.from_iterable(map(self._holding, rows)), len(self._starts))

    def _holding(self, row: Row) -> Iterator[int]:
        text, wanted = self.lexicon.text, f" {' '.join(row)} "
        at = text.find(wanted)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            after = self._starts[number + 1] if number + 1 < len(self._starts) else len(text)
            at = text.find(wanted, after)


class MemoryShelf:
    """The entries of a scope, read from the corpus for one question and forgotten after it.

    Those of another theme are there, as the neighbours of what is found, but are never found themselves.
    """

    def __init__(self, entries: Iterable[Entry], scope: Scope) -> None:
        self._entries: Sequence[Entry] = tuple(entries)
        taken = (number for number, entry in enumerate(self._entries) if scope.takes_theme(entry.themes))
        self._taken = Numbers.of(taken, len(self._entries))
        heading = Headings()
        self._texts = Column(searchable_text(entry) for entry in self._entries)
        self._titles = Column(heading.searchable(entry.titles) for entry in self._entries)
        self._about = Column(heading.searchable(entry.about) for entry in self._entries)

    @property
    def count(self) -> int:
        return len(self._taken)

    @property
    def lexicon(self) -> Lexicon:
        return self._texts.lexicon

    @cached_property
    def headings(self) -> Lexicon:
        return Lexicon(f"{self._titles.lexicon.text}\n{self._about.lexicon.text}")

    def having(self, rows: Iterable[Row]) -> Numbers:
        return self._texts.having(rows) & self._taken

    def titled(self, rows: Iterable[Row]) -> Numbers:
        return self._titles.having(rows) & self._taken

    def headed(self, rows: Iterable[Row]) -> Numbers:
        wanted = list(rows)
        return (self._titles.having(wanted) | self._about.having(wanted)) & self._taken

    def every(self) -> Numbers:
        return self._taken

    def entry(self, number: int) -> Entry:
        return self._entries[number]

    def around(self, number: int, distance: int) -> list[tuple[Entry, int]]:
        return list(_neighbours(self._entries, number, distance))

    def by_document(self, numbers: Numbers) -> Iterator[tuple[str | None, int | None, str, int]]:
        for number in numbers:
            one = self._entries[number]
            yield one.document, one.year, one.kind, 1

    def named(self, name: str) -> list[int]:
        return [number for number in self._taken if name in names_of(self._entries[number])]

    def close(self) -> None:
        """Nothing is open."""


def names_of(entry: Entry) -> tuple[str, ...]:
    """What a reader may type to name the entry or what it stands in."""
    inner = (entry.ref, entry.locator, entry.section, entry.id, entry.document or "")
    return (*inner, f"{entry.document}:{entry.section}")


def _neighbours(all_: Sequence[Entry], number: int, distance: int) -> Iterator[tuple[Entry, int]]:
    one = all_[number]
    for at in range(max(number - distance, 0), min(number + distance + 1, len(all_))):
        if at != number and (all_[at].document, all_[at].what) == (one.document, one.what):
            yield all_[at], at - number


def searchable_text(entry: Entry) -> str:
    """Both languages, apart from each other: no row of words goes from one into the other."""
    return f"{searchable(entry.text_nl)}|{searchable(entry.text_en)}"


class Headings:
    """The searchable headings of entries; the same titles and themes stand above many, and are worked out once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def searchable(self, headings: Iterable[str]) -> str:
        return "|".join(map(self._one, headings)) or " "

    def _one(self, heading: str) -> str:
        if heading not in self._known:
            self._known[heading] = searchable(heading)
        return self._known[heading]
