"""Every table of every command at four widths: the cells are joined back and must be what they were."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.box import Box
from rich.cells import cell_len

from mivdcli.cli.lazy import COMMANDS, LazyGroup
from mivdcli.printable import printable
from mivdcli.render import terminal
from mivdcli.render.view import Cell, Grid, Page
from tests import small
from tests.conftest import Command

WIDTHS = (60, 80, 120, 200)
SEAM = "\ue000"
SEAMED = Box(f"    \n  {SEAM} \n ── \n  {SEAM} \n ── \n ── \n  {SEAM} \n    \n")
"""The table's own box with a visible seam between columns: as wide, so everything wraps as it does without."""

QUESTIONS: dict[str, list[list[str]]] = {
    "documents": [["documents"]],
    "themes": [["themes", "2024"], ["themes"], ["themes", "report-2020", "--lang", "en"]],
    "figures": [["figures"], ["figures", "uvo"], ["figures", "uvo.decisions", "--wide"], ["figures", "--role", "norm"]],
    "trend": [["trend", "taps", "tib.requests", "uvo.investigations"], ["trend", "taps", "--plot", "none"]],
    "search": [["search", "kabelinterceptie"], ["search", "cyber", "--count"], ["search", "uvo", "--in", "figures,glossary"]],
    "show": [
        ["show", "report-2020:1.1.china/3"],
        ["show", "report-2024"],
        ["show", "uvo.decisions"],
        ["show", "1.1.verwerving-door-iran-noord-korea-pakistan-en-syrie-en-exportcontrole/1"],
        ["show", "plan-2024.joint-research-russia-china"],
    ],
    "cite": [["cite", "plan-2024", "taps.placed", "report-2020:1.1.china/3"]],
    "diff": [["diff", "2024"], ["diff", "2020", "--summary"], ["diff", "plan-2020", "plan-2024", "--passages"]],
    "gaps": [["gaps", "2024"], ["gaps", "2022"]],
    "glossary": [["glossary"], ["glossary", "uvo"]],
    "export": [["export", "{tmp}/export", "--format", "csv"]],
    "replay": [["replay", "{stamp}"]],
    "source": [["source", "add", "plan-2031", "{tmp}/plan.txt", "--data", "{tmp}/data"], ["source", "list"]],
    "verify": [["verify", "plan-2031", "--file", "{tmp}/plan.txt", "--data", "{tmp}/data"]],
    "check": [["check", "{tmp}/damaged"]],
    "config": [["config", "show"]],
    "schema": [["schema"]],
}


def listing() -> set[str]:
    """The commands that can show a table: those that take ``--fields``, themselves or below them."""
    group = LazyGroup(name="mivd")

    def lists(command: Any) -> bool:
        inner = getattr(command, "commands", {}).values()
        return any("--fields" in one.opts for one in command.params) or any(map(lists, inner))

    return {name for name in COMMANDS if lists(group.commands[name])} | {"export"}


def test_every_command_with_a_table_is_among_the_questions() -> None:
    assert listing() == set(QUESTIONS)


