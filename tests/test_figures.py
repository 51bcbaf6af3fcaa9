from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.figures import conflicts, in_span, list_figures, list_topics
from tests import small


def test_a_topic_holds_all_its_series(corpus: Corpus) -> None:
    assert [(item.series, item.document, item.value) for item in list_figures(corpus, "patrols")] == [
        ("patrols.total", "plan-2031", 1200),
        ("patrols.total", "report-2031", 1150),
        ("patrols.night", "plan-2031", 80),
        ("patrols.night", "report-2031", 85),
    ]


def test_a_series_and_a_document_narrow_the_list(corpus: Corpus) -> None:
    found = list_figures(corpus, "patrols.total", documents=["plan-2031"])
    assert [(item.printed, item.qualifier, item.role) for item in found] == [("about 1.200", "about", "forecast")]


def test_a_figure_leads_back_to_its_passage_and_its_document(corpus: Corpus) -> None:
    item = list_figures(corpus, "lunches")[0]
    assert (item.ref, item.source, item.official) == ("report-2031:2.gulls/1", "Havenstukken 9", True)


def test_a_document_named_twice_is_listed_once(corpus: Corpus) -> None:
    """A figure counted twice in somebody's sum is a wrong number."""
    assert (
        len(list_figures(corpus, documents=["plan-2031", "plan-2031"]))
        == len(list_figures(corpus, documents=["plan-2031"]))
        == 2
    )


@pytest.mark.parametrize("years", ["2031", "2030..2040"])
def test_a_year_or_a_range_keeps_what_is_about_it(corpus: Corpus, years: str) -> None:
    assert len(list_figures(corpus, years=years)) == 5


@pytest.mark.parametrize("years", ["20x", "2031..", "..2031", "31", "2031..x", "٢٠٢٠"])
def test_what_is_no_year_is_refused(corpus: Corpus, years: str) -> None:
    with pytest.raises(UsageError, match="is not a year"):
        list_figures(corpus, years=years)


def test_a_range_that_runs_backwards_is_turned_round_in_the_hint(corpus: Corpus) -> None:
    with pytest.raises(UsageError) as caught:
        list_figures(corpus, years="2031..2030")
    assert caught.value.hint == "--year 2030..2031"


@pytest.mark.parametrize("years", ["1999", "2029..2030", "2032..2040"])
def test_a_year_that_nothing_is_about_is_an_error_that_lists_the_years(corpus: Corpus, years: str) -> None:
    with pytest.raises(UnknownId) as caught:
        list_figures(corpus, years=years)
    error = caught.value
    assert (error.what, error.value, error.known) == ("year", years, ("2031",))
    assert error.hint == "years with documents or figures: 2031"


@pytest.mark.parametrize(
    ("span", "kept"),
    [
        ((2027, 2027), False), ((2026, 2028), True), ((2028, 2028), True), ((2029, 2029), True), ((2030, 2030), True),
        ((2030, 2033), True), ((2031, 2031), False), ((2020, 2040), True),
    ],
)  # fmt: skip
def test_a_figure_over_several_years_is_about_each_of_them_and_no_other(
    tmp_path: Path, span: tuple[int, int], kept: bool
) -> None:
    """Its document has no year of its own here, so that only the period can keep it."""
    folder = small.write(tmp_path, small.plan(), small.report(), other_report(value=1, period="2028..2030"))
    [item] = list_figures(Corpus(bundled=folder), documents=["statistics-harbour"])
    assert item.year is None
    assert in_span(item, span) is kept


@pytest.mark.parametrize(
    ("span", "kept"),
    [((2030, 2030), False), ((2030, 2031), True), ((2031, 2031), True), ((2031, 2032), True), ((2032, 2032), False)],
)  # fmt: skip
def test_a_figure_is_also_found_by_the_year_of_its_document(tmp_path: Path, span: tuple[int, int], kept: bool) -> None:
    """A report of 2031 that gives a number of 1990 is still where a reader of 2031 looks."""
    report = small.report()
    report["figures"] = [report["figures"][0] | {"period": "1990"}]
    folder = small.write(tmp_path, small.plan(), report)
    [item] = list_figures(Corpus(bundled=folder), documents=["report-2031"])
    assert in_span(item, span) is kept


def test_without_a_year_an_empty_answer_is_no_mistake(tmp_path: Path) -> None:
    folder = small.write(tmp_path, small.plan() | {"figures": [], "commitments": []}, small.report() | {"figures": []})
    small.put(folder / "links" / "2031.toml", "links = []\n")
    assert list_figures(Corpus(bundled=folder)) == []


