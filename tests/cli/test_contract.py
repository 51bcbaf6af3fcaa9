"""What scripts rely on: exit codes, streams, the keys of every item. The lists here are the design's, written out again."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import small
from tests.conftest import Command

KEYS = {
    "documents": """
        id kind year service title_nl title_en published reference publication_id coverage scope_nl scope_en passages
        commitments figures urls""",
    "themes": "theme label_nl label_en parent document year kind coverage passages commitments figures sections",
    "figures": """
        series topic label_nl label_en document year period value printed unit qualifier role body dimensions ref source
        official note_nl note_en""",
    "show": """
        ref document year kind locator section section_title label themes text_nl text_en incipit chars sha256 attribution
        sources commitments figures""",
    "search": """
        rank score band ref document year kind coverage attribution locator section themes text_nl text_en why matches
        sources""",
    "trend": """
        series label_nl label_en topic body unit dimensions year period status value printed qualifier change change_percent
        change_note_nl change_note_en beside breaks document ref also source official coverage note_nl note_en""",
    "cite": """
        ref kind document through_sources legal sentence_nl sentence_en footnote biblatex ris csl notice_nl notice_en""",
    "glossary": "term abbreviation nl en meaning_nl meaning_en aliases refs documents match",
    "commitment": "commitment ref text_nl text_en themes status method score ambiguous evidence note_nl note_en",
    "evidence": "ref document locator kind score attribution bears_on date sources text_nl text_en reason_nl reason_en",
}
COMMANDS = {
    "documents": ["documents"],
    "themes": ["themes", "2024"],
    "figures": ["figures", "uvo", "--year", "2020"],
    "show": ["show", "report-2020:1.1.china/3"],
    "search": ["search", "kabelinterceptie"],
    "trend": ["trend", "taps"],
    "cite": ["cite", "plan-2024", "taps.placed"],
    "glossary": ["glossary", "uvo"],
    "diff": ["diff", "plan-2024", "report-2024"],
    "gaps": ["gaps", "2024"],
    "check": ["check"],
}
FORMATS = ["table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html"]


def items(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["items"]
    return found


@pytest.mark.parametrize("name", ["documents", "themes", "figures", "show", "search", "trend", "cite", "glossary"])
def test_every_item_has_the_promised_keys_first_and_in_order(mivd: Command, name: str) -> None:
    promised = KEYS[name].split()
    for item in items(mivd(*COMMANDS[name], "--format", "json", code=0).out):
        assert list(item)[: len(promised)] == promised


def test_a_diff_has_its_parts_at_the_top_of_the_envelope(mivd: Command) -> None:
    envelope = json.loads(mivd(*COMMANDS["diff"], "--format", "json", code=0).out)
    assert list(envelope) == [
        "schema", "tool_version", "data_version", "query", "count", "left", "right", "comparable", "summary", "commitments",
        "themes", "figures", "passages", "warnings",
    ]  # fmt: skip
    assert envelope["count"] == len(envelope["commitments"])
    for finding in envelope["commitments"]:
        promised = KEYS["commitment"].split()
        assert list(finding)[: len(promised)] == promised
        for evidence in finding["evidence"]:
            assert list(evidence)[: len(KEYS["evidence"].split())] == KEYS["evidence"].split()


def test_a_flat_diff_has_one_row_per_finding_and_part_comes_first(mivd: Command) -> None:
    envelope = json.loads(mivd(*COMMANDS["diff"], "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(mivd(*COMMANDS["diff"], "--format", "csv").out)))
    assert next(iter(rows[0])) == "part"
    counts = {part: sum(row["part"] == part for row in rows) for part in ("commitment", "theme", "figure")}
    assert counts == {part: len(envelope[f"{part}s"]) for part in counts}


@pytest.mark.parametrize("name", [*COMMANDS])
@pytest.mark.parametrize("format", FORMATS)
def test_every_command_answers_in_every_format(mivd: Command, name: str, format: str) -> None:
    result = mivd(*COMMANDS[name], "--format", format, code=0)
    assert result.out or (name, format) == ("check", "jsonl") or (name, format) == ("check", "vertical")


def test_without_a_terminal_and_a_format_the_answer_is_tsv_with_a_header(mivd: Command) -> None:
    lines = mivd("themes", "2024", code=0).out.splitlines()
    assert lines[0].split("\t") == KEYS["themes"].split()
    assert all(line.count("\t") == lines[0].count("\t") for line in lines)


@pytest.mark.parametrize("format", ["tsv", "csv", "json"])
def test_an_empty_answer_is_still_a_header_or_an_envelope(mivd: Command, format: str) -> None:
    out = mivd("search", "zxqvwk", "--format", format, code=1).out
    assert out.startswith(("rank\tscore", "rank,score", '{\n  "schema"'))


@pytest.mark.parametrize("arguments", [["themes", "2031"], ["figures"], ["search", "boten"], ["diff", "2031"]])
def test_a_damaged_file_in_the_users_folder_is_exit_3_with_file_and_reason(
    mivd: Command, folder: Path, arguments: list[str]
) -> None:
    small.put(folder / "reports" / "2031.toml", "id = ")
    result = mivd(*arguments, "--data", folder, code=3)
    assert result.out == ""
    assert "reports/2031.toml" in result.err
    assert "mivd check" in result.err


def test_check_prints_its_rows_and_exits_3(mivd: Command, folder: Path) -> None:
    small.put(folder / "reports" / "2031.toml", "id = ")
    result = mivd("check", folder, "--format", "json", code=3)
    assert "toml" in {item["code"] for item in items(result.out)}


def test_errors_under_json_are_one_object_on_stderr(mivd: Command) -> None:
    for arguments in (["themes", "2042", "--format", "json"], ["themes", "--format=json", "--nope"]):
        error = json.loads(mivd(*arguments, code=2).err)["error"]
        assert list(error) == ["code", "message", "hint", "candidates"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "plan-2042", "report-2024"], 'unknown document "plan-2042"; did you mean plan-2024?'),
        (["themes", "2024", "--fields", "labelnl"], "did you mean label_nl?"),
        (["figures", "uvo.investigation"], "did you mean uvo.investigations"),
        (["themes", "2042"], "years: "),
        (["serach", "x"], "did you mean search?"),
        (["show", "boats"], "unknown reference"),
    ],
)
def test_an_error_says_what_to_type_next(mivd: Command, arguments: list[str], said: str) -> None:
    assert said in mivd(*arguments, code=2).err


def test_both_languages_are_in_every_item_whatever_the_language_asked_for(mivd: Command) -> None:
    dutch, english = (mivd("themes", "2024", "--lang", lang, "--format", "json").out for lang in ("nl", "en"))
    assert dutch == english


def test_the_language_asked_for_is_the_one_people_see(mivd: Command) -> None:
    assert "Veiligheidsonderzoeken" in mivd("themes", "2024", "--format", "md").out
    assert "Security screening" in mivd("themes", "2024", "--format", "md", "--lang", "en").out


def test_quiet_keeps_notices_away_but_never_errors(mivd: Command) -> None:
    assert mivd("themes", "2024", code=0).err != ""
    assert mivd("themes", "2024", "-q", code=0).err == ""
    assert mivd("themes", "2042", "-q", code=2).err != ""


def test_data_of_the_users_own_stands_beside_the_bundled(mivd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert items(mivd("themes", "2031", "--data", folder, "--format", "json").out)
    monkeypatch.setenv("MIVD_DATA", str(folder))
    assert {"plan-2031", "plan-2024"} <= {item["id"] for item in items(mivd("documents", "--format", "json").out)}


def test_an_answer_that_cannot_be_written_leaves_what_was_there(mivd: Command, tmp_path: Path) -> None:
    result = mivd("themes", "2024", "--output", tmp_path / "no" / "such" / "folder", code=3)
    assert "cannot write" in result.err
    assert mivd("themes", "2024", "--output", tmp_path, code=2).out == ""


def test_mivd_alone_shows_short_help(mivd: Command) -> None:
    out = mivd(code=0).out
    assert "mivd diff plan-2024 report-2024" in out
    assert all(name in out for name in COMMANDS)


def test_figures_alone_shows_people_the_topics_and_programs_every_figure(mivd: Command) -> None:
    """Both from one command: a list of topics in a pipe would take the numbers away from scripts that have them today."""
    found = items(mivd("figures", "--format", "json", code=0).out)
    assert list(found[0])[:3] == ["series", "topic", "label_nl"]
    table = mivd("figures", "--format", "table", "--lang", "en", code=0).out
    assert "taps" in table
    assert "2002-2023" in table
    assert "report-2020:4.tapstatistieken/1" not in table


def test_levels_and_outcomes_stand_side_by_side_for_people_and_flat_for_programs(mivd: Command) -> None:
    table = mivd("figures", "uvo.decisions", "--wide", "--format", "md", code=0).out
    assert "| B-onderzoek | 9565 | 22 |" in table
    plain, wide = (mivd("figures", "uvo.decisions", *more, "--format", "csv").out for more in ([], ["--wide"]))
    assert plain == wide


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("legal", "Kamerstukken II 2023/24, 29924, nr. 255\n"),
        ("nl", "Zie Hoofdlijnen van het Jaarplan 2024"),
        ("en", "See Outline of the MIVD annual plan 2024"),
        ("footnote", "[^plan-2024]: Kamerstukken II 2023/24"),
        ("biblatex", "@misc{mivd-plan-2024,\n"),
        ("ris", "TY  - GOVDOC\n"),
        ("csl-json", '[\n  {\n    "id": "mivd-plan-2024"'),
    ],
)
def test_a_style_is_bare_text_to_be_pasted(mivd: Command, style: str, begins: str) -> None:
    assert mivd("cite", "plan-2024", "--style", style, code=0).out.startswith(begins)


def test_a_search_can_be_piped_into_citations(mivd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = mivd("search", "cyber", "--raw", "ref", code=0).out
    monkeypatch.setattr("sys.stdin", io.StringIO(refs))
    assert [item["ref"] for item in items(mivd("cite", "-", "--format", "json", code=0).out)] == refs.split()


@pytest.mark.parametrize("format", ["table", "md", "html", "vertical", "tsv", "csv", "json", "jsonl"])
def test_every_number_of_a_trend_is_shown_as_it_is_printed(mivd: Command, format: str) -> None:
    """In every format: a rounded or regrouped number would be quoted as the document's."""
    names = ["taps.placed", "uvo.investigations", "uvo.decided-in-time", "tib.unlawful-share", "budget.cyber-extra"]
    shown = mivd("trend", *names, "--format", format, code=0).out
    rows = items(mivd("trend", *names, "--format", "json").out)
    numbers = [one for row in rows for one in (row, *row["beside"]) if one["ref"]]
    assert len(numbers) > 25
    for one in numbers:
        assert str(one["value"] if one["printed"] is None else one["printed"]) in shown


def test_a_figure_with_a_dimension_that_its_series_does_not_know_is_still_shown(tmp_path: Path, mivd: Command) -> None:
    """It has no cell in the wide table, and once ended the command or vanished without a word."""
    report = small.report()
    report["figures"][0]["dimensions"] = {"level": "A"}
    folder = small.write(tmp_path / "data", small.plan(), report)
    assert "1.150" in mivd("figures", "patrols", "--wide", "--data", folder, "--format", "table", code=0).out
