"""The reader's own folder: versions that never replace each other, and nothing half written."""

from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import MissingExtra, SourceError, UnknownId
from mivdcli.sources.keep import add_bytes, add_file, list_sources
from mivdcli.sources.quote import quote
from mivdcli.sources.store import Store, default_folder
from mivdcli.sources.verify import VerifyItem, verify
from tests import small

PLAN = small.as_text(small.OFFICIAL_PLAN)
CHANGED = PLAN.replace("buy two new boats", "buy ten new boats")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "sources")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return small.put(tmp_path / "plan.txt", PLAN)


def statuses(items: list[VerifyItem]) -> set[str]:
    return {item.status for item in items}


def test_a_text_is_kept_with_its_origin_date_size_and_hash(corpus: Corpus, store: Store, plan: Path) -> None:
    item = add_file(corpus, "plan-2031", plan, store)
    assert (item.version, item.found, item.passages, item.size) == (1, 3, 3, len(PLAN.encode()))
    assert item.origin == str(plan)
    assert item.added.endswith("+00:00")
    assert len(item.sha256) == 64
    assert list_sources(store) == [item]


def test_the_same_file_again_is_kept_once_and_another_is_a_new_version(corpus: Corpus, store: Store, plan: Path) -> None:
    add_file(corpus, "plan-2031", plan, store)
    assert add_file(corpus, "plan-2031", plan, store).version == 1
    small.put(plan, CHANGED)
    assert add_file(corpus, "plan-2031", plan, store).version == 2
    assert [(item.version, item.current) for item in list_sources(store)] == [(2, True), (1, False)]


def test_two_processes_that_add_at_once_both_keep_theirs(corpus: Corpus, store: Store, plan: Path) -> None:
    """A version's number is taken by making its file; what is there is never replaced."""
    first = add_file(corpus, "plan-2031", plan, store)
    taken = store.path("plan-2031", 2)
    taken.write_bytes(store.path("plan-2031", 1).read_bytes())
    kept = add_bytes(corpus.document("plan-2031"), CHANGED.encode(), "elsewhere", store)
    assert kept.version == 3
    assert store.path("plan-2031", first.version).read_bytes() == taken.read_bytes()
    assert not list(store.folder.rglob("*.tmp"))


def test_removing_takes_every_version_and_nothing_else(corpus: Corpus, store: Store, plan: Path) -> None:
    add_file(corpus, "plan-2031", plan, store)
    assert store.remove("plan-2031") == 1
    assert store.documents() == []
    with pytest.raises(UnknownId):
        store.remove("plan-2031")


@pytest.mark.parametrize("damage", [b"", b"{", b'{"schema": "mivd-source/1"}', b"\xff\xfe"])
def test_a_damaged_file_is_named_with_the_way_out(corpus: Corpus, store: Store, plan: Path, damage: bytes) -> None:
    add_file(corpus, "plan-2031", plan, store)
    store.path("plan-2031", 1).write_bytes(damage)
    with pytest.raises(SourceError, match="is damaged") as caught:
        store.current("plan-2031")
    assert "mivd source remove plan-2031" in caught.value.hint


def test_the_text_of_another_document_is_refused(corpus: Corpus, store: Store, tmp_path: Path) -> None:
    other = small.put(tmp_path / "other.txt", small.as_text(small.OFFICIAL_REPORT))
    with pytest.raises(SourceError, match="none of its 3 paragraphs"):
        add_file(corpus, "plan-2031", other, store)
    assert store.documents() == []


def test_a_paper_with_another_number_is_refused(tmp_path: Path, store: Store) -> None:
    folder = small.write(tmp_path / "d", small.plan() | {"publication_id": "kst-99999-8"}, small.report())
    paper = small.put(tmp_path / "p.xml", small.as_xml(small.OFFICIAL_PLAN, "kst-99999-7"))
    with pytest.raises(SourceError, match="says that it is kst-99999-7, but plan-2031 is kst-99999-8"):
        add_file(Corpus(bundled=folder), "plan-2031", paper, store)


