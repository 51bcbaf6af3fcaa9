from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import compare
from mivdcli.diff.findings import FigureFinding
from tests import small


def compared(folder: Path, target: dict[str, Any], actual: dict[str, Any] | None, **report: Any) -> FigureFinding:
    """The finding for one promised figure and, if any, one actual."""
    target, actual = dict(target), None if actual is None else dict(actual)
    plan, answer = small.plan(), small.report() | report
    plan["commitments"] = []
    plan["figures"] = [small.figure("patrols.total", target.pop("value", None), "x", "boats/2", **target)]
    answer["figures"] = (
        [] if actual is None else [small.figure("patrols.total", actual.pop("value", None), "y", "1.boats/2", **actual)]
    )
    diff = compare(Corpus(bundled=small.write(folder, plan, answer)), "plan-2031", "report-2031")
    return diff.figures[0]


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 80}, "met"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 79}, "missed"),
        ({"value": 80, "role": "target"}, {"value": 81}, "met"),
        ({"value": 10, "qualifier": "at-most", "role": "norm"}, {"value": 10}, "met"),
        ({"value": 10, "qualifier": "at-most", "role": "norm"}, {"value": 11}, "missed"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 85, "qualifier": "more-than"}, "met"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 75, "qualifier": "almost"}, "missed"),
        # the printed value itself is neither more nor less than itself
        ({"value": 80, "qualifier": "more-than", "role": "norm"}, {"value": 80}, "missed"),
        ({"value": 80, "qualifier": "more-than", "role": "norm"}, {"value": 81}, "met"),
        ({"value": 80, "qualifier": "more-than", "role": "norm"}, {"value": 80, "qualifier": "more-than"}, "met"),
        ({"value": 80, "qualifier": "more-than", "role": "norm"}, {"value": 80, "qualifier": "at-least"}, "compared"),
        ({"value": 10, "qualifier": "less-than", "role": "norm"}, {"value": 10}, "missed"),
        ({"value": 10, "qualifier": "less-than", "role": "norm"}, {"value": 9}, "met"),
        ({"value": 10, "qualifier": "at-most", "role": "norm"}, {"value": 10, "qualifier": "more-than"}, "missed"),
        ({"value": 10, "qualifier": "at-most", "role": "norm"}, {"value": 10, "qualifier": "at-least"}, "compared"),
        ({"value": 10, "qualifier": "at-most", "role": "norm"}, {"value": 10, "qualifier": "less-than"}, "met"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 80, "qualifier": "less-than"}, "missed"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 80, "qualifier": "at-most"}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 80, "qualifier": "almost"}, "compared"),
        # wording too loose for a verdict
        ({"value": 80, "qualifier": "almost", "role": "target"}, {"value": 85}, "compared"),
        ({"value": 80, "qualifier": "almost", "role": "target"}, {"value": 75}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 75, "qualifier": "more-than"}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 85, "qualifier": "about"}, "compared"),
        ({"value": 90, "qualifier": "average", "role": "norm"}, {"value": 95}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"qualifier": "withheld"}, "compared"),
        # a forecast is no promise, however exact
        ({"value": 1200, "role": "forecast"}, {"value": 1150}, "compared"),
        ({"value": 1200, "role": "forecast"}, {"value": 1250}, "compared"),
        ({"value": 1200, "qualifier": "about", "role": "forecast"}, {"value": 1150}, "compared"),
    ],
)
def test_met_and_missed_are_said_only_where_the_wording_leaves_no_doubt(
    tmp_path: Path, target: dict[str, Any], actual: dict[str, Any], status: str
) -> None:
    assert compared(tmp_path, target, actual).status == status


def test_the_difference_is_right_minus_left(corpus: Corpus) -> None:
    total, night = compare(corpus, "plan-2031", "report-2031").figures[:2]
    assert (total.status, total.difference) == ("compared", -50)
    assert (night.status, night.difference) == ("met", 5)


