"""The installed command in a process of its own: pipes, terminals, locales."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

MIVD = str(Path(sys.executable).parent / "mivd")
pytestmark = pytest.mark.skipif(not Path(MIVD).exists(), reason="the command is not installed beside this interpreter")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONWARNINGS": "", **more}


def on_a_terminal(*arguments: str, **more: str) -> bytes:
    """Everything that the command writes to a pseudo-terminal of 80 columns."""
    ours, theirs = pty.openpty()
    settings = environment(**{"TERM": "xterm", "COLUMNS": "80", "LINES": "50", **more})
    process = subprocess.Popen([MIVD, *arguments], stdout=theirs, stderr=subprocess.DEVNULL, env=settings)
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:
        pass
    os.close(ours)
    process.wait()
    return b"".join(pieces)


def test_a_chart_is_the_same_on_a_low_terminal_and_in_a_pipe() -> None:
    """A plotting library looks at the screen by itself; the answer must not depend on it."""
    arguments = ["trend", "taps", "--format", "table"]
    piped = subprocess.run([MIVD, *arguments], capture_output=True, env=environment()).stdout
    assert on_a_terminal(*arguments, LINES="10").replace(b"\r\n", b"\n") == piped


@pytest.mark.parametrize("format", ["table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html"])
def test_a_chosen_format_is_the_same_on_a_terminal_and_in_a_pipe(format: str) -> None:
    arguments = ["figures", "uvo", "--year", "2020", "--format", format]
    piped = subprocess.run([MIVD, *arguments], capture_output=True, env=environment()).stdout
    assert on_a_terminal(*arguments).replace(b"\r\n", b"\n") == piped.replace(b"\r\n", b"\n")


def test_a_terminal_gets_a_table_and_colour_only_where_wanted() -> None:
    assert b"\x1b[" in on_a_terminal("search", "kabelinterceptie", "--no-pager")
    assert b"\x1b[" not in on_a_terminal("search", "kabelinterceptie", "--no-pager", NO_COLOR="1")
    assert b"\x1b[" not in on_a_terminal("search", "kabelinterceptie", "--no-pager", "--color", "never")


def test_a_long_table_goes_through_the_pager_and_no_pager_keeps_it_out() -> None:
    shout = {"MIVD_PAGER": "tr a-z A-Z"}
    assert b"REPORT-2020" in on_a_terminal("show", "report-2020", **shout)
    assert b"report-2020" in on_a_terminal("show", "report-2020", "--no-pager", **shout)


def test_a_pager_that_cannot_be_started_does_not_keep_the_answer_back() -> None:
    assert b"report-2020" in on_a_terminal("show", "report-2020", MIVD_PAGER="no-such-pager-anywhere")


@pytest.mark.parametrize("settings", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_the_locale_does_not_touch_the_bytes(settings: dict[str, str]) -> None:
    usual, strange = (
        subprocess.run([MIVD, "themes", "2024"], capture_output=True, env=environment(**more)).stdout for more in ({}, settings)
    )
    assert usual == strange
    assert "Beïnvloeding".encode() in usual


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run([sys.executable, "-m", "mivdcli", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("mivd ")
