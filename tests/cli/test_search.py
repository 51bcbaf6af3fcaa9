"""The options of ``mivd search``, as a user types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command


def items(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["items"]
    return found


def test_an_explanation_is_in_the_envelope_and_on_stderr(mivd: Command) -> None:
    result = mivd("search", "kabelinterseptie", "--explain", "--format", "json", code=0)
    [explained] = json.loads(result.out)["query"]["explain"]
    assert explained["words"][0]["ways"][0]["forms"] == ["kabelinterceptie"]
    assert "kabelinterseptie: weight" in result.err


def test_answers_are_counted_per_document_and_year(mivd: Command) -> None:
    result = mivd("search", "venezuela", "--count", "--format", "json", code=0)
    assert json.loads(result.out)["schema"] == "mivd/search-count/1"
    [counted] = [item for item in items(result.out) if item["document"] == "report-2020"]
    hits = items(mivd("search", "venezuela", "--doc", "report-2020", "--limit", "500", "--format", "json").out)
    assert (counted["year"], counted["count"]) == (2020, len(hits))


def test_several_queries_come_from_a_file_or_stdin_in_one_process(
    mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("\ufeffHuawei\n\nzxqvwk\nSwillens\n", "utf-8")
    result = mivd("search", "--file", file, "--limit", "1", "--format", "json", code=0)
    assert [(item["query"], item["rank"]) for item in items(result.out)] == [("Huawei", 1), ("Swillens", 1)]
    assert '"zxqvwk": nothing described here matches' in result.err
    with file.open("rb") as stdin:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": stdin})())
        assert mivd("search", "-", "--limit", "1", "--format", "json", code=0).out == result.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "a", "--file", "nowhere"],
        ["search", "--file", "nowhere"],
        ["search", "a", "--sort", "size"],
        ["search", "a", "--in", "passages,letters"],
        ["search", "a", "--theme", "zee"],
        ["search", "a", "--kind", "letter"],
        ["search", "--context", "-1", "a"],
        ["search", "a", "--year", "2022..2019"],
    ],
)
def test_what_cannot_be_asked_is_refused(mivd: Command, arguments: list[str]) -> None:
    result = mivd(*arguments, code=2)
    assert result.out == ""
    assert result.err.startswith("mivd: ")


def test_where_nothing_answers_the_nearest_words_are_named(mivd: Command) -> None:
    result = mivd("search", "kabelinterpunctie", code=1)
    assert "kabelinterpunctie occurs nowhere; nearest: " in result.err


def test_a_word_that_occurs_nowhere_does_not_hide_the_others(mivd: Command) -> None:
    result = mivd("search", "tandarts afspraak", code=1)
    assert "without the words that occur nowhere; try: afspraak" in result.err


def test_glossary_and_figures_are_searched_where_asked_for(mivd: Command) -> None:
    found = items(mivd("search", "ABDO", "--in", "glossary, figures", "--format", "json", code=0).out)
    assert {item["what"] for item in found} <= {"glossary", "figures"}
    assert found[0]["ref"] == "glossary:abdo"


def test_the_context_stands_around_the_passage_on_a_page(mivd: Command) -> None:
    out = mivd("search", "Huawei", "--context", "1", "--limit", "1", "--format", "md", code=0).out
    before, after = (mivd("show", f"report-2020:1.1.china/{n}", "--format", "json").out for n in (2, 4))
    for text in (before, after):
        assert json.loads(text)["items"][0]["text_nl"][:40] in out


@pytest.mark.parametrize("typed", ["\x1b[31mrusland\x1b[0m", "^r(us|x)land.*$", "rusland " * 10_000, "de het een"])
def test_strange_input_gets_a_clear_answer(mivd: Command, typed: str) -> None:
    result = mivd("search", typed)
    assert result.code in (0, 1)
    assert "\x1b" not in result.err
