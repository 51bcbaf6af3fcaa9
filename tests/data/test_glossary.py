"""Every term of the glossary stands where it says it stands."""

import csv
from pathlib import Path

from mivdcli.corpus import Corpus, places
from mivdcli.model import Term
from mivdcli.text import fold, normal_form

HEADING_ONLY = 8
"""References whose paragraph treats the term under a heading that names it, without repeating the word."""


def names(term: Term) -> list[str]:
    return [normal_form(name) for name in (term.abbreviation, term.nl, term.en, *term.aliases) if name]


def texts(bundled: Corpus) -> dict[str, str]:
    """What we say of each passage and series, in normal form, by ref."""
    found: dict[str, str] = {}
    for document in bundled.documents():
        for place in places(document):
            found[place.ref] = normal_form(f"{place.passage.nl} {place.passage.en}")
        for figure in document.figures:
            series = bundled.series[figure.series]
            said = (series.label_nl, series.label_en, series.counts_nl, series.counts_en)
            values = [value.label_nl + value.label_en for one in series.dimensions for value in one.values]
            found.setdefault(f"{document.id}:{figure.series}", normal_form(" ".join((*said, *values))))
    return found


def official(sources: Path, id: str) -> dict[str, str]:
    """The official paragraphs that stand in one piece in the normal form of the text, by ref."""
    normal = normal_form((sources / f"{id}.txt").read_text(encoding="utf-8"))
    found = {}
    with (sources / f"{id}.paragraphs.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            at = normal.find(normal_form(row["first_words"]))
            found[f"{id}:{row['locator']}"] = normal[at : at + int(row["chars"])]
    return found


def test_there_are_the_terms_that_readers_meet(bundled: Corpus) -> None:
    abbreviations = {fold(term.abbreviation) for term in bundled.terms.values() if term.abbreviation}
    assert {"uvo", "abdo", "vgb", "ga i&v", "tib", "ctivd", "biv", "wiv 2017"} <= abbreviations
    assert len(bundled.terms) >= 80


def test_a_term_occurs_where_its_refs_lead(bundled: Corpus, sources: Path) -> None:
    """In our description or in the official paragraph; elsewhere the reference would send a reader to nothing."""
    ours = texts(bundled)
    theirs = official(sources, "plan-2024") | official(sources, "report-2020")
    absent = [
        (term.id, ref)
        for term in bundled.terms.values()
        for ref in term.refs
        if not any(name in ours[ref] + theirs.get(ref, "") for name in names(term))
    ]
    assert len(absent) <= HEADING_ONLY, absent


def test_no_name_belongs_to_two_terms(bundled: Corpus) -> None:
    """Search follows a name to its other names; one that belongs to two terms would lead astray."""
    owners: dict[str, set[str]] = {}
    for term in bundled.terms.values():
        for name in names(term):
            owners.setdefault(name, set()).add(term.id)
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}
