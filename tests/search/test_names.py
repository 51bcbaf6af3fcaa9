import pytest

from mivdcli.model import Term
from mivdcli.search.names import aliases, in_figures

TERMS = [
    Term(
        id="hw", abbreviation="HW", nl="Unit Havenwacht", en="harbour watch unit", meaning_nl="x", meaning_en="x",
        aliases=("havenwacht",),
    ),
    Term(id="om", abbreviation="OM", nl="openbare meerpaal", en="public mooring", meaning_nl="x", meaning_en="x"),
]  # fmt: skip


def test_every_other_name_is_looked_for() -> None:
    [alias] = aliases(TERMS, ["hw"])
    assert set(alias.rows) == {("unit", "havenwacht"), ("harbour", "watch", "unit"), ("havenwacht",)}


def test_a_longer_name_hides_the_one_inside_it() -> None:
    [alias] = aliases(TERMS, ["nieuwe", "unit", "havenwacht"])
    assert (alias.start, alias.stop) == (1, 3)


def test_an_inflected_name_is_a_name() -> None:
    assert aliases(TERMS, ["openbare", "meerpalen"])


def test_an_abbreviation_that_is_an_ordinary_word_is_never_looked_for() -> None:
    """OM, folded, is a word of every Dutch sentence."""
    [alias] = aliases(TERMS, ["openbare", "meerpaal"])
    assert ("om",) not in alias.rows


@pytest.mark.parametrize(("typed", "known"), [("drones", True), ("tanks", False), ("tank", True)])
def test_a_short_name_is_known_only_as_it_is_written(typed: str, known: bool) -> None:
    """Four letters with another ending are too often another word."""
    terms = [Term(id=name, nl=name, en=name, meaning_nl="x", meaning_en="x", aliases=("other",)) for name in ("drone", "tank")]
    assert bool(aliases(terms, [typed])) == known


def test_a_single_letter_is_never_looked_for() -> None:
    """It would be found in every enumeration."""
    [alias] = aliases([Term(id="r", nl="rivier", en="river", meaning_nl="x", meaning_en="x", aliases=("R",))], ["rivier"])
    assert alias.rows == (("river",),)


@pytest.mark.parametrize(
    ("word", "other"), [("negentig", ("90",)), ("90", ("negentig",)), ("acht", ("8",)), ("8", ("eight",)), ("twenty", ("20",))]
)
def test_a_number_is_the_same_in_words_and_in_figures(word: str, other: tuple[str, ...]) -> None:
    assert other in in_figures(word)


@pytest.mark.parametrize("word", ["2020", "47791", "raket", "91", "1000"])
def test_other_numbers_have_no_other_name(word: str) -> None:
    assert in_figures(word) == ()