def test_a_known_year_in_which_a_series_has_no_figure_is_an_empty_answer(bundled: Corpus) -> None:
    """Silence is an answer, not a mistake."""
    assert list_figures(bundled, "taps.placed", years="2024") == []


def test_an_unknown_topic_lists_the_topics(corpus: Corpus) -> None:
    with pytest.raises(UnknownId, match='unknown topic or series "patrol"') as caught:
        list_figures(corpus, "patrol")
    assert caught.value.hint == "topics: patrols, lunches"
    assert caught.value.known == ("patrols", "lunches", "patrols.total", "patrols.night", "lunches.stolen")


def test_a_body_and_a_role_narrow_the_list(bundled: Corpus) -> None:
    norms = list_figures(bundled, roles=["norm"], bodies=["mivd"])
    assert norms
    assert {(item.role, item.body) for item in norms} == {("norm", "mivd")}


@pytest.mark.parametrize(
    ("wrong", "told", "hint"),
    [
        ({"bodies": ["mivd", "navy"]}, 'unknown body "navy"', "choices: mivd, joint, aivd, other"),
        ({"roles": ["norm", "guess"]}, 'unknown role "guess"', "choices: actual, target, forecast, norm"),
    ],
)
def test_an_unknown_body_or_role_is_refused_with_the_choices(
    corpus: Corpus, wrong: dict[str, list[str]], told: str, hint: str
) -> None:
    with pytest.raises(UnknownId) as caught:
        list_figures(corpus, bodies=wrong.get("bodies", ()), roles=wrong.get("roles", ()))
    assert (caught.value.message, caught.value.hint) == (told, hint)
    assert caught.value.known == tuple(hint.removeprefix("choices: ").split(", "))


def test_a_topic_has_the_years_that_its_figures_are_about(bundled: Corpus) -> None:
    """Of the figures, not of the documents: the tap page is about no single year."""
    taps = next(topic for topic in list_topics(list_figures(bundled)) if topic.topic == "taps")
    assert taps.years == tuple(range(2002, 2024))
    assert taps.series[0] == "taps.placed"


def test_a_topic_tells_how_many_figures_of_whom_in_which_series(corpus: Corpus) -> None:
    patrols, lunches = list_topics(list_figures(corpus))
    assert patrols.topic == "patrols"
    assert (patrols.years, patrols.figures, patrols.bodies) == ((2031,), 4, ("mivd",))
    assert patrols.series == ("patrols.total", "patrols.night")
    assert (patrols.label_nl, patrols.label_en) == ("reeks total", "total series"), "the names of its first series"
    assert (lunches.topic, lunches.figures) == ("lunches", 1)


def test_one_document_that_counts_twice_contradicts_nobody(tmp_path: Path) -> None:
    """A conflict is between two who count; within one document the notes tell two numbers apart."""
    report = small.report()
    report["figures"].append(report["figures"][0] | {"value": 1151})
    folder = small.write(tmp_path, small.plan() | {"figures": []}, report)
    assert conflicts(list_figures(Corpus(bundled=folder))) == []


def other_report(**figure: Any) -> dict[str, Any]:
    """A second document with one figure about the patrols of 2031."""
    one = {"series": "patrols.total", "period": "2031", "source": {"url": "https://harbour.example/", "kind": "official"}}
    words = {"scope_nl": "Eén cijfer.", "scope_en": "One figure."}
    titles = {"title_nl": "Haven", "title_en": "Harbour"}
    return {
        "id": "statistics-harbour",
        "kind": "statistics",
        **titles,
        "coverage": "partial",
        **words,
        "figures": [one | figure],
    }


@pytest.mark.parametrize(
    ("figure", "documents"),
    [
        ({"value": 1151}, ["report-2031", "statistics-harbour"]),
        ({"value": 1150, "qualifier": "almost"}, ["report-2031", "statistics-harbour"]),
        ({"value": 1150, "printed": "duizend honderdvijftig"}, []),
        ({"value": 1151, "period": "2030"}, []),
        ({"value": 1200, "role": "target"}, []),
    ],
)
def test_only_a_quantity_that_two_documents_give_differently_is_a_conflict(
    tmp_path: Path, figure: dict[str, Any], documents: list[str]
) -> None:
    folder = small.write(tmp_path, small.plan(), small.report(), other_report(**figure))
    found = conflicts(list_figures(Corpus(bundled=folder)))
    assert [item.document for item in found] == documents
