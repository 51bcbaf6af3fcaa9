"""Every fingerprint in the bundle against the official text, and the same rule on a document of our own."""

import csv
from hashlib import sha256
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.model import Passage
from mivdcli.text import fingerprint, normal_form
from tests import small

FULL = ("plan-2024", "report-2020")
BROKEN = 6
"""Paragraphs of report 2020 that a column, a page or a table breaks in the extracted text: SEGMENTATION.md beside it."""


def stands_in(normal: str, passage: Passage) -> bool:
    """Whether the text holds, in one piece, a stretch that begins like the passage and has its length and hash."""
    assert passage.incipit is not None
    assert passage.chars is not None
    first = normal_form(passage.incipit)
    at = normal.find(first)
    while at >= 0:
        piece = normal[at : at + passage.chars]
        if sha256(piece.encode()).hexdigest() == passage.sha256:
            return True
        at = normal.find(first, at + 1)
    return False


@pytest.mark.parametrize("id", FULL)
def test_every_bundled_fingerprint_is_that_of_the_official_paragraph(bundled: Corpus, sources: Path, id: str) -> None:
    normal = normal_form((sources / f"{id}.txt").read_text(encoding="utf-8"))
    passages = bundled.document(id).passages
    elsewhere = [passage.locator for passage in passages if not stands_in(normal, passage)]
    assert len(elsewhere) == (BROKEN if id == "report-2020" else 0)


@pytest.mark.parametrize("id", FULL)
def test_every_paragraph_of_the_canonical_cut_is_described_in_order(bundled: Corpus, sources: Path, id: str) -> None:
    with (sources / f"{id}.paragraphs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    document = bundled.document(id)
    titles = {section.id: section.title for section in document.sections}
    described = [(p.locator, titles[p.section], str(p.chars), p.sha256) for p in document.passages]
    assert described == [(row["locator"], row["section_title"], row["chars"], row["sha256"]) for row in rows]
    assert all(row["first_words"].startswith(str(p.incipit)) for row, p in zip(rows, document.passages, strict=True))


def test_the_rule_holds_on_a_document_of_our_own(corpus: Corpus) -> None:
    """The twin of the tests above, where the official texts are absent: line ends and hyphens do not matter."""
    text = "\n\n".join(small.OFFICIAL_PLAN.values()).replace(" ", "\n ")
    normal = normal_form(text)
    assert all(stands_in(normal, passage) for passage in corpus.document("plan-2031").passages)
    assert not any(stands_in(normal.replace("boats", "ships"), p) for p in corpus.document("plan-2031").passages[:1])


def test_one_letter_more_or_less_is_another_paragraph() -> None:
    assert fingerprint("two boats") != fingerprint("two boat")
    assert fingerprint("two boats") == fingerprint("Two\nBoats!")
