"""A draft is a document that every command takes, and that says of everything what a person has still to do."""

import re
from pathlib import Path

import pytest

from mivdcli.checks import check
from mivdcli.corpus import Corpus
from mivdcli.kinds import Kind, Qualifier, Role
from mivdcli.sources.block import Block, Sort
from mivdcli.sources.candidates import names, numbers, promises
from mivdcli.sources.draft import draft, incipit
from mivdcli.sources.outline import outline, slug
from mivdcli.sources.readers import read, read_file
from mivdcli.unwritten import is_unwritten
from tests import small
from tests.sources.test_readers import PAPERS


@pytest.fixture
def letter(folder: Path) -> str:
    return draft(Corpus(bundled=folder), read_file(PAPERS / "letter.xml"), Kind.PLAN, 2032)


def test_a_draft_passes_every_check_but_for_what_is_still_to_write(letter: str, folder: Path) -> None:
    small.put(folder / "plans" / "2032.toml", letter)
    items = check(folder).items
    assert {(item.code, item.file) for item in items} == {("to-write", "plans/2032.toml")}


def test_every_suggestion_is_marked(letter: str, folder: Path) -> None:
    small.put(folder / "plans" / "2032.toml", letter)
    document = Corpus(bundled=folder).document("plan-2032")
    texts = [t for p in document.passages for t in (p.nl, p.en)] + [t for c in document.commitments for t in (c.nl, c.en)]
    assert texts
    assert all(map(is_unwritten, texts))
    assert all(is_unwritten(figure.note_nl) and is_unwritten(figure.note_en) for figure in document.figures)


def test_who_asks_a_draft_is_told_that_it_is_one(letter: str, folder: Path) -> None:
    """Its coverage is full, yet nobody has described it: what it does not say is no silence of the document."""
    small.put(folder / "plans" / "2032.toml", letter)
    corpus = Corpus(bundled=folder)
    corpus.document("plan-2032")
    assert corpus.notices == ["plan-2032 is a draft: 9 of its 9 passages are not described yet, so its silence says nothing"]


def test_sections_follow_the_headings_and_groups_become_parents(letter: str) -> None:
    assert re.findall(r"^id = '([^']+)'\ntitle = '([^']+)'", letter, re.MULTILINE) == [
        ("inleiding", "(Inleiding)"), ("boten", "Boten"), ("mist", "Mist"), ("ten-slotte", "Ten slotte"),
        ("ondertekening", "(Ondertekening)"),
    ]  # fmt: skip
    assert letter.count("parent = 'Varen'") == 2


def test_facts_that_the_paper_does_not_give_are_left_out(folder: Path) -> None:
    text = draft(Corpus(bundled=folder), read(b"Begin.\n\nEr is meer.\n", "x"), Kind.REPORT, 2032)
    assert not re.search(r"^(published|reference|publication_id|signatory) =", text, re.MULTILINE)
    assert "[[commitments]]" not in text


def test_a_number_is_given_to_a_series_only_where_one_alone_fits(folder: Path) -> None:
    text = "De reeks total telt 1.250 en de reeks night 85%. Er waren 12 meeuwen."
    found = draft(Corpus(bundled=folder), read(text.encode(), "x"), Kind.PLAN, 2032)
    small.put(folder / "plans" / "2032.toml", found)
    figures = Corpus(bundled=folder).document("plan-2032").figures
    assert [(f.series, f.value, f.printed, f.role) for f in figures] == [
        ("patrols.total", 1250, "1.250", Role.FORECAST), ("patrols.night", 85, "85%", Role.FORECAST),
    ]  # fmt: skip
    assert "# inleiding/1: 12 | Er waren 12 meeuwen." in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er waren 47.791 onderzoeken.", [("47.791", "exact")]),
        ("Naar verwachting ca. 96.000 in totaal.", [("ca. 96.000", "about")]),
        ("Het was ruim 2100 keer zo.", [("ruim 2100", "more-than")]),
        ("Er zijn honderden bedrijven.", [("honderden", "exact")]),
        ("Op 7 oktober 2023 en in 2024.", []),
        ("Zie artikel 59 van de Wiv 2017 en Kamerstuk 29 924, nr. 255.", []),
        ("De F-35 en COVID-19.", []),
    ],
)
def test_a_number_counts_something_unless_it_is_a_date_or_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(n.printed, n.qualifier) for n in numbers(text)]
    assert found == expected
    assert all(qualifier in list(Qualifier) for _, qualifier in found)


def test_sentences_that_promise_are_told_by_what_they_say() -> None:
    text = "De wacht zet het onderzoek voort. Gisteren was het mistig. Het wetsvoorstel zal worden aangeboden."
    assert [(p.kind.value, p.sentence[:10]) for p in promises(text)] == [
        ("continue", "De wacht z"),
        ("legislate", "Het wetsvo"),
    ]


def test_names_are_those_inside_a_sentence() -> None:
    assert names("De wacht voer naar Noord Kade met de NAVO. Daarna niet.") == ["Noord Kade", "NAVO"]


def test_an_incipit_never_has_more_than_seven_words() -> None:
    assert incipit("De haven-kade-wacht-boot ging met-wind mee en verder") == "De haven-kade-wacht-boot ging"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("De Noordzee", "noordzee"),
        ("Eén, twee & drie!", "een-twee-drie"),
        ("Het", "het"),
        ("(Inter-)nationaal", "inter-nationaal"),
    ],
)
def test_a_slug_drops_one_leading_article(title: str, expected: str) -> None:
    assert slug(title) == expected


def numbered(*titles: str) -> list[tuple[str, str]]:
    blocks = []
    for title in titles:
        number = re.match(r"[\d.]+", title)
        blocks.append(Block(Sort.HEADING, title, 1 if number else 0, number.group() if number else ""))
        blocks.append(Block(Sort.PARAGRAPH, "Tekst."))
    return [(part.id, part.parent) for part in outline(blocks).parts]


def test_a_section_takes_the_number_that_it_stands_in() -> None:
    assert numbered("Vooraf", "1 Varen", "1.1 De boten", "Reiger", "2 Mist", "Reiger") == [
        ("vooraf", ""), ("1.varen", "1 Varen"), ("1.1.boten", "1.1 De boten"), ("1.1.reiger", "1.1 De boten"),
        ("2.mist", "2 Mist"), ("2.reiger", "2 Mist"),
    ]  # fmt: skip


def test_the_same_heading_twice_gets_two_ids() -> None:
    assert [id for id, _ in numbered("Boten", "Boten")] == ["boten", "boten-2"]


def test_a_heading_in_capitals_gets_the_case_of_the_text() -> None:
    blocks = [Block(Sort.HEADING, "DE HW EN NOORDKADE"), Block(Sort.PARAGRAPH, "Zo vaart de HW bij Noordkade en terug.")]
    assert outline(blocks).parts[0].title == "De HW en Noordkade"
