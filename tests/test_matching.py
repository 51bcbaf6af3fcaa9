import pytest

from mivdcli.matching import allowed_edits, misspelt, nearest, nearest_words


def test_the_nearest_id_comes_alone_where_it_is_plainly_meant() -> None:
    """The contract's own example: a swap of two digits is the likeliest slip."""
    assert nearest("plan-2042", ["plan-2021", "plan-2022", "plan-2024", "report-2024"]) == ["plan-2024"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("themess", "themes"), ("FIGURES", "figures"), ("veiligheidsonderzoek", "veiligheidsonderzoeken")]
)
def test_slips_are_recognised(typed: str, meant: str) -> None:
    assert nearest(typed, ["themes", "figures", "search", "veiligheidsonderzoeken"])[0] == meant


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    """A wild guess is worse than none."""
    assert nearest("zxqvwk", ["themes", "figures"]) == []
    assert nearest("anything", []) == []


@pytest.mark.parametrize(("word", "edits"), [("abc", 0), ("abcd", 1), ("abcdefg", 1), ("abcdefgh", 2), ("covid19", 0)])
def test_long_words_may_hold_more_slips_and_digits_none(word: str, edits: int) -> None:
    assert allowed_edits(word) == edits


def test_a_swap_is_one_edit() -> None:
    assert misspelt("venezeula", ["venezuela"]) == {"venezuela": 1}


def test_a_year_is_never_a_misspelling_of_another() -> None:
    assert misspelt("2020", ["2021"]) == {}
    assert misspelt("covid", ["covid1"]) == {}


def test_the_word_itself_is_no_misspelling() -> None:
    assert misspelt("boten", ["boten", "botn"]) == {"botn": 1}


@pytest.mark.parametrize(("typed", "other"), [("recept", "recent"), ("hond", "hand"), ("hond", "bond"), ("boter", "boten")])
def test_a_short_word_with_quite_another_letter_is_another_word(typed: str, other: str) -> None:
    """Nobody types one for the other; a query about something else must not get an answer by accident."""
    assert misspelt(typed, [other]) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("navalni", "navalny"), ("interseptie", "interceptie"), ("chnia", "china"), ("rakte", "raket"), ("kremlni", "kremlin")],
)
def test_letters_that_sound_alike_or_stand_together_are_slips(typed: str, meant: str) -> None:
    assert misspelt(typed, [meant])


def test_the_nearest_words_are_those_that_occur_best_first() -> None:
    words = ["radar", "radars", "raden", "sonar"]
    assert nearest_words("rader", [words], lambda word: word != "radars") == ["radar", "raden"]
    assert nearest_words("zxqvwk", [words], lambda _: True) == []
