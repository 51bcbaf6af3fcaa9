import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.search import BANDS, HitItem, search


def refs(found: tuple[list[HitItem], int]) -> list[str]:
    return [hit.ref for hit in found[0]]


def test_an_exact_word_stands_above_an_inflection_and_a_slip(corpus: Corpus) -> None:
    hits, _ = search(corpus, "boten")
    assert [hit.band for hit in hits] == sorted((hit.band for hit in hits), key=BANDS.index)
    assert hits[0].band == "words"


def test_a_slip_is_found_and_says_so(corpus: Corpus) -> None:
    hits, _ = search(corpus, "vuurtorenwahcters")
    assert (hits[0].ref, hits[0].band) == ("plan-2031:fog/1", "typo")
    assert hits[0].why == "typo: vuurtorenwahcters → vuurtorenwachters"


def test_words_in_a_row_are_a_phrase(corpus: Corpus) -> None:
    hits, _ = search(corpus, "twee nieuwe boten")
    assert (hits[0].ref, hits[0].band) == ("report-2031:1.boats/1", "phrase")


def test_a_phrase_that_occurs_nowhere_falls_back_to_its_words_and_says_so(corpus: Corpus) -> None:
    hits, _ = search(corpus, '"boten twee"')
    assert hits
    assert hits[0].why.startswith('"boten twee" occurs nowhere')


def test_a_phrase_that_occurs_keeps_out_what_only_has_its_words(corpus: Corpus) -> None:
    assert refs(search(corpus, '"twee nieuwe boten"')) == ["report-2031:1.boats/1"]


@pytest.mark.parametrize("number", ["1.150", "1,150", "1150"])
def test_a_number_is_found_in_every_way_of_writing_it(corpus: Corpus, number: str) -> None:
    assert refs(search(corpus, number)) == ["report-2031:1.boats/2"]


def test_digits_are_never_fuzzy(corpus: Corpus) -> None:
    assert refs(search(corpus, "1151")) == []


def test_english_words_find_the_passage_too(corpus: Corpus) -> None:
    hits, _ = search(corpus, "lighthouse keepers")
    assert hits[0].ref == "plan-2031:fog/1"
    assert {match["field"] for match in hits[0].matches} == {"text_en"}


def test_a_match_is_where_it_says(corpus: Corpus) -> None:
    hits, _ = search(corpus, "meeuwen lunch")
    for match in hits[0].matches:
        text = getattr(hits[0], str(match["field"]))
        assert text[int(match["start"]) : int(match["end"])].lower() == match["word"]


def test_an_excluded_word_keeps_a_passage_out(corpus: Corpus) -> None:
    assert refs(search(corpus, "boten -heron")) == ["plan-2031:boats/1"]


def test_the_glossary_knows_the_other_name(corpus: Corpus) -> None:
    """HW stands in no text; its full name does not either here, so nothing may be made up."""
    assert refs(search(corpus, "HW")) == []


@pytest.mark.parametrize("nonsense", ["zxqvwk", "appeltaart recept", "hypotheekrente"])
def test_what_nothing_answers_gets_no_answer(corpus: Corpus, nonsense: str) -> None:
    assert search(corpus, nonsense) == ([], 0)


def test_the_limit_keeps_the_best_and_the_count_tells_of_the_rest(corpus: Corpus) -> None:
    hits, total = search(corpus, "boten", limit=1)
    assert len(hits) == 1
    assert total == 2


def test_documents_and_years_narrow_the_search(corpus: Corpus) -> None:
    assert refs(search(corpus, "boten", documents=["plan-2031"])) == ["plan-2031:boats/1"]
    assert refs(search(corpus, "boten", years="2030")) == []
    with pytest.raises(UnknownId):
        search(corpus, "boten", documents=["plan-1"])


def test_an_empty_query_is_refused(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="empty"):
        search(corpus, " ")
