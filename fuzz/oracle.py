"""What every input must lead to: an answer or an error of ours, in time, and with nothing on a screen that could steer it."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from mivdcli import corpus
from mivdcli.cli import run
from mivdcli.errors import MivdError
from mivdcli.printable import printable

CODES = (0, 1, 2, 3, 4)
"""Of the contract; an interrupt does not happen here."""


class Answer(NamedTuple):
    code: int
    out: str
    err: str


class Target(NamedTuple):
    """One reader: what takes an input, inputs that it understands, and words worth putting into others."""

    one: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: tuple[str, ...] = ()
    largest: int = 4096
    """Bytes of an input; what large ones do is tested apart (tests/hostile/test_large.py)."""


def text_of(data: bytes) -> str:
    """What Python makes of an argument or an environment variable in bytes that are no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


@contextmanager
def refusing() -> Iterator[None]:
    """An error of ours is an answer."""
    try:
        yield
    except MivdError as error:
        assert error.message, "an error without a word"


@contextmanager
def only(folder: Path) -> Iterator[None]:
    """The data in ``folder`` as the only data there is: the bundled documents would cost most of the time."""
    usual = corpus.bundled_folder
    corpus.bundled_folder = lambda: folder
    try:
        yield
    finally:
        corpus.bundled_folder = usual


def command(*arguments: str, stdin: bytes = b"") -> Answer:
    """A command in this process. Raises AssertionError where it breaks the contract of codes, streams and signs."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in range(2))
    usual = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(list(arguments))
    finally:
        sys.stdin = usual
    answer = Answer(code, *(_written(stream) for stream in (out, err)))
    assert code in CODES, f"exit {code}"
    assert printable(answer.err) == answer.err, f"a control character on stderr: {answer.err!r}"
    assert code != 2 or not answer.out, f"an error, and something on stdout: {answer.out[:200]!r}"
    assert code in (0, 1) or answer.err or answer.out, f"exit {code} without a word"
    return answer


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8", "surrogateescape")
