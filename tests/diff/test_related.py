"""The computed matching on a small world of our own: what it finds, what it leaves alone, and what it says of its doubt."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mivdcli.corpus import Corpus, places
from mivdcli.diff.match import MOST, TIE, Match, Related, tied
from mivdcli.diff.related import (
    KEYWORDS,
    MISSING_TERM,
    NAMED,
    PLAIN_FLOOR,
    SECTION,
    THEMES,
    UNNAMED,
    WEIGHED,
    WORDING,
    Candidates,
    _with_best,
    subject_of_commitment,
    subject_of_place,
)
from mivdcli.diff.subject import Space, Subject, Terms, above_themes
from mivdcli.diff.wording import COMPOUND
from tests import small


def asked(nl: str, en: str = "", themes: tuple[str, ...] = (), section: str = "") -> Subject:
    return Subject(nl, en or nl, themes, section)


NAMELESS = 1 - NAMED + NAMED * UNNAMED
"""What is left of a score where the commitment has no name."""


def match(corpus: Corpus, subject: Subject) -> Match:
    return Candidates(corpus, places(corpus.document("report-2031"))).match(subject)


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


def test_the_runner_up_is_the_best_that_was_left_out(tmp_path: Path) -> None:
    """More passages than are shown, each with a word less in common."""
    words = ["meeuw", "haven", "gracht", "sluis"]
    corpus = report_of(tmp_path, *((" ".join(words[index:]), ["boats"]) for index in range(4)))
    result = match(corpus, asked(" ".join(words), themes=("boats",)))
    assert len(result.related) == MOST
    assert result.runner_up is not None
    assert result.runner_up.place.passage.locator == "1.boats/4"
    assert result.runner_up.score < result.related[-1].score


def test_scores_lie_between_nothing_and_everything(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    itself = match(corpus, Subject(place.passage.nl, place.passage.en, place.passage.themes, place.section.title)).related
    assert itself[0].place.ref == place.ref
    assert PLAIN_FLOOR < itself[0].score <= 1.0
    assert len(itself) <= MOST


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
    space = Space(above_themes(corpus), [("boats",), ("gulls",)])
    assert list(space.compare(["tugs"])) == [0]  # the first text alone


def test_of_what_shares_only_a_theme_no_more_is_weighed_than_can_stand_among_the_first() -> None:
    """In a big report nearly every passage has some theme in common with a commitment."""
    by_theme = [*range(100, 0, -1)]
    assert _with_best({100, 5, 7}, by_theme) == {100, 5, 7, *range(99, 99 - WEIGHED, -1)}


def test_nothing_to_search_finds_nothing(corpus: Corpus) -> None:
    assert Candidates(corpus, []).match(asked("boten")) == Match([], None)


def test_words_of_a_title_count_as_words_of_the_passages_below_it(corpus: Corpus) -> None:
    """1.boats/2 tells of patrols; that it stands under "Boats" is what leads there."""
    assert "1.boats/2" in found(corpus, asked("Boten.", "Boats."))


def report_of(folder: Path, *told: tuple[str, list[str]], title: str = "Boten", **lists: Any) -> Corpus:
    """The report with these passages (the same words in both languages) in its one section."""
    report = small.report() | {"figures": [], "sections": [small.section("1.boats", title, title)]}
    report["passages"] = [
        small.passage(f"1.boats/{index}", f"Text {index} of four.", themes, text, text)
        for index, (text, themes) in enumerate(told, 1)
    ]
    plan = small.plan() | {"commitments": []}
    return Corpus(bundled=small.write(folder, plan, report, **{"links/2031.toml": {"links": []}, **lists}))


def test_what_lies_on_a_line_is_within_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The floor, the share of the best, and the line for a runner-up."""
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), ("meeuw haven", ["boats"]), ("meeuw mist brug", ["fog"]))
    subject = asked("meeuw haven", themes=("boats",))
    found = match(corpus, subject)
    best, runner_up = found.related[0].score, found.runner_up
    assert runner_up is not None
    monkeypatch.setattr("mivdcli.diff.related.PLAIN_FLOOR", best)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_BEST", 1.0)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", runner_up.score / best)
    on_the_line = match(corpus, subject)
    assert [one.place.passage.locator for one in on_the_line.related] == ["1.boats/1", "1.boats/2"]
    monkeypatch.setattr("mivdcli.diff.related.PLAIN_FLOOR", runner_up.score)
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", 1.0)
    assert match(corpus, subject).runner_up == runner_up
    monkeypatch.setattr("mivdcli.diff.related.NEAR_MISS", 1.001)
    assert match(corpus, subject).runner_up is None


