import pytest

from mivdcli.corpus import Corpus
from mivdcli.documents import list_documents
from mivdcli.errors import UnknownId
from mivdcli.items import PassageItem
from mivdcli.show import SeriesItem, show


def test_a_passage_comes_with_its_commitments_figures_and_fingerprint(corpus: Corpus) -> None:
    (item,) = show(corpus, "plan-2031:boats/2")
    assert isinstance(item, PassageItem)
    assert [commitment.commitment for commitment in item.commitments] == ["plan-2031.patrols", "plan-2031.night"]
    assert [figure.series for figure in item.figures] == ["patrols.total", "patrols.night"]
    assert item.incipit == "We expect about 1.200"
    assert item.sha256 is not None
    assert item.attribution is None


def test_a_document_comes_whole_and_in_order(corpus: Corpus) -> None:
    found = show(corpus, "report-2031")
    assert [item.locator for item in found if isinstance(item, PassageItem)] == ["1.boats/1", "1.boats/2", "2.gulls/1"]


def test_a_series_comes_with_what_it_counts(corpus: Corpus) -> None:
    (item,) = show(corpus, "patrols.total")
    assert isinstance(item, SeriesItem)
    assert item.counts_en == "what it says"
    assert [figure.value for figure in item.figures] == [1200, 1150]


def test_a_commitment_shows_the_passage_that_makes_it(corpus: Corpus) -> None:
    (item,) = show(corpus, "plan-2031.fog")
    assert isinstance(item, PassageItem)
    assert item.ref == "plan-2031:fog/1"


def test_an_unknown_name_is_an_error_and_not_an_empty_answer(corpus: Corpus) -> None:
    with pytest.raises(UnknownId):
        show(corpus, "plan-2031:boats/7")


def test_a_document_that_nobody_saw_is_an_empty_answer(bundled: Corpus) -> None:
    assert show(bundled, "plan-2025") == []


def test_documents_are_listed_with_what_is_known_of_them(corpus: Corpus) -> None:
    assert [(item.id, item.coverage, item.passages, item.commitments, item.figures) for item in list_documents(corpus)] == [
        ("plan-2031", "full", 3, 4, 2),
        ("report-2031", "full", 3, 0, 3),
    ]
