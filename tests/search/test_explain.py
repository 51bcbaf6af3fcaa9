"""How a query was understood, word by word."""

from math import log

from mivdcli.corpus import Corpus
from mivdcli.search import Searcher
from mivdcli.search.explain import Explained

LETTERS = list("abcdefghi")


def said(corpus: Corpus, query: str) -> list[str]:
    return list(map(str, Searcher(corpus).ask(query, explain=True).explained))


def test_every_way_in_which_a_word_is_found_is_told_best_first(corpus: Corpus) -> None:
    assert said(corpus, "wachter boten") == [
        "wachter: weight 1.1; exact in 1 (wachter); inflection in 1 (wacht); inflection in 1 (vuurtorenwachters)",
        "boten: weight 1.3; exact in 2 (boten); heading in 2 (boten)",
    ]
    assert said(corpus, "zxqvwk") == ["zxqvwk: occurs nowhere"]


def test_both_parts_of_a_compound_are_told(corpus: Corpus) -> None:
    """``wacht`` is another form of the second part; each form stands in the texts, alone or not."""
    together = "wachterslunch: weight 1.7; inflection in 1 (wacht, wachter, vuurtorenwachters, lunch)"
    assert said(corpus, "wachterslunch") == [together]
    assert said(corpus, "lunchwachter") == [
        "lunchwachter: weight 1.7; inflection in 1 (lunch, wachter, wacht, vuurtorenwachters)"
    ]


def test_a_name_of_several_words_is_told_as_one(corpus: Corpus) -> None:
    assert said(corpus, '"twee boten"') == ["twee boten: weight 1.7; exact in 1 (twee boten)"]


def test_a_word_weighs_as_much_as_it_is_rare_in_the_texts_or_else_in_the_headings(corpus: Corpus) -> None:
    """``boten`` stands in two of six texts, and in the headings of two more, which make it no less rare."""
    boten, havenwacht, nowhere = Searcher(corpus).ask("boten havenwacht zxqvwk", explain=True).explained
    assert (boten.weight, boten.entries) == (round(log(1 + 6.5 / 2.5), 3), 4)
    assert (havenwacht.weight, havenwacht.entries) == (round(log(1 + 6.5 / 6.5), 3), 6)
    assert nowhere.weight == round((log(1 + 6.5 / 2.5) + log(1 + 6.5 / 6.5)) / 2, 3)


def test_eight_forms_are_named_and_of_more_how_many() -> None:
    way = {"manner": "exact", "forms": LETTERS[:8], "entries": 2}
    more = {"manner": "inflection", "forms": LETTERS, "entries": 1}
    none = {"manner": "typo", "forms": ["z"], "entries": 0}
    told = str(Explained("a", 1.26, 3, (way, more, none)))
    assert told == "a: weight 1.3; exact in 2 (a, b, c, d, e, f, g, h); inflection in 1 (a, b, c, d, e, f, g, h and 1 more)"


def test_words_that_are_near_are_suggested_whatever_their_length_within_three(corpus: Corpus) -> None:
    assert Searcher(corpus).ask("fogresearch").suggested == {"fogresearch": ["research"]}
    assert Searcher(corpus).ask("fogresearch meeuwen").suggested == {}, "something answers"
