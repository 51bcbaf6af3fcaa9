import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import DataError, UnknownId
from mivdcli.themes import left_out, list_themes
from tests import small


def test_a_year_shows_plan_beside_report_with_a_row_for_both_sides(corpus: Corpus) -> None:
    rows = [(item.theme, item.document, item.passages, item.commitments, item.figures) for item in list_themes(corpus, "2031")]
    assert rows == [
        ("boats", "plan-2031", 2, 3, 2),
        ("boats", "report-2031", 2, 0, 2),
        ("fog", "plan-2031", 1, 1, 0),
        ("fog", "report-2031", 0, 0, 0),
        ("gulls", "plan-2031", 0, 0, 0),
        ("gulls", "report-2031", 1, 0, 1),
    ]


def test_without_a_year_only_what_a_document_treats_is_listed(corpus: Corpus) -> None:
    assert [(item.theme, item.document) for item in list_themes(corpus)] == [
        ("boats", "plan-2031"), ("boats", "report-2031"), ("fog", "plan-2031"), ("gulls", "report-2031"),
    ]  # fmt: skip


def test_sections_are_named_once_in_reading_order(corpus: Corpus) -> None:
    assert list_themes(corpus, "report-2031")[0].sections == ("1.boats",)


@pytest.mark.parametrize("about", ["2032", "plan-2032", "boats"])
def test_an_unknown_year_or_document_is_refused(corpus: Corpus, about: str) -> None:
    with pytest.raises(UnknownId):
        list_themes(corpus, about)


def test_a_theme_that_the_taxonomy_lacks_is_an_error_and_never_just_missing(folder: object, tmp_path: object) -> None:
    data = small.plan()
    data["passages"][0]["themes"] = ["submarines"]
    corpus = Corpus(bundled=small.write(tmp_path / "other", data))  # type: ignore[operator]
    with pytest.raises(DataError, match="submarines"):
        list_themes(corpus, "plan-2031")


def test_events_are_left_out_of_a_year_and_named(bundled: Corpus) -> None:
    """What merely happened must not stand where the report's own words are expected."""
    assert {item.document for item in list_themes(bundled, "2024")} == {"plan-2024", "report-2024"}
    assert left_out(bundled, "2024") == ["events-2024"]
    assert left_out(bundled, "plan-2024") == []
