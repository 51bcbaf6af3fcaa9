"""Each question to the index has the answer that memory gives, asked of the shelf itself and not only through a search."""

import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search.entries import WHAT
from mivdcli.search.index import APART, File, IndexShelf, build, refresh
from mivdcli.search.opening import entries_in
from mivdcli.search.shelf import DamagedIndex, MemoryShelf, Scope
from tests import small

SCOPES = [
    Scope(),
    Scope(what=WHAT),
    Scope(what=("figures", "passages")),
    Scope(documents=("report-2031",)),
    Scope(years=(2031, 2031), kinds=("plan",), what=WHAT[:4]),
    Scope(years=(2032, 2040)),
    Scope(themes=("gulls", "fog")),
]
ROWS = [[("boten",)], [("twee", "boten"), ("mist",)], [("boats",)], [("kwamen", "twee", "nieuwe")], [("nergens",)], []]


FILES = [File("plans/2031.toml", 12, -5, "ab"), File("themes.toml", 3, 2**62, "cd")]


@pytest.fixture
def path(corpus: Corpus, tmp_path: Path) -> Path:
    found = tmp_path / "made" / "here" / "small.sqlite3"
    counted: list[int] = []
    build(found, FILES, entries_in(corpus, Scope(what=WHAT)), counted.append)
    assert counted == list(range(1, 21)), "whoever waits hears how far it is"
    return found


def numbers(shelf: IndexShelf | MemoryShelf) -> dict[int, int]:
    """The numbers of one shelf to places in order: memory counts through, the index kind by kind."""
    return {number: place for place, number in enumerate(shelf.every())}


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_both_shelves_answer_alike(corpus: Corpus, path: Path, scope: Scope) -> None:
    memory, index = MemoryShelf(entries_in(corpus, scope), scope), IndexShelf(path, scope)
    ours, theirs = numbers(memory), numbers(index)
    assert index.count == memory.count == len(ours) == len(theirs)
    assert [index.entry(number) for number in theirs] == [memory.entry(number) for number in ours]
    for row in ROWS:
        for ask in ("having", "titled", "headed"):
            found, other = getattr(memory, ask)(row), getattr(index, ask)(row)
            assert {ours[number] for number in found} == {theirs[number] for number in other}, (ask, row)
    for mine, its in zip(ours, theirs, strict=True):
        assert index.around(its, 1) == memory.around(mine, 1)
        one = memory.entry(mine)
        for name in (one.ref, one.id, one.section, one.document or "nothing", f"{one.document}:{one.section}"):
            assert [theirs[n] for n in index.named(name)] == [ours[n] for n in memory.named(name)], name
    assert index.named("no such name") == []


def test_the_words_of_a_file_are_those_of_memory(corpus: Corpus, path: Path) -> None:
    """But for the scope: a file has one list of words for all that it holds."""
    memory, index = MemoryShelf(entries_in(corpus, Scope(what=WHAT)), Scope(what=WHAT)), IndexShelf(path, Scope(what=WHAT))
    for mine, its in ((memory.lexicon, index.lexicon), (memory.headings, index.headings)):
        for word in ("boten", "boats", "nergens", "b", "1.200", "2031"):
            assert (word in its) == (word in mine), word
        for shortest, longest in ((1, 3), (5, 5), (4, 30), (30, 40)):
            assert {*chain(*its.of_length(shortest, longest))} == {*chain(*mine.of_length(shortest, longest))}


def test_the_kinds_are_numbered_apart(path: Path) -> None:
    """Entries of another kind must never count as neighbours."""
    every = list(IndexShelf(path, Scope(what=WHAT)).every())
    assert [number // APART for number in every] == sorted(number // APART for number in every)
    assert {number // APART for number in every} == set(range(len(WHAT)))


def test_an_index_tells_what_it_was_built_from(path: Path) -> None:
    assert IndexShelf(path, Scope()).files == FILES


def test_a_refreshed_index_has_the_new_sizes_and_times_and_the_old_contents(path: Path) -> None:
    refresh(path, [FILES[0]._replace(size=13, changed=7)])
    shelf = IndexShelf(path, Scope(what=WHAT))
    assert shelf.files == [FILES[0]._replace(size=13, changed=7), FILES[1]]
    assert shelf.count == 20
    assert [file.name for file in path.parent.iterdir()] == [path.name], "no journal stays behind"


def test_a_refresh_that_is_impossible_is_not_worth_an_error(tmp_path: Path) -> None:
    refresh(small.put(tmp_path / "none.sqlite3", "no database"), FILES)


@pytest.mark.parametrize("damage", ["", "no database", "another form", "gone"])
def test_what_is_no_index_is_refused(path: Path, damage: str) -> None:
    if damage == "another form":
        with closing(sqlite3.connect(path)) as base:
            base.execute("update meta set value = '0' where key = 'form'")
            base.commit()
    elif damage == "gone":
        path.unlink()
    else:
        path.write_text(damage, "utf-8")
    with pytest.raises(DamagedIndex):
        IndexShelf(path, Scope())
