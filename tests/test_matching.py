import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from mivdcli.matching import FREELY_EDITED, _replaced, allowed_edits, beginnings, misspelt, nearest, nearest_words


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


def test_of_many_equally_near_ids_the_first_three_are_named() -> None:
    assert nearest("plan-2029", [f"plan-202{digit}" for digit in "98765432"][1:]) == ["plan-2028", "plan-2027", "plan-2026"]


def test_the_beginning_of_an_id_is_near_from_three_letters_on() -> None:
    assert nearest("uvo", ["uvo.investigations-mivd", "taps"]) == ["uvo.investigations-mivd"]
    assert nearest("uv", ["uvo.investigations-mivd", "taps"]) == []


def test_the_id_itself_in_other_letters_is_plainly_meant_and_no_longer_one() -> None:
    assert nearest("TAPS", ["taps.placed", "taps"]) == ["taps"]


def test_a_swap_does_not_hide_what_is_nearly_as_near() -> None:
    assert nearest("plan-2042", ["plan-2042-bis", "plan-2024"]) == ["plan-2024", "plan-2042-bis"]


def test_just_like_enough_is_enough() -> None:
    """Nine of twenty letters wrong, and one more."""
    assert nearest("abcdefghijk" + 9 * "x", ["abcdefghijk" + 9 * "y"]) == ["abcdefghijk" + 9 * "y"]
    assert nearest("abcdefghij" + 10 * "x", ["abcdefghij" + 10 * "y"]) == []


def test_a_word_with_more_slips_than_it_may_hold_is_another_word() -> None:
    assert misspelt("boot", ["booten"]) == {}


def test_every_word_that_may_be_meant_is_found() -> None:
    words = [f"kabel{letter}net" for letter in "abcdefg"]
    assert misspelt("kabelnet", words) == dict.fromkeys(words, 1)


@pytest.mark.parametrize(
    ("typed", "other", "edits"),
    [
        ("hcina", "china", 1),  # the first two letters swapped, in a short word
        ("rkaet", "raket", 1),  # the second and third
        ("bdoem", "bodem", 1),
        ("ponderen", "wonderen", 1),  # eight letters: another first letter, one edit
        ("fabelinterceptie", "kabelinterceptie", 1),
        ("pomkerende", "wonkerende", None),  # another first letter and a second edit
        ("wonderne", "wonderen", 1),
        ("wonzerein", "wonderen", None),  # nine letters, two edits, one of them strange
        ("wonzereinde", "wonderende", 2),  # eleven letters: one may be strange
        ("bodzmkundig", "bodemkuntig", 2),
        ("bodzmkuniig", "bodemkundig", None),  # eleven letters, both strange
        ("bodzmkuniiger", "bodemkundiger", 2),  # thirteen: both may be
        ("bodzmkuniige", "bodemkundige", 2),  # and twelve are enough
    ],
)
def test_how_strange_a_slip_may_be_depends_on_the_length_of_the_word(typed: str, other: str, edits: int | None) -> None:
    assert misspelt(typed, [other]) == ({} if edits is None else {other: edits})


def test_at_most_three_words_are_named_the_likest_first_and_equals_by_the_alphabet() -> None:
    words = ["veiligheiz", "veiligheix", "veiligheiy", "veiligheyd", "veiligheit"]
    assert nearest_words("veiligheid", [words], lambda _: True) == ["veiligheit", "veiligheix", "veiligheiy"]
    assert nearest_words("veiligheid", [["veilighexx", "veiligheiz"]], lambda _: True) == ["veiligheiz", "veilighexx"]


def test_only_words_of_about_the_same_length_are_like_a_word() -> None:
    """A word inside another one is found by search itself; it is no correction."""
    assert nearest_words("radar", [["radarinstallatie"]], lambda _: True) == []


def test_the_nearest_word_that_occurs_may_come_after_many_that_do_not() -> None:
    words = [f"kabelne{letter}" for letter in "abcdefgh"]
    assert nearest_words("kabelnet", [words], {"kabelneh"}.__contains__) == ["kabelneh"]


def test_the_word_itself_is_never_its_own_correction() -> None:
    assert nearest_words("radar", [["radar", "radat"]], lambda _: True) == ["radat"]


@pytest.mark.parametrize("meant", ["patrouilles", "onderzoek", "kabelinterceptie"])
def test_what_one_edit_replaces_is_seen_without_an_alignment(meant: str) -> None:
    """Aligning loads more of rapidfuzz; where a single edit leaves no choice it would find the same."""
    slips = {meant[:at] + new + meant[at + cut :] for at in range(len(meant)) for new in ("", "x", "q") for cut in (0, 1)}
    slips |= {meant[:at] + meant[at + 1] + meant[at] + meant[at + 2 :] for at in range(len(meant) - 1)}
    for slip in slips - {meant}:
        aligned = [(slip[one.src_pos], meant[one.dest_pos]) for one in Levenshtein.editops(slip, meant) if one.tag == "replace"]
        seen = _replaced(slip, meant, 1)
        assert [pair for pair in seen if pair[::-1] not in seen] == [pair for pair in aligned if pair[::-1] not in aligned], (
            slip
        )


LETTERS = st.sampled_from("aeioknst")


@given(st.text(LETTERS, min_size=4, max_size=12), st.data())
def test_what_is_meant_begins_as_the_word_may_or_has_all_of_it_behind_its_first_letter(word: str, data: st.DataObject) -> None:
    """Only there a big corpus is looked through: whatever else ``misspelt`` could find would never be found in it."""
    other = list(word)
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, 1) | st.integers(0, len(other) - 1))
        edit = data.draw(st.sampled_from(["replace", "insert", "delete", "swap"]))
        if edit == "replace":
            other[at] = data.draw(LETTERS)
        elif edit == "insert":
            other.insert(at, data.draw(LETTERS))
        elif edit == "delete":
            del other[at]
        else:
            other[at : at + 2] = reversed(other[at : at + 2])
    for meant in misspelt(word, ["".join(other)]):
        behind = len(word) >= FREELY_EDITED and word[1:] in meant
        assert behind or meant.startswith(tuple(beginnings(word)))
