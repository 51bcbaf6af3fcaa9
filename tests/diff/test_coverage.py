"""What a comparison says of documents that are not described in full: what is known of each, on the side it matters for."""

from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import Diff, compare
from tests import small

SOURCES = [{"url": "https://example.org/news", "kind": "press"}]
EXTENT = {
    "partial": ("{id} is maar gedeeltelijk bekend", "{id} is known only in part"),
    "secondary": ("{id} is alleen bekend uit aankondigingen en pers", "{id} is known only from announcements and press"),
    "none": ("de inhoud van {id} is niet gezien", "the content of {id} was not seen"),
}


def known(document: dict[str, Any], coverage: str) -> dict[str, Any]:
    """The document as far as it would be known with this coverage."""
    if coverage == "full":
        return document
    found = document | {"coverage": coverage}
    if coverage == "none":
        return found | {"passages": [], "sections": [], "figures": [], "commitments": []}
    plain = [{key: one[key] for key in ("locator", "themes", "nl", "en")} for one in document["passages"]]
    return found | {"passages": [one | {"attribution": "report", "sources": SOURCES} for one in plain]}


def spoken(document: dict[str, Any], number: int) -> dict[str, Any]:
    """The document with one passage as something that was only said when presenting it."""
    document["passages"][number]["attribution"] = "presentation"
    return document


def older() -> dict[str, Any]:
    return small.report() | {"id": "report-2030", "year": 2030, "figures": []}


def between(folder: Path, *documents: dict[str, Any]) -> Diff:
    corpus = Corpus(bundled=small.write(folder, *documents, **{"links/2031.toml": {"links": []}}))
    return compare(corpus, documents[0]["id"], documents[1]["id"])


def notes(diff: Diff) -> dict[str, tuple[str | None, str | None]]:
    return {one.theme: (one.note_nl, one.note_en) for one in diff.themes}


def said(coverage: str, id: str) -> tuple[str, str]:
    nl, en = EXTENT[coverage]
    return nl.format(id=id), en.format(id=id)


@pytest.mark.parametrize("coverage", ["partial", "secondary", "none"])
def test_a_theme_that_is_not_known_of_the_report_says_nothing_about_it(tmp_path: Path, coverage: str) -> None:
    diff = between(tmp_path, small.plan(), known(small.report(), coverage))
    nl, en = said(coverage, "report-2031")
    assert notes(diff)["fog"] == (
        f"{nl}; dat er geen passage over dit thema bekend is, zegt niets over report-2031 zelf",
        f"{en}; that no passage on this theme is known says nothing about report-2031 itself",
    )


@pytest.mark.parametrize("coverage", ["partial", "secondary"])
def test_a_theme_that_a_whole_plan_lacks_is_told_of_the_plan(tmp_path: Path, coverage: str) -> None:
    """The report treats it as far as is known; it is the plan that does not."""
    diff = between(tmp_path, small.plan(), known(small.report(), coverage))
    nl, en = said(coverage, "report-2031")
    gulls = next(one for one in diff.themes if one.theme == "gulls")
    assert (gulls.status, gulls.left_passages, gulls.right_passages) == ("not-comparable", 0, 1)
    assert (gulls.note_nl, gulls.note_en) == (
        f"{nl}; het volledig beschreven plan-2031 heeft geen passage over dit thema",
        f"{en}; plan-2031, described in full, has no passage on this theme",
    )


@pytest.mark.parametrize("coverage", ["partial", "secondary"])
def test_a_theme_of_both_says_that_what_is_known_is_counted(tmp_path: Path, coverage: str) -> None:
    diff = between(tmp_path, known(small.plan(), coverage), small.report())
    nl, en = said(coverage, "plan-2031")
    assert notes(diff)["boats"] == (f"{nl}; geteld is wat bekend is", f"{en}; what is known is counted")


