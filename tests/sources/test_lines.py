"""What print does to paragraphs, rule by rule, on pages of our own words; test_align has the real texts as their twin."""

import pytest

from mivdcli.sources.block import Sort
from mivdcli.sources.lines import blocks_of
from mivdcli.sources.outline import outline

LONG = "De wacht voer in de lente elke dag langs de noordelijke kade en telde"
"""A line that runs full."""


def cut(text: str) -> list[str]:
    """The blocks in short: ``#`` before a heading, ``|`` before a table, the first and last word of the rest."""
    shown = []
    for block in blocks_of(text):
        words = block.text.split()
        mark = {Sort.HEADING: "# ", Sort.TABLE: "| ", Sort.FURNITURE: "~ ", Sort.SIGNATURE: "@ "}.get(block.sort, "")
        shown.append(mark + (block.text.replace("\n", " ") if block.sort is Sort.HEADING else f"{words[0]} {words[-1]}"))
    return shown


CASES = {
    "an empty line ends a paragraph": (f"{LONG}\ndaar reigers.\n\n{LONG}\nmeeuwen.\n", ["De reigers.", "De meeuwen."]),
    "a column that breaks a sentence does not": (f"{LONG}\n\ndaar reigers.\n", ["De reigers."]),
    "a page that breaks a sentence does not": (f"{LONG}\n\fdaar reigers.\n", ["De reigers."]),
    "a tool may have made a space of the form feed": (f"{LONG}\n daar reigers.\n", ["De reigers."]),
    "a page ends a paragraph whose last line is short": (
        f"{LONG}\ndaar reigers.\n\f{LONG}\nmeeuwen.\n", ["De reigers.", "De meeuwen."],
    ),
    "a page does not end a paragraph whose last line is full": (
        f"{LONG}\n{LONG[:60]}.\n\f{LONG}\nmeeuwen.\n", ["De meeuwen."],
    ),
    "a sentence that ends far before the end of its line ends the paragraph": (
        f"{LONG}\n{LONG}\ndaar reigers.\n{LONG}\n{LONG}\nmeeuwen.\n", ["De reigers.", "De meeuwen."],
    ),
    "a line that ends although the next word had room is a heading": (
        f"Tochten en boten\n{LONG}\ndaar reigers.\n", ["# Tochten en boten", "De reigers."],
    ),
    "a line that runs full is none": (f"{LONG} in\nNoordkade reigers en\nook veel meeuwen.\n", ["De meeuwen."]),
    "a heading may run over two lines": (
        f"Behandelde verzoeken van buitenlandse schippers voor ligplaatsen bij\nkaderuimte:\n{LONG}\n{LONG}\nmeeuwen.\n",
        ["# Behandelde verzoeken van buitenlandse schippers voor ligplaatsen bij kaderuimte:", "De meeuwen."],
    ),
    "a line alone is a heading": (f"Boten\n\n{LONG}\nreigers.\n", ["# Boten", "De reigers."]),
    "a question may be one": (f"Wie vaart er mee?\n{LONG}\nreigers.\n", ["# Wie vaart er mee?", "De reigers."]),
    "a number makes one": (f"1.1 De boten\n\n{LONG}\nreigers.\n", ["# 1.1 De boten", "De reigers."]),
    "a chapter may have a full stop behind its number": (
        f"1. De boten\n\n{LONG}\nreigers.\n\n2. De wacht\n\n{LONG}\nmeeuwen.\n",
        ["# 1. De boten", "De reigers.", "# 2. De wacht", "De meeuwen."],
    ),
    "the items of a list that are numbered so are none": (
        f"{LONG}\nreigers.\n\n1. De boten\n\n2. De wacht.\n\n{LONG}\nmeeuwen.\n",
        ["De reigers.", "1. wacht.", "De meeuwen."],
    ),
    "its number may be glued to the end": (f"DE BOTEN1\n{LONG}\nreigers.\n", ["# DE BOTEN1", "De reigers."]),
    "a number that does not follow makes none": (f"{LONG}\nreigers.\n\n7.9 meter was de golf.\n", ["De reigers.", "7.9 golf."]),
    "a list belongs to its lead-in": (
        "De taken zijn:\n\nA. Varen:\n• bij nacht;\n• bij mist.\n\nB. Tellen.\n\nMeer niet.\n", ["De Tellen.", "Meer niet."],
    ),
    "rows make a table, with the heads of their columns": (
        f"{LONG}\nreigers.\n\nHaven Tochten Verloren\n\nNoord 700 -\n\nZuid 550 3\n\n{LONG}\nmeeuwen.\n",
        ["De reigers.", "| Haven 3", "De meeuwen."],
    ),
    "notes with a star belong to the table above": (
        f"Haven Tochten Verloren\n\nNoord 700 -\n* zonder oefeningen\n\n{LONG}\nmeeuwen.\n",
        ["| Haven oefeningen", "De meeuwen."],
    ),
    "an office and a name are a signature": (
        "Tot zover.\n\nDe Minister van Havens,\nJ. Reiger\n", ["Tot zover.", "@ De Reiger"],
    ),
    "a letter's date is no heading": (f"Vuurdam, 3 mei 2031\n\n{LONG}\nreigers.\n", ["Vuurdam, 2031", "De reigers."]),
    "a lone number is one only at the very edge of a page": (
        f"3\n\n{LONG}\nreigers.\n\n700\n\n550\n\n4\n\f{LONG[:-6]} de\nmeeuwen.\n",
        ["De reigers.", "| 700 550", "De meeuwen.", "~ 3 3", "~ 4 4"],
    ),
    "the foot of a paper is furniture": (
        f"{LONG}\n\nTweede Kamer, vergaderjaar 2030–2031, 99 999, nr. 7\n\n1\n\fdaar reigers.\n",
        ["De reigers.", "~ Tweede 7", "~ 1 1"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_thing_that_print_does_is_undone(case: str) -> None:
    text, expected = CASES[case]
    assert cut(text) == expected


def test_columns_in_the_wrong_order_change_places_where_the_sentences_say_so() -> None:
    """The file has the right column first; both columns begin in the middle of a sentence."""
    pages = [
        "De wacht voer in de lente uit en telde reigers.\n\nIn de zomer voer zij langs de kade en",
        "elke boot die daar lag\nkreeg een brief.\n\nzag daarbij ook vele\nvissers, die haar groetten en aan",
        "Meeuwen waren er ook.",
    ]
    text = blocks_of("\f".join(pages))[1].text
    assert text.index("langs de kade") < text.index("zag daarbij") < text.index("aan") < text.index("elke boot")


def titles(text: str) -> list[tuple[str, int]]:
    return [(part.title, len(part.paragraphs)) for part in outline(blocks_of(text)).parts]


def test_names_above_single_paragraphs_are_labels_of_one_section() -> None:
    """Three at least, one word each, set apart where all other headings stand right above their text."""
    plain = "".join(f"Kade {name}\n{LONG}\nreigers.\n\n" for name in ("Noord", "Zuid", "Oost", "West", "Midden", "Achter"))
    named = f"Moedig\n\n{LONG}\nmoed.\n\nWaarden\n\nDe waarden zijn nieuw.\n\nTrouw\n\n{LONG}\ntrouw.\n"
    parts = outline(blocks_of(plain + named)).parts
    assert parts[-1].title == "Waarden"
    assert [paragraph.label for paragraph in parts[-1].paragraphs] == ["", "Moedig", "Trouw"]
    assert parts[-1].paragraphs[1].whole.startswith("Moedig\n")


def test_a_title_below_its_text_is_put_above_it() -> None:
    text = f"{LONG}\nreigers.\n\nVOORWOORD\n\fDE BOTEN1\n{LONG}\nmeeuwen.\n"
    assert titles(text) == [("Voorwoord", 1), ("De boten", 1)]


def test_beginning_signature_and_imprint_have_titles_of_our_own() -> None:
    text = f"Hierbij het plan.\n\nBoten\n\n{LONG}\nreigers.\n\nDe Minister van Havens,\nJ. Reiger\n"
    assert titles(text) == [("(Inleiding)", 1), ("Boten", 1), ("(Ondertekening)", 1)]
    assert titles(f"Boten\n\n{LONG}\nreigers.\n\fDit is een uitgave van de havenwacht\n")[-1] == ("(Colofon)", 1)


def test_a_heading_with_the_year_of_the_document_is_a_group() -> None:
    text = f"Doelen 2031\n\n{LONG}\nreigers.\n\nBoten\n\n{LONG}\nmeeuwen.\n"
    parts = outline(blocks_of(text), 2031).parts
    assert [(part.title, part.parent) for part in parts] == [("Doelen 2031", ""), ("Boten", "Doelen 2031")]