@pytest.fixture
def pages(mivd: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Asks a question and hands over the page that a terminal would be given."""
    small.write(tmp_path / "data")
    damaged = small.write(tmp_path / "damaged")
    small.put(damaged / "reports" / "2031.toml", "id = ")
    small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    made: list[Page] = []
    monkeypatch.setenv("MIVD_FORMAT", "table")

    def keep(page: Page, **_: Any) -> str:
        made.append(page)
        return ""

    def ask(arguments: list[str]) -> list[Page]:
        stamp = ""
        if "{stamp}" in arguments:
            stamp = mivd("themes", "2024", "--stamp", "--output", tmp_path / "x").err.splitlines()[0]
            made.clear()
        with monkeypatch.context() as patch:
            patch.setattr(terminal, "draw", keep)
            mivd(*(part.format(tmp=tmp_path, stamp=stamp) for part in arguments))
        return made

    return ask


def plain(cell: Cell | str) -> str:
    return printable(cell if isinstance(cell, str) else cell.text)


def packed(text: str) -> str:
    return "".join(text.split()).replace(SEAM, "")


def bare(grid: Grid) -> Page:
    return Page(grids=(replace(grid, title="", notes=(), chart=None),))


def columns_of(drawn: str) -> list[str]:
    """What each column of a table holds from top to bottom."""
    rows = [line.split(SEAM) for line in drawn.splitlines() if SEAM in line]
    return ["".join(map(packed, column)) for column in zip(*rows, strict=True)]


def ids(text: str) -> Iterator[str]:
    """Everything with a digit or put together in small letters: refs, ids, years, values."""
    for word in text.split():
        if "://" not in word and re.search(r"\d|^[^A-Z]*[a-z][-:_/.]\w[^A-Z]*$", word):
            yield word


def check(grid: Grid, width: int) -> None:
    drawn = terminal.draw(bare(grid), width=width, color=False)
    assert max(map(cell_len, drawn.splitlines()), default=0) <= width
    heads = [head.title for head in grid.heads]
    cells = [[plain(cell) for cell in row] for row in grid.rows]
    if SEAM in drawn:
        shown = any(heads)
        columns = [packed("".join([*([head] if shown else []), *column])) for head, *column in zip(heads, *cells, strict=True)]
        assert columns_of(drawn) == columns
    elif len(heads) > 1 or not grid.rows:
        assert packed(drawn) == packed("".join(head + cell for row in cells for head, cell in zip(heads, row, strict=True)))
    else:
        assert packed(drawn).replace("─", "") == packed(heads[0] + "".join(row[0] for row in cells)).replace("─", "")
    whole = Counter(word for row in cells for cell in row for word in ids(cell) if cell_len(word) <= width - terminal.INDENT)
    there = Counter(drawn.replace(SEAM, " ").split())
    assert {word: count for word, count in whole.items() if there[word] < count} == {}


@pytest.mark.parametrize(
    "arguments", [one for several in QUESTIONS.values() for one in several], ids=lambda arguments: " ".join(arguments)[:60]
)
def test_no_table_loses_anything_or_cuts_an_id_at_any_width(
    pages: Any, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids, years and values stand whole in one line; every word stands in its own column, in order; no line is too long."""
    found = pages(arguments)
    assert found
    monkeypatch.setattr(terminal, "SIMPLE_HEAD", SEAMED)
    for page in found:
        for width in WIDTHS:
            for grid in page.grids:
                check(grid, width)
                around = Page(lead=page.lead, grids=(replace(grid, rows=[], chart=None, notes=(*grid.notes, "end")),))
                told = terminal.draw(around, width=width, color=False)
                assert packed(told) == packed("".join(map(printable, (page.lead, grid.title, *grid.notes, "end"))))
                assert max(map(cell_len, told.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_chart_shows_every_number_at_any_width(mivd: Command, pages: Any, width: int) -> None:
    (page,) = pages(["trend", "taps"])
    drawn = terminal.draw(page, width=width, color=False)
    rows = json.loads(mivd("trend", "taps", "--format", "json").out)["items"]
    assert rows
    for row in rows:
        assert any(str(row["year"]) in line and str(row["printed"] or "") in line for line in drawn.splitlines())


STATUSES: list[tuple[list[str], str]] = [
    (["diff", "2024"], "status"),
    (["diff", "plan-2020", "report-2020"], "status"),
    (["verify", "plan-2031", "--file", "{tmp}/plan.txt", "--data", "{tmp}/data"], "status"),
    (["replay", "{stamp}"], "status"),
    (["documents"], "coverage"),
    (["check", "{tmp}/damaged"], "code"),
    (["config", "show"], "source"),
]


@pytest.mark.parametrize(("arguments", "field"), STATUSES, ids=lambda value: " ".join(value)[:40] if value else "")
def test_no_meaning_hangs_on_colour(pages: Any, mivd: Command, arguments: list[str], field: str, tmp_path: Path) -> None:
    """Whoever sees no colours, or turned them off, reads every status as a word."""
    drawn = "".join(terminal.draw(page, width=120, color=False) for page in pages(arguments))
    stamp = mivd("themes", "2024", "--stamp", "--output", tmp_path / "x").err.splitlines()[0]
    told = [part.format(tmp=tmp_path, stamp=stamp) for part in arguments]
    rows = [json.loads(line) for line in mivd(*told, "--format", "jsonl").out.splitlines()]
    assert rows
    assert {row[field] for row in rows if row[field] not in drawn} == set()
    assert "\x1b" not in drawn
