"""How an index is known to be that of the data: by sizes, times and, where these tell nothing, contents."""

import os
import re
import time
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.model import Document
from mivdcli.search import Searcher, indexing, opening
from mivdcli.search.index import File, IndexShelf
from mivdcli.search.opening import YOUNG, _changed, _digest, _state, data_files, index_path
from mivdcli.search.shelf import MemoryShelf
from mivdcli.toml_form import canonical
from tests import small
from tests.search.test_index import STAGES


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an hour pass: the time of the last change of a name cannot be set, so the clock is."""
    now = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr("mivdcli.search.opening.time.time_ns", lambda: now)


def test_each_set_of_folders_has_an_index_of_its_own(tmp_path: Path) -> None:
    one, other = (Corpus(bundled=small.write(tmp_path / name)) for name in ("one", "other"))
    again = Corpus(bundled=tmp_path / "one")
    assert index_path(one) == index_path(again) != index_path(other)
    assert index_path(one).name.startswith("search-")
    assert len(index_path(one).stem) == len("search-") + 8


def test_a_file_of_long_ago_is_told_by_its_times_and_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = small.put(tmp_path / "a", "same")
    other = small.put(tmp_path / "b", "same")
    old(one, monkeypatch)
    assert _state(one.stat()) == _state(one.stat()) != _state(other.stat())
    before = _state(one.stat())
    os.utime(one, ns=(5, 5))
    assert _state(one.stat()) != before


def test_a_file_of_just_now_never_looks_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = small.put(tmp_path / "a", "x").stat()
    changed = max(facts.st_mtime_ns, facts.st_ctime_ns)
    for now, young in ((changed + YOUNG, False), (changed + YOUNG - 1, True), (changed - YOUNG, True)):
        monkeypatch.setattr("mivdcli.search.opening.time.time_ns", lambda now=now: now)
        assert (_state(facts) == -now) is young


def test_only_what_looks_changed_is_read_and_contents_decide(tmp_path: Path) -> None:
    path = small.put(tmp_path / "a", "contents")
    digest = _digest(str(path))
    assert digest != _digest(str(small.put(tmp_path / "b", "contentt")))
    assert len(digest) == 32
    known = [File(str(path), 8, 1, digest), File("/nowhere", 3, 1, "unread")]
    same, touched, other_size = File(str(path), 8, 1), File(str(path), 8, 2), File(str(path), 9, 2)
    unread = File("/nowhere", 3, 1)
    assert _changed(known, [same, unread]) == []
    assert _changed(known, [touched, unread]) == [touched]
    assert _changed(known, [other_size, unread]) is None
    assert _changed([known[0]._replace(digest="other"), known[1]], [touched, unread]) is None
    assert _changed(known, [same]) is None
    assert _changed(known, [unread, same]) is None


def test_the_files_of_a_corpus_are_its_documents_and_its_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small.write(tmp_path / "data")
    old(folder, monkeypatch)
    found = data_files(Corpus(bundled=folder))
    assert [Path(file.path).relative_to(folder).as_posix() for file in found[:2]] == ["plans/2031.toml", "reports/2031.toml"]
    assert {"themes.toml", "series.toml", "glossary.toml"} <= {Path(file.path).name for file in found}
    for file in found:
        facts = Path(file.path).stat()
        assert (file.size, file.changed, file.digest) == (facts.st_size, _state(facts), "")


def test_progress_is_told_with_the_reason_and_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    monkeypatch.setattr(opening, "MANY", 1)
    monkeypatch.setattr(indexing, "EVERY", 0.0)
    monkeypatch.setattr(indexing, "MANY", 1)
    folder = small.write(tmp_path / "data")
    path = index_path(Corpus(bundled=folder))

    def told() -> list[str]:
        said: list[str] = []
        Searcher(Corpus(bundled=folder), report=said.append)
        return said

    first, *progress = told()
    assert first == f"indexing a big corpus once (there is no index yet): {path}"
    stages = dict.fromkeys(re.sub("[0-9,]+", "9", line) for line in progress)
    assert list(stages) == [f"indexing: {stage.replace('[0-9]+', '9').replace('0', '9')}" for stage in STAGES]
    assert progress[0] == "indexing: 1 entries"
    assert told() == []
    path.write_bytes(b"no database")
    assert told()[0] == f"indexing a big corpus once (the index is damaged): {path}"
    small.write(folder, small.plan(), small.report(), small.report() | {"id": "report-2032", "year": 2032})
    assert told()[0] == f"indexing a big corpus once (the data has changed): {path}"
    path.unlink()
    Searcher(Corpus(bundled=folder))
    assert path.exists(), "built without anybody to tell"


def test_the_shipped_index_is_used_for_just_the_data_that_it_was_made_of(tmp_path: Path) -> None:
    """Whoever adds, changes or replaces anything is answered from what stands there now."""
    folder, own = small.write(tmp_path / "data"), tmp_path / "own"
    opening.ship(Corpus(bundled=folder))
    index = folder / opening.SHIPPED

    def shelf(**more: object) -> object:
        searcher = Searcher(Corpus(bundled=folder, **more))  # type: ignore[arg-type]
        assert searcher.ask("vuurtorenwachters").total == 1
        return type(searcher._shelf)

    assert shelf() is IndexShelf
    small.put(own / "reports" / "2032.toml", canonical(small.report() | {"id": "report-2032", "year": 2032}, Document))
    assert shelf(extra=own) is MemoryShelf
    themes = folder / "themes.toml"
    before = themes.read_bytes()
    themes.write_bytes(before + b"\n")
    assert shelf() is MemoryShelf
    themes.write_bytes(before)
    assert shelf() is IndexShelf, "told by contents, not by times"
    index.write_bytes(b"no database")
    assert shelf() is MemoryShelf
    index.unlink()
    assert shelf() is MemoryShelf


def test_the_shipped_index_knows_its_data_by_name_size_and_contents(tmp_path: Path) -> None:
    """A file of the same size with other contents is another file, whatever its time says."""
    folder = small.write(tmp_path / "data")
    before = opening._bundled_files(Corpus(bundled=folder))
    assert [file.path for file in before[:2]] == ["plans/2031.toml", "reports/2031.toml"]
    assert all(file.size == (folder / file.path).stat().st_size and file.changed == 0 for file in before)
    themes = folder / "themes.toml"
    themes.write_bytes(themes.read_bytes().replace(b"Boten", b"Boter"))
    after = opening._bundled_files(Corpus(bundled=folder))
    assert [one.path for one, other in zip(before, after, strict=True) if one != other] == ["themes.toml"]
