"""The exit codes as a table: for every command at least one case of every code that it may leave with."""

import json
from collections import defaultdict
from typing import Any

import jsonschema
import pytest

from mivdcli.cli import lazy
from mivdcli.schemas import schema_of
from tests.cli.commands import leaves
from tests.cli.conftest import Filled
from tests.conftest import Command

CODES = {
    "documents": {0, 2, 3},  # there is always something bundled
    **{
        name: {0, 1, 2, 3}
        for name in ("themes", "figures", "trend", "search", "show", "cite", "diff", "gaps", "glossary", "replay")
    },
    "export": {0, 2, 3},
    "source add": {0, 2, 3},
    "source fetch": {2},  # 0 and 3 need the network: tests/sources/test_fetch.py has a server of its own
    "source list": {1, 2, 3},  # 0: tests/cli/test_sources.py, after a text was added
    "source remove": {2},  # 0: there too
    "verify": {0, 2, 3, 4},
    "draft": {0, 2, 3},
    "check": {0, 2, 3},
    "schema": {0, 2, 3},
    "config show": {0, 2, 3},
    "config path": {1, 2},  # 0: tests/cli/test_config.py, with a settings file
    "completion": {0, 2},
    "help": {0, 2},
}
"""What each command may leave with besides 130, which all may."""
TABLE: list[tuple[int, list[str]]] = [
    (0, ["themes", "2024"]),
    (0, ["diff", "2024"]),
    (0, ["--version"]),
    (0, []),
    (0, ["themes", "--help"]),
    (1, ["search", "zxqvwk"]),
    (1, ["figures", "taps.placed", "--year", "2024"]),
    (1, ["show", "plan-2025"]),
    (2, ["themes", "2042"]),
    (2, ["themes", "plan-2042"]),
    (2, ["themess"]),
    (2, ["themes", "2024", "--formt", "json"]),
    (2, ["themes", "2024", "--format", "jsn"]),
    (2, ["themes", "2024", "--fields", "theme,nme"]),
    (2, ["themes", "2024", "--lang", "de"]),
    (2, ["themes", "2024", "2025"]),
    (2, ["figures", "uvos"]),
    (2, ["figures", "uvo", "--year", "20x0"]),
    (2, ["figures", "--doc", "plan-1"]),
    (2, ["figures", "--year"]),
    (2, ["search"]),
    (2, ["search", ""]),
    (2, ["search", "x", "--limit", "0"]),
    (2, ["show", "report-2020:9/9"]),
    (2, ["diff", "plan-2024"]),
    (2, ["diff", "1999"]),
    (2, ["diff", "plan-2024", "events-2024"]),
    (2, ["diff", "2024", "--method", "guess"]),
    (1, ["figures", "--conflicts"]),
    (1, ["glossary", "zxqvwk"]),
    (1, ["trend", "taps", "--year", "2024"]),
    (2, ["figures", "--body", "navy"]),
    (2, ["trend"]),
    (2, ["trend", "tapz"]),
    (2, ["trend", "taps", "--plot", "pie"]),
    (2, ["themes", "2024", "--format", "svg"]),
    (2, ["cite"]),
    (2, ["cite", "plan-2042"]),
    (2, ["cite", "plan-2024", "--style", "mla"]),
    (2, ["cite", "plan-2024", "--style", "ris", "--format", "csv"]),
    (2, ["glossary", "&"]),
    (2, ["export"]),
    (2, ["export", "x", "--format", "xlsx"]),
    (2, ["diff", "2024", "--only", "nothing-such"]),
    (2, ["diff", "2024", "--only", ","]),
    (2, ["diff", "2024", "--theme", "cybr"]),
    (0, ["diff", "2024", "--exit-code", "--only", "both"]),
    (1, ["diff", "2024", "--exit-code"]),
    (1, ["diff", "2024", "--only", "missed"]),
    (0, ["diff", "report-2020", "report-2020", "--exit-code"]),
    (0, ["diff", "plan-2020", "plan-2020", "--exit-code"]),
    (0, ["gaps", "2024"]),
    (1, ["gaps", "2020"]),
    (2, ["gaps", "2026"]),
    (2, ["gaps", "1999"]),
    (2, ["gaps", "soon"]),
    (0, ["help"]),
    (0, ["help", "method"]),
    (2, ["help", "methods"]),
    (2, ["check", "nowhere-at-all"]),
    (2, ["themes", "--data", "nowhere-at-all"]),
    (2, ["documents", "2024"]),
    (2, ["documents", "--format", "xml"]),
    (3, ["documents", "--output", "no/such/folder"]),
    (3, ["themes", "2024", "--output", "no/such/folder"]),
    (3, ["figures", "uvo", "--output", "no/such/folder"]),
    (3, ["trend", "taps", "--output", "no/such/folder"]),
    (3, ["search", "cyber", "--output", "no/such/folder"]),
    (3, ["show", "plan-2024", "--output", "no/such/folder"]),
    (3, ["cite", "plan-2024", "--output", "no/such/folder"]),
    (3, ["diff", "2024", "--output", "no/such/folder"]),
    (3, ["gaps", "2024", "--output", "no/such/folder"]),
    (3, ["glossary", "uvo", "--output", "no/such/folder"]),
    (3, ["schema", "--output", "no/such/folder"]),
    (3, ["check", "--output", "no/such/folder"]),
    (3, ["verify", "--output", "no/such/folder"]),
    (3, ["export", "/proc/nowhere/at/all"]),
    (3, ["replay", "{stamp}", "--output", "no/such/folder"]),
    (3, ["draft", "no/such/file", "--kind", "plan", "--year", "2032"]),
    (3, ["source", "add", "plan-2024", "no/such/file"]),
    (3, ["source", "list", "--output", "no/such/folder"]),
    (0, ["documents"]),
    (0, ["figures", "uvo"]),
    (0, ["trend", "taps"]),
    (0, ["search", "cyber"]),
    (0, ["show", "plan-2024"]),
    (0, ["cite", "plan-2024"]),
    (0, ["glossary"]),
    (0, ["schema"]),
    (0, ["config", "show"]),
    (2, ["config", "show", "--format", "jsn"]),
    (3, ["config", "show", "--output", "no/such/folder"]),
    (1, ["config", "path"]),  # the tests have no settings file
    (2, ["config", "path", "x"]),
    (0, ["completion", "bash"]),
    (2, ["completion", "csh"]),
    (0, ["schema", "error"]),
    (0, ["check"]),
    (0, ["export", "{tmp}/exported"]),
    (0, ["draft", "{papers}/letter.xml", "--kind", "plan", "--year", "2032"]),
    (0, ["replay", "{stamp}"]),
    (1, ["replay", "{forged}"]),
    (2, ["replay", "no stamp at all"]),
    (1, ["themes", "plan-2025"]),
    (1, ["cite", "-"]),
    (1, ["source", "list"]),
    (2, ["source", "list", "x"]),
    (2, ["source", "add", "plan-2042", "x"]),
    (2, ["source", "fetch"]),
    (2, ["source", "remove", "plan-2024"]),
    (2, ["draft", "x", "--kind", "letter", "--year", "2025"]),
    (2, ["schema", "serach"]),
    (2, ["schema", "search", "--fields", "rnk"]),
    (2, ["schema", "search", "--format", "csv"]),
    (2, ["verify", "plan-2042"]),
    (4, ["verify"]),
    (4, ["verify", "plan-2024", "--strict"]),
    (0, ["source", "add", "plan-2031", "{text}", "--data", "{data}"]),
    (0, ["verify", "plan-2031", "--file", "{text}", "--data", "{data}"]),
    (3, ["verify", "plan-2031", "--file", "{other}", "--data", "{data}"]),
    (3, ["check", "{damaged}"]),
    (3, ["themes", "--data", "{damaged}"]),
    (2, ["replay", "{stamp}", "--fields", "nme"]),
    (2, ["documents", "--fields", "nme"]),
]


