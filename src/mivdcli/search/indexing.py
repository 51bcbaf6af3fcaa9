"""Writing the index of a big corpus: its entries, their words, and what makes a common or an unknown word cheap to ask for.

With ``index``, which reads what is written here, the only module of the search that knows sqlite3.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from msgspec import msgpack

from mivdcli.search.entries import WHAT, Entry
from mivdcli.search.index import APART, FORM, File, matching, stretches
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import Headings, names_of
from mivdcli.search.stored_lexicon import ROWS, grams
from mivdcli.text import searchable

EVERY = 0.5
"""Seconds between two lines about progress."""
Said = Callable[[str], None]
"""Hears how far it is."""
COMMON, MANY = 32, 1000
"""A word is common that stands in one of so many entries, and in so many at least."""
_IN_A_ROW = 32
"""Words of the lexicon in one row: so few that three letters in a row lead to few rows in which no word has them all."""
_LEAN = "columnsize=0, tokenize=\"unicode61 remove_diacritics 0 tokenchars '.'\""
_TABLES = f"""
create table meta (key text primary key, value text);
create table files (path text primary key, size integer, changed integer, digest text);
create table entries (number integer primary key, document text, kind text, year integer, themes text, heading integer,
    names text);
create table bodies (number integer primary key, body blob);
create virtual table words using fts5(nl, en, content='', {_LEAN});
create virtual table heads using fts5(titles, about, content='', {_LEAN});
create table common (place text, word text, numbers blob, primary key (place, word)) without rowid;
create table lexicon (id integer primary key, place text, length integer, first text, words text);
create virtual table grams using fts5(letters, content='', detail=none, {_LEAN});
"""
"""``lexicon`` has the words by length (those not of letters alone under 0) and alphabet, some in each row, and ``grams`` tells
which of its rows have three letters in a row; ``common`` has the entries of each common word."""
_LAST = f"""
create table documents as select document, year, kind, min(number) as first, max(number) as last from entries
    group by document, year, kind, number / {APART};
create index by_heading on entries (heading);
create index by_first on lexicon (place, length, first);
insert into grams (grams) values ('optimize');
"""
_MADE_ONE = "insert into words (words) values ('optimize'); insert into heads (heads) values ('optimize');"
"""A full-text index grows in pieces, in each of which a word would have to be looked for."""


def build(path: Path, files: Iterable[File], entries: Iterable[Entry], said: Said) -> None:
    """Write an index beside ``path`` and move it there, so that nobody ever sees half of one.

    ``said`` hears how many entries are written and then what else is. Raises OSError where it cannot be written.
    """
    from mivdcli.whole import beside

    path.parent.mkdir(parents=True, exist_ok=True)
    with beside(path) as part:
        ours_alone = f"{part.absolute().as_uri()}?nolock=1"  # and locked already, on some systems in SQLite's way
        with _as_os_error(), closing(sqlite3.connect(ours_alone, uri=True)) as base:
            base.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
            counts = _fill(base, entries, said)
            said("bringing the words together")
            base.executescript(_MADE_ONE)  # now, so that the room it leaves is used by what follows
            _note_words(base, counts, said)
            _note_headings(base, counts, said)
            said("the last of it")
            base.executescript(_LAST)
            base.executemany("insert into files values (?, ?, ?, ?)", files)
            base.execute("insert into meta values ('form', ?)", (FORM,))
            base.commit()
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # it would be taken for one of the new file
        part.replace(path)


def _now_and_then(said: Said) -> Said:
    """Passes on what comes a while after what was passed on before."""
    before = monotonic()

    def tell(line: str) -> None:
        nonlocal before
        if monotonic() - before >= EVERY:
            before = monotonic()
            said(line)

    return tell


@contextmanager
def _as_os_error() -> Iterator[None]:
    """A full disk is an OSError, whoever writes to it."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def _fill(base: sqlite3.Connection, entries: Iterable[Entry], said: Said) -> dict[str, int]:
    counts = dict.fromkeys(WHAT, 0)
    heading, ids = Headings(), dict[tuple[tuple[str, ...], tuple[str, ...]], int]()
    tell = _now_and_then(said)
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
        tell(f"{done:,} entries")
    base.executemany("insert into meta values (?, ?)", [(f"count {what}", str(count)) for what, count in counts.items()])
    return counts


def _note_words(base: sqlite3.Connection, counts: dict[str, int], said: Said) -> None:
    size, everywhere = sum(counts.values()), list(stretches(counts).values())
    said("the different words")
    terms, tell = _terms(base, "words", least=_least(size)), _now_and_then(said)
    for done, term in enumerate(terms):
        tell(f"{done:,} of {len(terms):,} common words")
        found = Numbers.of(matching(base, "words", f'"{term}"', everywhere), size)
        base.execute("insert into common values ('words', ?, ?)", (term, bytes(found)))


def _note_headings(base: sqlite3.Connection, counts: dict[str, int], said: Said) -> None:
    """The same headings stand above many entries, and all words of a heading above the same ones, which are so found once."""
    said("the headings")
    size = sum(counts.values())
    above = array("L", (heading for (heading,) in base.execute("select heading from entries order by number")))
    times = Counter(above)
    known: dict[frozenset[int], bytes] = {}
    terms, tell = _terms(base, "heads", least=0), _now_and_then(said)
    for done, term in enumerate(terms):
        tell(f"{done:,} of {len(terms):,} words of headings")
        for place, match in (("titles", f'{{titles}} : "{term}"'), ("heads", f'"{term}"')):
            headings = frozenset(id for (id,) in base.execute("select rowid from heads where heads match ?", (match,)))
            if sum(times[heading] for heading in headings) < _least(size):
                continue
            if headings not in known:
                having = (number for number, heading in enumerate(above) if heading in headings)
                known[headings] = bytes(Numbers.of(having, size))
            base.execute("insert into common values (?, ?, ?)", (place, term, known[headings]))


def _least(size: int) -> int:
    return max(size // COMMON, MANY)


def _terms(base: sqlite3.Connection, table: str, *, least: int) -> list[str]:
    """Write down the lexicon of a table; of its words those that stand in so many rows."""
    by_length: dict[int, list[str]] = {}
    frequent = []
    base.execute(f"create virtual table temp.terms using fts5vocab(main, {table}, row)")
    for term, times in base.execute("select term, doc from temp.terms order by term"):
        by_length.setdefault(len(term) if term.isalpha() else 0, []).append(term)
        if times >= least:
            frequent.append(term)
    base.execute("drop table temp.terms")
    rows = (
        (length, terms[at : at + _IN_A_ROW]) for length, terms in by_length.items() for at in range(0, len(terms), _IN_A_ROW)
    )
    for id, (length, row) in enumerate(rows, ROWS[table]):
        base.execute("insert into lexicon values (?, ?, ?, ?, ?)", (id, table, length, row[0], f" {' '.join(row)} "))
        letters = " ".join(sorted(set().union(*map(grams, row))))
        base.execute("insert into grams (rowid, letters) values (?, ?)", (id, letters))
    return frequent
