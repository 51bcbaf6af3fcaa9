"""The computed matching on a small world of our own: what it finds, what it leaves alone, and what it says of its doubt."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mivdcli.corpus import Corpus, places
from mivdcli.diff.match import TIE, Match, Related, tied
from mivdcli.diff.related import (
    AGAIN,
    COSINE,
    FLOOR,
    MISSING_NAME,
    MISSING_TERM,
    MOST,
    NEW,
    SECTION,
    SHARE,
    STRANGE,
    THEMES,
    Candidates,
    _with_best,
    subject_of_commitment,
    subject_of_place,
)
from mivdcli.diff.subject import Subject, Terms, ThemeSpace
from mivdcli.diff.wording import Forms, Wording, read, stems
from tests import small


def asked(nl: str, en: str = "", themes: tuple[str, ...] = (), section: str = "") -> Subject:
    return Subject(nl, en or nl, themes, section)


def match(corpus: Corpus, subject: Subject) -> Match:
    return Candidates(corpus, places(corpus.document("report-2031")), []).match(subject)


def found(corpus: Corpus, subject: Subject) -> list[str]:
    return [one.place.passage.locator for one in match(corpus, subject).related]


def test_wording_theme_and_section_lead_to_the_passage(corpus: Corpus) -> None:
    subject = asked("Twee nieuwe boten kopen.", "Buy two new boats.", ("boats",), "Boten")
    assert found(corpus, subject)[0] == "1.boats/1"


def test_english_alone_is_enough_to_find_it(corpus: Corpus) -> None:
    """The two descriptions are equal; what one language calls otherwise the other may share."""
    assert found(corpus, asked("iets heel anders", "Gulls stole the lunch of the keeper.", ("gulls",))) == ["2.gulls/1"]


def test_an_unknown_subject_stays_unanswered(corpus: Corpus) -> None:
    result = match(corpus, asked("Onderzoek naar mist voortzetten.", "Continue research into fog.", ("fog",), "Mist"))
    assert result.related == []


def test_the_runner_up_is_the_best_that_was_left_out(corpus: Corpus) -> None:
    subject = asked("Twee boten in het voorjaar.", "Two boats in the spring.", ("boats",))
    result = match(corpus, subject)
    assert result.runner_up is not None
    assert result.runner_up.place not in [one.place for one in result.related]
    assert result.runner_up.score <= result.related[-1].score


def test_scores_lie_between_nothing_and_everything(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    itself = match(corpus, Subject(place.passage.nl, place.passage.en, place.passage.themes, place.section.title)).related
    assert itself[0].place.ref == place.ref
    assert FLOOR < itself[0].score <= 1.0
    assert len(itself) <= MOST


def test_a_name_that_is_nowhere_in_the_report_lowers_the_score(corpus: Corpus) -> None:
    plain, named = (
        match(corpus, asked(f"Nieuwe boten {more}", f"New boats {more}", ("boats",))).related[0].score
        for more in ("kopen", "Zanzibar")
    )
    assert named < plain


def test_a_glossary_term_that_is_nowhere_in_the_report_lowers_the_score(tmp_path: Path) -> None:
    """The list may be absent; then no term is ever missing."""
    with_list = Corpus(bundled=small.write(tmp_path / "with"))
    folder = small.write(tmp_path / "without")
    (folder / "glossary.toml").unlink()
    searched = [Subject("boten", "boats", (), "")]
    of_watch = asked("boten van de havenwacht", "boats of the harbour watch")
    assert Terms(with_list, searched).missing(of_watch) == 1.0
    assert Terms(with_list, [of_watch]).missing(of_watch) == 0.0
    assert Terms(Corpus(bundled=folder), searched).missing(of_watch) == 0.0


def test_a_parent_theme_is_nearer_than_a_stranger_but_not_a_group_at_the_top(tmp_path: Path) -> None:
    lists = small.lists()
    top = {"label_nl": "x", "label_en": "x", "scope_nl": "x", "scope_en": "x"}
    lists["themes.toml"]["themes"] = [
        {"id": "top", **top},
        {"id": "boats", **top, "parent": "top"},
        {"id": "tugs", **top, "parent": "boats"},
        {"id": "gulls", **top, "parent": "top"},
        {"id": "fog", **top},
    ]
    corpus = Corpus(bundled=small.write(tmp_path, **{"themes.toml": lists["themes.toml"]}))
    space = ThemeSpace(corpus.themes, [asked("", themes=("boats",)), asked("", themes=("gulls",))])
    assert list(space.compare(["tugs"])) == [0]  # the first text alone


@pytest.mark.parametrize(
    ("word", "other"),
    [("onderzoek", "veiligheidsonderzoek"), ("veiligheidsonderzoek", "onderzoek"), ("veilig", "veiligheid")],
)
def test_a_compound_meets_its_parts_in_both_directions(word: str, other: str) -> None:
    assert other in Forms([word, other, "zee"]).of(word)


@pytest.mark.parametrize(
    ("word", "other"), [("dienst", "ien"), ("zee", "zeehond"), ("boot", "loods"), ("onderzoek", "onderzoek")]
)
def test_short_parts_and_the_word_itself_are_no_compound(word: str, other: str) -> None:
    assert other not in Forms([word, other]).of(word)


def test_rare_words_tell_more_than_common_ones() -> None:
    wording = Wording(["haven boot", "haven meeuw", "haven mist"], Counter())
    share = wording.compare("haven meeuw").share
    assert share[1] > share[0] == share[2]


def test_a_text_without_a_word_in_common_scores_nothing() -> None:
    likeness = Wording(["boot", "meeuw"], Counter()).compare("vuurtoren")
    assert likeness.share == {}
    assert likeness.cosine == {}


def test_of_what_shares_only_a_theme_no_more_is_weighed_than_can_stand_among_the_first() -> None:
    """In a big report nearly every passage has some theme in common with a commitment."""
    by_theme = [*range(100, 0, -1)]
    assert _with_best({100, 5, 7}, by_theme) == {100, 5, 7, *range(99, 99 - AGAIN, -1)}


def test_nothing_to_search_finds_nothing(corpus: Corpus) -> None:
    assert Candidates(corpus, [], []).match(asked("boten")) == Match([], None)


def test_years_are_no_words_but_other_numbers_are() -> None:
    """Plan and report of a year share the year without sharing a subject."""
    assert stems("in 2031 zowat 47.791 boten") == stems("47791 boten zowat")


def test_names_are_capitals_that_do_not_open_a_sentence() -> None:
    assert read("Boten varen. Meeuwen zien Reigers.").names == ("reiger",)


def test_what_a_plan_begins_after_the_reports_year_needs_more_to_be_called_related(corpus: Corpus) -> None:
    """A report cannot know what began after its year; only wording that all but names it may still bring it up."""
    subject = asked("Een boot lenen van de buren.", "Borrow a boat from the neighbours.", ("boats",))
    best = match(corpus, subject)
    assert best.related
    assert best.related[0].score < FLOOR * NEW
    assert match(corpus, subject._replace(begins=2031)).related == best.related
    later = match(corpus, subject._replace(begins=2032))
    assert later.related == []
    assert later.runner_up == best.related[0]
    assert later.too_new
    assert not best.too_new


def test_words_of_a_title_count_as_words_of_the_passages_below_it(corpus: Corpus) -> None:
    """1.boats/2 tells of patrols; that it stands under "Boats" is what leads there."""
    assert "1.boats/2" in found(corpus, asked("Boten.", "Boats."))


def test_a_passage_without_a_theme_in_common_counts_for_less(corpus: Corpus) -> None:
    """Words meet by accident; a question without themes has none to lack."""
    plain, strange = (
        match(corpus, asked("Gulls stole the lunch of the keeper.", themes=themes)).related[0].score
        for themes in ((), ("fog",))
    )
    assert strange < plain


def test_texts_are_as_like_each_other_as_their_words() -> None:
    wording = Wording(["boot haven", "boot haven", "meeuw mist", "boot mist"], Counter())
    assert wording.between(0, 1) == pytest.approx(1.0)
    assert wording.between(0, 2) == 0.0
    assert 0 < wording.between(0, 3) == wording.between(3, 0) < 1


def test_a_common_word_finds_nothing_among_very_many_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a thousand commitments and ten thousand passages are compared in seconds; rare words still meet."""
    texts = ["haven boot", "haven meeuw", "haven mist"]
    monkeypatch.setattr("mivdcli.diff.wording.MANY", 2)
    monkeypatch.setattr("mivdcli.diff.wording.COMMON", 2)
    assert set(Wording(texts, Counter()).compare("haven meeuw").share) == {1}