def test_a_passage_asks_with_its_words_its_themes_and_the_titles_above_it(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    assert subject_of_place(place) == Subject(
        "In het voorjaar kwamen twee nieuwe boten: Heron en Tern.", "Two new boats came in spring: Heron and Tern.",
        ("boats",), "Boten", "Boats",
    )  # fmt: skip


def test_two_scores_a_hundredth_apart_can_be_told_apart(corpus: Corpus) -> None:
    place = next(places(corpus.document("report-2031")))
    assert tied([Related(place, TIE), Related(place, TIE / 2)])
    assert not tied([Related(place, TIE), Related(place, 0.0)])
    assert not tied([Related(place, 1.0)])


def test_the_score_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    """A passage that says the same under the same title, alone in its document."""
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]))
    whole, no_theme, other_theme = (
        match(corpus, asked("meeuw haven boten", themes=themes, section="Boten")).related[0].score
        for themes in (("boats",), (), ("fog",))
    )
    assert whole == pytest.approx(NAMELESS)
    assert pytest.approx(1.0) == WORDING + THEMES + SECTION
    assert no_theme == other_theme == pytest.approx(NAMELESS * (WORDING + SECTION))


def test_words_of_one_language_count_half(tmp_path: Path) -> None:
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), title="boot")
    (found,) = match(corpus, asked("vuurtoren", "meeuw haven boot")).related
    assert found.score == pytest.approx(NAMELESS * WORDING / 2)


def test_a_missing_term_takes_its_part(tmp_path: Path) -> None:
    """No word in common, so that the themes are all there is to take from."""
    corpus = report_of(tmp_path, ("meeuw gracht", ["boats"]), title="Sluis")
    candidates = Candidates(corpus, places(corpus.document("report-2031")))
    plain, term = (candidates._scores(asked(text, themes=("boats",)))[0] for text in ("een kraanvogel", "een havenwacht"))
    assert plain == pytest.approx(THEMES)
    assert term == pytest.approx(THEMES * (1 - MISSING_TERM))


def indexed(folder: Path, *told: tuple[str, list[str]], **lists: Any) -> Corpus:
    """The report with these passages, each with its keywords and without a theme, under a title of its own."""
    corpus = report_of(folder, *((text, []) for text, _ in told), title="Sluis", **lists)
    passages = tuple(
        replace(passage, keywords=tuple(keywords))
        for passage, (_, keywords) in zip(corpus.document("report-2031").passages, told, strict=True)
    )
    corpus._documents["report-2031"] = replace(corpus.document("report-2031"), passages=passages)
    return corpus


def test_keywords_in_common_bring_their_share_whatever_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyword says what a text turns on, so nothing of it goes where the words of the name are missing."""
    monkeypatch.setattr("mivdcli.diff.related.FLOOR", 0.1)
    corpus = indexed(tmp_path, ("meeuw haven", ["tugs"]), ("gracht brug", ["night-patrols"]))
    plain = asked("meeuw haven sluis", section="Sluis")
    subject = plain._replace(keywords=("tugs",), name="anker")
    rest = WORDING + SECTION
    (found,) = match(corpus, subject).related
    assert found.score == pytest.approx((1 - KEYWORDS) * rest * (1 - NAMED) + KEYWORDS)
    (other,) = match(corpus, plain._replace(keywords=("boats-of-old",), name="anker")).related
    assert other.score == pytest.approx((1 - KEYWORDS) * rest * (1 - NAMED))


def test_what_nobody_has_indexed_is_judged_by_the_rest(tmp_path: Path) -> None:
    """A folder of one's own need not have keywords: neither who asks nor what is searched loses a share for it."""
    subject = asked("meeuw haven sluis", section="Sluis")
    with_none = indexed(tmp_path / "none", ("meeuw haven", []))
    with_some = indexed(tmp_path / "some", ("meeuw haven", ["tugs"]))
    scores = [
        match(with_none, subject._replace(keywords=("tugs",))).related[0].score,
        match(with_some, subject).related[0].score,
    ]
    assert scores == pytest.approx([NAMELESS * (WORDING + SECTION)] * 2)


