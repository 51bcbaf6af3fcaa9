import pytest
from hypothesis import given
from hypothesis import strategies as st

from mivdcli.query import understand


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Kabelinterceptie", ("kabelinterceptie",)),
        ("wat zegt de MIVD over Venezuela?", ("mivd", "venezuela")),
        ("Noord-Korea", ("noord", "korea")),
        ("de het een", ("de", "het", "een")),
        ("cyber cyber", ("cyber",)),
        ("47.791", ("47791",)),
        ("GA I&V", ("ga", "i", "v")),
    ],
)
def test_the_telling_words_are_kept(typed: str, words: tuple[str, ...]) -> None:
    assert understand(typed).words == words


def test_words_between_quotes_belong_together() -> None:
    query = understand('"acht weken" norm')
    assert query.phrases == (("acht", "weken"),)
    assert query.words == ("acht", "weken", "norm")


@pytest.mark.parametrize("typed", ["“acht weken”", "«acht weken»", '"acht weken'])
def test_quotes_of_any_kind_hold_together_even_an_unclosed_one(typed: str) -> None:
    assert understand(typed).phrases == (("acht", "weken"),)


def test_a_minus_sign_excludes_but_a_hyphen_does_not() -> None:
    query = understand("cyber -china anti-tank -")
    assert query.excluded == (("china",),)
    assert query.words == ("cyber", "anti", "tank")


@pytest.mark.parametrize("typed", ["", "   ", "?!", '""', "-"])
def test_a_query_without_a_word_is_empty(typed: str) -> None:
    assert understand(typed).empty


@given(st.text())
def test_any_string_is_understood(text: str) -> None:
    understand(text)
