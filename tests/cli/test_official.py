"""The official wording in ``search --in official`` and ``diff --quote``: exact, marked, and only where it is there."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import small
from tests.conftest import Command

WIDER = "Two boats arrived in the spring, as well as a raft, and were named Heron and Tern."


@pytest.fixture
def both(tmp_path: Path, folder: Path, mivd: Command) -> Path:
    """The small world with the official texts of its plan and its report added."""
    for id, text in (("plan-2031", small.OFFICIAL_PLAN), ("report-2031", small.OFFICIAL_REPORT)):
        file = small.put(tmp_path / f"{id}.txt", small.as_text(text))
        mivd("source", "add", id, file, "--data", folder, code=0)
    return folder


def answer(mivd: Command, *arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(mivd(*arguments, "--format", "json").out)
    return found


def test_a_word_that_only_the_official_text_has_is_found_there_and_marked_as_official(mivd: Command, both: Path) -> None:
    hits = answer(mivd, "search", "lighthouse", "--in", "official", "--data", both)["items"]
    assert [(hit["what"], hit["ref"], hit["text_nl"], hit["text_en"]) for hit in hits] == [
        ("official", "plan-2031:fog/1", "Research into fog goes on together with the lighthouse keepers.", "")
    ]


def test_descriptions_and_official_text_can_be_searched_together(mivd: Command, both: Path) -> None:
    hits = answer(mivd, "search", "Heron", "--in", "passages,official", "--data", both)["items"]
    assert {(hit["what"], hit["ref"]) for hit in hits} == {
        ("passages", "report-2031:1.boats/1"),
        ("official", "report-2031:1.boats/1"),
    }


def test_documents_and_years_narrow_the_official_texts_too(mivd: Command, both: Path) -> None:
    assert (
        mivd("search", "boats", "--in", "official", "--doc", "plan-2031", "--data", both, code=0).out.count("report-2031") == 0
    )


def test_without_a_text_the_answer_says_how_to_add_one(mivd: Command, folder: Path) -> None:
    result = mivd("search", "boats", "--in", "official", "--data", folder, code=1)
    assert "mivd source add DOC FILE" in result.err


def test_an_ordinary_search_never_mixes_in_official_text(mivd: Command, both: Path) -> None:
    assert {hit["what"] for hit in answer(mivd, "search", "boats", "--data", both)["items"]} == {"passages"}


def test_a_diff_shows_the_wording_of_both_sides_on_request(mivd: Command, both: Path) -> None:
    finding = answer(mivd, "diff", "2031", "--quote", "--data", both)["commitments"][0]
    assert finding["quote"] == small.OFFICIAL_PLAN["boats/1"]
    assert finding["evidence"][0]["quote"] == small.OFFICIAL_REPORT["1.boats/1"]
    assert "quote" not in answer(mivd, "diff", "2031", "--data", both)["commitments"][0]


def test_a_wording_that_is_not_to_be_had_is_null_and_the_reason_is_said(mivd: Command, folder: Path) -> None:
    result = mivd("diff", "2031", "--quote", "--data", folder, "--format", "json", code=0)
    assert {finding["quote"] for finding in json.loads(result.out)["commitments"]} == {None}
    assert "mivd source add plan-2031 FILE" in result.err


def test_two_reports_show_how_the_wording_differs_word_by_word(mivd: Command, tmp_path: Path) -> None:
    later = small.report() | {"id": "report-2032", "year": 2032, "figures": []}
    later["passages"] = [
        small.passage(
            "1.boats/1",
            WIDER,
            ["boats"],
            "Twee nieuwe boten en een vlot: Heron en Tern.",
            "Two new boats and a raft: Heron and Tern.",
        )
    ]
    later["sections"] = later["sections"][:1]
    folder = small.write(tmp_path / "years", small.plan(), small.report(), later)
    for id, text in (("report-2031", small.OFFICIAL_REPORT), ("report-2032", {"1.boats/1": WIDER})):
        mivd("source", "add", id, small.put(tmp_path / f"{id}.txt", small.as_text(text)), "--data", folder, code=0)
    found = answer(mivd, "diff", "report-2031", "report-2032", "--quote", "--data", folder)["passages"]
    assert [(one["ref"], one["evidence"][0]["difference"]) for one in found if one["ref"] == "report-2031:1.boats/1"] == [
        (
            "report-2031:1.boats/1",
            "Two boats arrived in the [-spring-] {+spring, as well as a raft,+} and were named Heron and Tern.",
        )
    ]
    shown = mivd("diff", "report-2031", "report-2032", "--quote", "--data", folder, "--format", "table").out
    assert "official, compared:" in shown
