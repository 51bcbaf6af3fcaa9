from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import compare, pair_of_year
from mivdcli.errors import UnknownId, UsageError
from tests import small


def themes(corpus: Corpus, left: str, right: str) -> dict[str, str]:
    return {finding.theme: finding.status for finding in compare(corpus, left, right).themes}


def test_themes_stand_on_one_side_or_both(corpus: Corpus) -> None:
    assert themes(corpus, "plan-2031", "report-2031") == {"boats": "both", "fog": "only-in-plan", "gulls": "only-in-report"}


def test_a_missing_theme_means_nothing_where_a_document_is_known_in_part(tmp_path: Path) -> None:
    report = small.report() | {"coverage": "none", "sections": [], "passages": [], "figures": []}
    corpus = Corpus(bundled=small.write(tmp_path, small.plan(), report))
    assert themes(corpus, "plan-2031", "report-2031") == {"boats": "not-comparable", "fog": "not-comparable"}


def test_two_reports_tell_what_came_went_and_grew(tmp_path: Path) -> None:
    older = small.report() | {"id": "report-2030", "year": 2030, "figures": []}
    older["passages"] = [older["passages"][0] | {"themes": ["boats", "fog"]}]
    older["sections"] = older["sections"][:1]
    corpus = Corpus(bundled=small.write(tmp_path, older, small.report()))
    assert themes(corpus, "report-2030", "report-2031") == {"boats": "grew", "fog": "went", "gulls": "came"}
    assert themes(corpus, "report-2031", "report-2030") == {"boats": "shrank", "fog": "came", "gulls": "went"}


def test_the_plan_comes_left_in_whatever_order_the_two_were_named(corpus: Corpus) -> None:
    turned, straight = (compare(corpus, *pair) for pair in [("report-2031", "plan-2031"), ("plan-2031", "report-2031")])
    assert turned.commitments == straight.commitments
    assert turned.left.id == "plan-2031"
    assert turned.notices == ("plan-2031 is the plan and stands left",)


def test_a_report_of_another_year_is_allowed_with_a_clear_notice(bundled: Corpus) -> None:
    diff = compare(bundled, "plan-2024", "report-2020")
    assert diff.notices == ("plan-2024 and report-2020 are about different years: not the matching pair",)
    assert "different years" in diff.summary["text_en"]
    assert "verschillende jaren" in diff.summary["text_nl"]


def test_the_summary_says_how_much_of_each_document_was_available(bundled: Corpus) -> None:
    text = compare(bundled, "plan-2024", "report-2024").summary["text_en"]
    assert "plan-2024: described in full (34 passages)" in text
    assert "report-2024: known only from official announcements and press" in text


def test_only_two_full_documents_are_comparable(corpus: Corpus, bundled: Corpus) -> None:
    assert compare(corpus, "plan-2031", "report-2031").comparable
    assert not compare(bundled, "plan-2024", "report-2024").comparable


def test_the_summary_counts_every_finding(corpus: Corpus) -> None:
    diff = compare(corpus, "plan-2031", "report-2031")
    assert diff.summary["commitments"] == {"reported": 1, "related": 2, "not-found": 1}
    assert sum(diff.summary["figures"].values()) == len(diff.figures)


def test_events_are_neither_plan_nor_report(bundled: Corpus) -> None:
    with pytest.raises(UsageError, match="neither a plan nor a report"):
        compare(bundled, "plan-2024", "events-2024")


def test_a_year_stands_for_its_plan_and_report(corpus: Corpus, bundled: Corpus) -> None:
    assert pair_of_year(corpus, 2031) == ("plan-2031", "report-2031")
    with pytest.raises(UnknownId):
        pair_of_year(bundled, 2026)
    with pytest.raises(UnknownId):
        pair_of_year(corpus, 1999)
