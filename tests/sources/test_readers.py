"""What each format holds, read whole or refused by name. The papers in tests/papers are of our own words."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mivdcli.errors import SourceError
from mivdcli.sources.block import Block, Reading, Sort, require_whole
from mivdcli.sources.outline import outline
from mivdcli.sources.readers import read, read_file
from tests import paper, small
from tests.conftest import SHARED

PAPERS = Path(__file__).resolve().parents[1] / "papers"


def texts(reading: Reading, *sorts: Sort) -> list[str]:
    return [block.text for block in reading.blocks if block.sort in sorts]


@pytest.fixture(scope="module")
def letter() -> Reading:
    return read_file(PAPERS / "letter.xml")


def test_a_typesetting_mark_inside_a_word_leaves_the_word_whole(letter: Reading) -> None:
    assert "De wacht zal in 2032 twee nieuwe boten kopen. Zij vervangen de Reiger." in texts(letter, Sort.PARAGRAPH)


def test_footnotes_leave_their_sentence_and_stay_in_the_text(letter: Reading) -> None:
    """A paragraph's fingerprint does not hang on a note, and yet no word of the paper is lost."""
    assert texts(letter, Sort.NOTE) == ["2 Zie stuk 5.", "3 Met de kade."]
    assert "2 Zie stuk 5." in letter.text


def test_a_nested_list_keeps_every_marker_once(letter: Reading) -> None:
    assert texts(letter, Sort.ITEM) == ["– het dek;", "– de motoren, te weten:", "a. bakboord;", "b. stuurboord."]


def test_a_table_has_a_line_a_row_and_drops_empty_ones(letter: Reading) -> None:
    assert texts(letter, Sort.TABLE) == ["Tochten per haven\nHaven\tTochten\nNoord\t700\t-\nZuid\t550\t3"]


def test_headings_rank_by_how_bold_they_are(letter: Reading) -> None:
    heads = [(block.text, block.level) for block in letter.blocks if block.sort is Sort.HEADING]
    assert heads == [("Varen", 1), ("Boten", 2), ("Mist", 2), ("Ten slotte", 1)]


def test_a_paper_says_which_it_is_of_when_and_by_whom(letter: Reading) -> None:
    facts = letter.facts
    assert (facts.publication_id, facts.dossiers, facts.number) == ("kst-99999-7", ("99999", "88888-X"), "7")
    assert (facts.date, facts.signatory) == ("2031-12-03", "J. Reiger")


@pytest.mark.parametrize("change", [lambda b: b.replace(b"\n", b"\r\n"), lambda b: b"\xef\xbb\xbf" + b])
def test_line_ends_and_a_byte_order_mark_change_nothing(letter: Reading, change: object) -> None:
    assert callable(change)
    assert read(change((PAPERS / "letter.xml").read_bytes()), "x").blocks == letter.blocks


def test_the_dialect_before_2010_in_its_own_encoding() -> None:
    reading = read_file(PAPERS / "legacy.xml")
    assert texts(reading, Sort.PARAGRAPH) == [
        "Vuurdam, 4 mei 2004", "De wacht voer in dat jaar zevenmaal uit.", "- Viermaal bij mist, één keer bij storm.",
    ]  # fmt: skip
    assert texts(reading, Sort.HEADING, Sort.TABLE, Sort.NOTE) == ["Tochten", "Noord\t4", "1 Zonder oefeningen."]
    assert (reading.facts.publication_id, reading.facts.signatory) == ("kst-99999-2", "D. K. J. Reiger")


def test_a_page_of_the_official_site() -> None:
    reading = read_file(PAPERS / "page.html")
    assert texts(reading, Sort.PARAGRAPH)[1] == "De wacht zal twee nieuwe boten kopen. Zij vervangen de Reiger."
    assert texts(reading, Sort.HEADING) == ["Varen", "Mist"]
    assert texts(reading, Sort.ITEM, Sort.NOTE) == ["– het dek;", "– de motoren.", "1 Zie stuk 5."]
    assert reading.facts.date == "2031-12-03"


