from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mivdcli.corpus import Corpus
from mivdcli.diff import Diff, Method, compare
from mivdcli.diff.commitments import compare_commitments
from mivdcli.diff.findings import CommitmentFinding
from mivdcli.kinds import CommitmentKind
from tests import small


def by_name(diff: Diff) -> dict[str, CommitmentFinding]:
    return {finding.commitment.removeprefix("plan-2031."): finding for finding in diff.commitments}


def world(folder: Path, report: dict[str, Any], **lists: Any) -> Corpus:
    return Corpus(bundled=small.write(folder, small.plan(), report, **lists))


def test_what_somebody_judged_comes_with_the_reason(corpus: Corpus) -> None:
    finding = by_name(compare(corpus, "plan-2031", "report-2031"))["buy-boats"]
    assert (finding.status, finding.method, finding.score) == ("reported", "curated", None)
    assert finding.evidence[0].ref == "report-2031:1.boats/1"
    assert finding.evidence[0].reason_en == "Two boats arrived."
    assert finding.evidence[0].bears_on == "outcome"


def test_where_nobody_judged_the_report_may_treat_the_subject(corpus: Corpus) -> None:
    finding = by_name(compare(corpus, "plan-2031", "report-2031"))["patrols"]
    assert (finding.status, finding.method) == ("related", "computed")
    assert finding.evidence[0].ref == "report-2031:1.boats/2"
    assert finding.evidence[0].score == finding.score
    assert finding.evidence[0].bears_on is None


def test_what_a_full_report_does_not_mention_is_not_found_and_never_not_done(corpus: Corpus) -> None:
    finding = by_name(compare(corpus, "plan-2031", "report-2031"))["fog"]
    assert (finding.status, finding.evidence) == ("not-found", ())
    assert finding.note_en is not None
    assert "must stay secret" in finding.note_en


def test_what_a_report_known_in_part_does_not_mention_is_not_comparable(tmp_path: Path) -> None:
    """Text not available is another answer than not found."""
    report = small.report() | {"coverage": "secondary", "scope_en": "Press only.", "figures": []}
    report["sections"] = [small.section("~boats", "(Boten)", "Boats")]
    source = {"url": "https://example.org/boats", "kind": "press"}
    report["passages"] = [
        {"locator": "~boats/1", "themes": ["boats"], "nl": "Twee boten.", "en": "Two boats.", "attribution": "report",
         "sources": [source]}
    ]  # fmt: skip
    links = small.lists()["links/2031.toml"]
    links["links"][0]["evidence"] = ["report-2031:~boats/1"]
    finding = by_name(compare(world(tmp_path, report, **{"links/2031.toml": links}), "plan-2031", "report-2031"))
    assert (finding["fog"].status, finding["fog"].note_en) == ("not-comparable", "Press only.")
    assert finding["buy-boats"].evidence[0].sources == ({"url": "https://example.org/boats", "kind": "press", "date": None},)


def test_what_was_said_at_the_presentation_does_not_count_as_the_report(tmp_path: Path) -> None:
    report = small.report() | {"coverage": "secondary", "figures": []}
    report["sections"] = [small.section("~fog", "(Mist)", "Fog")]
    report["passages"] = [
        {"locator": "~fog/1", "themes": ["fog"], "nl": "Onderzoek naar mist voortzetten.", "en": "Fog.",
         "attribution": "presentation", "sources": [{"url": "https://example.org", "kind": "press"}]}
    ]  # fmt: skip
    diff = compare(world(tmp_path, report, **{"links/2031.toml": {"links": []}}), "plan-2031", "report-2031")
    assert by_name(diff)["fog"].status == "not-comparable"


def test_curated_and_computed_are_kept_apart(corpus: Corpus) -> None:
    curated = by_name(compare(corpus, "plan-2031", "report-2031", Method.CURATED))
    computed = by_name(compare(corpus, "plan-2031", "report-2031", Method.COMPUTED))
    assert (curated["buy-boats"].status, curated["patrols"].status) == ("reported", "not-found")
    assert (computed["buy-boats"].status, computed["patrols"].status) == ("related", "related")
    assert {finding.method for finding in computed.values()} == {"computed", None}


def test_the_telling_kinds_come_first(corpus: Corpus) -> None:
    statuses = [finding.status for finding in compare(corpus, "plan-2031", "report-2031").commitments]
    assert statuses == ["reported", "related", "related", "not-found"]


def test_two_candidates_that_tie_are_ambiguous(tmp_path: Path) -> None:
    report = small.report()
    for passage in report["passages"][:2]:
        passage |= {"nl": "Patrouilles, zo'n 1.200.", "en": "Patrols, some 1,200."}
    finding = by_name(compare(world(tmp_path, report), "plan-2031", "report-2031", Method.COMPUTED))["patrols"]
    assert finding.ambiguous
    assert len(finding.evidence) == 2


def test_a_link_that_leads_nowhere_is_left_out_with_a_notice(tmp_path: Path) -> None:
    links = small.lists()["links/2031.toml"]
    links["links"] += [
        links["links"][0] | {"commitment": "plan-2031.gone"},
        links["links"][0] | {"evidence": ["report-2031:1.boats/9"]},
    ]
    diff = compare(world(tmp_path, small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    assert len(diff.notices) == 2
    assert "plan-2031.gone" in diff.notices[0]
    assert "1.boats/9" in diff.notices[1]


def test_a_link_to_another_report_is_no_evidence_for_this_one(bundled: Corpus) -> None:
    diff = compare(bundled, "plan-2024", "report-2020", Method.CURATED)
    assert {finding.status for finding in diff.commitments} == {"not-found"}


@pytest.mark.parametrize("ref", ["report-2031:patrols.total", "report-2031:lunches.stolen"])
def test_a_figure_can_be_evidence(tmp_path: Path, ref: str) -> None:
    links = small.lists()["links/2031.toml"]
    links["links"][0]["evidence"] = [ref]
    diff = compare(world(tmp_path, small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    evidence = by_name(diff)["buy-boats"].evidence[0]
    assert (evidence.kind, evidence.locator) == ("figure", None)


def test_what_the_plan_begins_later_is_not_said_to_be_absent(corpus: Corpus) -> None:
    """The field is in the report; that it is not counted is another thing than that nothing was found."""
    plan, report = corpus.document("plan-2031"), corpus.document("report-2031")
    borrow = replace(
        plan.commitments[0],
        kind=CommitmentKind.START,
        nl="Een boot lenen van de buren.",
        en="Borrow a boat from the neighbours.",
    )
    for year, status in ((2031, "related"), (2032, "not-found")):
        (finding,), _ = compare_commitments(corpus, replace(plan, year=year, commitments=(borrow,)), report, Method.COMPUTED)
        assert finding.status == status
    assert "after the year of report-2031" in (finding.note_en or "")
    assert finding.runner_up is not None
