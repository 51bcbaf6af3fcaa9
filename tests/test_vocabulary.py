import pytest

from mivdcli.lexicon import Lexicon
from mivdcli.vocabulary import Form, Manner, cuts, forms, joined, respelt, slips

WORDS = """
    boten boot veiligheidsonderzoeken onderzoek onderzoeken venezuela 2020 2021 den wet zoek wetten kabelinterceptie bevorderen
    dreigingsanalyse personeel groei staatsgrepen lukashenko 1 covid gehackt hackers telefoontap overname inzet halfgeleiders
    halfgeleiderindustrie recent
"""
LEXICON = Lexicon(f" {' '.join(WORDS.split())} ")


def found(word: str) -> dict[str, Form]:
    return {form.text: form for form in forms(word, LEXICON)}


@pytest.mark.parametrize(
    ("typed", "other", "manner"),
    [
        ("boten", "boten", Manner.EXACT),
        ("boten", "boot", Manner.INFLECTION),
        ("boot", "boten", Manner.INFLECTION),
        ("onderzoek", "onderzoeken", Manner.INFLECTION),
        ("onderzoek", "veiligheidsonderzoeken", Manner.INFLECTION),
        ("veiligheidsonderzoek", "veiligheidsonderzoeken", Manner.INFLECTION),
        ("interceptie", "kabelinterceptie", Manner.INFLECTION),
        ("kabel", "kabelinterceptie", Manner.INFLECTION),
        ("staatsgreep", "staatsgrepen", Manner.INFLECTION),
        ("hacken", "gehackt", Manner.INFLECTION),
        ("hacken", "hackers", Manner.INFLECTION),
        ("overgenomen", "overname", Manner.INFLECTION),
        ("ingezet", "inzet", Manner.INFLECTION),
        ("taps", "telefoontap", Manner.INFLECTION),
        ("wet", "wetten", Manner.INFLECTION),
        ("wet", "wet", Manner.EXACT),
        ("2020", "2020", Manner.EXACT),
    ],
)
def test_a_word_is_found_in_its_best_manner(typed: str, other: str, manner: Manner) -> None:
    assert found(typed)[other].manner is manner


@pytest.mark.parametrize(
    ("typed", "other"),
    [("2020", "2021"), ("wet", "den"), ("venezuela", "boten"), ("de", "den"), ("order", "bevorderen"), ("1", "2021")],
)
def test_what_is_something_else_is_not_found(typed: str, other: str) -> None:
    assert other not in found(typed)


def test_no_manner_that_ranks_lower_ever_weighs_more() -> None:
    ordered = sorted(forms("onderzoek", LEXICON), key=lambda form: form.manner)
    assert [form.strength for form in ordered] == sorted((form.strength for form in ordered), reverse=True)


def test_a_slip_is_found_with_the_compounds_of_what_was_meant() -> None:
    """Whoever mistypes a word wants what the right one would have found."""
    meant = {form.text: form for form in slips("halfgeleidrs", LEXICON, lambda _: True)}
    assert set(meant) == {"halfgeleiders", "halfgeleiderindustrie"}
    assert {form.manner for form in meant.values()} == {Manner.TYPO}


def test_a_slip_is_never_one_for_a_word_that_cannot_be_found() -> None:
    assert slips("venezeula", LEXICON, lambda _: True)
    assert slips("venezeula", LEXICON, lambda _: False) == []


@pytest.mark.parametrize("typed", ["2022", "recept", "abc", "x" * 5000, "zxqvwk"])
def test_what_no_slip_explains_stays_unknown(typed: str) -> None:
    assert slips(typed, LEXICON, lambda _: True) == []


def test_a_name_is_found_as_others_spell_it() -> None:
    assert [form.text for form in respelt("loekasjenko", LEXICON)] == ["lukashenko"]


def test_two_words_make_a_compound_with_what_links_them() -> None:
    assert [form.text for form in joined("dreiging", "analyse", LEXICON)] == ["dreigingsanalyse"]


def test_a_compound_that_nobody_wrote_is_cut_into_words_that_are() -> None:
    halves = [([one.text for one in first], [one.text for one in second]) for first, second in cuts("personeelsgroei", LEXICON)]
    assert (["personeel"], ["groei"]) in halves
