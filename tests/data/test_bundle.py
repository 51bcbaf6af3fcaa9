"""What the bundle must hold, whatever else changes: the facts that the documents' readers ask for first."""

import pytest

from mivdcli.corpus import Corpus
from mivdcli.figures import list_figures
from mivdcli.kinds import Attribution, Coverage, Kind
from mivdcli.search import search


def values(corpus: Corpus, about: str, document: str) -> dict[tuple[str, ...], object]:
    """Value by series and dimensions; what is only printed (a dash) stands as printed."""
    found = list_figures(corpus, about, documents=[document])
    return {(item.series, *item.dimensions.values()): item.printed if item.value is None else item.value for item in found}


def test_the_screenings_of_2020(bundled: Corpus) -> None:
    found = values(bundled, "uvo", "report-2020")
    assert found["uvo.investigations",] == 47791
    assert found["uvo.investigations-mivd",] == 15117
    decisions = {key[1:]: value for key, value in found.items() if key[0] == "uvo.decisions"}
    assert decisions == {
        ("A", "positive"): 1961, ("A", "negative"): 5, ("B", "positive"): 9565, ("B", "negative"): 22,
        ("C", "positive"): 3550, ("C", "negative"): 14,
    }  # fmt: skip


def test_the_six_decisions_add_up_to_the_part_of_the_mivd(bundled: Corpus) -> None:
    """A check of the transcription, not of the report: the page prints both."""
    found = values(bundled, "uvo", "report-2020")
    assert sum(value for key, value in found.items() if key[0] == "uvo.decisions" and isinstance(value, int)) == 15117


OBJECTIONS = ["9|12|8|1|-|3|-", "4|-|-|-|-|-|-", "-|-|-|-|-|-|-", "-|-|-|-|-|-|-", "13|12|8|1|-|3|-"]
ACCESS = ["14|15|3|12|2|1|-|-", "18|33|-|33|4|1|-|-", "8|8|3|5|3|1|1|1", "40|56|6|50|9|3|1|1"]


def rows(corpus: Corpus, topic: str, width: int) -> list[str]:
    """The printed cells of a table in the order of the page, a row of them at a time."""
    figures = corpus.document("report-2020").figures
    cells = [str(figure.printed) for figure in figures if figure.series.startswith(topic) and figure.dimensions]
    return ["|".join(cells[at : at + width]) for at in range(0, len(cells), width)]


def test_every_cell_of_the_table_of_objections(bundled: Corpus) -> None:
    assert rows(bundled, "objections.", 7) == OBJECTIONS


def test_every_cell_of_the_table_of_access_requests(bundled: Corpus) -> None:
    assert rows(bundled, "access-requests.", 8) == ACCESS


def test_a_dash_is_neither_nought_nor_nothing(bundled: Corpus) -> None:
    dashes = [figure for figure in bundled.document("report-2020").figures if figure.printed == "-"]
    assert len(dashes) == 31
    assert {(figure.value, figure.qualifier.value) for figure in dashes} == {(None, "dash")}


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (887, "887"), (251, "251"), (417, "417"), (60, "60"), (92, "92"), (41, "41"), (4, "4"), (8, "8"), (76, "76"),
        (113, "113"), (115, "115"), (267, "267"), (857, "857"), (171, "171"), (2100, "ruim 2100"), (50, "ruim 50"), (5, "5"),
        (14, "14"), (1236, "1236"), (261, "261"),
    ],
)  # fmt: skip
def test_every_number_of_the_key_figures_is_there(bundled: Corpus, number: int, printed: str) -> None:
    found = [figure.printed for figure in bundled.document("report-2020").figures if figure.value == number]
    assert any(text is not None and printed in text for text in found)


def test_ninety_one_stands_twice_on_the_page(bundled: Corpus) -> None:
    figures = [figure for figure in bundled.document("report-2020").figures if figure.value == 91]
    assert len({figure.series for figure in figures}) == len(figures) == 2
    assert all(figure.note_nl and figure.note_en for figure in figures)


def test_the_forecast_and_the_norm_of_plan_2024(bundled: Corpus) -> None:
    found = {item.series: (item.value, item.qualifier, item.role) for item in list_figures(bundled, documents=["plan-2024"])}
    assert found["uvo.investigations"] == (96000, "about", "forecast")
    assert found["uvo.decided-in-time"] == (90, "at-least", "norm")


def test_the_taps_of_2002_to_2022(bundled: Corpus) -> None:
    found = {item.period: item.value for item in list_figures(bundled, "taps.placed", documents=["statistics-taps"])}
    assert list(found) == [str(year) for year in range(2002, 2023)]
    assert list(found.values()) == [
        0, 0, 19, 21, 21, 30, 39, 77, 55, 70, 64, 85, 65, 138, 382, 348, 309, 879, 1236, 871, 704,
    ]  # fmt: skip


def test_what_merely_happened_never_stands_in_a_plan_or_report(bundled: Corpus) -> None:
    for document in bundled.documents((Kind.PLAN, Kind.REPORT)):
        told = {passage.attribution for passage in document.passages}
        assert told <= {None, Attribution.REPORT, Attribution.PRESENTATION}, document.id


def test_only_two_documents_claim_to_be_described_in_full(bundled: Corpus) -> None:
    """The claim rests on having had the whole official text; every other document says what was not seen."""
    plans_and_reports = bundled.documents((Kind.PLAN, Kind.REPORT))
    assert [document.id for document in plans_and_reports if document.coverage is Coverage.FULL] == ["plan-2024", "report-2020"]


def test_every_theme_leads_to_a_passage_by_its_own_example_queries(bundled: Corpus) -> None:
    """The examples are what people are told to try; each must find the theme among the first five."""
    missed = [
        (theme.id, query)
        for theme in bundled.themes.values()
        for query in theme.examples
        if not any(theme.id in hit.themes for hit in search(bundled, query, limit=5)[0])
    ]
    assert missed == []


def test_every_member_of_the_taxonomy_has_examples_in_use(bundled: Corpus) -> None:
    assert all(theme.examples for theme in bundled.themes.values() if theme.parent is not None)