PAGE = b"<!DOCTYPE html><html><head><title>%s</title></head><body><p>Sorry</p></body></html>"
REFUSED = {
    "empty": (b"  \n", "is empty"),
    "error page": (PAGE % b"Niet gevonden", "without the text of a Kamerstuk.*Niet gevonden"),
    "metadata": (
        b"<?xml version='1.0'?><metadata_gegevens><metadata name='x' content='y'/></metadata_gegevens>",
        "metadata.xml",
    ),
    "owms": (b"<?xml version='1.0' encoding='windows-1252'?><owms-metadata/>", "metadata_owms.xml"),
    "another root": (b"<?xml version='1.0'?><feed/>", "root feed"),
    "another paper": (
        b"<officiele-publicatie><staatscourant><al>x</al></staatscourant></officiele-publicatie>",
        "staatscourant",
    ),
    "a paper without text": (b"<officiele-publicatie><kamerstuk><stuk/></kamerstuk></officiele-publicatie>", "without text"),
    "damaged": (b"<officiele-publicatie><kamerstuk><stuk><al>x</stuk>", "damaged XML"),
    "zip": (b"PK\x03\x04rest", "ZIP, ODT or Word"),
    "json": (b'{"value": []}', "JSON"),
    "bytes": (b"\x01\x00\x02\x00 text", "no text"),
    "damaged pdf": (b"%PDF-1.7\nnothing", "damaged PDF"),
    "no words": (b"1 2 3\n", "holds no words"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_text_of_a_document_is_refused_by_its_own_name(case: str) -> None:
    data, reason = REFUSED[case]
    with pytest.raises(SourceError, match=reason):
        read(data, "x")


@pytest.mark.parametrize(
    "entity",
    [
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1/x.dtd'> %p;]>",
    ],
)
def test_no_entity_is_fetched_or_expanded(entity: str) -> None:
    """A file from the net must not read files, reach out, or grow in memory."""
    inner = "<officiele-publicatie><kamerstuk><stuk><al>&a;</al></stuk></kamerstuk></officiele-publicatie>"
    data = f"<?xml version='1.0'?>{entity}{inner}"
    with pytest.raises(SourceError, match="entities of its own"):
        read(data.encode(), "x")


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    deep = b"<lijst><li>" * 5000 + b"</li></lijst>" * 5000
    with pytest.raises(SourceError, match="damaged XML"):
        read(b"<officiele-publicatie><kamerstuk><stuk>" + deep + b"</stuk></kamerstuk></officiele-publicatie>", "x")


def test_half_a_document_is_refused_with_the_words_that_are_missing() -> None:
    with pytest.raises(SourceError, match=r"2 words of the file were not read \(heron, tern\)"):
        require_whole(["boats Heron and Tern"], [Block(Sort.PARAGRAPH, "boats and")], "x")
    with pytest.raises(SourceError, match="1 words are not in the file"):
        require_whole(["boats"], [Block(Sort.PARAGRAPH, "boats boats")], "x")


def test_text_in_a_place_that_no_rule_knows_is_read_all_the_same() -> None:
    inner = "<onbekend>Los <vreemd>woord</vreemd> erna</onbekend>"
    data = f"<officiele-publicatie><kamerstuk><stuk><al>Begin.</al>{inner}</stuk></kamerstuk></officiele-publicatie>"
    assert "woord" in read(data.encode(), "x").text


@pytest.mark.parametrize("order", ["columns", "rows", "right"])
def test_two_columns_are_read_in_order_whatever_the_order_in_the_file(order: str) -> None:
    """The files of printed reports hold their columns in any order; only where letters stand on the page tells."""
    parts = [("Boten", [f"De wacht voer in week {n} langs de noordelijke kade en telde daar reigers." for n in range(40)])]
    flat = " ".join(read(paper.two_columns(parts, order=order), "x.pdf").text.split())
    places = [flat.find(f"week {n} langs") for n in range(40)]
    assert min(places) > 0
    assert places == sorted(places)


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    parts = [("Boten", [f"De wacht voer in week {n} langs de noordelijke kade en telde daar reigers." for n in range(90)])]
    reading = read(paper.one_column(parts), "x.pdf")
    assert "Harbour watch, report" not in reading.text
    assert reading.text.count("kade en telde daar reigers.") == 90, "what stands at the edge of many pages is not yet furniture"
    assert any("Harbour watch, report" in block.text for block in reading.blocks if block.sort is Sort.FURNITURE)


def test_a_pdf_without_a_text_layer_is_a_picture_and_says_so() -> None:
    with pytest.raises(SourceError, match="no text layer"):
        read(paper.picture(), "scan.pdf")


def test_a_pdf_with_one_damaged_page_is_refused_whole() -> None:
    data = paper.one_column([("Boten", [f"De wacht voer in week {n}." for n in range(40)])])
    with pytest.raises(SourceError, match="damaged PDF"):
        read(data.replace(b"/Type /Page\n", b"/Type /Cage\n", 1), "x.pdf")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_whole_or_refused(data: bytes) -> None:
    """A traceback would be the third possibility."""
    with suppress(SourceError):
        assert read(data, "x").blocks


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40), max_size=12))
def test_no_word_of_a_plain_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(["Begin hier.", *lines])
    reading = read(text.encode(), "x")
    assert sorted("".join(text.split())) == sorted("".join("".join(b.text for b in reading.blocks).split()))


