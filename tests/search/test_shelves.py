"""Each question to the index has the answer that memory gives, asked of the shelf itself and not only through a search."""

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import index, indexing
from mivdcli.search.entries import WHAT
from mivdcli.search.index import File, IndexShelf, refresh
from mivdcli.search.indexing import build
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


@pytest.fixture(params=[1000, 1], ids=["nothing is common", "all is common"])
def path(corpus: Corpus, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(indexing, "MANY", request.param)
    found = tmp_path / "made" / "here" / "small.sqlite3"
    build(found, FILES, entries_in(corpus, Scope(what=WHAT)), lambda _: None)
    return found


def numbers(shelf: IndexShelf | MemoryShelf) -> dict[int, int]:
    """The numbers of one shelf to places in order: memory counts what it was given, the index all that there is."""
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
            for beginning in ("", "b", "bo", "boten", "z", "zz"):
                asked = (shortest, longest, beginning)
                assert {*chain(*its.of_length(*asked))} == {*chain(*mine.of_length(*asked))}
        for part in ("boten", "onderzoek", "chters", "ots", "sto", "mis", "zxq", "b", "lé", "3"):
            assert its.containing(part) == mine.containing(part), part


def test_the_kinds_stand_apart_and_are_numbered_without_gaps(path: Path) -> None:
    """Entries of another kind must never count as neighbours, and a gap would be bits in every set."""
    shelf = IndexShelf(path, Scope(what=WHAT))
    assert list(shelf.every()) == list(range(20))
    kinds = [WHAT.index(shelf.entry(number).what) for number in range(20)]
    assert kinds == sorted(kinds)
    assert set(kinds) == set(range(len(WHAT)))
    for number, kind in enumerate(kinds):
        assert {entry.what for entry, _ in shelf.around(number, 20)} <= {WHAT[kind]}


def test_the_entries_of_a_common_word_are_never_fetched_one_by_one(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word in two thirds of a million passages took a second and 200 MB to gather."""
    fetched: list[str] = []

    def watched(*asked: Any) -> Iterator[int]:
        fetched.append(asked[2])
        return matching(*asked)

    matching = index.matching
    entries = list(entries_in(corpus, Scope(what=WHAT)))
    monkeypatch.setattr(indexing, "MANY", 5)
    build(tmp_path / "some", FILES, entries, lambda _: None)
    monkeypatch.setattr(index, "matching", watched)
    shelf, memory = IndexShelf(tmp_path / "some", Scope(what=WHAT)), MemoryShelf(entries, Scope(what=WHAT))
    for word in ("boten", "boats", "mist", "wacht", "twee", "meeuwen"):
        for ask in ("having", "titled", "headed"):
            fetched.clear()
            found = getattr(memory, ask)([(word,)])
            assert set(getattr(shelf, ask)([(word,)])) == set(found)
            assert bool(fetched) == (len(found) < 5), (word, ask)
    assert fetched


def test_an_index_tells_what_it_was_built_from(path: Path) -> None:
    assert IndexShelf(path, Scope()).files == FILES


def test_a_refreshed_index_has_the_new_sizes_and_times_and_the_old_contents(path: Path) -> None:
    refresh(path, [FILES[0]._replace(size=13, changed=7)])
    shelf = IndexShelf(path, Scope(what=WHAT))
    assert shelf.files == [FILES[0]._replace(size=13, changed=7), FILES[1]]
    assert shelf.count == 20
    assert [file.name for file in path.parent.iterdir()] == [path.name], "no journal stays behind"


def test_an_index_that_does_not_say_how_many_entries_it_has_is_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.execute("delete from meta where key = 'count figures'")
        base.commit()
    with pytest.raises(DamagedIndex):
        IndexShelf(path, Scope()).having([("boten",)])


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


def test_a_shelf_that_another_thread_lets_go_is_closed_without_a_word(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The collector runs in whichever thread happens to need memory."""
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    held = [IndexShelf(path, Scope(what=WHAT))]
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    assert said == []
