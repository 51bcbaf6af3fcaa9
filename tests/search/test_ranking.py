"""The order of the answers and their scores, reckoned by hand: six texts, words in one or two of them."""

import tracemalloc
from math import log
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.query import understand
from mivdcli.search import Searcher
from mivdcli.search.entries import WHAT
from mivdcli.search.lookup import Asked, Lookup, Way
from mivdcli.search.numbers import Numbers
from mivdcli.search.ranking import _may_answer, answers, rank
from mivdcli.search.shelf import MemoryShelf, Scope
from mivdcli.vocabulary import Manner
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


MANY = ["boten", "twee boten", "twee nieuwe boten", "meeuwen lunch boten", "-boten", "wacht OR meeuwen lunch", "harbor boten"]


@pytest.mark.parametrize("together", [1, 2, 5])
@pytest.mark.parametrize("remembered", [1, 10_000])
def test_how_many_entries_are_looked_at_together_does_not_show(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, together: int, remembered: int
) -> None:
    """A big corpus is looked at in parts; what is among the best so far must be among the best of all."""
    searcher = Searcher(corpus, what=WHAT)
    whole = [searcher.ask(query, limit=limit) for query in MANY for limit in (0, 1, 2, 3, 50)]
    monkeypatch.setattr("mivdcli.search.ranking._TOGETHER", together)
    monkeypatch.setattr("mivdcli.search.ranking._REMEMBERED", remembered)
    assert [searcher.ask(query, limit=limit) for query in MANY for limit in (0, 1, 2, 3, 50)] == whole


@pytest.mark.parametrize("query", MANY)
def test_a_smaller_limit_shows_the_first_of_a_larger_one_and_counts_as_many(corpus: Corpus, query: str) -> None:
    searcher = Searcher(corpus, what=WHAT)
    every = searcher.ask(query, limit=50)
    assert every.total == len(every.hits) > 1
    for limit in range(every.total):
        some = searcher.ask(query, limit=limit)
        assert (some.total, some.hits) == (every.total, every.hits[:limit])


def test_a_word_of_half_a_million_passages_is_ranked_in_a_few_megabytes(corpus: Corpus) -> None:
    """A set of so many numbers takes thirty; the kinds of entries are two, and twenty entries are shown."""
    size = 500_000
    typed, inflected = Numbers.of(range(0, size, 2), size), Numbers.of(range(1, size, 2), size)
    ways = [Way(Manner.EXACT, 1.0, (("boot",),)), Way(Manner.INFLECTION, 0.85, (("boten",),))]
    one = Asked("boot", ways=ways, best=[typed, inflected], found=typed | inflected, weight=1.0)
    shelf = MemoryShelf((), Scope())
    tracemalloc.start()
    try:
        ranking = rank(shelf, understand("boot"), Lookup([one], ()), exact=False, limit=20)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (ranking.total, [best.number for best in ranking.best]) == (size, list(range(0, 40, 2)))
    assert peak < 8 * 2**20


def test_what_has_only_words_that_weigh_too_little_is_not_looked_at(corpus: Corpus) -> None:
    """Nothing of it can be shown; in a big corpus it is most of what there is."""
    rare = Asked("rare", found=Numbers.of([3], 9), weight=8.0)
    common = Asked("common", found=Numbers.of(range(9), 9), weight=1.0)
    assert list(_may_answer([common, rare])) == [3]
    assert list(_may_answer([common])) == list(range(9))
    common.required = True
    assert list(_may_answer([common, rare])) == [3]
    rare.found = Numbers()
    assert list(_may_answer([common, rare])) == []


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
    some = Numbers.of([1], 2)
    asked += [Asked("x", found=some, headed=some if headed else Numbers()) for _ in range(known)]
    asked += [Asked("x", found=some, meant="y") for _ in range(guessed)]
    assert answers(asked) is enough