def report_of(folder: Path, *told: tuple[str, list[str]], title: str = "Boten", **lists: Any) -> Corpus:
    """The report with these passages (the same words in both languages) in its one section."""
    report = small.report() | {"figures": [], "sections": [small.section("1.boats", title, title)]}
    report["passages"] = [
        small.passage(f"1.boats/{index}", f"Text {index} of four.", themes, text, text)
        for index, (text, themes) in enumerate(told, 1)
    ]
    plan = small.plan() | {"commitments": []}
    return Corpus(bundled=small.write(folder, plan, report, **{"links/2031.toml": {"links": []}, **lists}))


def test_the_score_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    """A passage that says the same under the same title, alone in its document: everything but likeness to the others."""
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]))
    whole, no_theme, other_theme = (
        match(corpus, asked("meeuw haven boten", themes=themes, section="Boten")).related[0].score
        for themes in (("boats",), (), ("fog",))
    )
    assert whole == pytest.approx(SHARE + COSINE + THEMES + SECTION)
    assert no_theme == pytest.approx(SHARE + COSINE + SECTION)
    assert other_theme == pytest.approx(STRANGE * (SHARE + COSINE + SECTION))


def test_words_of_one_language_count_half(tmp_path: Path) -> None:
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), title="boot")
    (found,) = match(corpus, asked("vuurtoren", "meeuw haven boot")).related
    assert found.score == pytest.approx((SHARE + COSINE) / 2)