def command_of(arguments: list[str]) -> str:
    return " ".join(arguments[: 2 if arguments[:1] in (["config"], ["source"]) else 1])


def test_every_command_has_a_case_for_every_code_that_it_may_leave_with() -> None:
    """A new command, or a new way to leave, has to be written into the table."""
    assert set(CODES) == set(leaves())
    seen: dict[str, set[int]] = defaultdict(set)
    for code, arguments in TABLE:
        seen[command_of(arguments)].add(code)
    assert {name: codes - seen[name] for name, codes in CODES.items() if codes - seen[name]} == {}


@pytest.mark.parametrize(("code", "arguments"), TABLE, ids=lambda value: value if isinstance(value, int) else " ".join(value))
def test_the_exit_code_is_the_contracts(mivd: Command, filled: Filled, code: int, arguments: list[str]) -> None:
    result = mivd(*filled(arguments), code=code)
    assert "Traceback" not in result.err
    if code == 2 or (code == 3 and command_of(arguments) not in ("verify", "check")):
        assert result.out == "", "a command that fails leaves stdout empty"
        assert result.err.startswith("mivd: ")


FAILING = [(code, arguments) for code, arguments in TABLE if code in (2, 3) and "--format" not in arguments and arguments[1:]]


@pytest.mark.parametrize(("code", "arguments"), FAILING, ids=lambda value: value if isinstance(value, int) else " ".join(value))
def test_an_error_under_json_is_one_object_of_the_published_schema(
    mivd: Command, filled: Filled, code: int, arguments: list[str]
) -> None:
    result = mivd(*filled(arguments), "--format", "json", code=None)
    if result.out or "--style" in arguments or command_of(arguments) in ("draft", "export", "help", "source remove"):
        pytest.skip("prints its rows, or takes no --format")
    error: dict[str, Any] = json.loads(result.err)
    jsonschema.Draft202012Validator(schema_of("error")).validate(error)
    assert result.code == code


@pytest.mark.parametrize("name", lazy.COMMANDS)
def test_an_interruption_while_a_command_is_loaded_is_130_and_silent(
    mivd: Command, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def interrupted(module: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("importlib.import_module", interrupted)
    assert mivd(name, "--help") == (130, "", "")
