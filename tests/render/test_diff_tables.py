"""The tables of a comparison for people: who speaks, what is not listed and why, in the language asked for."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import compare
from mivdcli.diff.compare import counts
from mivdcli.render.diff_words import left_out
from mivdcli.render.view import Cell, Page
from mivdcli.render.views.common import VOICE
from mivdcli.render.views.diff import summary_view, view
from mivdcli.render.views.figures import number
from tests import small
from tests.diff.test_coverage import known, older, spoken

UNKNOWN = {
    "nl": "uit plan-2031 is niets bekend om ernaast te leggen, wat niets zegt over plan-2031 zelf",
    "en": "nothing is known from plan-2031 to set beside them, which says nothing about plan-2031 itself",
}


def shown(corpus: Corpus, left: str, right: str, lang: str) -> Page:
    return view(compare(corpus, left, right), {}, ()).page(lang)


def notes(page: Page) -> str:
    """What stands below the tables, or in their place."""
    bare = [str(row[0]) for grid in page.grids for row in grid.rows if len(row) == 1]
    return "\n".join([*bare, *(note for grid in page.grids for note in grid.notes)])


def cells(page: Page) -> str:
    texts = (cell.text if isinstance(cell, Cell) else cell for grid in page.grids for row in grid.rows for cell in row)
    return "\n".join(texts)


def world(folder: Path, *documents: dict[str, Any]) -> Corpus:
    return Corpus(bundled=small.write(folder, *documents, **{"links/2031.toml": {"links": []}}))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_description_is_never_called_the_official_text(corpus: Corpus, lang: str) -> None:
    """It stands straight above our own words; somebody would quote them as the document's."""
    told = {"nl": "naar de officiële tekst, in onze woorden", "en": "from the official text, in our words"}[lang]
    assert VOICE[lang][None] == told
    assert f"• report-2031:1.boats/1 ({told})" in cells(shown(corpus, "plan-2031", "report-2031", lang))


