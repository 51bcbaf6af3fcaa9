"""What the build of a wheel adds to the data gives the answers that the TOML gives, and never outlives it."""

from pathlib import Path

import pytest

from mivdcli.checks import check
from mivdcli.compiled import SUFFIX
from mivdcli.corpus import Corpus, bundled_folder
from mivdcli.model import Term, TermNames
from mivdcli.search import Searcher
from mivdcli.search.index import IndexShelf
from mivdcli.search.opening import SHIPPED
from mivdcli.search.shelf import MemoryShelf
from mivdcli.wheel import compile_data
from tests import small


@pytest.fixture
def compiled(folder: Path) -> Path:
    """The small folder as a wheel would hold it."""
    compile_data(folder)
    return folder


def shelf(corpus: Corpus) -> type:
    return type(Searcher(corpus)._shelf)


def _everything(corpus: Corpus) -> tuple[object, ...]:
    links = [corpus.links(year) for year in corpus.years]
    return list(corpus.documents()), corpus.themes, corpus.series, corpus.terms, links


def test_every_bundled_record_is_compiled_as_it_is(tmp_path: Path, bundled: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decimals, dates, closed sets and empty fields included; and no TOML is read for any of them."""
    for path in bundled_folder().rglob("*.toml"):
        small.put(tmp_path / path.relative_to(bundled_folder()), path.read_bytes())
    compile_data(tmp_path)
    read = _everything(bundled)
    monkeypatch.setattr("mivdcli.corpus.parse_toml", lambda _: pytest.fail("TOML was read"))
    assert _everything(Corpus(bundled=tmp_path)) == read


def test_a_changed_file_is_read_and_not_what_was_compiled_from_it_before(compiled: Path) -> None:
    """One digit, the same length: somebody corrects a number in an installation, and it must show."""
    path = compiled / "plans" / "2031.toml"
    path.write_text(path.read_text("utf-8").replace("1.200 patrouilles", "1.300 patrouilles"), "utf-8")
    corpus = Corpus(bundled=compiled)
    assert "1.300" in corpus.document("plan-2031").passages[1].nl
    assert shelf(corpus) is MemoryShelf
    assert [hit.ref for hit in Searcher(corpus).ask("1300").hits] == ["plan-2031:boats/2"]


@pytest.mark.parametrize("spoilt", [b"", b"\x00\x00\x00\x00", None])
def test_a_damaged_or_missing_compiled_file_costs_time_and_no_answer(compiled: Path, spoilt: bytes | None) -> None:
    path = compiled / "plans" / f"2031{SUFFIX}"
    kept = path.read_bytes()
    path.write_bytes(kept[: len(kept) // 2] if spoilt is None else spoilt)
    assert Corpus(bundled=compiled).document("plan-2031").id == "plan-2031"
    path.unlink()
    assert Corpus(bundled=compiled).document("plan-2031").id == "plan-2031"


def test_what_lies_in_a_folder_of_the_user_is_read_and_checked(tmp_path: Path, compiled: Path) -> None:
    """A compiled file is not checked again; one that came with somebody's folder could say anything."""
    own = small.write(tmp_path / "own", small.plan())
    compile_data(own)
    stored = own / "plans" / f"2031{SUFFIX}"
    stored.write_bytes(stored.read_bytes().replace(b"boten", b"ijsje"))
    corpus = Corpus(own, bundled=compiled)
    assert not any("ijsje" in passage.nl for passage in corpus.document("plan-2031").passages)
    assert shelf(corpus) is MemoryShelf, "the index knows nothing of the user's documents"


def test_search_asks_the_shipped_index_and_answers_as_memory_does(compiled: Path, folder: Path) -> None:
    corpus = Corpus(bundled=compiled)
    index = Searcher(corpus)
    assert isinstance(index._shelf, IndexShelf)
    (compiled / SHIPPED).unlink()
    memory = Searcher(corpus)
    assert isinstance(memory._shelf, MemoryShelf)
    for query in ("boten", "vuurtorenwacht", "patrouiles", "1200", "mist -boten", "niets"):
        assert index.ask(query, explain=True) == memory.ask(query, explain=True), query


def test_a_query_reads_the_names_of_the_glossary_and_not_its_texts(compiled: Path, tmp_path: Path) -> None:
    """From a wheel, from a checkout and beside terms of the user's own they are the names that the terms have."""
    term = small.lists()["glossary.toml"]["terms"][0]
    own = small.write(
        tmp_path / "own", small.plan(), **{"glossary.toml": {"terms": [term | {"nl": "wacht"}, term | {"id": "w"}]}}
    )

    def names(term: Term | TermNames) -> tuple[object, ...]:
        return term.id, term.nl, term.en, term.abbreviation, term.aliases

    def kinds() -> set[type]:
        found: list[Term | TermNames] = []
        for corpus in (Corpus(bundled=compiled), Corpus(own, bundled=compiled)):
            assert list(map(names, corpus.term_names)) == list(map(names, corpus.terms.values()))
            found += corpus.term_names
        return {*map(type, found)}

    assert kinds() == {TermNames, Term}
    (compiled / f"glossary{SUFFIX}").unlink()
    assert kinds() == {Term}


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_damaged_shipped_index_costs_time_and_no_answer(compiled: Path, cut: int) -> None:
    path = compiled / SHIPPED
    path.write_bytes(path.read_bytes()[:cut])
    assert Searcher(Corpus(bundled=compiled)).ask("boten").total


def test_an_index_that_breaks_while_it_is_read_gives_way_to_memory(compiled: Path) -> None:
    """Its form and length are right, and a page inside is not: found out only by the question."""
    path = compiled / SHIPPED
    raw = bytearray(path.read_bytes())
    raw[8192:] = bytes(len(raw) - 8192)
    path.write_bytes(raw)
    assert [hit.ref for hit in Searcher(Corpus(bundled=compiled)).ask("vuurtorenwachters").hits] == ["plan-2031:fog/1"]


def test_a_draft_is_never_answered_from_an_index(folder: Path) -> None:
    """Its answers must say that it is a draft, and the index holds no such notice."""
    plan = small.plan()
    plan["passages"][0]["nl"] = "[nog te schrijven]"
    small.write(folder, plan)
    compile_data(folder)
    corpus = Corpus(bundled=folder)
    Searcher(corpus).ask("mist")
    assert any("is a draft" in notice for notice in corpus.notices)


def test_check_looks_at_the_files_themselves(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking what was compiled would tell nothing about the data."""
    monkeypatch.setattr("mivdcli.corpus.read_compiled", lambda *_: None)
    plain = check(compiled)
    monkeypatch.undo()
    assert check(compiled).items == plain.items
    small.put(compiled / "plans" / "2031.toml", "id = 1")
    assert any(item.file == "plans/2031.toml" for item in check(compiled).items)