def test_two_periods_are_never_compared(tmp_path: Path) -> None:
    finding = compared(tmp_path, {"value": 80, "role": "norm"}, {"value": 90, "period": "2030"})
    assert (finding.status, finding.difference) == ("not-comparable", None)
    assert finding.note_en == "different periods: 2031 against 2030; not compared"


def test_other_dimensions_are_another_figure(tmp_path: Path) -> None:
    finding = compared(tmp_path, {"value": 80, "role": "norm"}, {"value": 90, "dimensions": {"level": "A"}})
    assert finding.status == "no-actual"


def test_silence_of_a_full_report_is_no_actual_and_of_another_not_comparable(tmp_path: Path) -> None:
    assert compared(tmp_path / "full", {"value": 80, "role": "norm"}, None).status == "no-actual"
    partly: dict[str, Any] = {"coverage": "none", "passages": [], "sections": [], "figures": []}
    assert compared(tmp_path / "none", {"value": 80, "role": "norm"}, None, **partly).status == "not-comparable"


def test_an_actual_that_nobody_promised_has_no_target(corpus: Corpus) -> None:
    assert [(f.series, f.status) for f in compare(corpus, "plan-2031", "report-2031").figures][2:] == [
        ("lunches.stolen", "no-target")
    ]


def two_reports(folder: Path, **series: Any) -> list[FigureFinding]:
    older, newer = small.report(), small.report()
    older |= {"id": "report-2030", "year": 2030}
    older["figures"] = [small.figure("patrols.total", 1000, "1.000", "1.boats/2", period="2030")]
    newer["figures"] = newer["figures"][:2]
    lists = small.lists()["series.toml"]
    lists["series"][0] |= series
    corpus = Corpus(bundled=small.write(folder, older, newer, **{"series.toml": lists}))
    return list(compare(corpus, "report-2030", "report-2031").figures)


def test_year_over_year_shows_the_change_and_what_stands_on_one_side(tmp_path: Path) -> None:
    total, night = two_reports(tmp_path)
    assert (total.status, total.difference) == ("changed", 150)
    assert (night.status, night.left_value, night.right_value) == ("only-right", None, 85)


def test_nothing_is_subtracted_across_a_break(tmp_path: Path) -> None:
    total = two_reports(tmp_path, breaks=[{"at": "2031", "note_nl": "anders geteld", "note_en": "counted anew"}])[0]
    assert (total.status, total.difference) == ("not-comparable", None)
    assert total.note_en == "counted differently from 2031: counted anew"


def test_a_document_against_itself_has_no_differences(corpus: Corpus) -> None:
    diff = compare(corpus, "report-2031", "report-2031")
    assert {finding.status for finding in diff.figures} == {finding.status for finding in diff.themes} == {"same"}


def reports_with(folder: Path, old: dict[str, Any], new: dict[str, Any], **series: Any) -> Corpus:
    """Two complete reports with one figure each; ``series`` changes what is known of it."""
    documents = []
    for year, figure in ((2030, old), (2031, new)):
        report = small.report() | {"id": f"report-{year}", "year": year}
        report["figures"] = [small.figure("patrols.total", figure.pop("value"), "x", "1.boats/2", **figure)]
        documents.append(report)
    lists = small.lists()["series.toml"]
    lists["series"][0] |= series
    return Corpus(bundled=small.write(folder, *documents, **{"series.toml": lists}))


BREAK = {"breaks": [{"at": "2030-10-01", "note_nl": "Andere telling.", "note_en": "Counted otherwise."}]}


@pytest.mark.parametrize("pair", [("report-2030", "report-2031"), ("report-2031", "report-2030")])
def test_no_subtraction_across_a_break_in_either_order(tmp_path: Path, pair: tuple[str, str]) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2030"}, {"value": 1150}, **BREAK)
    finding = compare(corpus, *pair).figures[0]
    assert (finding.status, finding.difference, finding.change_percent) == ("not-comparable", None, None)
    assert finding.note_en == "counted differently from 2030-10-01: Counted otherwise."


