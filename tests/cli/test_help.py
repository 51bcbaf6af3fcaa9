"""Help: one description of the command line, and everything that is made of it."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.cli import program
from mivdcli.cli.answer import DRAWING, FORMATS
from mivdcli.cli.describe import Command, commands
from mivdcli.cli.exits import MEANINGS, Exit
from mivdcli.cli.lazy import COMMANDS
from mivdcli.cli.settings import KEYS
from mivdcli.cli.topics import TOPICS, citing, coverage, environment, formats, topic_text
from mivdcli.cli.values import FIELDS, values_of
from mivdcli.kinds import Attribution, Coverage
from mivdcli.render.views.cite import STYLES
from tests.conftest import Command as Run

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "mivd.1"
EVERY = list(commands(program()))
NAMES = [command.name for command in EVERY if command.name]


def help_at(width: int, *arguments: str) -> str:
    """The help in a process of its own, as a pipe of that width sees it."""
    settings = {**os.environ, "COLUMNS": str(width), "PYTHONWARNINGS": ""}
    done = subprocess.run([sys.executable, "-m", "mivdcli", *arguments], capture_output=True, env=settings, check=True)
    return done.stdout.decode()


def test_every_command_has_at_least_two_examples() -> None:
    assert [command.name for command in EVERY[1:] if len(command.examples) < 2] == []
    assert all(one.says and one.command for command in EVERY for one in command.examples)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", ["", "search", "diff", "source", "source add", "help"])
def test_help_fits_the_screen_and_says_everything(name: str, width: int) -> None:
    """Only a command that is there to be copied may be longer than a line."""
    shown = help_at(width, *name.split(), "--help")
    command = next(one for one in EVERY if one.name == name)
    examples = {one.command for one in command.examples}
    assert [line for line in shown.splitlines() if len(line) > width and line.strip() not in examples] == []
    flat = " ".join(shown.split())
    for one in (*command.arguments, *command.options):
        assert " ".join(one.help.split()) in flat
        assert one.names[0].strip("[]{}") in shown
    assert all(example in shown for example in examples)


def test_help_of_a_command_has_nothing_of_a_program_of_its_own() -> None:
    """typer gives a single command options that install a completion under the name of the command."""
    assert [one.name for one in EVERY for option in one.options if "completion" in option.names[0]] == []


@pytest.mark.parametrize("name", NAMES)
def test_help_with_the_name_of_a_command_is_the_help_of_the_command(name: str, mivd: Run) -> None:
    assert mivd("help", *name.split(), code=0).out == mivd(*name.split(), "--help", code=0).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("exit-code",), "did you mean exit-codes?"),
        (("figurs",), "did you mean figures?"),
        (("source", "ad"), 'unknown command "ad" of mivd source; did you mean add?'),
        (("figures", "add"), "mivd figures has no commands of its own"),
        (("formats", "--json"), "leave out one"),
        (("--json", "--man"), "leave out one"),
    ],
)
def test_help_on_what_is_not_there_says_what_is(arguments: tuple[str, ...], said: str, mivd: Run) -> None:
    got = mivd("help", *arguments, code=2)
    assert got.out == ""
    assert said in got.err


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("width", [60, 80])
def test_a_topic_fits_its_width(name: str, width: int) -> None:
    assert max(map(len, topic_text(name, width).splitlines())) <= width


def test_help_lists_the_topics_and_shows_each(mivd: Run) -> None:
    listed = mivd("help", code=0).out
    for name in TOPICS:
        assert f"  {name} " in listed
        assert mivd("help", name, code=0).out == topic_text(name)


def test_the_topics_have_every_member_of_the_lists_that_they_explain() -> None:
    """They cannot drift from the code: a new format, coverage, code or style needs its sentence."""
    assert tuple(formats.MEANINGS) == (*FORMATS, DRAWING)
    assert tuple(coverage.COVERAGES) == tuple(Coverage)
    assert tuple(coverage.SPEAKERS) == (None, *Attribution)
    assert tuple(citing.STYLES) == tuple(STYLES)
    assert tuple(MEANINGS) == tuple(Exit)


def test_the_exit_codes_of_the_manual_page_are_those_of_the_help() -> None:
    table = (ROOT / "docs" / "output-formats.md").read_text("utf-8").partition("## Exit codes")[2]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == [code.value for code in MEANINGS]


def read_from_the_environment() -> set[str]:
    """Every name that the source looks up in the environment, and every text in it that looks like a variable of ours."""
    looked_up = re.compile(r"(?:environ(?:\.get|\.pop|\.setdefault)?|getenv)[\[(]\s*'(\w+)'")
    found: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        if path.parts[-2:] != ("topics", "environment.py"):
            tree = ast.parse(path.read_text("utf-8"))
            texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
            found |= {text for text in texts if re.fullmatch(r"_?MIVD_[A-Z_]+", text)}
            found |= set(looked_up.findall(ast.unparse(tree)))
    return found | {key.shared for key in KEYS.values() if key.shared}


def test_the_environment_topic_lists_every_variable_that_the_program_reads_and_no_other() -> None:
    assert read_from_the_environment() == set(environment.VARIABLES) | set(environment.INTERNAL)


def test_help_as_json_is_the_whole_command_line(mivd: Run) -> None:
    told = json.loads(mivd("help", "--json", code=0).out)
    assert told["schema"] == "mivd/help/1"
    assert [item["name"] for item in told["items"]][:4] == ["", *list(COMMANDS)[:3]]
    assert [topic["topic"] for topic in told["topics"]] == list(TOPICS)
    assert [one["code"] for one in told["exit_codes"]] == [0, 1, 2, 3, 4, 130, 143]
    figures = next(item for item in told["items"] if item["name"] == "figures")
    role = next(option for option in figures["options"] if option["names"] == ["--role"])
    assert role["choices"] == ["actual", "target", "forecast", "norm"]
    assert role["repeatable"]
    assert {one["command"] for one in figures["examples"]} > {"mivd figures uvo --year 2020"}
    assert figures["arguments"][0]["values"] == ["topic", "series"]
    output = next(option for option in figures["options"] if "--output" in option["names"])
    assert output["names"] == ["--output", "-o"]


def test_every_metavar_says_what_may_stand_there() -> None:
    """A new word in a help text needs a line in mivdcli.cli.values, so that completion knows what it is."""
    with pytest.raises(KeyError):
        values_of("figures", "SOMETHING")


LISTING = {
    "documents": [], "themes": ["2024"], "figures": ["uvo"], "trend": ["taps"], "search": ["cyber"], "show": ["plan-2026"],
    "cite": ["plan-2024"], "diff": ["2024"], "gaps": ["2020"], "glossary": ["UVO"], "check": [], "verify": ["plan-2024"],
    "source": ["list"], "config": ["show"], "schema": [],
}  # fmt: skip
MORE = {"search": [["cyber", "--count"]], "show": [["uvo.decisions"]], "diff": [["2024", "--summary"]]}


@pytest.mark.parametrize("name", sorted(FIELDS.keys() - {"replay"}))
def test_the_fields_that_are_offered_are_the_fields_of_the_answer(name: str, mivd: Run) -> None:
    """Of an answer in several forms: every form has only fields that are offered, and no offered one is in none of them."""
    headers: set[str] = set()
    for arguments in (LISTING[name], *MORE.get(name, [])):
        headers |= set(mivd(name, *arguments, "--format", "tsv", "-q").out.splitlines()[0].split("\t"))
    assert set(FIELDS[name]) - {"quote", "quote_note"} == headers


def test_the_fields_of_a_replay_are_offered(mivd: Run) -> None:
    stamp = mivd("themes", "2024", "--stamp", "-q", code=0).err.strip()
    assert mivd("replay", stamp, code=0).out.splitlines()[0].split("\t") == list(FIELDS["replay"])


def test_the_manual_page_is_the_help(request: pytest.FixtureRequest, mivd: Run) -> None:
    """After a change of a help text: make golden."""
    true = mivd("help", "--man", code=0).out
    if request.config.getoption("--update"):
        MANUAL.write_text(true, "utf-8")
    assert MANUAL.read_text("utf-8") == true


def test_the_manual_page_has_every_command_option_and_topic() -> None:
    text = MANUAL.read_text("utf-8").replace("\\-", "-").replace("\\&", "")
    assert text.isascii()
    for command in EVERY:
        assert f'.SS "mivd {command.name}"' in text or not command.name
        for option in command.options:
            assert re.search(rf'^\.B "{re.escape(", ".join(option.names))}', text, re.MULTILINE), option.names
        assert all(shown(one.command) in text.replace("\\", "") for one in command.examples)


def shown(command: str) -> str:
    """A command without the signs that roff writes otherwise."""
    return re.split(r"[~'`^]", command)[0]


@pytest.mark.parametrize(
    ("tool", "command"),
    [("groff", ["groff", "-ww", "-man", "-Tutf8"]), ("mandoc", ["mandoc", "-Tlint"]), ("man", ["man", "--warnings=w", "-l"])],
)
def test_the_tools_for_manuals_have_nothing_to_say_against_it(tool: str, command: list[str]) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    settings = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"}
    done = subprocess.run([*command, str(MANUAL)], capture_output=True, text=True, env=settings, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    if tool == "mandoc":
        assert done.stdout == ""
    else:
        plain = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
        assert "mivd figures uvo --year 2020" in plain


def test_commands_are_described_in_the_order_of_the_help() -> None:
    assert [one.name for one in EVERY if one.name and " " not in one.name] == list(COMMANDS)
    assert isinstance(EVERY[0], Command)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_the_script_of_the_shell(shell: str, mivd: Run) -> None:
    said = mivd("completion", shell, code=0).out
    assert "_MIVD_COMPLETE" in said
    assert said.splitlines()[-1]


def test_who_asks_for_completion_as_other_programs_have_it_is_told_where_it_is(mivd: Run) -> None:
    assert "mivd completion bash" in mivd("--install-completion", code=2).err


def test_completion_for_a_shell_that_is_not_known_names_those_that_are(mivd: Run) -> None:
    assert "did you mean fish" in mivd("completion", "fsh", code=2).err