@pytest.mark.parametrize("name", ["kst-28844-269.xml", "kst-29924-268.xml", "kst-32545-143.html", "kst-35200-1.pdftotext.txt"])
def test_real_papers_are_read_whole(name: str) -> None:
    """Published papers that are no part of the project; the papers of our own above cover the same rules."""
    path = SHARED / "documents" / name
    if not path.is_file():
        pytest.skip("the published papers are not at ../shared/documents")
    reading = read_file(path)
    assert name.startswith(reading.facts.publication_id)
    assert reading.facts.publication_id


@pytest.mark.parametrize("form", [small.as_text, small.as_xml, small.as_html])
def test_one_document_reads_the_same_in_every_format(form: object) -> None:
    assert callable(form)
    words = [w for title, ps in small.official(small.OFFICIAL_PLAN) for w in " ".join([title, *ps]).split()]
    assert read(form(small.OFFICIAL_PLAN).encode(), "x").text.split() == words


DIVISIONS = """
<officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst>
  <divisie><kop><nr status="officieel">1.</nr><titel>Varen</titel></kop><al>Begin.</al>
    <divisie><kop><nr>1.1</nr><titel>De boten<noot id="a"><noot.nr>1</noot.nr><noot.al>Alle.</noot.al></noot></titel></kop>
      <al>Twee.</al><tussenkop kopopmaak="cur">Reiger</tussenkop><al>Een.</al></divisie></divisie>
</vrije-tekst><tekst-sluiting><slotformulering>Tot zover.</slotformulering><ondertekening><plaats>Vuurdam</plaats>
<functie>De Havenmeester,</functie><naam><achternaam>Reiger</achternaam></naam></ondertekening></tekst-sluiting>
</algemeen></stuk></kamerstuk></officiele-publicatie>"""


def test_numbered_divisions_give_their_numbers_and_nest() -> None:
    parts = outline(read(DIVISIONS.encode(), "x").blocks).parts
    assert [(part.id, part.parent) for part in parts] == [
        ("1.varen", "1 Varen"), ("1.1.boten", "1.1 De boten"), ("1.1.reiger", "1.1 De boten"), ("ondertekening", ""),
    ]  # fmt: skip


def test_whatever_stands_above_a_signature_is_read() -> None:
    reading = read(DIVISIONS.encode(), "x")
    assert texts(reading, Sort.SIGNATURE) == ["Tot zover.\nVuurdam\nDe Havenmeester,\nReiger"]
    assert texts(reading, Sort.NOTE) == ["1 Alle."]
