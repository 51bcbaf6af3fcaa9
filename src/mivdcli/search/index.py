"""A shelf in a file: the entries of a big corpus in SQLite, with their words in a full-text index.

It gives the same answers in the same order as the shelf in memory, since it only answers the same questions faster. The only
module that knows sqlite3.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import closing, contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from weakref import finalize

from msgspec import DecodeError, msgpack

from mivdcli.lexicon import Lexicon, words_with
from mivdcli.search.entries import WHAT, Entry
from mivdcli.search.shelf import DamagedIndex, Headings, Row, Scope, names_of
from mivdcli.text import searchable

FORM = "3"
"""Of the tables and of what stands in them; an index of another form is built anew."""
APART = 10**9
"""Entries of one kind are numbered together, in reading order: passages from 0, commitments from here, and so on."""
_AT_ONCE = 200
"""Rows of words in one query; SQLite limits how deep an expression may be."""
_PORTION = 10_000
"""Words that are looked through at a time: all of a big corpus are many megabytes."""
_TABLES = """
create table meta (key text primary key, value text);
create table files (path text primary key, size integer, changed integer, digest text);
create table entries (number integer primary key, document text, kind text, year integer, themes text, heading integer,
    names text);
create table bodies (number integer primary key, body blob);
create virtual table words using fts5(nl, en, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
create virtual table heads using fts5(titles, about, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
create table lexicon (place text, length integer, portion integer, words text, primary key (place, length, portion));
"""
_LAST = """
create index by_heading on entries (heading);
create index by_document on entries (document);
"""


class File(NamedTuple):
    """A data file as it was when it was read."""

    path: str
    size: int
    changed: int
    """Tells one state of the file from another; 0 where contents alone do."""
    digest: str = ""


def build(path: Path, files: Iterable[File], entries: Iterable[Entry], said: Callable[[int], None]) -> None:
    """Write an index beside ``path`` and move it there, so that nobody ever sees half of one.

    ``said`` hears how many entries are written. Raises OSError where that is impossible.
    """
    from mivdcli.whole import beside

    path.parent.mkdir(parents=True, exist_ok=True)
    with beside(path) as part:
        ours_alone = f"{part.absolute().as_uri()}?nolock=1"  # and locked already, on some systems in SQLite's way
        with _as_os_error(), closing(sqlite3.connect(ours_alone, uri=True)) as base:
            base.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
            _fill(base, entries, said)
            base.executescript(_LAST)
            base.executemany("insert into files values (?, ?, ?, ?)", files)
            base.execute("insert into meta values ('form', ?)", (FORM,))
            base.commit()
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # it would be taken for one of the new file
        part.replace(path)


@contextmanager
def _as_os_error() -> Iterator[None]:
    """A full disk is an OSError, whoever writes to it."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def _fill(base: sqlite3.Connection, entries: Iterable[Entry], said: Callable[[int], None]) -> None:
    counts = dict.fromkeys(WHAT, 0)
    heading, ids = Headings(), dict[tuple[tuple[str, ...], tuple[str, ...]], int]()
    for done, entry in enumerate(entries, 1):
        number = WHAT.index(entry.what) * APART + counts[entry.what]
        counts[entry.what] += 1
        above = (entry.titles, entry.about)
        if above not in ids:
            ids[above] = len(ids) + 1
            row = (len(ids), heading.searchable(entry.titles), heading.searchable(entry.about))
            base.execute("insert into heads (rowid, titles, about) values (?, ?, ?)", row)
        themes = f" {' '.join(entry.themes)} "
        names = "\n".join(("", *dict.fromkeys(names_of(entry)), ""))
        facts = (number, entry.document, entry.kind, entry.year, themes, ids[above], names)
        base.execute("insert into entries values (?, ?, ?, ?, ?, ?, ?)", facts)
        base.execute("insert into bodies values (?, ?)", (number, msgpack.encode(entry)))
        texts = (number, searchable(entry.text_nl), searchable(entry.text_en))
        base.execute("insert into words (rowid, nl, en) values (?, ?, ?)", texts)
        said(done)
    base.executemany("insert into meta values (?, ?)", [(f"count {what}", str(count)) for what, count in counts.items()])
    for table in ("words", "heads"):
        base.execute(f"create virtual table temp.terms using fts5vocab(main, {table}, row)")
        by_length: dict[int, list[str]] = {}
        for (term,) in base.execute("select term from temp.terms order by term"):
            by_length.setdefault(len(term) if term.isalpha() else 0, []).append(term)
        for length, terms in by_length.items():
            for at in range(0, len(terms), _PORTION):
                portion = f" {' '.join(terms[at : at + _PORTION])} "
                base.execute("insert into lexicon values (?, ?, ?, ?)", (table, length, at, portion))
        base.execute("drop table temp.terms")


class StoredLexicon(Lexicon):
    """A lexicon whose words are read when they are needed, by length and in portions: words of letters, the others under 0."""

    def __init__(self, stream: Callable[..., Iterator[Any]], place: str) -> None:
        self._stream = stream
        self._place = place
        self._known: dict[str, frozenset[str]] = {}

    def containing(self, part: str) -> Set[str]:
        """Kept, because a word of a query is looked for alone, and as a part of what it makes with the words beside it."""
        if part not in self._known:
            portions = self._portions("length >= ? or length = 0", len(part))
            self._known[part] = frozenset().union(*(words_with(part, words) for words in portions))
        return self._known[part]

    def __contains__(self, word: str) -> bool:
        return any(f" {word} " in words for words in self._portions("length = ?", len(word) if word.isalpha() else 0))

    def of_length(self, shortest: int, longest: int) -> Iterator[list[str]]:
        """Those in the middle first: who looks for the most alike finds them there."""
        for length in sorted(range(max(shortest, 1), longest + 1), key=lambda one: abs(2 * one - shortest - longest)):
            yield from map(str.split, self._portions("length = ?", length))

    def _portions(self, which: str, length: int) -> Iterator[str]:
        """One after the other, none held longer than it is looked at."""
        sql = f"select words from lexicon where place = ? and ({which}) order by length, portion"
        for (words,) in self._stream(sql, self._place, length):
            yield words


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
        if self._allowed is not None:
            return len(self._allowed)
        return sum(
            int(self._select("select value from meta where key = ?", f"count {what}")[0][0]) for what in self._scope.what
        )

    def having(self, rows: Iterable[Row]) -> set[int]:
        return self._matching("select rowid from words where words match ?1 and rowid between ?2 and ?3", rows)

    def titled(self, rows: Iterable[Row]) -> set[int]:
        return self._above("titles", rows)

    def headed(self, rows: Iterable[Row]) -> set[int]:
        return self._above("titles about", rows)

    def _above(self, columns: str, rows: Iterable[Row]) -> set[int]:
        sql = """select number from entries where heading in (select rowid from heads where heads match ?1)
                 and number between ?2 and ?3"""
        return self._matching(sql, rows, columns)

    def _matching(self, sql: str, rows: Iterable[Row], columns: str = "nl en") -> set[int]:
        wanted = [f'"{" ".join(row)}"' for row in rows]
        found: set[int] = set()
        for at in range(0, len(wanted), _AT_ONCE):
            match = f"{{{columns}}} : ({' OR '.join(wanted[at : at + _AT_ONCE])})"
            for first, last in self._ranges:
                more = self._numbers(sql, match, first, last)
                found = found | more if found else more  # never two of the same while there is one
        return found if self._allowed is None else found & self._allowed

    @cached_property
    def _ranges(self) -> list[tuple[int, int]]:
        return [(WHAT.index(what) * APART, (WHAT.index(what) + 1) * APART - 1) for what in WHAT if what in self._scope.what]

    @cached_property
    def _allowed(self) -> set[int] | None:
        """The numbers in a scope that is narrower than a kind of thing."""
        scope = self._scope
        if not (scope.documents or scope.years or scope.kinds or scope.themes):
            return None
        known = self._select("select distinct document, kind, year from entries where document is not null")
        taken = [id for id, kind, year in known if scope.takes_document(id, kind, year)]
        sql = "select number, themes from entries where document = ? and number between ? and ?"
        return {
            number
            for id in taken
            for first, last in self._ranges
            for number, themes in self._select(sql, id, first, last)
            if scope.takes_theme(themes.split())
        }

    def every(self) -> Iterable[int]:
        if self._allowed is not None:
            return sorted(self._allowed)
        sql = "select number from entries where number between ? and ? order by number"
        return [number for first, last in self._ranges for (number,) in self._select(sql, first, last)]

    def entry(self, number: int) -> Entry:
        [(body,)] = self._select("select body from bodies where number = ?", number) or [(b"",)]
        return _decoded(body)

    def around(self, number: int, distance: int) -> list[tuple[Entry, int]]:
        one = self.entry(number)
        sql = "select number, body from bodies where number between ? and ? and number <> ? order by number"
        found = self._select(sql, number - distance, number + distance, number)
        near = [(_decoded(body), at - number) for at, body in found]
        return [(entry, offset) for entry, offset in near if (entry.document, entry.what) == (one.document, one.what)]

    def named(self, name: str) -> list[int]:
        sql = "select number from entries where instr(names, ?) and number between ? and ? order by number"
        found = [number for ends in self._ranges for (number,) in self._select(sql, f"\n{name}\n", *ends)]
        return found if self._allowed is None else [number for number in found if number in self._allowed]

    def _numbers(self, sql: str, *values: Any) -> set[int]:
        """What a query for one number a row finds, never held as rows: a common word stands in most of a big corpus."""
        try:
            return set(chain.from_iterable(self._base.execute(sql, values)))
        except sqlite3.Error as error:
            raise DamagedIndex(str(error)) from None

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
