"""Nothing that steers a terminal reaches one, from the data or from what the user typed; it is shown, not dropped."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mivdcli.printable import printable
from tests import small
from tests.conftest import Command

CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, 13, *range(14, 32), *range(127, 160)]))
BIDI = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\U000e0041"
EVIL = f"a{CONTROLS}{BIDI}\x1b[31m\x1b]0;title\x07\x9b2J[bold]z"
OUR_OWN = re.compile(rb"\x1b\[[0-9;]*m|\r\x1b\[2K")
"""Colours and weights, the only codes that a table of ours has, and what clears the line that says what takes its time."""
FORMATS = ("table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html")


def on_a_terminal(*arguments: str) -> bytes:
    """Everything, stdout and stderr, that reaches a pseudo-terminal, with the line ends as they were written."""
    import termios

    ours, theirs = pty.openpty()
    modes = termios.tcgetattr(theirs)
    modes[1] &= ~termios.OPOST
    termios.tcsetattr(theirs, termios.TCSANOW, modes)
    settings = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "LINES": "50", "MIVD_PAGER": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "mivdcli", *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=settings
    )
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:
        pass
    os.close(ours)
    process.wait(60)
    return b"".join(pieces)


def assert_harmless(raw: bytes) -> None:
    text = OUR_OWN.sub(b"", raw).decode("utf-8")
    assert printable(text) == text, f"reached the terminal: {[c for c in set(text) if printable(c) != c]!r}"


def evil(value: Any) -> Any:
    """The same with every running text made hostile: all that is no id, date, address or choice."""
    texts = {"nl", "en", "title", "title_nl", "title_en", "scope_nl", "scope_en", "label", "label_nl", "label_en", "printed", "meaning_nl",
             "meaning_en", "abbreviation", "reason_nl", "reason_en", "reviewer", "counts_nl", "counts_en", "reference", "signatory",
             "note_nl", "note_en"}  # fmt: skip
    if isinstance(value, dict):
        return {
            key: f"{inner} {EVIL}" if key in texts and isinstance(inner, str) else evil(inner) for key, inner in value.items()
        }
    return [evil(inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan, report = small.plan(), small.report()
    plan["signatory"] = "S"
    plan["passages"][0] |= {"label": "L", "note_nl": "N", "note_en": "N"}
    report["figures"][0] |= {"note_nl": "N", "note_en": "N", "dimensions": {"level": EVIL}}
    lists = {name: evil(held) for name, held in small.lists().items()}
    return small.write(tmp_path / "data", evil(plan), evil(report), **lists)


QUESTIONS = (
    ("documents",), ("themes", "2031"), ("figures", "patrols"), ("figures", "patrols", "--wide"), ("trend", "patrols.total"),
    ("search", "boten"), ("show", "plan-2031"), ("show", "patrols.total"), ("cite", "plan-2031"), ("cite", "plan-2031", "--style", "ris"),
    ("cite", "plan-2031", "--style", "biblatex"), ("diff", "2031"), ("diff", "2031", "--summary"), ("gaps", "2031"), ("glossary",),
    ("show", "plan-2031", "--raw", "text_nl"),
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_no_control_character_of_the_data_reaches_a_terminal(question: tuple[str, ...], folder: Path) -> None:
    """As a person would ask, without a format: a table, in colour."""
    seen = on_a_terminal(*question, "--data", str(folder), "--no-pager")
    assert len(seen) > 50
    assert b"lists every problem" not in seen, "the data itself is sound"
    assert b"Traceback" not in seen
    assert_harmless(seen)


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_is_a_way_around(format: str, folder: Path) -> None:
    seen = on_a_terminal("show", "plan-2031", "--data", str(folder), "--format", format)
    assert b"lists every problem" not in seen, "the data itself is sound"
    assert_harmless(seen)
    assert rb"\u001b" in seen or rb"\\u001b" in seen, "shown, not dropped"


def test_a_pipe_gets_the_data_as_it_is(folder: Path) -> None:
    """What is hidden from a screen is not taken from a program."""
    command = [sys.executable, "-m", "mivdcli", "show", "plan-2031", "--data", str(folder), "--format", "csv"]
    assert b"\x1b[31m" in subprocess.run(command, capture_output=True, check=True).stdout


ARGUMENTS = (
    ("show", EVIL), ("themes", EVIL), ("search", EVIL), ("search", "boten", "--year", EVIL), ("search", "boten", "--theme", EVIL),
    ("figures", EVIL), ("trend", EVIL), ("cite", EVIL), ("diff", EVIL), ("diff", EVIL, "plan-2031"), ("diff", "2031", "--only", EVIL),
    ("glossary", EVIL), ("help", EVIL), (EVIL,), (f"--{EVIL}",), ("themes", f"--{EVIL}"), ("documents", "--fields", EVIL),
    ("documents", "--format", EVIL), ("documents", "--data", f"/{EVIL}"), ("documents", "--output", f"/{EVIL}/x"), ("check", f"/{EVIL}"),
    ("draft", f"/{EVIL}", "--kind", "plan", "--year", "2031"), ("draft", "x", "--kind", "plan", "--year", EVIL), ("replay", EVIL),
    ("verify", EVIL), ("source", "add", EVIL, "x"), ("source", "remove", EVIL), ("source", EVIL), ("export", f"/{EVIL}/x"),
    ("search", "--file", f"/{EVIL}"), ("search", "boten", "--limit", EVIL), ("documents", "--stamp", "--lang", EVIL),
    ("search", EVIL, "--stamp"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: " ".join(arguments).replace(EVIL, "EVIL"))
def test_no_control_character_that_the_user_typed_reaches_a_terminal(arguments: tuple[str, ...]) -> None:
    """It may have been pasted from a page that meant harm."""
    seen = on_a_terminal(*arguments)
    assert b"Traceback" not in seen
    assert_harmless(seen)


@pytest.mark.parametrize(
    "value", ["x\nmivd: plan-2031: 3 passages: 3 verified", "x\r\nmivd: all is well", "x\u2028mivd: all is well"]
)
def test_no_word_of_the_user_begins_a_line_of_ours(value: str) -> None:
    """A message that quotes it would say something that we do not say."""
    seen = on_a_terminal("show", value)
    assert sum(line.startswith(b"mivd: ") for line in seen.splitlines()) <= 2
    assert b"\nmivd: plan-2031: 3" not in seen
    assert b"\nmivd: all" not in seen


def test_no_name_of_a_folder_begins_a_line_of_ours(folder: Path, mivd: Command) -> None:
    """A notice quotes it too, and a notice is what people believe."""
    theirs = folder.rename(folder.with_name("x\nmivd: plan-2031: 3 passages: 3 verified"))
    small.put(theirs / "stray.toml", "")
    (said,) = mivd("documents", "--data", theirs, code=0).err.splitlines()
    assert "stray.toml is not read" in said


def test_a_stamp_that_cannot_be_copied_is_not_given(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mivdcli", "search", "boten\x1b[31m", "--stamp", "--data", str(folder)],
        capture_output=True,
        check=False,
    )
    assert b"mivd: no stamp: the command has a control character" in done.stderr
    assert b"\x1b" not in done.stderr
