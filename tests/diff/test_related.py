"""The computed matching on a small world of our own: what it finds, what it leaves alone, and what it says of its doubt."""

from collections import Counter
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus, places
from mivdcli.diff.related import AGAIN, FLOOR, MOST, NEW, Candidates, Match, _with_best
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