def test_a_year_that_holds_the_break_is_not_compared_with_the_year_before(tmp_path: Path) -> None:
    """Part of the later year is already counted otherwise."""
    breaks = {"breaks": [{"at": "2031-10-01", "note_nl": "Anders.", "note_en": "Otherwise."}]}
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2030"}, {"value": 1150}, **breaks)
    assert compare(corpus, "report-2030", "report-2031").figures[0].status == "not-comparable"


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [("2030-Q1", "2031-Q1", "not-comparable"), ("2030-Q4", "2031-Q4", "changed")],
)
def test_a_break_is_seen_between_quarters_as_between_years(tmp_path: Path, old: str, new: str, status: str) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": old}, {"value": 1150, "period": new}, **BREAK)
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.status, finding.left_period, finding.right_period) == (status, old, new)


def test_a_quarter_is_not_subtracted_from_a_year(tmp_path: Path) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2030"}, {"value": 300, "period": "2031-Q1"})
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.status, finding.difference) == ("not-comparable", None)
    assert finding.note_en == "periods of different length: 2030 against 2031-Q1; not compared"


@pytest.mark.parametrize(
    ("old", "new", "percent"),
    [
        ({"value": 1000, "period": "2030"}, {"value": 1150}, "15.0"),
        ({"value": 3, "period": "2030"}, {"value": 2}, "-33.3"),
        ({"value": 1000, "period": "2030"}, {"value": 1000}, None),
        ({"value": 0, "period": "2030"}, {"value": 5}, None),
        ({"value": 1000, "period": "2030", "qualifier": "about"}, {"value": 1150}, None),
    ],
)
def test_per_cent_is_said_only_of_two_exact_numbers(
    tmp_path: Path, old: dict[str, Any], new: dict[str, Any], percent: str | None
) -> None:
    finding = compare(reports_with(tmp_path, dict(old), dict(new)), "report-2030", "report-2031").figures[0]
    assert (None if finding.change_percent is None else str(finding.change_percent)) == percent


def test_a_share_in_per_cent_has_no_further_per_cent(tmp_path: Path) -> None:
    corpus = reports_with(tmp_path, {"value": 80, "period": "2030"}, {"value": 85}, unit="percent")
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.difference, finding.change_percent) == (5, None)


def test_a_figure_of_another_body_is_refused_with_the_reason(tmp_path: Path) -> None:
    """A joint total is not the service's own number, however alike they look."""
    lists = small.lists()["series.toml"]
    lists["series"].append(small.series("patrols.joint", body="joint"))
    plan, report = small.plan(), small.report()
    plan["commitments"] = []
    plan["figures"] = [small.figure("patrols.joint", 1200, "1.200", "boats/2", role="target")]
    corpus = Corpus(bundled=small.write(tmp_path, plan, report, **{"series.toml": lists, "links/2031.toml": {"links": []}}))
    finding = compare(corpus, "plan-2031", "report-2031").figures[0]
    assert (finding.status, finding.difference) == ("no-actual", None)
    assert finding.note_en == "patrols.joint counts the work of joint; not compared with patrols.total (mivd)"


def test_a_norm_that_the_report_repeats_is_no_outcome(tmp_path: Path) -> None:
    finding = compared(tmp_path, {"value": 90, "role": "norm"}, {"value": 90, "role": "norm"})
    assert (finding.status, finding.difference) == ("no-actual", None)
    assert finding.note_en == "report-2031 gives a norm for it (y), not an outcome"


