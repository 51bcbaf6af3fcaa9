"""Streams that are closed, full or gone, and signals at any moment: a clear word, the right code, never a traceback."""

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mivdcli.cli.streams import to_file
from mivdcli.errors import OutputError
from tests import small
from tests.cli.test_process import MIVD, environment
from tests.conftest import Command

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path(MIVD).exists(), reason="the command is not installed beside this interpreter"),
]
QUESTIONS = {
    "": 0, "show --help": 0, "help method": 0, "show report-2020": 0, "glossary --format table": 0, "search zxqvwk": 1,
    "nope": 2, "verify": 4,
}  # fmt: skip
"""Each with its exit code: what typer prints, what we print, and every way to leave."""
LISTED = [question for question in QUESTIONS if question.split()[:1] in (["show"], ["glossary"]) and "--help" not in question]


def shell(command: str, **more: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of ``mivd …`` in bash."""
    line = command.replace("mivd ", f"'{MIVD}' ", 1)
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, env=environment(**more), timeout=60)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_reader_that_has_gone_is_no_error(question: str) -> None:
    """Also where the shell has told its children to ignore the signal."""
    for before in ("", "trap '' PIPE; "):
        code, _, err = shell(f"mivd {question} 2>&1 >/dev/null | true" if before else f"mivd {question} 2>/dev/null | true")
        assert (code, err) == (QUESTIONS[question], "")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("target", ["/dev/full", "&-"])
def test_a_stdout_that_takes_nothing_is_said_and_is_3(question: str, target: str) -> None:
    if target == "/dev/full" and not Path(target).exists():
        pytest.skip("there is no /dev/full here; the closed stdout covers the rule")
    code, out, err = shell(f"mivd {question} >{target}")
    if QUESTIONS[question] == 2:
        assert code == 2  # nothing was to be written
    else:
        assert (code, out) == (3, "")
        assert "mivd: cannot " in err


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("target", ["/dev/full", "&-"])
def test_a_stderr_that_takes_nothing_changes_neither_the_answer_nor_the_code(question: str, target: str) -> None:
    """A notice that finds no stderr must above all not land in the answer."""
    if target == "/dev/full" and not Path(target).exists():
        pytest.skip("there is no /dev/full here; the closed stderr covers the rule")
    code, out, err = shell(f"mivd {question} 2>{target}")
    assert (code, err) == (QUESTIONS[question], "")
    assert out == shell(f"mivd {question}")[1]


@pytest.mark.parametrize("question", ["search -", "search --file -", "cite -", "replay -", "show plan-2024"])
def test_a_closed_stdin_is_an_empty_one(question: str) -> None:
    assert shell(f"mivd {question} <&-")[:2] == shell(f"mivd {question} </dev/null")[:2]


def test_everything_closed_at_once(tmp_path: Path) -> None:
    """The file for the answer then gets the number of a stream; nothing else may be written into it."""
    target = tmp_path / "answer"
    assert shell(f"mivd themes 2024 --output '{target}' <&- >&- 2>&-")[0] == 0
    assert target.read_text("utf-8") == shell("mivd themes 2024")[1]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("question", LISTED)
def test_a_disk_that_is_full_halfway_is_3_and_a_file_stays_what_it_was(question: str, unbuffered: str, tmp_path: Path) -> None:
    """A limit on the size of files, which any user may set, stands for the full disk.

    Without a buffer Python writes what there is room for and says nothing of the rest.
    """
    target = tmp_path / "answer"
    target.write_text("before")
    for where in (f">'{tmp_path}/piped'", f"--output '{target}'"):
        code, _, err = shell(f"ulimit -f 1; trap '' XFSZ; '{MIVD}' {question} {where}", PYTHONUNBUFFERED=unbuffered)
        assert code == 3
        assert "mivd: cannot write" in err
    assert target.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answer", "piped"]


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 KB."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tiny", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk here; the limit on the size of files covers the rule")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_truly_full_disk_is_3_and_leaves_nothing_behind(tiny: Path) -> None:
    (tiny / "answer").write_text("before")
    for question in (f"show report-2020 -o '{tiny}/answer'", f"export '{tiny}/exported'"):
        code, out, err = shell(f"mivd {question}")
        assert (code, out) == (3, "")
        assert "No space left on device" in err
    assert [path.name for path in tiny.iterdir()] == ["answer"]
    assert (tiny / "answer").read_text() == "before"


def test_a_device_is_written_to_and_never_replaced() -> None:
    """``--output /dev/full`` by root would otherwise put a file in the place of the device."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here; a named pipe covers the rule")
    code, _, err = shell("mivd themes 2024 --output /dev/full")
    assert (code, "No space left on device" in err) == (3, True)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert shell("mivd themes 2024 -q --output /dev/stdout")[1] == shell("mivd themes 2024 -q")[1]