def test_without_fingerprints_the_date_tells_two_years_apart(bundled: Corpus, store: Store, tmp_path: Path) -> None:
    letter = small.put(tmp_path / "letter.txt", "Vuurdam, 3 december 2031\n\nEr komt een plan.\n")
    with pytest.raises(SourceError, match="dated 2031-12-03"):
        add_file(bundled, "plan-2019", letter, store)


def test_without_the_folder_library_the_variable_still_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "platformdirs", None)
    monkeypatch.delenv("MIVD_SOURCES", raising=False)
    with pytest.raises(MissingExtra, match="platformdirs") as caught:
        default_folder()
    assert "mivdcli[sources]" in caught.value.hint
    monkeypatch.setenv("MIVD_SOURCES", str(tmp_path))
    assert default_folder() == tmp_path


def test_a_quote_is_the_official_wording_and_says_which_version(corpus: Corpus, store: Store, plan: Path) -> None:
    add_file(corpus, "plan-2031", plan, store)
    found = quote(corpus, ["plan-2031:boats/2", "report-2031:1.boats/1"], store)
    assert found["plan-2031:boats/2"].text == small.OFFICIAL_PLAN["boats/2"]
    assert "version 1" in found["plan-2031:boats/2"].note
    assert found["report-2031:1.boats/1"].text is None
    assert "mivd source add report-2031" in found["report-2031:1.boats/1"].note


def test_what_is_not_verified_is_never_quoted(corpus: Corpus, store: Store) -> None:
    """A near miss under the name of an official paragraph would be a misquotation."""
    add_bytes(corpus.document("plan-2031"), CHANGED.encode(), "x", store)
    found = quote(corpus, ["plan-2031:boats/1"], store)["plan-2031:boats/1"]
    assert found.text is None
    assert found.note.startswith("differs")


def test_every_passage_and_figure_verifies(corpus: Corpus, store: Store, plan: Path) -> None:
    items = verify(corpus, "plan-2031", store, plan)
    assert [item.kind for item in items] == ["passage"] * 3 + ["figure"] * 2
    assert [item.status for item in items if item.kind == "passage"] == ["verified"] * 3
    assert store.documents() == [], "--file is read and not kept"


def test_a_changed_word_is_shown_against_the_version_that_was_as_described(corpus: Corpus, store: Store, plan: Path) -> None:
    add_file(corpus, "plan-2031", plan, store)
    add_bytes(corpus.document("plan-2031"), CHANGED.encode(), "x", store)
    changed = next(item for item in verify(corpus, "plan-2031", store) if item.ref == "plan-2031:boats/1")
    assert changed.status == "differs"
    assert changed.detail.endswith("against version 1: The watch will buy [-two-] {+ten+} new boats in 2031.")


def test_a_changed_number_contradicts_the_figure(corpus: Corpus, store: Store, tmp_path: Path) -> None:
    report = small.put(tmp_path / "r.txt", small.as_text(small.OFFICIAL_REPORT).replace("1.150", "1.510"))
    found = {item.series: item.status for item in verify(corpus, "report-2031", store, report) if item.kind == "figure"}
    assert found == {"patrols.total": "differs", "patrols.night": "verified", "lunches.stolen": "verified"}


def test_without_a_text_nothing_is_verified_and_nothing_contradicted(corpus: Corpus, store: Store) -> None:
    assert statuses(verify(corpus, None, store)) == {"could-not-check"}


def test_an_alignment_follows_the_data_when_it_is_corrected(corpus: Corpus, store: Store, plan: Path, tmp_path: Path) -> None:
    """What was aligned against an older edition of the data must not speak for the newer one."""
    add_file(corpus, "plan-2031", plan, store)
    corrected = small.plan()
    corrected["passages"][0] |= {"sha256": "0" * 64}
    newer = Corpus(bundled=small.write(tmp_path / "newer", corrected, small.report()))
    first = verify(newer, "plan-2031", store)[0]
    assert (first.ref, first.status) == ("plan-2031:boats/1", "differs")
