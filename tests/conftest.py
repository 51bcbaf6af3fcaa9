"""Fixtures that several tests share: a tiny data folder of our own words, and the command run as a user runs it."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from mivdcli.cli import run
from mivdcli.corpus import Corpus
from tests import small

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
"""The same examples at every run, so that a change is never blamed for another's luck; no test asserts times."""
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write true outputs into documentation and golden files")


@pytest.fixture(autouse=True)
def settings_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the settings of whoever runs it, in this process or in one that it starts."""
    mine = [name for name in os.environ if name.startswith("MIVD_")]
    shared = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PAGER", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION"]
    for name in (*mine, *shared, "KONSOLE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MIVD_CONFIG", "")


class Result(NamedTuple):
    """What a command did: the three things that a script can see."""

    code: int
    out: str
    err: str


Command = Callable[..., Result]


class _Stream(io.TextIOWrapper):
    """A stdout or stderr with a ``buffer``, as the real ones have."""

    def text(self) -> str:
        self.flush()
        raw = self.buffer
        assert isinstance(raw, io.BytesIO)
        return raw.getvalue().decode()


@pytest.fixture
def mivd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """``mivd("themes", "2024")`` in this process, as if stdout were a pipe; prints what it saw when a test fails."""
    monkeypatch.setenv("MIVD_SOURCES", str(tmp_path / "sources"))

    def command(*arguments: str | Path, code: int | None = None) -> Result:
        out, err = (_Stream(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            got = run([str(argument) for argument in arguments])
        result = Result(got, out.text(), err.text())
        if code is not None:
            assert got == code, f"exit {got}, wanted {code}\nstdout: {result.out[:2000]}\nstderr: {result.err[:2000]}"
        return result

    return command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A complete data folder of our own: a plan and a report of 2031, both described in full."""
    return small.write(tmp_path / "data")


@pytest.fixture
def corpus(folder: Path) -> Corpus:
    """The small folder as the only data there is."""
    return Corpus(bundled=folder)


@pytest.fixture(scope="session")
def bundled() -> Corpus:
    """The real data, read once."""
    return Corpus()


@pytest.fixture(scope="session")
def sources() -> Path:
    """The official texts, which are never part of the project; tests that need them skip, saying so, where they are absent."""
    path = SHARED / "sources"
    if not path.is_dir():
        pytest.skip("the official texts are not at ../shared/sources; a test on a small document of our own covers the rule")
    return path
