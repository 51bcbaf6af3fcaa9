from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import compare, narrow, pair_of_year
from mivdcli.diff.compare import counts
from mivdcli.diff.findings import STATUSES
from mivdcli.diff.kinds import MEANINGS, label, meaning
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
    earlier = "report-2020 is about an earlier year than plan-2024: it cannot tell what became of this plan"
    assert diff.notices == (earlier,)
    assert earlier in diff.summary["text_en"]
    assert "may well have been done" not in diff.summary["text_en"]
    assert all("earlier year than the plan" in (finding.note_en or "") for finding in diff.commitments)
    assert "over een eerder jaar dan plan-2024" in diff.summary["text_nl"]
    later = compare(bundled, "plan-2020", "report-2024")
    assert later.notices == ("plan-2020 and report-2024 are about different years: not the matching pair",)
    assert "verschillende jaren" in later.summary["text_nl"]


def test_the_summary_says_how_much_of_each_document_was_available(bundled: Corpus) -> None:
    text = compare(bundled, "plan-2024", "report-2024").summary["text_en"]
    assert "plan-2024: its public text is described in full (34 passages)" in text
    assert "report-2024: known only from official announcements and press" in text


def test_only_two_full_documents_are_comparable(corpus: Corpus, bundled: Corpus) -> None:
    assert compare(corpus, "plan-2031", "report-2031").comparable
    assert not compare(bundled, "plan-2024", "report-2024").comparable


def test_the_summary_counts_every_finding(corpus: Corpus) -> None:
    diff = compare(corpus, "plan-2031", "report-2031")
    assert diff.summary["commitments"] == {"reported": 1, "related": 2, "not-found": 1}
    assert sum(diff.summary["figures"].values()) == len(diff.figures)


def test_events_are_neither_plan_nor_report(bundled: Corpus) -> None:
    with pytest.raises(UsageError, match="neither a plan nor a report") as error:
        compare(bundled, "plan-2024", "events-2024")
    assert error.value.hint.startswith("diff compares ")
    offered = error.value.hint.removeprefix("diff compares ").split(", ")
    assert {"plan-2024", "report-2024"} < set(offered)
    assert not any(id.startswith("events") for id in offered)


def test_a_year_stands_for_its_plan_and_report(corpus: Corpus, bundled: Corpus) -> None:
    assert pair_of_year(corpus, 2031) == ("plan-2031", "report-2031")
    with pytest.raises(UnknownId):
        pair_of_year(bundled, 2026)
    with pytest.raises(UnknownId):
        pair_of_year(corpus, 1999)


@pytest.mark.parametrize("id", ["plan-2031", "report-2031"])
def test_a_document_against_itself_has_no_differences(corpus: Corpus, id: str) -> None:
    diff = compare(corpus, id, id)
    assert not diff.differs
    every: tuple[Any, ...] = (*diff.themes, *diff.figures, *diff.passages)
    assert {finding.status for finding in every} == {"same"}
    assert "hetzelfde document" in diff.summary["text_nl"]


def test_a_document_known_in_part_still_equals_itself(bundled: Corpus) -> None:
    assert not compare(bundled, "report-2019", "report-2019").differs


def test_plan_and_report_that_leave_each_other_unanswered_differ(corpus: Corpus) -> None:
    assert compare(corpus, "plan-2031", "report-2031").differs


def test_what_cannot_be_compared_is_no_difference(tmp_path: Path) -> None:
    report = small.report() | {"coverage": "none", "sections": [], "passages": [], "figures": []}
    links: dict[str, Any] = {"links/2031.toml": {"links": []}}
    diff = compare(Corpus(bundled=small.write(tmp_path, small.plan(), report, **links)), "plan-2031", "report-2031")
    assert {finding.status for finding in diff.commitments} == {"not-comparable"}
    assert not diff.differs


def older_report() -> dict[str, Any]:
    """A complete report of the year before, with one passage on boats and its own figures."""
    older = small.report() | {"id": "report-2030", "year": 2030}
    older["sections"] = older["sections"][:1]
    older["passages"] = [
        small.passage(
            "1.boats/1", "One boat came.", ["boats"], "In het voorjaar kwam een nieuwe boot: Reiger.", "A new boat came."
        )
    ]
    older["figures"] = [small.figure("patrols.total", 1000, "1.000", "1.boats/1", period="2030")]
    return older


