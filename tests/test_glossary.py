import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UsageError
from mivdcli.glossary import look_up, near_names


@pytest.mark.parametrize("text", ["UVO", "uvo", "joint screening unit", "Unit Veiligheidsonderzoeken", "vetting unit"])
def test_a_term_is_found_by_any_of_its_names_in_either_language(bundled: Corpus, text: str) -> None:
    found = look_up(bundled, text)
    assert [(item.term, item.match) for item in found] == [("uvo", "name")]


@pytest.mark.parametrize("text", ["GA I&V", "ga i & v", "gaiv"])
def test_signs_in_an_abbreviation_do_not_matter(bundled: Corpus, text: str) -> None:
    assert [item.match for item in look_up(bundled, text)] == ["name"]


def test_a_part_of_a_name_finds_all_that_have_it(corpus: Corpus) -> None:
    assert [(item.term, item.match) for item in look_up(corpus, "harb watch")] == [("hw", "part")]


def test_a_misspelling_is_found_and_called_one(corpus: Corpus) -> None:
    assert [(item.term, item.match) for item in look_up(corpus, "havenwaht")] == [("hw", "typo")]


def test_a_guess_never_stands_beside_a_hit(bundled: Corpus) -> None:
    assert {item.match for item in look_up(bundled, "aivd")} == {"name"}


@pytest.mark.parametrize("text", ["zxqv", "hx", "1999"])
def test_what_nobody_explains_has_no_answer(corpus: Corpus, text: str) -> None:
    assert look_up(corpus, text) == []


def test_an_empty_answer_has_the_nearest_names(bundled: Corpus) -> None:
    assert "ABDO" in near_names(bundled, "ABDI")


def test_a_term_leads_to_the_documents_where_it_occurs(corpus: Corpus) -> None:
    (item,) = look_up(corpus)
    assert (item.refs, item.documents, item.match) == (("plan-2031:boats/1",), ("plan-2031",), "listed")


def test_signs_alone_are_no_term(corpus: Corpus) -> None:
    with pytest.raises(UsageError):
        look_up(corpus, "&")
