"""What the wording of a text weighs, reckoned by hand: the numbers that the matching shows rest on these."""

from collections import Counter
from math import log, sqrt

import pytest

from mivdcli.diff.wording import COMPOUND, LENGTH, NAME, Forms, Wording, stems


def rarity(size: int, held: float) -> float:
    """A word in ``held`` of ``size`` texts; half of one is added, so that a word nobody holds has a rarity too."""
    return log(1 + (size + 0.5) / (held + 0.5))


def counted(**words: int) -> Counter[str]:
    return Counter({stem: count for word, count in words.items() for stem in stems(word)})


TWO = ["haven boot", "haven meeuw"]
COMMON, RARE = rarity(2, 2), rarity(2, 1)


def test_a_word_counts_for_as_much_as_it_is_rare() -> None:
    found = Wording(TWO, Counter()).compare("haven meeuw")
    assert found.share == pytest.approx({0: COMMON / (COMMON + RARE), 1: 1.0})
    assert found.cosine == pytest.approx({0: COMMON**2 / (COMMON**2 + RARE**2), 1: 1.0})


def test_a_word_that_every_question_holds_counts_for_less() -> None:
    """Seen four times on the asking side: its worth is divided by 1 + log(5) / 3. The cosine knows nothing of it."""
    found = Wording(TWO, counted(meeuw=4)).compare("haven meeuw")
    worth = RARE / (1 + log(5) / 3)
    assert found.share == pytest.approx({0: COMMON / (COMMON + worth), 1: 1.0})
    assert found.cosine == Wording(TWO, Counter()).compare("haven meeuw").cosine


def test_a_name_counts_for_more() -> None:
    found = Wording(TWO, Counter()).compare("haven Meeuw").share
    assert found == pytest.approx({0: COMMON / (COMMON + NAME * RARE), 1: 1.0})


def test_a_word_that_is_counted_elsewhere_weighs_what_the_asker_says() -> None:
    wording = Wording(TWO, Counter())
    found = wording.compare("haven Meeuw", stems("meeuw"), 0.2).share
    assert found == pytest.approx({0: COMMON / (COMMON + 0.2 * RARE), 1: 1.0})
    assert wording.compare("haven meeuw", stems("meeuw")) == wording.compare("haven meeuw")


def test_a_word_said_twice_counts_for_less_than_twice() -> None:
    """In the cosine alone; the share of the wording counts a word once."""
    found = Wording(["haven haven boot", "meeuw mist"], Counter()).compare("haven boot boot")
    twice, once, one = 1 + log(2), 1.0, rarity(2, 1)
    assert found.share == pytest.approx({0: 1.0})
    assert found.cosine == pytest.approx({0: 2 * twice * once * one**2 / ((twice**2 + once**2) * one**2)})


def test_a_part_of_a_compound_counts_for_less_and_says_how_sure_it_is() -> None:
    found = Wording(["veiligheidsonderzoek veiligheidsonderzoek zee", "meeuw zee"], Counter()).compare("onderzoek")
    compound, sea = (1 + log(2)) * RARE, COMMON
    assert found.share == pytest.approx({0: COMPOUND})
    assert found.cosine == pytest.approx({0: COMPOUND**2 * compound / sqrt(compound**2 + sea**2)})


def test_a_word_of_its_own_is_surer_than_one_in_a_compound() -> None:
    """How rare the word is counts both: one and 0.7 of a text."""
    wording = Wording(["onderzoek zee", "veiligheidsonderzoek zee", "mist zee"], Counter())
    worth, sea = rarity(3, 1 + COMPOUND), rarity(3, 3)
    assert wording.compare("onderzoek").share == pytest.approx({0: 1.0, 1: COMPOUND})
    assert wording.compare("onderzoek zee").share == pytest.approx(
        {0: 1.0, 1: (COMPOUND * worth + sea) / (worth + sea), 2: sea / (worth + sea)}
    )


def test_of_two_compounds_in_a_text_the_heavier_counts() -> None:
    one, other = "vooronderzoek", "naderonderzoek"
    found = Wording([f"{one} {one} {other}", f"{one} {other} {other}"], Counter()).compare("onderzoek").cosine
    heavy, light = (1 + log(2)) * COMMON, COMMON
    assert found == pytest.approx(dict.fromkeys((0, 1), COMPOUND**2 * heavy / sqrt(heavy**2 + light**2)))


def test_a_compound_of_little_weight_stays_so() -> None:
    found = Wording(["veiligheidsonderzoek zee", "meeuw zee"], Counter()).compare("onderzoek").cosine
    assert found == pytest.approx({0: COMPOUND**2 * RARE / sqrt(RARE**2 + COMMON**2)})


def test_a_long_text_has_to_hold_more() -> None:
    """One word and three; two are the mean."""
    found = Wording(["haven", "haven boot meeuw"], Counter()).compare("haven").share
    assert found == pytest.approx({0: 1 / (1 - LENGTH / 2), 1: 1 / (1 + LENGTH / 2)})


def test_words_of_a_title_are_words_of_the_text() -> None:
    with_titles = Wording(["boot", "meeuw"], Counter(), ["haven", "haven mist"])
    without = Wording(["boot haven", "meeuw haven mist"], Counter())
    assert with_titles.compare("haven mist boot") == without.compare("haven mist boot")
    assert with_titles.between(0, 1) == without.between(0, 1)


def test_two_texts_are_as_like_as_the_words_they_share_are_rare() -> None:
    wording = Wording(["haven haven boot", "haven meeuw", "mist"], Counter())
    shared, own = rarity(3, 2), rarity(3, 1)
    twice = 1 + log(2)
    left, right = sqrt((twice * shared) ** 2 + own**2), sqrt(shared**2 + own**2)
    assert wording.between(0, 1) == wording.between(1, 0) == pytest.approx(twice * shared**2 / (left * right))
    assert wording.between(0, 2) == 0.0


def test_only_more_than_common_in_only_more_than_many_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["haven boot", "haven meeuw", "haven mist"]
    for many, common, found in ((2, 2, set[int]()), (3, 2, {0, 1, 2}), (2, 3, {0, 1, 2})):
        monkeypatch.setattr("mivdcli.diff.wording.MANY", many)
        monkeypatch.setattr("mivdcli.diff.wording.COMMON", common)
        assert set(Wording(texts, Counter()).compare("haven").cosine) == found


def test_what_is_missing_is_the_share_of_the_names_that_no_text_holds() -> None:
    wording = Wording(["de Heron vaart", "een havenmeeuw slaapt", "mist"], Counter())
    held, nowhere, in_a_compound = rarity(3, 1), rarity(3, 0), rarity(3, 0)
    assert wording.missing("boot Heron") == 0.0
    assert wording.missing("boot Zanzibar") == 1.0
    assert wording.missing("boot Heron Zanzibar") == pytest.approx(nowhere / (nowhere + held))
    assert wording.missing("boot Meeuw Zanzibar") == pytest.approx(nowhere / (nowhere + in_a_compound))
    assert wording.missing("een boot zonder naam") == 0.0


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
