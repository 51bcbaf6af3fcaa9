import pytest

from mivdcli.vocabulary import Manner, forms

WORDS = (
    "boten",
    "boot",
    "veiligheidsonderzoeken",
    "onderzoek",
    "onderzoeken",
    "venezuela",
    "2020",
    "2021",
    "den",
    "wet",
    "zoek",
)


@pytest.mark.parametrize(
    ("typed", "found", "manner"),
    [
        ("boten", "boten", Manner.EXACT),
        ("onderzoek", "onderzoeken", Manner.INFLECTION),
        ("onderzoek", "veiligheidsonderzoeken", Manner.INFLECTION),
        ("veiligheidsonderzoek", "veiligheidsonderzoeken", Manner.INFLECTION),
        ("venezeula", "venezuela", Manner.TYPO),
        ("wet", "wet", Manner.EXACT),
        ("2020", "2020", Manner.EXACT),
    ],
)
def test_a_word_is_found_in_its_best_manner(typed: str, found: str, manner: Manner) -> None:
    assert forms(typed, WORDS)[found].manner is manner


@pytest.mark.parametrize(("typed", "other"), [("2020", "2021"), ("wet", "den"), ("venezuela", "boten"), ("de", "den")])
def test_what_is_something_else_is_not_found(typed: str, other: str) -> None:
    assert other not in forms(typed, WORDS)


def test_no_manner_that_ranks_lower_ever_weighs_more() -> None:
    found = sorted(forms("onderzoek", WORDS).values(), key=lambda form: form.manner)
    assert [form.strength for form in found] == sorted((form.strength for form in found), reverse=True)
