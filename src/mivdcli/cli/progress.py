"""A line on stderr while something takes its time: only on a terminal, and gone before anything else is said there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from mivdcli.cli.extras import ARGUMENTS
from mivdcli.printable import printable

AFTER = 0.7
"""Seconds before there is anything to see; most answers are there by then."""
EVERY = 0.2
_CLEAR = "\r\x1b[2K"


class Line:
    """What is going on, written by a thread of its own, so that no work has to stop and say so."""

    def __init__(self, what: str) -> None:
        from threading import Event, Thread

        self.what = what
        self._done = Event()
        self._shown = False
        self._began = monotonic()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Take the line away."""
        self._done.set()
        self._thread.join()
        if self._shown:
            _write(_CLEAR)

    def _run(self) -> None:
        from shutil import get_terminal_size

        if self._done.wait(AFTER):
            return
        while True:
            self._shown = True
            told = printable(f"mivd: {self.what} ({monotonic() - self._began:.0f} s)")
            _write(_CLEAR + told[: max(get_terminal_size((80, 24)).columns - 1, 10)])
            if self._done.wait(EVERY):
                return


def _watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    """Whatever happens to stderr, the answer goes on."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


_LINE: ContextVar[Line | None] = ContextVar("line", default=None)


def say(what: str) -> None:
    """What is going on now, if anybody is watching."""
    if (line := _LINE.get()) is not None:
        line.what = what


@contextmanager
def working(what: str = "", *, quiet: bool = False) -> Iterator[None]:
    """Shows that something is going on for as long as it lasts, and nothing afterwards, even when it is interrupted."""
    if quiet or not _watched():
        yield
        return
    line = Line(what or " ".join(ARGUMENTS.get()[:1]))
    token = _LINE.set(line)
    try:
        yield
    finally:
        _LINE.reset(token)
        line.stop()
