"""The line on stderr while something takes its time."""

import io
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from mivdcli.cli import progress
from mivdcli.cli.progress import say, working
from tests import small
from tests.conftest import Command


class Screen(io.StringIO):
    """A stderr that may be a terminal."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def await_text(self, text: str) -> None:
        """Until it stands there; the test hangs no longer than its patience."""
        for _ in range(1000):
            if text in self.getvalue():
                return
            time.sleep(0.005)
        raise AssertionError(f"{text!r} never came: {self.getvalue()!r}")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal on which progress shows at once."""
    monkeypatch.setattr(progress, "AFTER", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.001)
    monkeypatch.setenv("TERM", "xterm")
    found = Screen()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=found))  # pytest puts its own stderr back before the test
    return found


def left_on(screen: Screen) -> str:
    """What still stands on the line after everything that cleared it."""
    return screen.getvalue().rpartition("\x1b[2K")[2]


def test_it_says_what_is_going_on_and_is_gone_afterwards(screen: Screen) -> None:
    with working("counting boats"):
        screen.await_text("mivd: counting boats (0 s)")
        say("counting gulls")
        screen.await_text("mivd: counting gulls")
    assert left_on(screen) == ""


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_it_is_gone_when_it_is_interrupted(screen: Screen, error: type[BaseException]) -> None:
    with pytest.raises(error), working("counting"):  # noqa: PT012 - it must show before it breaks off
        screen.await_text("counting")
        raise error
    assert left_on(screen) == ""


def test_what_is_soon_there_says_nothing(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "AFTER", 60.0)
    with working("counting"):
        pass
    assert screen.getvalue() == ""


def test_neither_a_pipe_nor_quiet_nor_a_dumb_terminal_gets_it(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    with working("counting", quiet=True):
        say("more")
    screen.terminal = False
    with working("counting"):
        say("more")
    screen.terminal = True
    monkeypatch.setenv("TERM", "dumb")
    with working("counting"):
        say("more")
    assert screen.getvalue() == ""


def test_it_takes_one_line_and_shows_no_control_character(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that wraps could not be taken away; a file's name may hold anything."""
    monkeypatch.setenv("COLUMNS", "30")
    with working("draft \x1b[31m" + "x" * 100):
        screen.await_text("draft")
    assert "\x1b[31m" not in screen.getvalue()
    assert max(len(piece) for piece in screen.getvalue().split("\r\x1b[2K")) < 30


def test_a_stderr_that_is_gone_keeps_nobody_from_the_answer(screen: Screen) -> None:
    with working("counting"):
        screen.await_text("counting")
        screen.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["themes", "2031", "--data", "{data}"], "themes"),
        (["search", "boten", "--data", "{data}"], "search"),
        (["export", "{tmp}/export", "--data", "{data}"], "export"),
        (["verify", "plan-2031", "--file", "{tmp}/plan.txt", "--data", "{data}"], "verify plan-2031"),
        (["source", "add", "plan-2031", "{tmp}/plan.txt", "--data", "{data}"], "source add plan-2031"),
        (["draft", "{tmp}/plan.txt", "--kind", "plan", "--year", "2032"], "draft plan.txt"),
        (["check", "{data}"], "check "),
    ],
)
def test_everything_that_may_take_long_says_so(
    mivd: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    told: list[str] = []

    class Kept:
        def __init__(self, what: str) -> None:
            told.append(what)

        def stop(self) -> None:
            told.append("gone")

    monkeypatch.setattr(progress, "Line", Kept)
    monkeypatch.setattr(progress, "_watched", lambda: True)
    mivd(*(part.format(data=folder, tmp=tmp_path) for part in arguments))
    assert told[0].startswith(said)
    assert told[1] == "gone"
