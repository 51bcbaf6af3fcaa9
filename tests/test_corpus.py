from decimal import Decimal
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus, bundled_folder, read_toml
from mivdcli.errors import DataError, UnknownId, UsageError
from mivdcli.kinds import Kind
from tests import small


def test_only_the_files_that_a_question_needs_are_read(folder: Path) -> None:
    """A broken report must not keep anybody from reading the plan."""
    small.put(folder / "reports" / "2031.toml", "this is no TOML")
    corpus = Corpus(bundled=folder)
    assert corpus.document("plan-2031").year == 2031
    with pytest.raises(DataError, match=r"reports/2031\.toml: not valid TOML"):
        corpus.document("report-2031")


def test_an_unknown_document_brings_the_known_ones(corpus: Corpus) -> None:
    with pytest.raises(UnknownId) as caught:
        corpus.document("plan-2032")
    assert caught.value.known == ("plan-2031", "report-2031")


def test_a_year_without_documents_lists_the_years_there_are(corpus: Corpus) -> None:
    with pytest.raises(UnknownId) as caught:
        corpus.of_year(1999)
    assert caught.value.hint == "years: 2031"


def test_a_document_of_the_users_own_replaces_the_bundled_one_with_a_notice(folder: Path, tmp_path: Path) -> None:
    own = small.plan()
    own["title_en"] = "My own reading"
    small.write(tmp_path / "own", own)
    corpus = Corpus(tmp_path / "own", bundled=folder)
    assert corpus.document("plan-2031").title_en == "My own reading"
    assert corpus.document("report-2031").title_en == "Report of the harbour watch"
    assert any("plan-2031" in notice and "replaces" in notice for notice in corpus.notices)


def test_links_of_the_users_own_replace_the_bundled_ones_whole(folder: Path, tmp_path: Path) -> None:
    """A copied and edited folder must not show every piece of evidence twice."""
    corpus = Corpus(small.write(tmp_path / "own"), bundled=folder)
    assert len(corpus.links(2031)) == 1
    assert any("links/2031.toml" in notice for notice in corpus.notices)


def test_a_data_folder_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        Corpus(folder / "nowhere", bundled=folder)


def test_a_file_that_no_question_would_read_is_mentioned(folder: Path, tmp_path: Path) -> None:
    """A document put in the wrong place would otherwise vanish without a word."""
    small.put(tmp_path / "own" / "plan.toml", "")
    corpus = Corpus(tmp_path / "own", bundled=folder)
    assert any("plan.toml is not read" in notice for notice in corpus.notices)


def test_a_file_that_holds_another_document_than_its_name_says_is_refused(folder: Path) -> None:
    text = (folder / "plans" / "2031.toml").read_text(encoding="utf-8")
    small.put(folder / "plans" / "2032.toml", text)
    with pytest.raises(DataError, match="id: plan-2031"):
        Corpus(bundled=folder).document("plan-2032")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"a = ", "not valid TOML"),
        (b"a = 1\na = 2\n", "not valid TOML"),
        (b"[" * 5000, "not valid TOML"),
    ],
)
def test_a_damaged_file_is_named_with_the_reason(tmp_path: Path, content: bytes, said: str) -> None:
    path = small.put(tmp_path / "x.toml", content)
    with pytest.raises(DataError, match=said):
        read_toml(path, "x.toml")


def test_decimals_are_exact(tmp_path: Path) -> None:
    path = small.put(tmp_path / "x.toml", "a = 0.1\n")
    assert read_toml(path, "x.toml") == {"a": Decimal("0.1")}


def test_documents_come_in_order_of_kind_and_year(folder: Path) -> None:
    later = small.plan()
    later |= {"id": "plan-2030", "year": 2030, "commitments": []}
    small.write(folder, later)
    assert list(Corpus(bundled=folder).entries) == ["plan-2030", "plan-2031", "report-2031"]


def test_the_bundled_data_is_found(bundled: Corpus) -> None:
    assert bundled_folder().is_dir()
    assert {"plan-2024", "report-2020", "report-2024", "events-2024"} <= set(bundled.entries)
    assert {entry.kind for entry in bundled.entries.values()} == set(Kind)


def test_documents_that_pass_are_read_whole_and_not_kept(folder: Path) -> None:
    """A folder may hold more than memory does; one that is damaged is never passed over, for its figures would be missed."""
    corpus = Corpus(bundled=folder)
    assert [document.id for document in corpus.passing()] == ["plan-2031", "report-2031"]
    assert not corpus._documents
    (folder / "plans" / "2031.toml").write_text("id = ", "utf-8")
    with pytest.raises(DataError):
        list(Corpus(bundled=folder).passing())
