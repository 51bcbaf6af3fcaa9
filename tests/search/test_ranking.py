"""The order of the answers and their scores, reckoned by hand: six texts, words in one or two of them."""

from math import log
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import Searcher
from mivdcli.search.lookup import Asked
from mivdcli.search.ranking import _Alike, _levels, answers
from tests import small

ONE, TWO = log(1 + 6.5 / 1.5), log(1 + 6.5 / 2.5)
"""The weights of a word in one of the six texts and of one in two."""


def ranked(corpus: Corpus, query: str, **more: bool) -> list[tuple[str, str, int]]:
    return [(hit.ref, hit.band, hit.score) for hit in Searcher(corpus).ask(query, **more).hits]  # type: ignore[arg-type]


def per_cent(share: float) -> int:
    return round(100 * share)


def test_the_score_is_the_share_of_the_query_weighted_by_rarity(corpus: Corpus) -> None:
    assert ranked(corpus, "twee nieuwe boten") == [
        ("report-2031:1.boats/1", "phrase", 100),
        ("plan-2031:boats/1", "some", per_cent(2 * TWO / (2 * TWO + ONE))),
    ]


def test_two_words_in_a_row_are_a_phrase_already(corpus: Corpus) -> None:
    assert ranked(corpus, "twee boten")[:2] == [("plan-2031:boats/1", "phrase", 100), ("report-2031:1.boats/1", "words", 100)]


def test_what_only_excludes_finds_all_the_rest_in_reading_order(corpus: Corpus) -> None:
    assert ranked(corpus, "-boten") == [
        ("plan-2031:boats/2", "words", 100), ("plan-2031:fog/1", "words", 100),
        ("report-2031:1.boats/2", "words", 100), ("report-2031:2.gulls/1", "words", 100),
    ]  # fmt: skip


def test_exact_shows_phrases_and_words_and_nothing_below(corpus: Corpus) -> None:
    assert [band for _, band, _ in ranked(corpus, "twee boten", exact=True)] == ["phrase", "words"]
    assert ranked(corpus, "twee nieuwe boten", exact=True) == [("report-2031:1.boats/1", "phrase", 100)]


@pytest.mark.parametrize(("extra", "found"), [(0.0, 3), (1e-6, 0)])
def test_what_carries_just_the_least_share_answers(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, extra: float, found: int
) -> None:
    """The best one must carry ``FLOOR``: ``meeuwen`` stands in one text, ``twee`` in two others."""
    monkeypatch.setattr("mivdcli.search.ranking.FLOOR", ONE / (ONE + TWO) + extra)
    assert len(ranked(corpus, "twee meeuwen")) == found


@pytest.mark.parametrize(("extra", "found"), [(0.0, 3), (1e-6, 1)])
def test_what_carries_just_the_share_of_the_tail_is_shown_below(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, extra: float, found: int
) -> None:
    monkeypatch.setattr("mivdcli.search.ranking.TAIL", TWO / (ONE + TWO) + extra)
    assert len(ranked(corpus, "twee meeuwen")) == found


def test_a_required_phrase_keeps_out_what_has_the_rest(corpus: Corpus) -> None:
    assert [ref for ref, _, _ in ranked(corpus, 'voorjaar "nieuwe boten" meeuwen')] == ["report-2031:1.boats/1"]


def test_of_equals_the_one_whose_heading_has_the_word_comes_first(tmp_path: Path) -> None:
    """Though it stands later; without the heading, reading order decides."""
    plan = small.plan()
    plan["passages"][0] |= {"nl": "Boten en meeuwen in het voorjaar."}
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report()))
    assert [ref for ref, _, _ in ranked(corpus, "meeuwen")] == ["report-2031:2.gulls/1", "plan-2031:boats/1"]
    assert [ref for ref, _, _ in ranked(corpus, "voorjaar")] == ["plan-2031:boats/1", "report-2031:1.boats/1"]


@pytest.mark.parametrize(
    ("unknown", "known", "guessed", "headed", "enough"),
    [
        (0, 0, 1, False, True), (1, 2, 0, False, True), (1, 1, 0, False, False), (1, 1, 0, True, True),
        (2, 1, 0, True, False), (1, 0, 2, True, False), (2, 1, 2, False, True), (2, 1, 1, True, False),
    ],
)  # fmt: skip
def test_a_query_is_answered_where_most_of_it_is_known(
    unknown: int, known: int, guessed: int, headed: bool, enough: bool
) -> None:
    asked = [Asked("x") for _ in range(unknown)]
    asked += [Asked("x", found={1}, headed={1} if headed else set()) for _ in range(known)]
    asked += [Asked("x", found={1}, meant="y") for _ in range(guessed)]
    assert answers(asked) is enough


def test_entries_that_answer_equally_well_in_other_ways_are_all_kept() -> None:
    """Two ways to the same score differ in the last digits of a float; an answer must not get lost between them."""
    groups = {_Alike(score=1.0, above=1.0): {1}, _Alike(score=1.0 + 1e-9, above=1.0 - 1e-9): {2}, _Alike(score=0.5): {3}}
    assert sorted(map(sorted, _levels(groups, 2.0).values())) == [[1, 2], [3]]
