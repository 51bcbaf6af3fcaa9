"""What a spreadsheet takes for a formula: as it is, unless a reader asks for plain text."""

import csv
import io
from pathlib import Path

import pytest

from mivdcli.spreadsheet import plain_cell
from tests import small
from tests.conftest import Command

FORMULAS = [
    '=cmd|"/c calc"!A1',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠x",
    "-",
    "=",
    "+",
    "=\n1",
]


@pytest.mark.parametrize("cell", [cell for cell in FORMULAS if cell != "-"])
def test_a_formula_becomes_a_text(cell: str) -> None:
    assert plain_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", " =1", "1+1", "-", "–", "-5", "+5", "-1.200,5", "-80%", "'=1", "(=1)"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    """A number stays a number, and the dash that some tables print for none is harmless."""
    assert plain_cell(cell) == cell


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    plan = small.plan()
    for place, cell in enumerate(("=1+1", "@SUM(A1)", "-80%")):
        plan["passages"][place]["nl"] = cell
    return small.write(tmp_path / "data", plan, small.report())


def cells(text: str, column: str) -> list[str]:
    return [row[column] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_csv_gives_the_data_unchanged_unless_asked(nasty: Path, mivd: Command) -> None:
    found = mivd("show", "plan-2031", "--data", nasty, "--format", "csv", code=0)
    assert cells(found.out, "text_nl") == ["=1+1", "@SUM(A1)", "-80%"]


def test_safe_csv_changes_formulas_and_nothing_else(nasty: Path, mivd: Command) -> None:
    arguments = ["show", "plan-2031", "--data", nasty, "--format", "csv"]
    usual, safe = mivd(*arguments, code=0).out, mivd(*arguments, "--safe-csv", code=0).out
    assert cells(safe, "text_nl") == ["'=1+1", "'@SUM(A1)", "-80%"]
    assert safe.replace("'=1+1", "=1+1").replace("'@SUM", "@SUM") == usual


def test_an_export_is_made_safe_in_its_csv_only(nasty: Path, tmp_path: Path, mivd: Command) -> None:
    for name, more in (("usual", []), ("safe", ["--safe-csv"])):
        mivd("export", tmp_path / name, "--data", nasty, *more, code=0)
    passages = [(tmp_path / name / "csv" / "passages.csv").read_text("utf-8") for name in ("usual", "safe")]
    assert "'=1+1" not in passages[0]
    assert "'=1+1" in passages[1]
    lines = [(tmp_path / name / "jsonl" / "passages.jsonl").read_bytes() for name in ("usual", "safe")]
    assert lines[0] == lines[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("documents", "--safe-csv"),
        ("documents", "--safe-csv", "--format", "json"),
        ("export", "x", "--safe-csv", "--format", "jsonl"),
    ],
)
def test_safe_csv_without_csv_is_an_error(arguments: tuple[str, ...], mivd: Command) -> None:
    """Nothing would be made safe, and he who asked for it would not know."""
    assert "--safe-csv is about CSV" in mivd(*arguments, code=2).err