@pytest.mark.parametrize(
    ("left", "right", "lang", "told"),
    [
        ("full", "full", "nl", "1 van report-2031; plan-2031 noemt er geen norm, doel of verwachting voor"),
        ("full", "full", "en", "1 of report-2031; plan-2031 sets no norm, target or forecast for them"),
        ("full", "secondary", "nl", "1 uit bronnen over report-2031; plan-2031 noemt er geen norm, doel of verwachting voor"),
        ("full", "secondary", "en", "1 from sources about report-2031; plan-2031 sets no norm, target or forecast for them"),
        ("partial", "full", "nl", "1 van report-2031; " + UNKNOWN["nl"]),
        ("partial", "full", "en", "1 of report-2031; " + UNKNOWN["en"]),
        ("none", "partial", "nl", "3 van wat van report-2031 bekend is; " + UNKNOWN["nl"]),
        ("none", "partial", "en", "3 of what is known of report-2031; " + UNKNOWN["en"]),
    ],
)  # fmt: skip
def test_figures_that_are_not_listed_claim_no_more_than_is_known(
    tmp_path: Path, left: str, right: str, lang: str, told: str
) -> None:
    corpus = world(tmp_path, known(small.plan(), left), known(small.report(), right))
    start = {"nl": "Niet in de lijst: ", "en": "Not listed: "}[lang]
    assert f"{start}{told}: mivd figures --doc report-2031" in notes(shown(corpus, "plan-2031", "report-2031", lang))


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        ("full", "report-2030 does not give them"),
        ("secondary", "nothing is known from report-2030 to set beside them, which says nothing about report-2030 itself"),
    ],
)
def test_two_reports_say_it_of_the_other_report(tmp_path: Path, coverage: str, told: str) -> None:
    corpus = world(tmp_path, known(older(), coverage), small.report())
    assert f"Not listed: 3 of report-2031; {told}:" in notes(shown(corpus, "report-2030", "report-2031", "en"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_titles_and_what_was_not_seen_stand_under_the_summary(tmp_path: Path, lang: str) -> None:
    """Who quotes an answer needs the title, the official reference and the day of each document."""
    report = known(small.report(), "partial") | {"scope_nl": "Alleen de kop.", "scope_en": "The heading only."}
    diff = compare(world(tmp_path, small.plan(), report), "plan-2031", "report-2031")
    below = {
        "nl": (
            "plan-2031: Plan van de havenwacht, Havenstukken 7, 2030-12-01",
            "report-2031: Verslag van de havenwacht, Havenstukken 9, 2032-04-01",
            "report-2031: Alleen de kop.",
        ),
        "en": (
            "plan-2031: Plan of the harbour watch, Havenstukken 7, 2030-12-01",
            "report-2031: Report of the harbour watch, Havenstukken 9, 2032-04-01",
            "report-2031: The heading only.",
        ),
    }[lang]
    for page in (view(diff, {}, ()).page(lang), summary_view(diff, counts(diff), {}).page(lang)):
        assert page.lead == "\n".join((diff.summary[f"text_{lang}"], *below))


def test_the_themes_that_cannot_be_compared_stand_under_their_reason(tmp_path: Path) -> None:
    corpus = world(tmp_path, small.plan(), spoken(known(small.report(), "secondary"), 1))
    page = shown(corpus, "plan-2031", "report-2031", "en")
    known_of = "report-2031 is known only from announcements and press"
    assert "Boats\n2\n1 (+1)\nboth" in cells(page)
    below = notes(page)
    assert "(+n): passages on what was said when presenting it; they do not count" in below
    assert f"both: {known_of}; what is known is counted" in below
    assert (
        f"1 not-comparable ({known_of}; that no passage on this theme is known says nothing about report-2031 itself): Fog"
        in below
    )
    # of this one something is known, which must not stand among those of which nothing is
    assert "Gulls\n–\n1\nnot-comparable" in cells(page)
    assert f"not-comparable: {known_of}; plan-2031, described in full, has no passage on this theme" in below


def test_what_somebody_judged_by_is_whole_and_what_is_to_be_known_of_it_is_told(tmp_path: Path) -> None:
    """A weak source must not look like a good one; a computed place is cut, and says so."""
    report = small.report()
    report["passages"][0] |= {"nl": "lang " * 90, "en": "long " * 90, "note_nl": "Zwakke bron.", "note_en": "Weak source."}
    report["passages"][1] |= {"nl": "boten nacht " * 40, "en": "boats night " * 40}
    page = shown(Corpus(bundled=small.write(tmp_path, small.plan(), report)), "plan-2031", "report-2031", "en")
    text = " ".join(cells(page).split())
    assert f"{'long ' * 90}(Weak source.)" in text
    assert "… [cut]" in text
    assert "boats night " * 40 not in text


def test_commitments_without_an_answer_stand_under_what_is_known_of_the_report(tmp_path: Path) -> None:
    corpus = world(tmp_path, small.plan(), known(small.report(), "none"))
    below = {lang: notes(shown(corpus, "plan-2031", "report-2031", lang)) for lang in ("nl", "en")}
    assert (
        "4 not-comparable (the content of report-2031 was not seen; nothing found that answers): plan-2031.buy-boats"
        in below["en"]
    )
    assert "4 not-comparable (de inhoud van report-2031 is niet gezien; niets gevonden dat erop antwoordt): " in below["nl"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_figure_shows_its_own_note_and_that_it_is_from_the_press(tmp_path: Path, lang: str) -> None:
    report = small.report()
    source = {"url": "https://example.org/news", "kind": "press"}
    told = {"source": source, "official": False, "note_nl": "Eén krant.", "note_en": "One paper."}
    report["figures"] = [small.figure("patrols.night", 85, "85%", None, **told)]
    text = cells(shown(world(tmp_path, small.plan(), report), "plan-2031", "report-2031", lang))
    assert {"nl": "report-2031: Eén krant.", "en": "report-2031: One paper."}[lang] in text
    assert {"nl": "85%\n2031, uitkomst, pers", "en": "85%\n2031, actual, press"}[lang] in text


def test_a_passage_on_the_left_says_who_says_it(tmp_path: Path) -> None:
    corpus = world(tmp_path, known(older(), "secondary"), small.report())
    page = shown(corpus, "report-2030", "report-2031", "nl")
    assert "report-2030:1.boats/1 (het document, volgens bronnen, pers)" in cells(page)
    assert "report-2030 is alleen bekend uit aankondigingen en pers" in page.grids[-1].notes


@pytest.mark.parametrize(
    ("printed", "value", "lang", "shown"),
    [
        ("47.791", 47791, "en", "47.791 (= 47,791)"),  # in English the page's own form is forty-seven and something
        ("47.791", 47791, "nl", "47.791"),
        ("8,1%", Decimal("8.1"), "en", "8,1% (= 8.1)"),
        ("91", 91, "en", "91"),
        ("acht", 8, "en", "acht (= 8)"),
    ],
)
def test_a_number_cannot_be_misread_in_english(printed: str, value: int | Decimal, lang: str, shown: str) -> None:
    record = {"printed": printed, "value": value, "qualifier": "exact", "unit": "count"}
    assert number(record, lang) == shown


@pytest.mark.parametrize(("places", "told"), [(1, "Nearest, below the line: x:y/1 (score 9)"), (3, "three at most are shown")])
def test_a_place_that_was_left_out_says_why(places: int, told: str) -> None:
    record = {"runner_up": {"ref": "x:y/1", "score": 9}, "evidence": [{}] * places}
    assert told in str(left_out(record, "en"))
    assert left_out(record | {"runner_up": None}, "en") is None


@pytest.mark.parametrize(
    ("coverage", "told"), [("full", "What one of them does not mention"), ("partial", "not found in the public")]
)
def test_that_one_of_two_left_something_out_is_only_said_where_both_are_known(tmp_path: Path, coverage: str, told: str) -> None:
    diff = compare(world(tmp_path, known(older(), coverage), small.report()), "report-2030", "report-2031")
    assert told in diff.summary["text_en"]
