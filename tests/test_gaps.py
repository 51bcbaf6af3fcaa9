from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId
from mivdcli.gaps import compared, list_gaps
from tests import small
from tests.conftest import Command


def older(**changed: Any) -> dict[str, Any]:
    """A report of the year before that also treats fog and counts fog horns."""
    report = small.report() | {"id": "report-2030", "year": 2030, **changed}
    report["passages"] = [*report["passages"], small.passage("2.gulls/2", "Fog came.", ["fog"], "Mist.", "Fog.")]
    report["figures"] = [small.figure("patrols.night", 70, "70%", "1.boats/2", period="2030")]
    return report


def test_a_theme_of_the_plan_that_a_full_report_lacks_is_silence(corpus: Corpus) -> None:
    gaps = list_gaps(corpus, 2031)
    assert [(gap.part, gap.id, gap.status, gap.document) for gap in gaps] == [("theme", "fog", "silent", "plan-2031")]
    assert "does not mention" in gaps[0].note_en
    assert "does not tell whether" in gaps[0].note_en


def test_the_report_before_counts_too(tmp_path: Path) -> None:
    report = small.report()
    report["figures"] = []
    corpus = Corpus(bundled=small.write(tmp_path, small.plan(), report, older()))
    found = {(gap.part, gap.id, gap.document) for gap in list_gaps(corpus, 2031)}
    assert ("theme", "fog", "report-2030") in found
    assert ("figure", "patrols.night", "report-2030") in found
    assert ("figure", "patrols.night", "plan-2031") in found


@pytest.mark.parametrize("coverage", ["partial", "secondary"])
def test_a_report_that_is_not_known_in_full_is_never_called_silent(tmp_path: Path, coverage: str) -> None:
    report = small.report() | {"coverage": coverage, "sections": [], "passages": [], "figures": []}
    corpus = Corpus(bundled=small.write(tmp_path, small.plan(), report, **{"links/2031.toml": {"links": []}}))
    gaps = list_gaps(corpus, 2031)
    assert {gap.status for gap in gaps} == {"not-comparable"}
    assert {gap.note_en for gap in gaps} == {"report-2031 is not described in full; whether it mentions this is not known"}


def test_a_figure_that_the_report_has_is_no_gap(corpus: Corpus) -> None:
    assert not [gap for gap in list_gaps(corpus, 2031) if gap.part == "figure"]


def test_the_documents_that_were_compared_are_named(bundled: Corpus) -> None:
    report, earlier = compared(bundled, 2020)
    assert (report.id, [document.id for document in earlier]) == ("report-2020", ["plan-2020", "report-2019"])


def test_a_year_without_a_report_is_refused(bundled: Corpus) -> None:
    with pytest.raises(UnknownId):
        list_gaps(bundled, 2026)


def test_nothing_missing_still_says_what_was_compared(mivd: Command) -> None:
    result = mivd("gaps", "2020", code=1)
    assert "report-2020: described in full; plan-2020: known in part" in result.err
    assert "Silence of a public report does not tell" in result.err
