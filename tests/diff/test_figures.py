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
        # wording too loose for a verdict
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 75, "qualifier": "more-than"}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"value": 85, "qualifier": "about"}, "compared"),
        ({"value": 90, "qualifier": "average", "role": "norm"}, {"value": 95}, "compared"),
        ({"value": 80, "qualifier": "at-least", "role": "norm"}, {"qualifier": "withheld"}, "compared"),
        # a forecast is no promise
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