def test_nothing_scores_more_than_everything(tmp_path: Path) -> None:
    """Twins of the question among longer texts: short texts would come out above one."""
    long = "mist vuurtoren gracht sluis brug kade mast anker zeil roer kompas"
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), ("meeuw haven", ["boats"]), (long, ["gulls"]))
    found = match(corpus, asked("meeuw haven boten", themes=("boats",), section="Boten"))
    assert [one.score for one in found.related] == [1.0, 1.0]
    assert tied(found.related)


def test_a_missing_name_and_a_missing_term_each_take_their_part(tmp_path: Path) -> None:
    """No word in common, so that the themes are all there is to take from."""
    corpus = report_of(tmp_path, ("meeuw gracht", ["boats"]), title="Sluis")
    candidates = Candidates(corpus, places(corpus.document("report-2031")), [])
    plain, named, term, both = (
        candidates._scores(asked(text, themes=("boats",)))[0]
        for text in ("een kraanvogel", "een Kraanvogel", "een havenwacht", "een Havenwacht")
    )
    assert plain == pytest.approx(THEMES)
    assert named == pytest.approx(THEMES * (1 - MISSING_NAME))
    assert term == pytest.approx(THEMES * (1 - MISSING_TERM))
    assert both == pytest.approx(THEMES * (1 - MISSING_NAME) * (1 - MISSING_TERM))


def test_the_best_by_score_are_weighed_again_wherever_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mivdcli.diff.related.AGAIN", 1)
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), ("mist meeuw", ["fog"]), ("gracht", ["gulls"]))
    assert found(corpus, asked("meeuw haven", themes=("boats",))) == ["1.boats/1"]