def test_the_right_year_is_compared_where_a_report_prints_two(tmp_path: Path) -> None:
    """The first figure found must not take the place of the one that belongs there."""
    older, newer = small.report() | {"id": "report-2030", "year": 2030}, small.report()
    older["figures"] = [
        small.figure("patrols.total", 900, "900", "1.boats/2", period="2029"),
        small.figure("patrols.total", 1000, "1.000", "1.boats/2", period="2030"),
    ]
    newer["figures"] = [small.figure("patrols.total", 1150, "1.150", "1.boats/2", period="2031")]
    corpus = Corpus(bundled=small.write(tmp_path, older, newer))
    found = [(one.left_period, one.right_period, one.status) for one in compare(corpus, "report-2030", "report-2031").figures]
    assert found == [("2029", None, "only-left"), ("2030", "2031", "changed")]
    turned = [(one.left_period, one.right_period, one.status) for one in compare(corpus, "report-2031", "report-2030").figures]
    assert turned == [("2031", "2030", "changed"), (None, "2029", "only-right")]


def test_different_places_in_time_are_not_subtracted(tmp_path: Path) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2029"}, {"value": 1150})
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.status, finding.difference) == ("not-comparable", None)
    assert finding.note_en == "different periods: 2029 against 2031; not compared"


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("2030-Q1", "2031-04", "periods of different length: 2030-Q1 against 2031-04; not compared"),
        ("2029..2030", "2028..2031", "periods of different length: 2029..2030 against 2028..2031; not compared"),
        ("2028..2029", "2030..2031", "different periods: 2028..2029 against 2030..2031; not compared"),
    ],
)
def test_periods_are_alike_only_in_kind_and_length(tmp_path: Path, old: str, new: str, note: str) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": old}, {"value": 1150, "period": new})
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.status, finding.difference, finding.note_en) == ("not-comparable", None, note)


def test_what_is_not_compared_still_shows_both_sides(tmp_path: Path) -> None:
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2030"}, {"value": 300, "period": "2031-Q1"})
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.left_value, finding.left_ref) == (1000, "report-2030:1.boats/2")
    assert (finding.right_value, finding.right_ref) == (300, "report-2031:1.boats/2")
    assert (finding.left_period, finding.right_period) == ("2030", "2031-Q1")


def test_the_same_period_told_twice_is_one_pair_whatever_else_is_left(tmp_path: Path) -> None:
    """Two reports on 2029: first those of the same place in time are paired, then those of the same period, then any."""
    older, newer = small.report() | {"id": "report-2030", "year": 2030}, small.report()
    older["figures"] = [
        small.figure("patrols.total", 1000, "1.000", "1.boats/2", period="2030"),
        small.figure("patrols.total", 850, "850", "1.boats/2", period="2028"),
        small.figure("patrols.total", 900, "900", "1.boats/2", period="2027"),
    ]
    newer["figures"] = [
        small.figure("patrols.total", 851, "851", "1.boats/2", period="2027"),
        small.figure("patrols.total", 700, "700", "1.boats/2", period="2025"),
        small.figure("patrols.total", 1150, "1.150", "1.boats/2", period="2031"),
    ]
    corpus = Corpus(bundled=small.write(tmp_path, older, newer))
    found = [
        (one.left_period, one.right_period, one.difference) for one in compare(corpus, "report-2030", "report-2031").figures
    ]
    assert found == [("2030", "2031", 150), ("2028", "2025", None), ("2027", "2027", -49)]


def test_a_figure_on_the_right_means_nothing_where_the_left_is_known_in_part(tmp_path: Path) -> None:
    older, newer = small.report() | {"id": "report-2030", "year": 2030}, small.report()
    older |= {"coverage": "none", "passages": [], "sections": [], "figures": []}
    corpus = Corpus(bundled=small.write(tmp_path, older, newer))
    there, back = (
        compare(corpus, *pair).figures[0] for pair in (("report-2030", "report-2031"), ("report-2031", "report-2030"))
    )
    for finding in (there, back):
        assert finding.status == "not-comparable"
        assert finding.note_en == (
            "the content of report-2030 was not seen; "
            "that there is nothing to set beside this figure says nothing about report-2030 itself"
        )
        assert finding.note_nl == (
            "de inhoud van report-2030 is niet gezien; "
            "dat er niets is om naast dit cijfer te leggen, zegt niets over report-2030 zelf"
        )


