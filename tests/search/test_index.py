"""The index of a big corpus gives the answers that memory gives, and never an old or a broken one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import Searcher, indexing, opening, stored_lexicon
from mivdcli.search import index as search_index
from mivdcli.search.entries import WHAT
from mivdcli.search.index import IndexShelf
from mivdcli.search.opening import index_path
from mivdcli.search.shelf import MemoryShelf
from tests import small
from tests.search.quality import judged, texts

SCOPES: list[dict[str, object]] = [
    {},
    {"documents": ["report-2020"]},
    {"years": "2022..2024", "kinds": ["events", "report"]},
    {"themes": ["cyber", "landen-en-regios"]},
    {"what": WHAT},
    {"what": ["figures", "commitments"], "years": "2020..2024"},
]
NAMES = ["report-2020:1.1.china/3", "1.1.china", "plan-2024", "uvo.investigations", "-china", "china OR rusland -cyber"]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own; no test touches that of the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "mivd"


@pytest.fixture
def big(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every corpus counts as a big one."""
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    monkeypatch.setattr(opening, "MANY", 1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the comparisons, so that the bundle is indexed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.slow
@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_an_index_answers_as_memory_does(
    bundled: Corpus, shared: Path, monkeypatch: pytest.MonkeyPatch, scope: dict[str, object]
) -> None:
    """The same hits in the same order with the same words: how big a corpus is must not show in an answer."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared))
    memory = Searcher(bundled, **scope)  # type: ignore[arg-type]
    monkeypatch.setattr(opening, "MANY", 1)
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    index = Searcher(bundled, **scope)  # type: ignore[arg-type]
    assert isinstance(memory._shelf, MemoryShelf)
    assert isinstance(index._shelf, IndexShelf)
    every = [query.text for query in judged(texts(bundled))] + NAMES
    for text in every[:: 6 if scope else 1]:
        wish = {"limit": 50, "context": 1, "count": True, "explain": True}
        assert memory.ask(text, **wish) == index.ask(text, **wish), text  # type: ignore[arg-type]


STAGES = (
    "[0-9]+ entries",
    "bringing the words together",
    "the different words",
    "0 of [0-9]+ common words",
    "the headings",
    "[0-9]+ of [0-9]+ words of headings",
    "the last of it",
)
"""What somebody who waits for an index reads, in this order."""
EVERY_WAY = [
    "boten", "boot", "onderzoek", "patrouille nacht", "lunchwachter", "wachterslunch", "voorjaarsboten", '"twee nieuwe boten"',
    '"boten twee"', "vuurtorenwahcters", "harbor watch", "havenwacht", "tachtig", "1.150", "boten OR meeuwen -heron", "-boten",
    "boats/1", "report-2031:2.gulls", "tochten", "fogresearch zxqvwk", "mist", "3", "lunches",
]  # fmt: skip


@pytest.mark.parametrize("portions", [1, 10_000])
@pytest.mark.parametrize("narrow", [{}, {"what": WHAT}, {"themes": ["nature"]}, {"documents": ["plan-2031"]}], ids=str)
def test_an_index_of_the_small_world_answers_as_memory_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch, narrow: dict[str, object], portions: int
) -> None:
    """In whatever way a word is found, and however its words are kept and asked for."""
    memory = Searcher(Corpus(bundled=folder), **narrow)  # type: ignore[arg-type]
    monkeypatch.setattr(opening, "MANY", 1)
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    monkeypatch.setattr(stored_lexicon, "_PORTION", portions)
    monkeypatch.setattr(indexing, "_IN_A_ROW", portions)
    monkeypatch.setattr(indexing, "MANY", portions)
    monkeypatch.setattr(indexing, "COMMON", portions)
    monkeypatch.setattr(search_index, "_AT_ONCE", portions)
    index = Searcher(Corpus(bundled=folder), **narrow)  # type: ignore[arg-type]
    assert isinstance(memory._shelf, MemoryShelf)
    assert isinstance(index._shelf, IndexShelf)
    for text in EVERY_WAY:
        wish = {"limit": 50, "context": 1, "count": True, "explain": True}
        assert memory.ask(text, **wish) == index.ask(text, **wish), text  # type: ignore[arg-type]


def test_a_small_corpus_touches_no_cache(corpus: Corpus, cache: Path) -> None:
    assert Searcher(corpus).ask("boten").total == 4
    assert not cache.exists()


def test_a_corpus_is_big_by_the_passages_in_its_files(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    monkeypatch.setattr(opening, "MANY", 6)
    assert opening.is_big(corpus)
    monkeypatch.setattr(opening, "MANY", 7)
    assert not opening.is_big(corpus)


@pytest.mark.usefixtures("big")
class TestOfOneFolder:
    """What becomes of the index when the folder or the file changes."""

    @pytest.fixture
    def said(self) -> list[str]:
        return []

    @pytest.fixture
    def path(self, folder: Path, said: list[str]) -> Path:
        self.ask(folder, said)
        assert said
        said.clear()
        return index_path(Corpus(bundled=folder))

    def ask(self, folder: Path, said: list[str], text: str = "boten") -> int:
        return Searcher(Corpus(bundled=folder), report=said.append).ask(text).total

    def test_it_is_built_once_and_says_so(self, folder: Path, path: Path, said: list[str], cache: Path) -> None:
        assert path.parent == cache
        assert self.ask(folder, said) == 4
        assert said == []

    def test_a_changed_file_is_indexed_anew(self, folder: Path, path: Path, said: list[str]) -> None:
        file = folder / "plans" / "2031.toml"
        file.write_text(file.read_text("utf-8").replace("Mistonderzoek", "Stormonderzoek"), "utf-8")
        assert self.ask(folder, said, "stormonderzoek") == 1
        assert "the data has changed" in said[0]

    def test_a_new_document_is_indexed(self, folder: Path, path: Path, said: list[str]) -> None:
        report = small.report() | {"id": "report-2032", "year": 2032}
        small.write(folder, small.plan(), small.report(), report)
        assert self.ask(folder, said) == 6

    @pytest.mark.parametrize("stage", STAGES)
    def test_an_interrupted_build_leaves_what_was_there_and_nothing_else(
        self, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
    ) -> None:
        """A million passages take minutes; whoever ends that early must lose neither the old index nor the disk."""
        before = path.read_bytes()
        small.write(folder, small.plan(), small.report(), small.report() | {"id": "report-2032", "year": 2032})
        monkeypatch.setattr(indexing, "EVERY", 0.0)
        monkeypatch.setattr(indexing, "MANY", 1)

        def interrupt(line: str) -> None:
            if re.fullmatch(f"indexing: {stage}", line):
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            Searcher(Corpus(bundled=folder), report=interrupt)
        assert [one.read_bytes() for one in path.parent.iterdir()] == [before]

    def test_a_file_that_was_only_touched_is_not(self, folder: Path, path: Path, said: list[str]) -> None:
        before = path.read_bytes()
        os.utime(folder / "plans" / "2031.toml", ns=(1, 1))
        assert self.ask(folder, said) == 4
        assert self.ask(folder, said) == 4
        assert said == []
        assert len(path.read_bytes()) == len(before)

    @pytest.mark.parametrize("damage", [b"", b"no database", None], ids=["empty", "garbage", "cut"])
    def test_a_damaged_index_is_built_anew(self, folder: Path, path: Path, said: list[str], damage: bytes | None) -> None:
        path.write_bytes(path.read_bytes()[:-5000] if damage is None else damage)
        assert self.ask(folder, said) == 4
        assert "the index is damaged" in said[0]

    def test_damage_that_only_reading_shows_is_mended_too(self, folder: Path, path: Path, said: list[str]) -> None:
        searcher = Searcher(Corpus(bundled=folder), report=said.append)
        raw = path.read_bytes()
        path.write_bytes(raw[:4096] + b"\xff" * (len(raw) - 4096))
        assert searcher.ask("boten").total == 4
        assert said

    def test_where_nothing_can_be_kept_everything_is_read_and_said(self, folder: Path, cache: Path) -> None:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text("a file where the folder should be", "utf-8")
        corpus = Corpus(bundled=folder)
        assert Searcher(corpus).ask("boten").total == 4
        assert "no search index could be kept" in corpus.notices[-1]

    def test_no_half_of_an_index_is_left_behind(self, path: Path) -> None:
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_two_builders_at_once_both_answer(folder: Path, tmp_path: Path) -> None:
    """Each writes a file of its own and moves it into place; whoever is last replaces a good one by a good one."""
    code = (
        "import sys; from pathlib import Path; from mivdcli.corpus import Corpus; from mivdcli.search import Searcher, opening;"
        "opening.SURELY_FEW, opening.MANY = 0, 1;"
        "print(Searcher(Corpus(bundled=Path(sys.argv[1]))).ask('boten').total)"
    )
    settings = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "both")}
    command = [sys.executable, "-c", code, str(folder)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings) for _ in range(4)]
    assert [process.communicate()[0].strip() for process in started] == ["4"] * 4
    assert len(list((tmp_path / "both" / "mivd").iterdir())) == 1