def test_two_complete_reports_tell_change_in_value_and_per_cent(tmp_path: Path) -> None:
    corpus = Corpus(bundled=small.write(tmp_path, older_report(), small.report()))
    there, back = (compare(corpus, *pair) for pair in (("report-2030", "report-2031"), ("report-2031", "report-2030")))
    patrols = next(finding for finding in there.figures if finding.series == "patrols.total")
    assert (patrols.status, patrols.difference, str(patrols.change_percent)) == ("changed", 150, "15.0")
    returned = next(finding for finding in back.figures if finding.series == "patrols.total")
    assert (returned.difference, str(returned.change_percent)) == (-150, "-13.0")
    assert {finding.status for finding in there.figures} == {"changed", "only-right"}
    assert {finding.status for finding in back.figures} == {"changed", "only-left"}


def test_passages_on_the_same_subject_stand_side_by_side(tmp_path: Path) -> None:
    corpus = Corpus(bundled=small.write(tmp_path, older_report(), small.report()))
    passages = compare(corpus, "report-2030", "report-2031").passages
    assert [(one.ref, one.evidence[0].ref, one.method) for one in passages] == [
        ("report-2030:1.boats/1", "report-2031:1.boats/1", "computed")
    ]


def test_a_theme_keeps_what_carries_it_or_one_below_it(corpus: Corpus) -> None:
    diff = compare(corpus, "plan-2031", "report-2031", theme="nature")
    assert [finding.commitment for finding in diff.commitments] == ["plan-2031.fog"]
    assert {finding.theme for finding in diff.themes} == {"fog", "gulls"}
    assert {finding.series for finding in diff.figures} == {"lunches.stolen"}


def test_an_unknown_theme_is_refused(corpus: Corpus) -> None:
    with pytest.raises(UnknownId):
        compare(corpus, "plan-2031", "report-2031", theme="fogs")


def test_narrowing_keeps_the_summary_of_everything(corpus: Corpus) -> None:
    whole = compare(corpus, "plan-2031", "report-2031")
    some = narrow(whole, frozenset({"commitments"}), frozenset({"reported"}))
    assert [finding.status for finding in some.commitments] == ["reported"]
    assert (some.themes, some.figures) == ((), ())
    assert some.summary == whole.summary


def test_what_was_said_when_presenting_is_not_what_the_document_treats(bundled: Corpus) -> None:
    report = bundled.document("report-2024")
    spoken = [passage for passage in report.passages if passage.attribution == "presentation"]
    theirs = sum(1 for passage in report.passages if "rusland" in passage.themes)
    told = sum(1 for passage in spoken if "rusland" in passage.themes)
    finding = next(one for one in compare(bundled, "plan-2024", "report-2024").themes if one.theme == "rusland")
    assert told > 0
    assert (finding.right_passages, finding.right_not_counted) == (theirs - told, told)


def test_a_year_that_is_not_there_is_refused_as_a_year(corpus: Corpus) -> None:
    """And a year of which one of the two is missing as that document, with what there is."""
    with pytest.raises(UnknownId) as error:
        pair_of_year(corpus, 1999)
    assert (error.value.what, error.value.value, error.value.known) == ("year", "1999", ("2031",))


def test_a_year_without_its_report_names_the_report_and_what_there_is(tmp_path: Path) -> None:
    corpus = Corpus(bundled=small.write(tmp_path, small.plan(), **{"links/2031.toml": {"links": []}}))
    with pytest.raises(UnknownId) as error:
        pair_of_year(corpus, 2031)
    assert (error.value.what, error.value.value, error.value.known) == ("document", "report-2031", ("plan-2031",))
    assert error.value.hint == "of 2031 there is: plan-2031; mivd documents lists all"


