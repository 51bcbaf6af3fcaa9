"""What the wording of a text weighs, reckoned by hand: the numbers that the matching shows rest on these."""

from math import log, sqrt

import pytest

from mivdcli.diff.wording import COMPOUND, Forms, Wording, stems


def rarity(size: int, held: float) -> float:
    """A word in ``held`` of ``size`` texts; half of one is added, so that a word nobody holds has a rarity too."""
    return log(1 + (size + 0.5) / (held + 0.5))


TWO = ["haven boot", "haven meeuw"]
COMMON, RARE = rarity(2, 2), rarity(2, 1)


def test_a_word_counts_for_as_much_as_it_is_rare() -> None:
    assert Wording(TWO).compare("haven meeuw") == pytest.approx({0: COMMON**2 / (COMMON**2 + RARE**2), 1: 1.0})


def test_a_word_that_no_text_holds_makes_the_question_less_like_any() -> None:
    length = sqrt(COMMON**2 + rarity(2, 0) ** 2)
    assert Wording(TWO).compare("haven mist")[0] == pytest.approx(COMMON**2 / (length * sqrt(COMMON**2 + RARE**2)))


def test_a_word_said_twice_counts_for_less_than_twice() -> None:
    found = Wording(["haven haven boot", "meeuw mist"]).compare("haven boot boot")
    twice, once, one = 1 + log(2), 1.0, rarity(2, 1)
    assert found == pytest.approx({0: 2 * twice * once * one**2 / ((twice**2 + once**2) * one**2)})


def test_a_part_of_a_compound_counts_for_less() -> None:
    found = Wording(["veiligheidsonderzoek veiligheidsonderzoek zee", "meeuw zee"]).compare("onderzoek")
    compound, sea = (1 + log(2)) * RARE, COMMON
    assert found == pytest.approx({0: COMPOUND**2 * compound / sqrt(compound**2 + sea**2)})


def test_of_two_compounds_in_a_text_the_heavier_counts() -> None:
    one, other = "vooronderzoek", "naderonderzoek"
    found = Wording([f"{one} {one} {other}", f"{one} {other} {other}"]).compare("onderzoek")
    heavy, light = (1 + log(2)) * COMMON, COMMON
    assert found == pytest.approx(dict.fromkeys((0, 1), COMPOUND**2 * heavy / sqrt(heavy**2 + light**2)))


def test_the_word_itself_counts_before_its_compounds() -> None:
    """A text that holds both is found by the word."""
    wording = Wording(["onderzoek veiligheidsonderzoek zee", "meeuw zee"])
    length = sqrt(2 * RARE**2 + COMMON**2)
    assert wording.compare("onderzoek") == pytest.approx({0: RARE / length})


def test_words_of_a_title_are_words_of_the_text() -> None:
    with_titles = Wording(["boot", "meeuw"], ["haven", "haven mist"])
    without = Wording(["boot haven", "meeuw haven mist"])
    assert with_titles.compare("haven mist boot") == without.compare("haven mist boot")


def test_a_text_without_a_word_in_common_scores_nothing() -> None:
    assert Wording(["boot", "meeuw"]).compare("vuurtoren") == {}


def test_only_more_than_common_in_only_more_than_many_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a thousand commitments and ten thousand passages are compared in seconds; rare words still meet."""
    texts = ["haven boot", "haven meeuw", "haven mist"]
    for many, common, found in ((2, 2, set[int]()), (3, 2, {0, 1, 2}), (2, 3, {0, 1, 2})):
        monkeypatch.setattr("mivdcli.diff.wording.MANY", many)
        monkeypatch.setattr("mivdcli.diff.wording.COMMON", common)
        assert set(Wording(texts).compare("haven")) == found
        assert 1 in Wording(texts).compare("haven meeuw")


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


def test_five_letters_are_enough_for_a_part_and_four_are_not() -> None:
    assert Forms(["havenmeeuw", "haven", "meeuw", "eeuw"]).of("havenmeeuw") == {"haven", "meeuw"}
    assert Forms(["havenmeeuw"]).of("haven") == Forms(["havenmeeuw"]).of("meeuw") == {"havenmeeuw"}
    assert Forms(["havenmeeuw"]).of("eeuw") == frozenset()


@pytest.mark.parametrize("word", ["1", "31", "1999", "2031"])
def test_days_and_years_are_no_words(word: str) -> None:
    assert stems(word) == frozenset()


@pytest.mark.parametrize("word", ["311", "1850", "2131", "20310", "2031a"])
def test_other_numbers_are_words(word: str) -> None:
    assert stems(word) == {word}
