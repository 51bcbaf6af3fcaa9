from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import Diff, Method, compare
from mivdcli.diff.findings import CommitmentFinding, Evidence
from mivdcli.diff.related import NEAR_MISS, PLAIN_FLOOR
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


def test_a_figure_as_evidence_is_told_whole(tmp_path: Path) -> None:
    links = small.lists()["links/2031.toml"]
    links["links"][0]["evidence"] = ["report-2031:lunches.stolen"]
    diff = compare(world(tmp_path, small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    (evidence,) = by_name(diff)["buy-boats"].evidence
    assert evidence == Evidence(
        ref="report-2031:2.gulls/1", document="report-2031", locator=None, kind="figure", score=None, attribution=None,
        bears_on="outcome", date="2031", sources=(), text_nl="reeks stolen: three days", text_en="stolen series: three days",
        reason_nl="Twee boten kwamen aan.", reason_en="Two boats arrived.", note_nl=None, note_en=None,
    )  # fmt: skip


def test_of_several_judgements_the_strongest_is_the_status(tmp_path: Path) -> None:
    """And all their evidence is shown, each with its own reason."""
    links = small.lists()["links/2031.toml"]
    first = links["links"][0]
    links["links"] = [
        first | {"kind": "partly-reported", "evidence": ["report-2031:1.boats/2"], "reason_en": "One of two."},
        first | {"kind": "reported"},
    ]
    diff = compare(world(tmp_path, small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    finding = by_name(diff)["buy-boats"]
    assert finding.status == "reported"
    told = {(one.ref, one.reason_en) for one in finding.evidence}
    assert told == {("report-2031:1.boats/2", "One of two."), ("report-2031:1.boats/1", "Two boats arrived.")}


def test_what_is_known_of_the_year_from_elsewhere_can_be_evidence_and_of_another_year_cannot(tmp_path: Path) -> None:
    """Events of the year of the report count; what the plan itself or another year says does not."""
    source = {"url": "https://example.org/boats", "kind": "press"}
    events = [
        {"id": f"events-{year}", "kind": "events", "year": year, "title_nl": "x", "title_en": "x", "published": "2032-01-01",
         "coverage": "secondary", "scope_nl": "x", "scope_en": "x", "sections": [small.section("~boats", "Boten", "Boats")],
         "passages": [{"locator": "~boats/1", "themes": ["boats"], "nl": f"Boten in {year}.", "en": f"Boats in {year}.",
                       "date": f"{year}-05-01", "attribution": "event", "sources": [source]}]}
        for year in (2031, 2030)
    ]  # fmt: skip
    links = small.lists()["links/2031.toml"]
    refs = ["events-2031:~boats/1", "events-2030:~boats/1", "plan-2031:boats/1"]
    links["links"][0] |= {"kind": "event-known", "evidence": refs, "bears_on": "setting"}
    folder = small.write(tmp_path, small.plan(), small.report(), *events, **{"links/2031.toml": links})
    finding = by_name(compare(Corpus(bundled=folder), "plan-2031", "report-2031"))["buy-boats"]
    assert finding.status == "event-known"
    told = [(one.ref, one.date, one.bears_on, one.attribution) for one in finding.evidence]
    assert told == [("events-2031:~boats/1", "2031-05-01", "setting", "event")]


def test_the_next_best_is_named_where_a_report_in_part_gives_no_answer(tmp_path: Path) -> None:
    report = small.report() | {"coverage": "secondary", "figures": [], "sections": [small.section("~fog", "(Weer)", "Weather")]}
    report["passages"] = [
        {"locator": "~fog/1", "themes": ["gulls"], "nl": "Vogels voortzetten in een haven met boten, touwen en meeuwen.",
         "en": "Gulls, fog, piers, ropes and many other things.",
         "attribution": "report", "sources": [{"url": "https://example.org", "kind": "press"}]}
    ]  # fmt: skip
    finding = by_name(compare(world(tmp_path, report, **{"links/2031.toml": {"links": []}}), "plan-2031", "report-2031"))["fog"]
    assert finding.status == "not-comparable"
    assert finding.runner_up is not None
    assert finding.runner_up["ref"] == "report-2031:~fog/1"
    assert NEAR_MISS * PLAIN_FLOOR <= int(finding.runner_up["score"]) / 100 < PLAIN_FLOOR


def test_the_summary_says_of_how_many_only_the_occasion_is_known(tmp_path: Path) -> None:
    """That a mission took place is not what came of the commitment; a reader of the counts alone must see that."""
    links = small.lists()["links/2031.toml"]
    links["links"][0]["bears_on"] = "setting"
    diff = compare(world(tmp_path, small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    assert diff.summary["only_setting"] == {"reported": 1}
    assert "1 reported (of 1 only the setting is known)" in diff.summary["text_en"]
    assert "1 reported (van 1 is alleen de gelegenheid bekend)" in diff.summary["text_nl"]
    links["links"].append(links["links"][0] | {"bears_on": "outcome", "evidence": ["report-2031:1.boats/2"]})
    known = compare(world(tmp_path / "more", small.report(), **{"links/2031.toml": links}), "plan-2031", "report-2031")
    assert known.summary["only_setting"] == {}