def test_a_named_pipe_gets_the_answer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    code, out, _ = shell(f"cat '{tmp_path}/pipe' & '{MIVD}' themes 2024 -q -o '{tmp_path}/pipe'; wait")
    assert (code, out) == (0, shell("mivd themes 2024 -q")[1])


def test_a_link_stays_a_link_and_a_private_file_private(tmp_path: Path) -> None:
    (tmp_path / "true").write_text("before")
    (tmp_path / "true").chmod(0o600)
    (tmp_path / "link").symlink_to("true")
    to_file(tmp_path / "link", ["after"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "true").read_text() == "after"
    assert stat.S_IMODE((tmp_path / "true").stat().st_mode) == 0o600


@pytest.mark.parametrize("reason", [KeyboardInterrupt, SystemExit(143), OSError(28, "No space left on device")])
def test_a_file_half_written_is_taken_away(tmp_path: Path, reason: BaseException) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise reason

    (tmp_path / "answer").write_text("before")
    with pytest.raises((KeyboardInterrupt, SystemExit, OutputError)):
        to_file(tmp_path / "answer", pieces())
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]
    assert (tmp_path / "answer").read_text() == "before"


@pytest.mark.parametrize("question", [*QUESTIONS, "source list", "search cyber", "diff 2024"])
def test_a_home_that_cannot_be_written_to_is_no_matter(question: str) -> None:
    home = {"HOME": "/dev/null", "XDG_CACHE_HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "MIVD_SOURCES": ""}
    assert shell(f"mivd {question}", **home)[0] == QUESTIONS.get(question, 1 if question == "source list" else 0)


def test_a_source_that_cannot_be_kept_is_3(tmp_path: Path) -> None:
    small.write(tmp_path / "data")
    plan = small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    code, out, err = shell(f"mivd source add plan-2031 '{plan}' --data '{tmp_path}/data'", MIVD_SOURCES="/dev/null/x")
    assert (code, out) == (3, "")
    assert "cannot" in err


@pytest.mark.parametrize(
    "settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
@pytest.mark.parametrize("question", ["help method", "diff --help", "glossary --format table", "cite plan-2024 --style nl"])
def test_no_encoding_of_the_environment_changes_what_is_printed(question: str, settings: dict[str, str]) -> None:
    assert shell(f"mivd {question}", **settings) == shell(f"mivd {question}")


STARTED = """
import gc, os
from mivdcli.command import main
rest = gc.disable
gc.disable = lambda: (rest(), os.write(2, b"."))
main()
"""
"""The program, saying when its own first line is reached: what the interpreter does before that is not ours to catch."""


def interrupted(after: float, sent: signal.Signals, *arguments: str) -> tuple[int, bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stderr is not None
    assert process.stderr.read(1) == b"."
    time.sleep(after)
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("arguments", [["search", "cyber", "-q"], ["diff", "2024", "--format", "html", "-q"]], ids=" ".join)
def test_an_interruption_at_any_moment_is_silent(sent: signal.Signals, code: int, arguments: list[str]) -> None:
    """During imports, reading, writing and after: the moments are drawn anew each time."""
    for _ in range(12):
        after = random.uniform(0.0005, 0.3)
        assert interrupted(after, sent, *arguments) in ((code, b""), (0, b""), (-signal.SIGTERM, b"")), after


def test_notices_and_errors_have_one_way_out() -> None:
    """A ``print`` to a stderr that is closed goes to stdout, so ``say`` alone may write there; ``progress`` to a terminal."""
    folder = Path(__file__).resolve().parents[2] / "src" / "mivdcli"
    found = [
        path.name
        for path in folder.rglob("*.py")
        if "sys.stderr" in path.read_text("utf-8") or "err=True" in path.read_text("utf-8")
    ]
    assert sorted(found) == ["command.py", "progress.py", "streams.py"]


def test_an_interruption_inside_a_command_is_130(mivd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mivdcli.corpus.Corpus.document", ask)
    assert mivd("themes", "plan-2024") == (130, "", "")
