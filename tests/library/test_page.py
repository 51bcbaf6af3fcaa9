"""The page on the library is true: its pairs answer alike, its examples print what they show."""

import doctest
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import mivdcli
from mivdcli.cli.lazy import COMMANDS
from tests.conftest import Command

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
ROW = re.compile(r"^\| `mivd (?P<command>[^`]+)` \| `(?P<call>bundle\.[^`]+)` \| (?P<items>.+) \|$", re.MULTILINE)
PAIRS = [pytest.param(*found.groups(), id=found["command"]) for found in ROW.finditer(PAGE)]
BLOCK = re.compile(r"```pycon\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize(("command", "call", "items"), PAIRS)
def test_a_call_of_the_page_answers_what_its_command_answers(
    mivd: Command, tmp_path: Path, command: str, call: str, items: str
) -> None:
    answer: mivdcli.Answer[Any] = eval(call, {"bundle": mivdcli.load(sources=tmp_path / "sources")})
    words = shlex.split(command)
    assert answer.to_records() == [json.loads(line) for line in mivd(*words, "--format", "jsonl").out.splitlines()]
    told = json.loads(mivd(*words, "--format", "json").out)
    assert answer.to_dict()["warnings"] == told["warnings"]
    assert {type(item).__name__ for item in answer} <= set(re.findall(r"`(\w+)`", items))


def test_the_page_has_every_command_that_can_be_asked() -> None:
    shown = {found["command"].split()[0] for found in ROW.finditer(PAGE)}
    assert shown >= set(COMMANDS) - {"export", "replay", "draft", "help", "schema", "config", "completion"}


def test_the_page_names_every_public_name_but_those_of_items_inside_items() -> None:
    inside = {"Item", "CommitmentItem", "Evidence", "Bundle", "data_version", "__version__"}
    missing = [name for name in mivdcli.__all__ if name not in inside and f"{name}" not in PAGE]
    assert missing == []


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_the_python_of_a_page_prints_what_it_shows(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = "\n".join(BLOCK.findall((ROOT / page).read_text("utf-8")))
    test = doctest.DocTestParser().get_doctest(code, {}, page, page, 0)
    assert test.examples
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert said == []
