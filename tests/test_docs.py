"""Every command shown in the documentation runs, and prints what the documentation says it prints.

``pytest tests/test_docs.py --update`` writes the true output into the pages; read the difference before you commit it.
The examples of the help, which are those of the manual page too, are in ``test_help_examples.py``.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.cli.lazy import COMMANDS
from mivdcli.cli.settings import KEYS
from mivdcli.completion.commands import COMMANDS as DESCRIBED

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.nl.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
EXAMPLES = [(page, found["command"], found["output"]) for page in PAGES for found in BLOCK.finditer(page.read_text("utf-8"))]
FENCED = re.compile(r"^(?P<before>[^\n]*)\n```(?P<kind>[a-z]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
MARKED = re.compile(r"<!-- (not run: \S.{10,}|install|test) -->")
"""Before a block of commands whose output is not compared: why not. ``.ci/run`` runs the two others in a fresh clone."""
INLINE = re.compile(r"(?<!completion of )`(mivd [^`]+)`")
PLACEHOLDER = re.compile(r"\b(?!UVO)[A-Z][A-Z|]*\b|…|\.\.\.")
"""What stands for something that the reader fills in."""
NEED_A_TEXT = ("source add", "source fetch", "source remove", "--file", "draft ", "my-data", "my-export", "replay", "cite -")
"""Commands within a sentence that need something which only the reader has, a pipe among it."""


def output_of(command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """What a shell does with it, with the ``mivd`` and ``python3`` of this environment first on the path."""
    scripts = str(Path(sys.executable).parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIVD_")}
    settings = {
        **kept,
        "COLUMNS": "80",
        "MIVD_SOURCES": str(ROOT / "no-sources"),
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONWARNINGS": "",
        "MIVD_CONFIG": "",
    }
    return subprocess.run(["bash", "-c", command], capture_output=True, env=settings, cwd=folder, check=False)


@pytest.mark.parametrize(("page", "command", "shown"), EXAMPLES, ids=[command for _, command, _ in EXAMPLES])
def test_an_example_prints_what_the_page_shows(page: Path, command: str, shown: str, request: pytest.FixtureRequest) -> None:
    true = output_of(command).stdout.decode()
    if request.config.getoption("--update"):
        text = page.read_text("utf-8")
        page.write_text(text.replace(f"$ {command}\n{shown}```", f"$ {command}\n{true}```"), "utf-8")
    else:
        assert shown == true


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_command_is_shown_without_its_output_being_compared(page: Path) -> None:
    """A console block has one command and its whole output; any other block of commands says above it why it is not run."""
    text = page.read_text("utf-8")
    assert text.count("```console") == len(BLOCK.findall(text))
    for found in BLOCK.finditer(text):
        assert not re.search(r"^\$ ", found["output"], re.MULTILINE), found["command"]
    for block in FENCED.finditer(text):
        commands = re.search(r"^(\$ |# )?(\S*/)?mivd ", block["body"], re.MULTILINE)
        assert block["kind"] == "console" or not commands or MARKED.search(block["before"]), block["body"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_within_a_sentence_is_one_that_works(page: Path) -> None:
    """Its output is not shown, but whoever copies it must not be told that it does not exist."""
    for command in dict.fromkeys(INLINE.findall(page.read_text("utf-8"))):
        mentioned = command.removeprefix("mivd ") in DESCRIBED
        if not mentioned and not PLACEHOLDER.search(command) and not any(word in command for word in NEED_A_TEXT):
            done = output_of(command)
            assert done.returncode != 2, (command, done.stderr)


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`mivd {name}" not in text] == []


def test_the_readme_leads_to_every_page() -> None:
    """Those that only stand in for a file of the top folder are linked as that file."""
    linked = set(re.findall(r"\]\(([^)#]+)", (ROOT / "README.md").read_text("utf-8")))
    pages = (path for path in (ROOT / "docs").glob("*.md") if "The text of this page is that of" not in path.read_text("utf-8"))
    assert {f"docs/{path.name}" for path in pages} - linked == {"docs/index.md"}


def test_the_table_of_hard_cases_names_each_of_them_in_order() -> None:
    text = (ROOT / "docs" / "hard-cases.md").read_text("utf-8")
    assert re.findall(r"^\| \[(.+?)\]\(#", text, re.MULTILINE) == re.findall(r"^### (.+)$", text, re.MULTILINE)


def test_every_setting_stands_in_the_page_about_them() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for key in KEYS.values():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{key.name}` |"))
        assert [word for word in (key.variable, key.shared or "", *key.choices) if word not in row] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
