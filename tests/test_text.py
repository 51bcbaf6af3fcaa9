from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mivdcli.text import _COMMON, capitalised, count_incipit_words, fingerprint, fold, normal_form, plain_words, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the light-\nhouse", "The lighthouse"),
        ("ﬁets", "fiets"),
        ("Zr. Ms. De Ruyter", "zr ms de ruyter"),
        ("a\u00adb", "ab"),
    ],
)
def test_what_a_file_format_does_to_a_text_does_not_change_its_normal_form(one: str, other: str) -> None:
    """Fingerprints must hold whether the reader has the XML, the PDF or a copy."""
    assert normal_form(one) == normal_form(other)


def test_accents_are_part_of_the_normal_form() -> None:
    """The official spelling counts: Guaidó and Guaido are two texts."""
    assert normal_form("Guaidó") != normal_form("Guaido")


def test_a_fingerprint_is_the_length_and_the_sha256_of_the_normal_form() -> None:
    assert fingerprint("A b!") == (2, "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603")


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    """Matches are given as character positions in the text shown; a fold that shifts them marks the wrong words."""
    assert len(fold(text)) == len(text)


@given(st.text())
def test_a_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)


def test_diacritics_and_case_do_not_matter_for_words() -> None:
    assert [word.folded for word in words("Oekraïne, GUAIDÓ")] == ["oekraine", "guaido"]


@pytest.mark.parametrize("number", ["47.791", "47,791", "47791"])
def test_a_number_is_one_word_however_its_thousands_are_printed(number: str) -> None:
    assert [word.folded for word in words(f"in {number} gevallen")] == ["in", "47791", "gevallen"]


def test_a_decimal_keeps_its_point() -> None:
    assert [word.folded for word in words("3.1 miljoen")] == ["3.1", "miljoen"]


def test_parts_of_a_hyphenated_word_count_one_by_one() -> None:
    assert count_incipit_words("MIVD- en AIVD-teams dragen bij") == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [("onderzoeken", "onderzoek"), ("dreigingen", "dreiging"), ("veiligheid", "veilig"), ("patrols", "patrol")],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_what_texts_commonly_hold_is_folded_as_unicode_has_it() -> None:
    """A list spares most questions the library that knows all of Unicode; it must not know better."""
    for character in {*_COMMON, *map(str.upper, _COMMON)}:
        assert fold(character) == normalize("NFKD", character)[0].lower(), character


def test_a_short_word_keeps_its_ending() -> None:
    assert stem("den") == "den"


@given(st.text())
def test_words_without_positions_are_the_same_words(text: str) -> None:
    assert plain_words(text) == [word.folded for word in words(text)]


def test_a_capital_counts_at_the_start_of_a_word_alone() -> None:
    text = "de Élan vaart, eBoot niet; Zr.Ms. LCF 2-Zee"
    assert [(word, text[start]) for word, start in capitalised(text)] == [
        ("elan", "É"), ("zr", "Z"), ("ms", "M"), ("lcf", "L"), ("zee", "Z"),
    ]  # fmt: skip