def test_where_neither_is_described_in_full_both_are_named(tmp_path: Path) -> None:
    diff = between(tmp_path, known(small.plan(), "partial"), known(small.report(), "secondary"))
    assert notes(diff)["boats"][1] == (
        "plan-2031 is known only in part; report-2031 is known only from announcements and press; what is known is counted"
    )
    assert notes(diff)["fog"][1] == (
        "report-2031 is known only from announcements and press; "
        "that no passage on this theme is known says nothing about report-2031 itself"
    )
    assert notes(diff)["gulls"][1] == (
        "plan-2031 is known only in part; that no passage on this theme is known says nothing about plan-2031 itself"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_two_reports_of_which_one_is_known_in_part_are_counted_and_not_compared(tmp_path: Path, turned: bool) -> None:
    pair = [known(older(), "partial"), small.report()]
    diff = between(tmp_path, *(reversed(pair) if turned else pair))
    assert {one.status for one in diff.themes} == {"not-comparable"}
    assert notes(diff)["boats"] == (
        "report-2030 is maar gedeeltelijk bekend; wat bekend is, is geteld maar niet vergeleken",
        "report-2030 is known only in part; what is known is counted, not compared",
    )


def test_documents_in_full_need_no_such_note(corpus: Corpus) -> None:
    diff = compare(corpus, "plan-2031", "report-2031")
    assert {one.note_en for one in diff.themes} == {None}
    assert {one.note_en for one in diff.figures} == {None}


@pytest.mark.parametrize("id", ["plan-2031", "report-2031"])
def test_a_document_known_in_part_equals_itself_without_a_note_on_silence(tmp_path: Path, id: str) -> None:
    corpus = Corpus(bundled=small.write(tmp_path, known(small.plan(), "partial"), known(small.report(), "secondary")))
    diff = compare(corpus, id, id)
    every: list[Any] = [*diff.themes, *diff.figures]
    assert {(one.status, one.note_en) for one in every} == {("same", None)}


def test_what_was_said_when_presenting_is_not_counted_but_told(tmp_path: Path) -> None:
    """In the summary, in the row of the theme, and where nothing else is known on the theme as the reason."""
    diff = between(tmp_path, small.plan(), spoken(spoken(known(small.report(), "secondary"), 1), 2))
    boats = next(one for one in diff.themes if one.theme == "boats")
    assert (boats.right_passages, boats.right_not_counted, boats.left_not_counted) == (1, 1, 0)
    assert "gulls" not in notes(diff)  # nothing that counts treats it on either side
    assert "(3 passages; niet vergeleken: 2 met wat bij de presentatie is gezegd)" in diff.summary["text_nl"]
    assert "(3 passages; not compared: 2 on what was said when presenting it)" in diff.summary["text_en"]
    assert diff.summary["left_out"]["right_passages"] == 2


def test_a_theme_of_which_only_the_presentation_speaks_says_so(tmp_path: Path) -> None:
    diff = between(tmp_path, spoken(known(older(), "partial"), 2), small.report())
    assert notes(diff)["gulls"] == (
        "report-2030 is maar gedeeltelijk bekend; over dit thema is alleen bekend wat bij de presentatie is gezegd",
        "report-2030 is known only in part; on this theme only what was said when presenting it is known",
    )


@pytest.mark.parametrize("coverage", ["partial", "secondary", "none"])
@pytest.mark.parametrize("silent", ["plan", "report"])
def test_a_figure_without_its_other_side_says_how_little_is_known_of_that(tmp_path: Path, coverage: str, silent: str) -> None:
    plan, report = small.plan(), small.report()
    if silent == "plan":
        plan = known(plan, coverage) | {"figures": []}
    else:
        report = known(report, coverage) | {"figures": []}
    diff = between(tmp_path, plan, report)
    nl, en = said(coverage, f"{silent}-2031")
    assert {one.status for one in diff.figures} == {"not-comparable"}
    assert {(one.note_nl, one.note_en) for one in diff.figures} == {
        (
            f"{nl}; dat er niets is om naast dit cijfer te leggen, zegt niets over {silent}-2031 zelf",
            f"{en}; that there is nothing to set beside this figure says nothing about {silent}-2031 itself",
        )
    }


def test_a_figure_known_from_the_press_brings_its_source_its_note_and_its_documents_coverage(tmp_path: Path) -> None:
    report = known(small.report(), "secondary")
    told = {"source": SOURCES[0], "official": False, "note_nl": "Volgens één krant.", "note_en": "According to one paper."}
    report["figures"] = [small.figure("patrols.night", 85, "85%", None, **told)]
    diff = between(tmp_path, small.plan(), report)
    night = next(one for one in diff.figures if one.series == "patrols.night")
    assert (night.status, night.note_en) == ("met", "report-2031 is known only from announcements and press")
    assert (night.right_source, night.right_official) == ("https://example.org/news", False)
    assert (night.right_note_nl, night.right_note_en) == ("Volgens één krant.", "According to one paper.")
    assert (night.left_source, night.left_official, night.left_note_en) == ("Havenstukken 7", True, None)


def test_a_reason_of_its_own_keeps_the_word_on_coverage(tmp_path: Path) -> None:
    report = known(small.report(), "secondary")
    report["figures"] = [small.figure("patrols.night", 80, "80%", "1.boats/2", role="norm")]
    diff = between(tmp_path, small.plan(), report)
    night = next(one for one in diff.figures if one.series == "patrols.night")
    assert night.note_en is not None
    assert night.note_en.startswith("report-2031 gives a norm for it (80%), not an outcome; report-2031 is known only from ")


def test_the_summary_counts_the_figures_that_no_finding_is_about(tmp_path: Path) -> None:
    plan, report = small.plan(), small.report()
    plan["figures"].append(small.figure("lunches.stolen", 4, "4", "fog/1", period="2030"))
    report["figures"].append(small.figure("patrols.night", 80, "80%", "1.boats/2", role="norm"))
    diff = between(tmp_path, plan, report)
    assert (diff.summary["left_out"]["left_figures"], diff.summary["left_out"]["right_figures"]) == (1, 1)
    assert (
        "; not counted, of plan-2031 itself: 1 (outcome); not counted, of report-2031 itself: 1 (norm, target or forecast)."
    ) in diff.summary["text_en"]
    assert (
        "; niet meegeteld, van plan-2031 zelf: 1 (uitkomst); "
        "niet meegeteld, van report-2031 zelf: 1 (norm, doel of verwachting)."
    ) in diff.summary["text_nl"]


def test_with_a_theme_only_its_figures_are_left_out(tmp_path: Path) -> None:
    report = small.report()
    report["figures"].append(small.figure("patrols.night", 80, "80%", "1.boats/2", role="norm"))
    corpus = Corpus(bundled=small.write(tmp_path, small.plan(), report))
    left_out = {
        theme: compare(corpus, "plan-2031", "report-2031", theme=theme).summary["left_out"]["right_figures"]
        for theme in ("boats", "gulls")
    }
    assert left_out == {"boats": 1, "gulls": 0}


def test_figures_of_the_bundled_report_are_all_accounted_for(bundled: Corpus) -> None:
    """What ``mivd figures --doc report-2020`` lists is in a finding or said to be left out."""
    diff = compare(bundled, "plan-2020", "report-2020")
    told = sum(1 for one in diff.figures if one.right_ref)
    assert told + diff.summary["left_out"]["right_figures"] == len(bundled.document("report-2020").figures)


def test_a_passage_says_who_says_it_and_how_much_is_known(tmp_path: Path) -> None:
    diff = between(tmp_path, known(older(), "secondary"), small.report())
    one = diff.passages[0]
    assert (one.attribution, [source["url"] for source in one.sources]) == ("report", ["https://example.org/news"])
    assert (one.section_title, one.section_title_en) == ("Boten", "Boats")
    assert one.note_nl == "report-2030 is alleen bekend uit aankondigingen en pers"
    assert one.note_en == "report-2030 is known only from announcements and press"


def test_a_passage_of_a_whole_document_speaks_for_itself(tmp_path: Path) -> None:
    one = between(tmp_path, older(), small.report()).passages[0]
    assert (one.attribution, one.sources, one.note_nl, one.note_en) == (None, (), None, None)