def test_a_theme_brings_what_stands_below_it_at_any_depth(tmp_path: Path) -> None:
    lists = small.lists()["themes.toml"]
    words = {"label_nl": "x", "label_en": "x", "scope_nl": "x", "scope_en": "x"}
    lists["themes"].append({"id": "mist-horn", "parent": "fog", **words})
    plan = small.plan()
    plan["passages"][0]["themes"] = ["nature"]
    plan["passages"][1]["themes"] = ["mist-horn"]
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report(), **{"themes.toml": lists}))
    found = {finding.theme for finding in compare(corpus, "plan-2031", "report-2031", theme="nature").themes}
    assert found == {"nature", "fog", "mist-horn", "gulls"}


def test_equal_passages_are_not_scored_and_like_ones_name_the_next_best(tmp_path: Path) -> None:
    older, newer = small.report() | {"id": "report-2030", "year": 2030, "figures": []}, small.report()
    older["passages"][0] |= {"nl": "Gelijk.", "en": "The same."}
    newer["passages"][0] |= {"nl": "Gelijk.", "en": "The same."}
    older["passages"][1] |= {"nl": "Er waren 1.150 patrouilles.", "en": "There were 1,150 patrols."}
    newer["figures"] = []
    for passage in (older["passages"][2], newer["passages"][2]):
        passage |= {"themes": ["boats"]}
    older["passages"].pop()
    older["sections"].pop()
    corpus = Corpus(bundled=small.write(tmp_path, older, newer))
    same, like = compare(corpus, "report-2030", "report-2031").passages
    assert (same.status, same.method, same.score, same.ambiguous, same.runner_up) == ("same", None, None, False, None)
    assert [(one.ref, one.score) for one in same.evidence] == [("report-2031:1.boats/1", None)]
    assert (like.status, like.method, like.ambiguous, like.section_title) == ("related", "computed", False, "Boten")
    assert like.score == like.evidence[0].score
    assert like.runner_up is not None
    assert like.runner_up["ref"] not in [one.ref for one in like.evidence]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_kind_of_finding_has_a_label_and_a_sentence_in_each_language(lang: str) -> None:
    for kind in STATUSES:
        texts = MEANINGS[kind]
        expected = (texts.label_nl, texts.says_nl) if lang == "nl" else (texts.label_en, texts.says_en)
        assert (label(kind, lang), meaning(kind, lang)) == expected
    assert label("missed", lang) == {"nl": "niet gehaald", "en": "missed"}[lang]


def test_the_counts_are_of_everything_even_where_the_findings_are_narrowed(corpus: Corpus) -> None:
    diff = narrow(compare(corpus, "plan-2031", "report-2031"), frozenset({"themes"}), frozenset({"both"}))
    assert [(one.part, one.status, one.count) for one in counts(diff)] == [
        ("commitment", "reported", 1), ("commitment", "related", 2), ("commitment", "not-found", 1),
        ("theme", "both", 1), ("theme", "only-in-plan", 1), ("theme", "only-in-report", 1),
        ("figure", "compared", 1), ("figure", "met", 1), ("figure", "no-target", 1),
    ]  # fmt: skip


def test_two_documents_of_which_nothing_is_known_are_said_to_hold_nothing_to_compare(tmp_path: Path) -> None:
    empty = {"coverage": "none", "sections": [], "passages": [], "figures": [], "commitments": []}
    plan, report = small.plan() | empty, {key: one for key, one in (small.report() | empty).items() if key != "commitments"}
    corpus = Corpus(bundled=small.write(tmp_path, plan, report, **{"links/2031.toml": {"links": []}}))
    summary = compare(corpus, "plan-2031", "report-2031").summary
    assert "There is nothing to compare." in summary["text_en"]
    assert "Er is niets om te vergelijken." in summary["text_nl"]
    assert "computed" not in summary["text_en"]


def test_a_theme_leaves_out_passages_that_do_not_carry_it(tmp_path: Path) -> None:
    corpus = Corpus(bundled=small.write(tmp_path, older_report(), small.report()))
    assert len(compare(corpus, "report-2030", "report-2031", theme="equipment").passages) == 1
    assert compare(corpus, "report-2030", "report-2031", theme="nature").passages == ()
