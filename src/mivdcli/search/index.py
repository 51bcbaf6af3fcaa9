"""A shelf in a file: the entries of a big corpus in SQLite, with their words in a full-text index.

It gives the same answers in the same order as the shelf in memory, since it only answers the same questions faster. What it
reads ``indexing`` has written.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import closing
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import finalize

from msgspec import DecodeError, msgpack

from mivdcli.lexicon import LAST, Lexicon, words_with
from mivdcli.search.entries import WHAT, Entry
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import DamagedIndex, Row, Scope

FORM = "4"
"""Of the tables and of what stands in them; an index of another form is built anew."""
APART = 10**9
"""Rows of one kind are numbered together, in reading order: passages from 0, commitments from here, and so on."""
_AT_ONCE = 20
"""Rows of words in one query: for each entry that it finds SQLite looks at all of them, and it limits how many there may be."""
_PORTION = 300
"""Rows of the lexicon that are looked through at a time: all words of a big corpus are many megabytes."""
_MATCHING = {
    "words": "select rowid from words where words match ? and rowid between ? and ?",
    "heads": """select number from entries where heading in (select rowid from heads where heads match ?)
                and number between ? and ?""",
}


class File(NamedTuple):
    """A data file as it was when it was read."""

    path: str
    size: int
    changed: int
    """Tells one state of the file from another; 0 where contents alone do."""
    digest: str = ""


class Stretch(NamedTuple):
    """The entries of one kind: where their rows begin, and the numbers by which they are known outside, without gaps."""

    row: int
    number: int
    count: int


def stretches(counts: Mapping[str, int]) -> dict[str, Stretch]:
    """For each kind of thing; told how many there are of each."""
    found, number = {}, 0
    for kind, what in enumerate(WHAT):
        found[what] = Stretch(kind * APART, number, counts[what])
        number += counts[what]
    return found


def matching(base: sqlite3.Connection, table: str, match: str, where: Iterable[Stretch]) -> Iterator[int]:
    """The numbers of the entries that a full-text query finds."""
    for one in where:
        shift = one.row - one.number
        for (row,) in base.execute(_MATCHING[table], (match, one.row, one.row + one.count - 1)):
            yield row - shift


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
        ends = [*range(3, len(part), 3), len(part)]
        letters = [part[end - 3 : end] for end in ends if end >= 3 and part[end - 3 : end].isascii()]
        if not letters:
            return self._stream("select words from lexicon where place = ?", self._place)
        sql = "select words from grams, lexicon where grams match ? and lexicon.id = grams.rowid and +place = ?"
        return self._stream(sql, " AND ".join(f'"{three}"' for three in letters), self._place)

    def __contains__(self, word: str) -> bool:
        sql = "select words from lexicon where place = ? and length = ? and first <= ? order by first desc limit 1"
        length = len(word) if word.isalpha() else 0
        return any(f" {word} " in words for (words,) in self._stream(sql, self._place, length, word))

    def of_length(self, shortest: int, longest: int, beginning: str = "") -> Iterator[list[str]]:
        """Those in the middle first: who looks for the most alike finds them there."""
        sql = """select words from lexicon where place = ?1 and length = ?2 and first < ?4 and first >= coalesce(
                 (select max(first) from lexicon where place = ?1 and length = ?2 and first <= ?3), '') order by first"""
        for length in sorted(range(max(shortest, 1), longest + 1), key=lambda one: abs(2 * one - shortest - longest)):
            rows = self._stream(sql, self._place, length, beginning, beginning + LAST)
            while some := "".join(chain.from_iterable(islice(rows, _PORTION))).split():
                yield [word for word in some if word.startswith(beginning)] if beginning else some


class IndexShelf:
    """The entries of a scope in an index. Raises DamagedIndex wherever the file turns out not to be one."""

    def __init__(self, path: Path, scope: Scope) -> None:
        self._path = path
        self._scope = scope
        try:
            self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        except sqlite3.Error as error:
            raise DamagedIndex(str(error)) from None
        finalize(self, self._base.close)
        [(form,)] = self._select("select value from meta where key = 'form'") or [("",)]
        [(pages,)], [(size,)] = self._select("pragma page_count"), self._select("pragma page_size")
        if form != FORM or pages * size != path.stat().st_size:
            raise DamagedIndex("cut off, or of another form")

    def close(self) -> None:
        self._base.close()

    @property
    def files(self) -> list[File]:
        """The data files that it was built from."""
        return [File(*row) for row in self._select("select path, size, changed, digest from files")]

    @cached_property
    def lexicon(self) -> Lexicon:
        return StoredLexicon(self._stream, "words")

    @cached_property
    def headings(self) -> Lexicon:
        return StoredLexicon(self._stream, "heads")

    @cached_property
    def count(self) -> int:
        return len(self._taken)

    def having(self, rows: Iterable[Row]) -> Numbers:
        return self._found("words", "words", rows)

    def titled(self, rows: Iterable[Row]) -> Numbers:
        return self._found("heads", "titles", rows)

    def headed(self, rows: Iterable[Row]) -> Numbers:
        return self._found("heads", "heads", rows)

    def _found(self, table: str, place: str, rows: Iterable[Row]) -> Numbers:
        found, rare = Numbers(), []
        for row in rows:
            if len(row) == 1 and row[0] in self._common[place]:
                found |= self._having_common(place, row[0])
            else:
                rare.append(f'"{" ".join(row)}"')
        if rare:
            column = "{titles} : " if place == "titles" else ""
            queries = (f"{column}({' OR '.join(rare[at : at + _AT_ONCE])})" for at in range(0, len(rare), _AT_ONCE))
            numbers = (number for match in queries for number in self._matching(table, match))
            found |= Numbers.of(numbers, self._size)
        return found & self._taken

    def _matching(self, table: str, match: str) -> Iterator[int]:
        try:
            yield from matching(self._base, table, match, self._where)
        except sqlite3.Error as error:
            raise DamagedIndex(str(error)) from None

    @cached_property
    def _common(self) -> dict[str, set[str]]:
        """The words whose entries are kept as they are, and need not be gathered one by one."""
        found: dict[str, set[str]] = {"words": set(), "titles": set(), "heads": set()}
        for place, word in self._select("select place, word from common"):
            found[place].add(word)
        return found

    def _having_common(self, place: str, word: str) -> Numbers:
        [(raw,)] = self._select("select numbers from common where place = ? and word = ?", place, word)
        return Numbers(int.from_bytes(raw, "little"))

    @cached_property
    def _stretches(self) -> dict[str, Stretch]:
        counts = dict(self._select("select key, value from meta"))
        return stretches({what: int(counts[f"count {what}"]) for what in WHAT})

    @cached_property
    def _where(self) -> list[Stretch]:
        return [one for what, one in self._stretches.items() if what in self._scope.what]

    @cached_property
    def _size(self) -> int:
        return sum(one.count for one in self._stretches.values())

    @cached_property
    def _taken(self) -> Numbers:
        """All that is in the scope."""
        scope, taken = self._scope, Numbers()
        if not (scope.documents or scope.years or scope.kinds or scope.themes):
            for one in self._where:
                taken |= Numbers.between(one.number, one.number + one.count)
            return taken
        known = self._select("select distinct document, kind, year from entries where document is not null")
        ids = [id for id, kind, year in known if scope.takes_document(id, kind, year)]
        return Numbers.of(chain.from_iterable(map(self._of_document, ids)), self._size)

    def _of_document(self, id: str) -> Iterator[int]:
        sql = "select number, themes from entries where document = ? and number between ? and ?"
        for one in self._where:
            for row, themes in self._stream(sql, id, one.row, one.row + one.count - 1):
                if self._scope.takes_theme(themes.split()):
                    yield row - one.row + one.number

    def every(self) -> Numbers:
        return self._taken

    def entry(self, number: int) -> Entry:
        [(body,)] = self._select("select body from bodies where number = ?", self._row(number)) or [(b"",)]
        return _decoded(body)

    def _row(self, number: int) -> int:
        return next(number - one.number + one.row for one in self._stretches.values() if number < one.number + one.count)

    def around(self, number: int, distance: int) -> list[tuple[Entry, int]]:
        one, row = self.entry(number), self._row(number)
        sql = "select number, body from bodies where number between ? and ? and number <> ? order by number"
        found = self._select(sql, row - distance, row + distance, row)
        near = [(_decoded(body), at - row) for at, body in found]
        return [(entry, offset) for entry, offset in near if (entry.document, entry.what) == (one.document, one.what)]

    def named(self, name: str) -> list[int]:
        sql = "select number from entries where instr(names, ?) and number between ? and ? order by number"
        found = [
            row - one.row + one.number
            for one in self._where
            for (row,) in self._select(sql, f"\n{name}\n", one.row, one.row + one.count - 1)
        ]
        return [number for number in found if number in self._taken]

    def _select(self, sql: str, *values: Any) -> list[Any]:
        return list(self._stream(sql, *values))

    def _stream(self, sql: str, *values: Any) -> Iterator[Any]:
        """The rows one by one, so that nobody holds more of them than he keeps."""
        try:
            yield from self._base.execute(sql, values)
        except sqlite3.Error as error:
            raise DamagedIndex(str(error)) from None


def _decoded(body: bytes) -> Entry:
    try:
        return msgpack.decode(body, type=Entry)
    except DecodeError as error:
        raise DamagedIndex(str(error)) from None


def refresh(path: Path, files: Iterable[File]) -> None:
    """Note the new times of files whose contents are what they were; not worth an error where that is impossible.

    Without a journal on the disk: one that a killed process leaves could not be undone by those who only read. Nothing that is
    searched is touched, so that at worst the files are compared once more.
    """
    try:
        with closing(sqlite3.connect(path, timeout=1)) as base:
            base.execute("pragma journal_mode = memory")
            rows = [(file.size, file.changed, file.path) for file in files]
            base.executemany("update files set size = ?, changed = ? where path = ?", rows)
            base.commit()
    except sqlite3.Error:
        return
