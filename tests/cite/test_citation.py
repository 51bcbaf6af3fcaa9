"""A citation claims no more than is known: this is what readers put below a quotation in public."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mivdcli import __version__
from mivdcli.cite import CiteItem, cite, cite_dataset
from mivdcli.cite.entry import Entry, biblatex, csl, key, ris
from mivdcli.cite.wording import day
from mivdcli.corpus import Corpus, data_version, places
from mivdcli.errors import UnknownId
from tests.conftest import SHARED


def one(corpus: Corpus, name: str) -> CiteItem:
    (item,) = cite(corpus, [name])
    return item


def everything(corpus: Corpus) -> list[CiteItem]:
    """Every document, passage and series of the data, cited."""
    refs = [place.ref for document in corpus.documents() for place in places(document)]
    return cite(corpus, [*corpus.entries, *refs, *corpus.series])


def test_the_legal_style_is_the_one_of_the_parliament(bundled: Corpus) -> None:
    assert one(bundled, "plan-2024").legal == "Kamerstukken II 2023/24, 29924, nr. 255"


def test_a_passage_is_cited_by_section_and_paragraph_never_by_page(bundled: Corpus) -> None:
    item = one(bundled, "report-2020:1.1.china/3")
    assert item.legal == "Kamerstukken II, 29924, nr. 212, § 1.1, onder ‘China’, alinea 3"
    assert item.sentence_en.endswith("30 April 2021), § 1.1, under ‘China’, paragraph 3.")
    for item in everything(bundled):
        assert not re.search(r"\b(blz|pag|p)\. ?\d", item.legal + item.sentence_en)
        assert "SP  -" not in item.ris
        assert "pages = " not in item.biblatex
        assert not any("page" in entry for entry in item.csl)


def test_a_session_year_stands_only_where_the_data_has_one(bundled: Corpus) -> None:
    """It cannot be computed from the date: a paper of August belongs to one session or the next."""
    for document in bundled.documents():
        item = cite(bundled, [document.id])[0] if document.passages or document.reference else None
        if item is not None and not item.through_sources and document.reference is not None:
            assert item.legal == document.reference
            assert ("zittingsjaar" in (item.notice_nl or "")) is (not re.search(r"\d{4}/\d{2}", document.reference))


def test_what_is_known_from_sources_cites_the_sources_and_says_so(bundled: Corpus) -> None:
    item = one(bundled, "report-2024:~rusland/1")
    assert item.through_sources
    assert item.legal.startswith("www.rijksoverheid.nl (officieel, 22 april 2025), https://www.rijksoverheid.nl/")
    assert "volgens deze bronnen in: Openbaar jaarverslag 2024" in item.legal
    assert "not seen" in (item.notice_en or "")
    assert {entry["type"] for entry in item.csl} == {"webpage"}


def test_an_event_is_never_cited_as_the_report(bundled: Corpus) -> None:
    for item in everything(bundled):
        if item.document and item.document.startswith(("events", "statistics")):
            assert item.through_sources
            assert "Kamerstukken II" not in item.legal


def test_an_event_has_its_date(bundled: Corpus) -> None:
    from mivdcli.kinds import Attribution

    dated = [
        place for document in bundled.documents() for place in places(document)
        if place.passage.attribution is Attribution.EVENT and place.passage.date
    ]  # fmt: skip
    assert dated
    for place in dated:
        assert f"({day(place.passage.date, 'nl')}), geen uitspraak van plan of verslag" in one(bundled, place.ref).legal


def test_every_source_of_a_passage_is_in_its_citation(bundled: Corpus) -> None:
    for document in bundled.documents():
        for place in places(document):
            item = one(bundled, place.ref)
            if item.through_sources:
                assert all(source.url in item.legal for source in place.passage.sources)


def test_a_partly_read_document_is_cited_itself_only_where_its_own_text_was_read(bundled: Corpus) -> None:
    own = one(bundled, "plan-2020:~inleiding/1")
    assert not own.through_sources
    assert "alinea" not in own.legal, "the number of a paragraph whose place is ours is no place in the document"
    assert one(bundled, "plan-2021:~prioriteiten-volgens-de-pers/1").through_sources


def test_a_series_is_cited_at_every_place_that_gives_it(bundled: Corpus) -> None:
    assert [item.ref for item in cite(bundled, ["taps.placed"])] == [
        "report-2020:4.tapstatistieken/1", "statistics-taps:taps.placed",
    ]  # fmt: skip


def test_a_thing_named_twice_is_cited_once_and_an_unknown_one_is_refused(bundled: Corpus) -> None:
    assert len(cite(bundled, ["plan-2024", "plan-2024"])) == 1
    with pytest.raises(UnknownId):
        cite(bundled, ["plan-2024", "plan-2042"])


@pytest.mark.parametrize(
    ("date", "words"),
    [("2021-04-30", "30 april 2021"), ("2019-04", "april 2019"), ("2019", "2019"), ("2024-Q1", "2024-Q1"), (None, None)],
)
def test_a_date_is_no_more_exact_than_it_is_known(date: str | None, words: str | None) -> None:
    assert day(date, "nl") == words


def test_keys_are_unique_so_that_no_entry_hides_another(bundled: Corpus) -> None:
    entries = [entry for item in everything(bundled) for entry in item.csl]
    by_id: dict[str, Any] = {}
    for entry in entries:
        assert by_id.setdefault(entry["id"], entry) == entry


def schema() -> Any:
    path = SHARED / "schemas" / "csl-data.json"
    if not path.is_file():
        pytest.skip("the schema of CSL-JSON is not at ../shared/schemas; the next test checks the shape by hand")
    return json.loads(path.read_text("utf-8"))


def test_csl_json_is_valid_for_everything_there_is(bundled: Corpus) -> None:
    import jsonschema

    entries = [entry for item in [*everything(bundled), cite_dataset()] for entry in item.csl]
    assert len(entries) > 300
    jsonschema.Draft7Validator(schema()).validate(entries)


ENTRY = Entry(id="mivd-x", kind="report", title="Boats & {gulls} 100%", author="The_Watch", issued="2031-04", number="Papers 9")


def test_csl_json_has_the_shape_that_processors_read() -> None:
    assert csl(ENTRY) == {
        "id": "mivd-x", "type": "report", "title": "Boats & {gulls} 100%", "author": [{"literal": "The_Watch"}],
        "issued": {"date-parts": [[2031, 4]]}, "number": "Papers 9",
    }  # fmt: skip


def test_biblatex_escapes_what_latex_would_read_as_a_command() -> None:
    text = biblatex(ENTRY)
    assert r"title = {Boats \& \{gulls\} 100\%}" in text
    assert r"author = {{The\_Watch}}" in text
    assert "url" not in text, "what is not known is left out"


def test_ris_begins_with_the_type_and_ends_with_er() -> None:
    lines = ris(ENTRY).splitlines()
    assert (lines[0], lines[-1]) == ("TY  - RPRT", "ER  - ")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)


def test_a_citation_processor_renders_what_we_write(bundled: Corpus) -> None:
    """A real one, from the package index; the style is the one that it brings."""
    pytest.importorskip("citeproc", reason="citeproc-py is not installed: pip install 'mivdcli[interop]'")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = cite(bundled, ["report-2020:1.1.china/3", "plan-2024", "taps.placed"])
    entries = [entry for item in items for entry in item.csl]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(entries), formatter.plain)
    for entry in entries:
        bibliography.register(Citation([CitationItem(entry["id"])]))
    rendered = [str(line) for line in bibliography.bibliography()]
    assert len(rendered) == len(entries)
    assert any("Militaire Inlichtingen- en Veiligheidsdienst" in line and "2021" in line for line in rendered)
    assert any("Hoofdlijnen van het Jaarplan 2024 van de MIVD" in line for line in rendered)


def test_the_dataset_and_the_citation_file_have_the_versions_of_the_program_and_the_data() -> None:
    assert data_version() in cite_dataset().legal
    text = (Path(__file__).resolve().parents[2] / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {__version__}\n" in text
    assert f"\ndate-released: {data_version().replace('.', '-')}\n" in text


def test_a_key_is_plain() -> None:
    assert key("report-2020:1.1.china/3") == "mivd-report-2020-1.1.china-3"
