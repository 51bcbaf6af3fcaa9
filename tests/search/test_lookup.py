"""The ways in which a word may stand in the texts, best first, and what a guess at a misspelling looks through."""

from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.query import understand
from mivdcli.search.entries import entries
from mivdcli.search.lookup import Asked, Way, _add, look_up
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import MemoryShelf, Scope
from mivdcli.vocabulary import ABOUT, STRENGTH, Manner
from tests import small


@pytest.fixture
def shelf(corpus: Corpus) -> MemoryShelf:
    found = [one for known in corpus.entries for one in entries(corpus, corpus.document(known), "passages")]
    return MemoryShelf(found, Scope())


def asked(corpus: Corpus, shelf: MemoryShelf, query: str) -> list[Asked]:
    return look_up(shelf, understand(query), corpus.terms.values(), exact=False).asked


def ways(one: Asked) -> list[tuple[str, str, float, int]]:
    return [(way.manner.name, way.above, way.strength, len(best)) for way, best in zip(one.ways, one.best, strict=True)]


def test_a_word_in_texts_and_titles_is_counted_once_in_its_best_way(corpus: Corpus, shelf: MemoryShelf) -> None:
    (boten,) = asked(corpus, shelf, "boten")
    heading = STRENGTH[Manner.HEADING]
    assert ways(boten) == [("EXACT", "", 1.0, 2), ("HEADING", "title", heading, 2), ("HEADING", "about", ABOUT, 0)]
    assert set(boten.found) == set(boten.titled) == set(boten.headed) == {0, 1, 3, 4}
    assert [boten.way_of(number) and boten.way_of(number).manner.name for number in range(6)] == [  # type: ignore[union-attr]
        "EXACT", "HEADING", None, "EXACT", "HEADING", None,
    ]  # fmt: skip


def test_a_misspelt_word_of_the_headings_is_guessed_there_where_no_text_has_one_like_it(
    corpus: Corpus, shelf: MemoryShelf
) -> None:
    (harbour,) = asked(corpus, shelf, "harbor")
    assert harbour.meant == "harbour"
    assert {way.manner for way in harbour.ways} == {Manner.TYPO}
    assert {way.above for way in harbour.ways} == {"about"}
    assert set(harbour.headed) == set(harbour.found) == {0, 1, 2, 3, 4, 5}
    assert not harbour.titled


def test_a_misspelt_word_of_the_texts_is_guessed_there_alone(corpus: Corpus, shelf: MemoryShelf) -> None:
    (keepers,) = asked(corpus, shelf, "vuurtorenwagters")
    assert keepers.meant == "vuurtorenwachters"
    assert ways(keepers) == [("TYPO", "", keepers.ways[0].strength, 1)]
    assert not keepers.headed


def test_a_guess_is_never_made_for_what_is_known(corpus: Corpus, shelf: MemoryShelf) -> None:
    """And a word that no text has, but two parts of it together, is no misspelling."""
    lunch, both = asked(corpus, shelf, "lunch lunchwachter")
    assert (lunch.meant, both.meant) == ("", "")
    assert next((way.manner.name, len(way.rows), len(way.also) > 0) for way in both.ways) == ("INFLECTION", 1, True)


def test_what_occurs_nowhere_weighs_as_much_as_the_others_do_on_average(corpus: Corpus, shelf: MemoryShelf) -> None:
    twee, meeuwen, nowhere = asked(corpus, shelf, "twee meeuwen zxqvwk")
    assert nowhere.weight == pytest.approx((twee.weight + meeuwen.weight) / 2)
    assert asked(corpus, shelf, "zxqvwk")[0].weight == 1.0


def test_the_better_way_keeps_an_entry_in_whatever_order_they_come(shelf: MemoryShelf) -> None:
    sure, weak = Way(Manner.INFLECTION, 0.8, (("twee",),)), Way(Manner.INFLECTION, 0.5, (("boten",), ("lunch",)))
    exact, again = Way(Manner.EXACT, 1.0, (("nieuwe",),)), Way(Manner.INFLECTION, 0.5, (("twee",), ("meeuwen",)))
    for order in ([sure, weak, exact, again], [weak, again, exact, sure]):
        one = Asked("x")
        for way in order:
            _add(shelf, one, way)
        assert [way.strength for way in one.ways] == [1.0, 0.8, 0.5, 0.5]
        best = [set(numbers) for numbers in one.best]
        assert best[:2] == [{3}, {0}]
        assert (best[2] | best[3], best[2] & best[3]) == ({5}, set())
        assert set(one.found) == {0, 3, 5}


def test_a_way_in_which_nothing_stands_is_no_way(shelf: MemoryShelf) -> None:
    one = Asked("x")
    _add(shelf, one, Way(Manner.EXACT, 1.0, (("vuurtorenschip",),)))
    _add(shelf, one, Way(Manner.INFLECTION, 0.5, (("twee",),), (("meeuwen",),)))
    assert (one.ways, one.best, one.found) == ([], [], Numbers())


def test_two_words_beside_each_other_are_found_as_one(tmp_path: Path) -> None:
    plan = small.plan()
    plan["passages"][0] |= {"nl": "De bootlunch is om twaalf uur."}
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report()))
    found = [one for known in corpus.entries for one in entries(corpus, corpus.document(known), "passages")]
    shelf = MemoryShelf(found, Scope())
    for query in ("boot lunch", "lunch boot"):
        assert all(0 in one.found for one in asked(corpus, shelf, query)), query


def test_of_a_phrase_that_occurs_nowhere_the_words_are_looked_up_and_that_is_told(corpus: Corpus, shelf: MemoryShelf) -> None:
    lookup = look_up(shelf, understand('"boten twee" "twee boten"'), (), exact=False)
    assert lookup.fallen == ("boten twee",)
    assert [(one.name, one.required, one.size) for one in lookup.asked] == [
        ("boten", False, 1), ("twee", False, 1), ("twee boten", True, 2),
    ]  # fmt: skip
