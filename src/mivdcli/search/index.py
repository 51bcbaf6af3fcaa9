"""A shelf in a file: the entries of a big corpus in SQLite, with their words in a full-text index.

It gives the same answers in the same order as the shelf in memory, since it only answers the same questions faster. What it
reads ``indexing`` has written.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple
from weakref import finalize

from msgspec import DecodeError, msgpack

from mivdcli.lexicon import Lexicon
from mivdcli.search.entries import WHAT, Entry
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import DamagedIndex, Row, Scope
from mivdcli.search.stored_lexicon import StoredLexicon

FORM = "4"
"""Of the tables and of what stands in them; an index of another form is built anew."""
APART = 10**9
"""Rows of one kind are numbered together, in reading order: passages from 0, commitments from here, and so on."""
_AT_ONCE = 20
"""Rows of words in one query: for each entry that it finds SQLite looks at all of them, and it limits how many there may be."""
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
    size: int


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
        for (row,) in base.execute(_MATCHING[table], (match, one.row, one.row + one.size - 1)):
            yield row - shift


class IndexShelf:
    """The entries of a scope in an index. Raises DamagedIndex wherever the file turns out not to be one."""

    def __init__(self, path: Path, scope: Scope) -> None:
        self._path = path
        self._scope = scope
        try:
            # one thread alone asks it, but the collector may close it in another
            self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
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
        try:
            return stretches({what: int(counts[f"count {what}"]) for what in WHAT})
        except (KeyError, ValueError):
            raise DamagedIndex("it does not say how many entries it has") from None

    @cached_property
    def _where(self) -> list[Stretch]:
        return [one for what, one in self._stretches.items() if what in self._scope.what]

    @cached_property
    def _size(self) -> int:
        return sum(one.size for one in self._stretches.values())

    @cached_property
    def _taken(self) -> Numbers:
        """All that is in the scope."""
        scope, taken = self._scope, Numbers()
        if not (scope.documents or scope.years or scope.kinds or scope.themes):
            for one in self._where:
                taken |= Numbers.between(one.number, one.number + one.size)
            return taken
        for document, year, kind, first, end in self._documents:
            if document is not None and scope.takes_document(document, kind, year):
                taken |= Numbers.between(first, end)
        return Numbers.of(self._with_theme(taken), self._size) if scope.themes else taken

    def _with_theme(self, some: Numbers) -> Iterator[int]:
        takes = cache(lambda themes: self._scope.takes_theme(themes.split()))
        sql = "select themes from entries where number between ? and ? order by number"
        for _, _, _, first, end in self._documents:
            if first in some:
                for number, (themes,) in enumerate(self._stream(sql, self._row(first), self._row(end - 1)), first):
                    if takes(themes):
                        yield number

    @cached_property
    def _documents(self) -> list[tuple[str | None, int | None, str, int, int]]:
        """In reading order, with the numbers of the first entry of a kind in it and of the one behind the last."""
        sql = "select document, year, kind, first, last from documents where first between ? and ? order by first"
        return [
            (document, year, kind, first - one.row + one.number, last - one.row + one.number + 1)
            for one in self._where
            for document, year, kind, first, last in self._select(sql, one.row, one.row + one.size - 1)
        ]

    def by_document(self, numbers: Numbers) -> Iterator[tuple[str | None, int | None, str, int]]:
        for document, year, kind, first, end in self._documents:
            if times := len(numbers.within(first, end - first)):
                yield document, year, kind, times

    def every(self) -> Numbers:
        return self._taken

    def entry(self, number: int) -> Entry:
        [(body,)] = self._select("select body from bodies where number = ?", self._row(number)) or [(b"",)]
        return _decoded(body)

    def _row(self, number: int) -> int:
        return next(number - one.number + one.row for one in self._stretches.values() if number < one.number + one.size)

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
            for (row,) in self._select(sql, f"\n{name}\n", one.row, one.row + one.size - 1)
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
