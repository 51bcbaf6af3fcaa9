"""Paragraphs found back by first words, length and fingerprint; broken ones in pieces; tables by their figures."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mivdcli import model, parse
from mivdcli.corpus import Corpus
from mivdcli.sources.align import Normal, Status, align, missing_figures, wording
from mivdcli.sources.clean import flow, vocabulary
from mivdcli.sources.outline import outline
from mivdcli.sources.readers import read, read_file
from mivdcli.text import fingerprint, normal_form
from tests import paper, small

NOTHING: frozenset[str] = frozenset()


def document(**texts: str) -> model.Document:
    """A report in one section, ``s``, with these paragraphs."""
    passages = [
        small.passage(f"s/{number}", text, [], f"Alinea {number}.", f"Paragraph {number}.")
        for number, text in enumerate(texts.values(), 1)
    ]
    data = small.report() | {"sections": [small.section("s", "S", "S")], "passages": passages, "figures": []}
    return parse.document(data, "x")


def test_every_paragraph_of_the_small_world_is_found_with_its_exact_words(corpus: Corpus) -> None:
    text, found = align(corpus.document("plan-2031"), small.as_text(small.OFFICIAL_PLAN))
    assert [one.status for one in found] == [Status.VERIFIED] * 3
    assert wording(text, found[1].pieces, NOTHING) == small.OFFICIAL_PLAN["boats/2"]


def test_a_word_broken_at_a_line_end_is_quoted_whole(corpus: Corpus) -> None:
    text = small.OFFICIAL_PLAN["fog/1"]
    assert "-\n" in text
    whole, found = align(corpus.document("plan-2031"), text)
    assert "lighthouse keepers" in wording(whole, found[2].pieces, NOTHING)


def test_a_paragraph_broken_by_another_column_is_found_in_two_pieces() -> None:
    first, second = "Two boats arrived in the spring and were named", "Heron and Tern after a vote of the whole crew."
    other = "Gulls stole the lunch of the keeper."
    text, found = align(document(a=f"{first} {second}", b=other), f"{first}\n\n{other}\n\n{second}\n")
    assert [one.status for one in found] == [Status.VERIFIED] * 2
    assert wording(text, found[0].pieces, NOTHING) == f"{first} {second}"


HEADED = "2031 Port Trips in 2031 Lost at sea North 700 - South 550 3"
ORDERS = {
    "as printed": ["2031", "Port Trips in 2031 Lost at sea", "North 700 -", "South 550 3"],
    "rows changed places": ["2031", "Port Trips in 2031 Lost at sea", "South 550 3", "North 700 -"],
    "a head of two lines, the year last": ["Port Trips Lost", "in 2031 at sea", "North 700 -", "South 550 3", "2031"],
}
"""How a page prints a table, and how files hold it."""


def table(text: str, figures: list[tuple[Any, str]]) -> model.Document:
    data = small.report() | {"sections": [small.section("s", "S", "S")]}
    data["passages"] = [small.passage("s/1", text, [], "Een tabel.", "A table.")]
    data["figures"] = [
        small.figure(f"patrols.p{n}", value, printed, "s/1", qualifier="exact" if value else "dash")
        for n, (value, printed) in enumerate(figures)
    ]
    return parse.document(data, "x")


CELLS: list[tuple[Any, str]] = [(700, "700"), (None, "-"), (550, "550"), (3, "3")]


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_of_the_cells_alone_is_never_a_difference(order: str) -> None:
    """The order is put back and proved by the fingerprint, so the table can be quoted as the page has it."""
    text, found = align(table(HEADED, CELLS), "\n\n".join(["Before.", *ORDERS[order], "After the table."]))
    assert (found[0].status, found[0].by_figures) == (Status.VERIFIED, False)
    assert normal_form(wording(text, found[0].pieces, NOTHING)) == normal_form(HEADED)


def test_two_columns_of_cells_are_read_one_after_the_other() -> None:
    printed = "Industry (visits at home) 115 out 267 in Defence (visits abroad) 857 out 171 in"
    rows = ["Industry Defence", "(visits at home) (visits abroad)", "115 out 857 out", "267 in 171 in"]
    figures = [(int(number), number) for number in ("115", "267", "857", "171")]
    text, found = align(table(printed, figures), "\n\n".join(["Before.", *rows, "After."]))
    assert found[0].status is Status.VERIFIED
    assert wording(text, found[0].pieces, NOTHING) == printed


@pytest.mark.parametrize(("old", "new"), [("550", "505"), ("-", "–"), ("3", "4"), ("700", "707")])
def test_a_table_with_another_figure_differs(old: str, new: str) -> None:
    """The same length and the same words are not enough: a wrong number is the worst bug."""
    rows = [row.replace(old, new) if row[0] in "NS" else row for row in ORDERS["rows changed places"]]
    assert align(table(HEADED, CELLS), "\n\n".join(rows))[1][0].status is Status.DIFFERS


def test_a_table_in_an_order_that_nobody_knows_is_verified_by_its_figures_and_says_so() -> None:
    document = table(HEADED, CELLS)
    rows = ["2031", "Port Trips in 2031 at Lost sea", "South 550 3", "North 700 -"]
    found = align(document, "\n\n".join(["Before.", *rows, "After."]))[1][0]
    assert (found.status, found.by_figures) == (Status.VERIFIED, True)
    assert "its other words were not compared" in found.detail


def test_a_sentence_with_figures_is_no_table() -> None:
    """One letter changed in prose must show, however many of its numbers are still there."""
    prose = "There were 1.150 patrols of two boats, of which\n85 came home by night and 12 did not."
    document = table(prose, [(1150, "1.150"), (85, "85"), (12, "12")])
    assert align(document, prose)[1][0].status is Status.VERIFIED
    assert align(document, prose.replace("night", "light"))[1][0].status is Status.DIFFERS


def test_a_figure_stands_in_its_paragraph_as_a_word_of_its_own() -> None:
    figures = table(HEADED, CELLS).figures
    assert missing_figures(figures, "14 700 1.550 -") == [figures[2], figures[3]]
    assert missing_figures(figures, "(3), 550; 700 -") == []


def test_a_surplus_is_pointed_out_to_the_letter() -> None:
    paragraph = "Two boats arrived in the spring and were named Heron and Tern."
    found = align(document(a=paragraph), paragraph.replace("spring", "spring 17 of that year"))[1][0]
    assert found.status is Status.DIFFERS
    assert found.detail.endswith('"17 of that year"')


@pytest.mark.parametrize(("text", "status"), [("Nothing alike.", "not-found"), ("Two boats arrived in the autumn.", "differs")])
def test_what_is_not_there_is_not_verified(text: str, status: str) -> None:
    assert align(document(a="Two boats arrived in the spring."), text)[1][0].status == status


@given(st.text(max_size=60))
def test_the_way_back_leads_to_the_letters_it_came_from(text: str) -> None:
    """Ligatures, capitals that become two letters, accents: positions must hold all the same."""
    normal = Normal(text)
    assert len(normal.form) == len(normal.origin)
    assert list(normal.origin) == sorted(normal.origin)
    for place in range(len(normal.form)):
        start, end = normal.span(place, place + 1)
        assert normal.form[place] in normal_form(normal.text[start:end])


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("licht-\nhuis", "lichthuis"),
        ("licht\u00ad\nhuis", "lichthuis"),
        ("noord-\nzee en noord-zee", "noord-zee en noord-zee"),
        ("haven- \nen kustwacht", "haven- en kustwacht"),
        ("Zuid-\nKade", "Zuid-Kade"),
        ("de\nkade", "de kade"),
        ("Noord 7 -\nZuid -", "Noord 7 - Zuid -"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_only_where_it_is_printed(text: str, running: str) -> None:
    assert flow(text, vocabulary([text])) == running


@pytest.mark.parametrize("id", ["plan-2024", "report-2020"])
def test_every_official_paragraph_is_found_and_every_figure_stands_in_it(bundled: Corpus, sources: Path, id: str) -> None:
    """The twin of the tests above on the real texts; all 180 paragraphs, also the six that the extraction broke."""
    document = bundled.document(id)
    text, found = align(document, read_file(sources / f"{id}.txt").text)
    assert Counter(one.status for one in found) == {Status.VERIFIED: len(document.passages)}
    shown = {one.locator: wording(text, one.pieces, NOTHING) for one in found}
    for locator in shown:
        assert missing_figures([f for f in document.figures if f.locator == locator], shown[locator]) == []


@pytest.mark.parametrize("order", ["columns", "right"])
@pytest.mark.parametrize("id", ["plan-2024", "report-2020"])
def test_the_official_texts_set_in_two_columns_are_found_all_the_same(
    bundled: Corpus, sources: Path, id: str, order: str
) -> None:
    """A layout that the rules were not made on; test_readers has the same on a paper of our own.

    Two tables are lost: this setting runs their rows, which the file has in another order, together into sentences.
    """
    found = outline(read_file(sources / f"{id}.txt").blocks, int(id[-4:]))
    parts = [(part.title, [flow(p.whole, found.known) for p in part.paragraphs]) for part in found.parts]
    reading = read(paper.two_columns(parts, order=order), "x.pdf")
    missed = [one.locator for one in align(bundled.document(id), reading.text)[1] if one.status is not Status.VERIFIED]
    tables = ["4.cijfers-request-for-visit/2", "4.klachten-en-misstanden/3"]
    assert missed == (tables if id == "report-2020" else [])


def rows(sources: Path, id: str) -> list[dict[str, str]]:
    with (sources / f"{id}.paragraphs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize(("id", "paragraphs", "titles"), [("plan-2024", 34, 21), ("report-2020", 143, 69)])
def test_a_draft_cuts_the_official_text_as_the_canonical_cut_does(sources: Path, id: str, paragraphs: int, titles: int) -> None:
    """docs/sources.md lists the three paragraphs and the one title of report 2020 that differ."""
    parts = outline(read_file(sources / f"{id}.txt").blocks, int(id[-4:])).parts
    canonical = rows(sources, id)
    ours = {fingerprint(paragraph.whole).sha256 for part in parts for paragraph in part.paragraphs}
    assert sum(row["sha256"] in ours for row in canonical) == paragraphs
    headed = {(row["locator"].rpartition("/")[0], row["section_title"]) for row in canonical}
    assert sum(title in {part.title for part in parts} for _, title in headed) == titles
    if id == "plan-2024":
        cut = [(f"{p.id}/{n}", p.title, p.parent or "-") for p in parts for n, _ in enumerate(p.paragraphs, 1)]
        assert cut == [(row["locator"], row["section_title"], row["parent"]) for row in canonical]