def test_the_reason_names_every_series_of_another_body_once(tmp_path: Path) -> None:
    lists = small.lists()["series.toml"]
    lists["series"] += [small.series("patrols.joint", body="joint"), small.series("patrols.other")]
    plan, report = small.plan(), small.report()
    plan["commitments"] = []
    plan["figures"] = [small.figure("patrols.joint", 1200, "1.200", "boats/2", role="target")]
    report["figures"] += [
        small.figure("patrols.other", 5, "5", "1.boats/2"),
        small.figure("patrols.other", 6, "6", "1.boats/2", period="2030"),
    ]
    corpus = Corpus(bundled=small.write(tmp_path, plan, report, **{"series.toml": lists, "links/2031.toml": {"links": []}}))
    finding = compare(corpus, "plan-2031", "report-2031").figures[0]
    named = "patrols.total (mivd), patrols.other (mivd)"
    assert finding.note_en == f"patrols.joint counts the work of joint; not compared with {named}"
    assert finding.note_nl == f"patrols.joint telt werk van joint; niet vergeleken met {named}"


def test_a_forecast_that_the_report_repeats_is_told_as_printed_or_as_its_value(tmp_path: Path) -> None:
    finding = compared(tmp_path / "printed", {"value": 90, "role": "norm"}, {"value": 91, "role": "forecast"})
    assert finding.note_nl == "report-2031 geeft er een verwachting voor (y), geen uitkomst"


def test_a_plan_and_a_report_on_both_sides_of_a_break_show_both_and_say_why(tmp_path: Path) -> None:
    lists = small.lists()["series.toml"]
    lists["series"][0] |= {"breaks": [{"at": "2030-10-01", "note_nl": "Andere telling.", "note_en": "Counted otherwise."}]}
    plan, report = small.plan(), small.report()
    plan["commitments"] = []
    plan["figures"] = [small.figure("patrols.total", 80, "x", "boats/2", role="norm")]
    report["figures"] = [small.figure("patrols.total", 90, "y", "1.boats/2", period="2029")]
    corpus = Corpus(bundled=small.write(tmp_path, plan, report, **{"series.toml": lists, "links/2031.toml": {"links": []}}))
    (finding,) = compare(corpus, "plan-2031", "report-2031").figures
    assert (finding.left_value, finding.right_value, finding.difference) == (80, 90, None)
    assert (finding.left_role, finding.right_role) == ("norm", "actual")
    assert finding.note_en == "counted differently from 2030-10-01: Counted otherwise."
    assert finding.note_nl == "telt anders vanaf 2030-10-01: Andere telling."


def test_an_outcome_has_no_target_only_where_the_plan_is_described_in_full(tmp_path: Path) -> None:
    plan = small.plan() | {"coverage": "none", "passages": [], "sections": [], "figures": [], "commitments": []}
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report(), **{"links/2031.toml": {"links": []}}))
    findings = compare(corpus, "plan-2031", "report-2031").figures
    assert {finding.status for finding in findings} == {"not-comparable"}
    assert {finding.note_en for finding in findings} == {
        "the content of plan-2031 was not seen; "
        "that there is nothing to set beside this figure says nothing about plan-2031 itself"
    }
    assert {finding.note_nl for finding in findings} == {
        "de inhoud van plan-2031 is niet gezien; dat er niets is om naast dit cijfer te leggen, zegt niets over plan-2031 zelf"
    }


def test_a_period_that_holds_a_break_still_equals_itself(tmp_path: Path) -> None:
    """Both sides are the same mixture of two ways of counting."""
    corpus = reports_with(tmp_path, {"value": 1000, "period": "2030"}, {"value": 1000, "period": "2030"}, **BREAK)
    finding = compare(corpus, "report-2030", "report-2031").figures[0]
    assert (finding.status, finding.difference) == ("same", 0)
