import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.refs import InDocument, OfSeries, OneCommitment, resolve
from tests import small


def locators(corpus: Corpus, name: str) -> list[str]:
    target = resolve(corpus, name)
    assert isinstance(target, InDocument)
    return [place.passage.locator for place in target.places]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plan-2031:boats/2", ["boats/2"]),
        ("1.boats/2", ["1.boats/2"]),
        ("1.boats", ["1.boats/1", "1.boats/2"]),
        ("report-2031:1.boats", ["1.boats/1", "1.boats/2"]),
        ("report-2031:gulls", ["2.gulls/1"]),
        ("plan-2031", ["boats/1", "boats/2", "fog/1"]),
        ("  plan-2031:fog/1 ", ["fog/1"]),
    ],
)
def test_a_passage_or_several_can_be_named_in_every_way_that_people_type(corpus: Corpus, name: str, found: list[str]) -> None:
    assert locators(corpus, name) == found


def test_a_series_is_found_in_all_documents_or_in_one(corpus: Corpus) -> None:
    everywhere, here = resolve(corpus, "patrols.total"), resolve(corpus, "report-2031:patrols.total")
    assert isinstance(everywhere, OfSeries)
    assert isinstance(here, OfSeries)
    assert [document.id for document, _ in everywhere.figures] == ["plan-2031", "report-2031"]
    assert [document.id for document, _ in here.figures] == ["report-2031"]


def test_a_commitment_is_found_by_its_id(corpus: Corpus) -> None:
    target = resolve(corpus, "plan-2031.night")
    assert isinstance(target, OneCommitment)
    assert target.commitment.locator == "boats/2"


def test_a_name_that_fits_two_documents_is_not_guessed(corpus: Corpus) -> None:
    """The boats of the plan and those of the report are two answers; taking the first would hide one."""
    with pytest.raises(UsageError) as caught:
        resolve(corpus, "boats")
    assert caught.value.candidates == ("plan-2031:boats", "report-2031:boats")


@pytest.mark.parametrize("name", ["plan-2031:boats/9", "plan-2031:", "nothing", ":", "plan-2099:boats/1", "boats/0"])
def test_an_unknown_name_brings_what_is_known(corpus: Corpus, name: str) -> None:
    with pytest.raises(UnknownId) as caught:
        resolve(corpus, name)
    assert caught.value.known


def test_no_ref_of_the_small_world_is_lost(corpus: Corpus) -> None:
    for document in (small.plan(), small.report()):
        for passage in document["passages"]:
            assert locators(corpus, f"{document['id']}:{passage['locator']}") == [passage["locator"]]