def test_the_line_is_lower_where_nobody_has_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without keywords the same likeness has fewer points, and must not be left out for that."""
    corpus = indexed(tmp_path, ("meeuw haven", ["tugs"]))
    (plain,) = match(corpus, asked("meeuw")).related
    monkeypatch.setattr("mivdcli.diff.related.PLAIN_FLOOR", plain.score + 0.01)
    assert match(corpus, asked("meeuw")).related == []
    monkeypatch.setattr("mivdcli.diff.related.PLAIN_FLOOR", plain.score)
    monkeypatch.setattr("mivdcli.diff.related.FLOOR", 1.0)
    assert match(corpus, asked("meeuw")).related == [plain]
    assert match(corpus, asked("meeuw")._replace(keywords=("tugs",))).related == []


def test_a_passage_with_nothing_but_a_keyword_in_common_can_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mivdcli.diff.related.FLOOR", KEYWORDS / 2)
    corpus = indexed(tmp_path, ("meeuw haven", ["tugs"]), ("gracht brug", ["night-patrols"]))
    assert found(corpus, asked("kraanvogel")._replace(keywords=("tugs",))) == ["1.boats/1"]


def test_a_name_is_held_by_a_keyword_too(tmp_path: Path) -> None:
    corpus = indexed(tmp_path, ("meeuw haven", ["tugs"]))
    assert named(corpus, "sleepboten") == named(corpus, "tugs") == named(corpus, "meeuw")
    assert named(corpus, "sleepboten nachtronden") < named(corpus, "meeuw")


def test_a_keyword_that_the_list_does_not_hold_is_still_one(tmp_path: Path) -> None:
    """Data of one's own may lag behind the list."""
    corpus = indexed(tmp_path, ("meeuw haven", ["rafts"]))
    assert match(corpus, asked("meeuw")._replace(keywords=("rafts",))).related


def named(corpus: Corpus, name: str) -> float:
    """The score of the one passage for a commitment that says the same and has this name."""
    return match(corpus, asked("meeuw haven boten", section="Boten")._replace(name=name)).related[0].score


def test_a_passage_that_holds_the_name_keeps_its_score_and_another_little_of_it(tmp_path: Path) -> None:
    """In full only what treats the thing itself: its field has wording, themes and title in common with it too."""
    corpus = report_of(tmp_path, ("meeuw vuurtoren", ["boats"]), title="Boten")
    whole = named(corpus, "meeuw")
    assert named(corpus, "") == pytest.approx(NAMELESS * whole)
    assert named(corpus, "meeuw anker") < NAMELESS * whole
    assert named(corpus, "vuurtoren meeuw") == pytest.approx(whole)
    assert match(corpus, asked("meeuw")._replace(name="anker")).related == []


def test_a_name_is_held_by_either_language_by_a_theme_and_in_part_by_a_compound(tmp_path: Path) -> None:
    corpus = report_of(tmp_path, ("meeuw vuurtorenwachter", ["fog"]))
    whole = named(corpus, "meeuw")
    assert named(corpus, "mist") == named(corpus, "fog") == pytest.approx(whole)  # how the theme is called
    assert named(corpus, "vuurtoren") == pytest.approx(whole * (1 - NAMED + NAMED * COMPOUND))


def test_a_rare_word_of_the_name_tells_more_than_a_common_one(tmp_path: Path) -> None:
    corpus = report_of(tmp_path, ("meeuw haven", []), ("sluis haven", []), ("brug haven", []))
    subject = asked("meeuw sluis haven")._replace(name="meeuw haven")
    scores = {one.place.passage.locator: one.score for one in match(corpus, subject).related}
    assert scores["1.boats/1"] > scores["1.boats/2"] > scores.get("1.boats/3", 0.0)


def test_only_the_best_are_looked_through_for_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mivdcli.diff.related.WEIGHED", 1)
    corpus = report_of(tmp_path, ("meeuw haven", ["boats"]), ("mist meeuw", ["fog"]), ("gracht", ["gulls"]))
    assert found(corpus, asked("meeuw haven", themes=("boats",))) == ["1.boats/1"]


def test_a_commitment_asks_with_its_words_its_themes_the_titles_above_it_and_its_name(corpus: Corpus) -> None:
    plan = corpus.document("plan-2031")
    begun = plan.commitments[0]
    assert subject_of_commitment(plan, begun) == Subject(
        "Twee nieuwe boten kopen.", "Buy two new boats.", ("boats",), "Boten", "Boats", name="buy boats"
    )
    nested = replace(plan, sections=(replace(plan.sections[0], id="harbour/boats"),))
    assert subject_of_commitment(nested, replace(begun, locator="harbour/boats/1")).section_en == "Boats"
    lost = subject_of_commitment(plan, replace(begun, locator="nowhere/1"))
    assert (lost.section, lost.section_en) == ("", "")


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("plan-2031.c1", ""),
        ("plan-2031.2", ""),
        ("plan-2031.a-b", ""),
        ("plan-2031.1.fog-2", "fog"),
        ("plan-2031.law-2017", "law"),
    ],
)
def test_letters_and_numbers_name_nothing(corpus: Corpus, id: str, name: str) -> None:
    """Otherwise a commitment with a number for an id would be said to be found nowhere."""
    plan = corpus.document("plan-2031")
    assert subject_of_commitment(plan, replace(plan.commitments[0], id=id)).name == name