def test_what_lies_on_a_line_is_within_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The floor, the share of the best, and the line for a runner-up."""
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), ("meeuw haven", ["boats"]), ("meeuw mist brug", ["fog"]))
    subject = asked("meeuw haven", themes=("boats",))
    found = match(corpus, subject)
    best, runner_up = found.related[0].score, found.runner_up
    assert runner_up is not None
    monkeypatch.setattr("mivdcli.diff.related.FLOOR", best)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_BEST", 1.0)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", runner_up.score / best)
    on_the_line = match(corpus, subject)
    assert [one.place.passage.locator for one in on_the_line.related] == ["1.boats/1", "1.boats/2"]
    later = match(corpus, subject._replace(begins=2032))
    assert (later.related, later.too_new) == ([], True)
    monkeypatch.setattr("mivdcli.diff.related.FLOOR", runner_up.score)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", 1.0)
    assert match(corpus, subject).runner_up == runner_up
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", 1.001)
    assert match(corpus, subject).runner_up is None


def test_a_commitment_asks_with_its_words_its_themes_and_the_titles_above_it(corpus: Corpus) -> None:
    plan = corpus.document("plan-2031")
    begun, forecast = plan.commitments[:2]
    assert subject_of_commitment(plan, begun) == Subject(
        "Twee nieuwe boten kopen.", "Buy two new boats.", ("boats",), "Boten", "Boats", 2031
    )
    assert subject_of_commitment(plan, forecast).begins is None
    nested = replace(plan, sections=(replace(plan.sections[0], id="harbour/boats"),))
    assert subject_of_commitment(nested, replace(begun, locator="harbour/boats/1")).section_en == "Boats"
    lost = subject_of_commitment(plan, replace(begun, locator="nowhere/1"))
    assert (lost.section, lost.section_en) == ("", "")


def test_a_passage_asks_with_its_words_its_themes_and_the_titles_above_it(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    assert subject_of_place(place) == Subject(
        "In het voorjaar kwamen twee nieuwe boten: Heron en Tern.", "Two new boats came in spring: Heron and Tern.",
        ("boats",), "Boten", "Boats",
    )  # fmt: skip


def test_likeness_to_the_best_counts_those_with_a_higher_score_more(tmp_path: Path) -> None:
    """Of the question's two best passages the better one pulls its twin up further."""
    corpus = report_of(
        tmp_path, ("meeuw haven gracht", ["boats"]), ("meeuw sluis brug", ["boats"]), ("gracht kade", []), ("brug kade", [])
    )
    candidates = Candidates(corpus, places(corpus.document("report-2031")), [])
    scores = {0: 0.6, 1: 0.2, 2: 0.1, 3: 0.1}
    between = {other: candidates._between(2, other) for other in (0, 1)}
    assert candidates._like(2, [0, 1], scores) == pytest.approx((0.6 * between[0] + 0.2 * between[1]) / 0.8)
    assert candidates._like(0, [0, 1], scores) == pytest.approx(candidates._between(0, 1))
    assert candidates._like(0, [0], scores) == 0.0


def test_what_everything_asked_says_tells_little(tmp_path: Path) -> None:
    """The verbs of planning: a passage found by such a word alone scores less, in either language."""
    corpus = report_of(tmp_path, ("meeuw haven", []), ("mist gracht", []))
    found = list(places(corpus.document("report-2031")))
    for nl, en in (("meeuw gracht", "xyz"), ("xyz", "meeuw gracht")):
        usual = [asked(nl.partition(" ")[0], en.partition(" ")[0])] * 9
        plain, told = (Candidates(corpus, found, asking)._scores(asked(nl, en)) for asking in ([], usual))
        assert plain[0] == pytest.approx(plain[1])
        assert told[0] < plain[0] < told[1]


def test_two_scores_a_hundredth_apart_can_be_told_apart(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    assert tied([Related(place, TIE), Related(place, TIE / 2)])
    assert not tied([Related(place, TIE), Related(place, 0.0)])
    assert not tied([Related(place, 1.0)])
