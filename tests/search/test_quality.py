"""The promise of ``search`` in numbers: the queries of ``queries.tsv``, whose held-out half was never tuned on."""

from collections.abc import Sequence
from functools import cache

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import Searcher
from tests.search.quality import KINDS, Quality, answered_nonsense, judged, measure, texts

HALVES = ("tuning", "held-out")
"""``fresh`` queries were written and measured when most was done, then tuned on too; docs/matching.md has the figures."""
FLOORS = {"recall": 0.92, "mrr": 0.95}
EACH_KIND = 0.90
"""The least mean reciprocal rank of any kind of query."""


@pytest.fixture(scope="module")
def searcher(bundled: Corpus) -> Searcher:
    return Searcher(bundled)


@cache
def quality(searcher: Searcher, corpus: Corpus, half: str) -> dict[str, Quality]:
    return measure(lambda text: refs(searcher, text), judged(texts(corpus), half))


def refs(searcher: Searcher, text: str) -> Sequence[str]:
    return [hit.ref for hit in searcher.ask(text).hits]


@pytest.mark.parametrize("half", HALVES)
def test_what_answers_stands_at_the_top(searcher: Searcher, bundled: Corpus, half: str) -> None:
    reached = quality(searcher, bundled, half)["all"]
    assert reached.recall >= FLOORS["recall"]
    assert reached.mrr >= FLOORS["mrr"]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_query_is_left_behind(searcher: Searcher, bundled: Corpus, half: str, kind: str) -> None:
    assert quality(searcher, bundled, half)[kind].mrr >= EACH_KIND


@pytest.mark.parametrize("half", HALVES)
def test_a_query_that_nothing_answers_gets_no_answer(searcher: Searcher, bundled: Corpus, half: str) -> None:
    assert answered_nonsense(lambda text: refs(searcher, text), judged(texts(bundled), half)) == []


def test_the_set_is_large_and_its_halves_are_alike(bundled: Corpus) -> None:
    """A judgement that matches no passage any more would silently drop its query from the figures."""
    every = judged(texts(bundled))
    answerable = [query for query in every if query.kind != "none"]
    assert len(answerable) >= 120
    assert len(every) - len(answerable) >= 20
    assert [query.text for query in answerable if not query.relevant] == []
    for kind in (*KINDS, "none"):
        tuning, held_out = (sum(q.kind == kind and q.half == half for q in every) for half in HALVES)
        assert 0 <= tuning - held_out <= 1


def test_no_fuzzy_hit_stands_above_an_exact_one(searcher: Searcher, bundled: Corpus) -> None:
    from mivdcli.search import BANDS

    for query in judged(texts(bundled)):
        bands = [BANDS.index(hit.band) for hit in searcher.ask(query.text, limit=500).hits]
        assert bands == sorted(bands), query.text
