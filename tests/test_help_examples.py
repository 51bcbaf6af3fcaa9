"""The examples in the help and in the manual page run against the bundled data, and give what they gave before.

``tests/help-examples.tsv`` holds for each its exit code and the lines, the SHA-256 and the beginning of what it prints;
``make golden`` writes it anew.
"""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

import pytest

from mivdcli.cli import program
from mivdcli.cli.describe import commands
from mivdcli.completion.commands import COMMANDS
from mivdcli.completion.resolve import Typed, long_name
from mivdcli.completion.split import Line
from tests import small

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "help-examples.tsv"
EXAMPLES = list(dict.fromkeys(example.command for command in commands(program()) for example in command.examples))
AN_OFFICIAL_TEXT = (
    "it needs an official text, which the project does not have; tests/cli/test_sources.py does it with one of our own"
)
NOT_RUN = {
    "mivd source add plan-2024 my-data/plan.xml": AN_OFFICIAL_TEXT,
    "mivd source add report-2020 my-data/report.pdf -q": AN_OFFICIAL_TEXT,
    "mivd source remove plan-2024": AN_OFFICIAL_TEXT,
    "mivd source remove report-2020 --quiet": AN_OFFICIAL_TEXT,
    "mivd verify plan-2024 --file my-data/plan.xml": AN_OFFICIAL_TEXT,
    "mivd source fetch plan-2024": "it needs the network; tests/sources/test_fetch.py has a server of its own",
    "mivd source fetch --all": "it needs the network; tests/sources/test_fetch.py has a server of its own",
}
"""Examples that cannot run here, each with the reason."""
VARIES = {
    "mivd export": "the database is not the same bytes with every version of SQLite, so only the names of the files count"
}
"""Commands whose whole output is not the same everywhere."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a reader of the examples may have it."""
    small.write(tmp_path / "my-data")
    copyfile(ROOT / "tests" / "papers" / "letter.xml", tmp_path / "my-data" / "letter.xml")
    for folder in (".zfunc", ".config/fish/completions"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIVD_")}
    settings = {
        **kept, "HOME": str(folder), "MIVD_SOURCES": str(folder / "texts"), "PYTHONWARNINGS": "", "COLUMNS": "80",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    return subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, env=settings, cwd=folder, check=False)


def row(command: str, folder: Path) -> str:
    if "stamps.txt" in command:
        shell("mivd themes 2024 --stamp 2>>stamps.txt; mivd figures uvo --stamp 2>>stamps.txt", folder)
    if "--force" in command:
        shell("mivd export my-export", folder)
    done = shell(command, folder)
    out = done.stdout.decode()
    assert b"Traceback" not in done.stderr, done.stderr
    if any(command.startswith(start) for start in VARIES):
        out = "".join(line.partition("\t")[0] + "\n" for line in out.splitlines())
    if written := re.search(r"(?:-o|>) ([~\w./-]+)$", command):
        out += (folder / written[1].removeprefix("~/")).read_text("utf-8")
    out = out.replace(str(folder), "~")  # where it happens to be run
    first = out.partition("\n")[0].replace("\t", " ")[:60]
    return "\t".join((command, str(done.returncode), str(out.count("\n")), sha256(out.encode()).hexdigest(), first))


def recorded() -> dict[str, str]:
    return {line.partition("\t")[0]: line for line in GOLDEN.read_text("utf-8").splitlines()[1:]}


@pytest.mark.parametrize("command", [command for command in EXAMPLES if command not in NOT_RUN])
def test_an_example_of_the_help_gives_what_it_gave(command: str, desk: Path, request: pytest.FixtureRequest) -> None:
    true = row(command, desk)
    if request.config.getoption("--update"):
        rows = {**(recorded() if GOLDEN.exists() else {}), command: true}
        ordered = [rows[known] for known in EXAMPLES if known in rows and known not in NOT_RUN]
        GOLDEN.write_text("\n".join(["command\texit\tlines\tsha256\tbegins", *ordered]) + "\n", "utf-8")
    assert recorded().get(command) == true, shell(command, desk).stdout.decode()[:2000]


def test_every_example_is_compared_or_says_why_not() -> None:
    assert set(recorded()) | set(NOT_RUN) == set(EXAMPLES)
    assert not set(recorded()) & set(NOT_RUN)


def test_no_example_ends_in_an_error_but_the_one_that_shows_it() -> None:
    """1 where there is nothing yet, 4 where the official texts are not here."""
    codes = {command: line.split("\t")[1] for command, line in recorded().items()}
    told = {command: code for command, code in codes.items() if code != "0"}
    assert told == {
        "mivd source list": "1",
        "mivd source list --fields document,added": "1",
        "mivd verify report-2020 --strict": "4",
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_option_in_an_example_is_one_of_its_command(example: str) -> None:
    """Of those too that do not run here."""
    for part in re.split(r"\s*\|\s*", example):
        words = Line(part + " ").words
        if words[0] == "mivd":
            typed = Typed(words[1:])
            assert typed.command
            assert [name for name in typed.options if long_name(COMMANDS[typed.command][2], name) not in typed.known] == []
