"""What leaves the program: the answer on stdout or in a file, notices on stderr, and what happens where that fails.

A reader that has gone is no error; an answer that cannot be written is one; a notice that cannot be written is neither.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from mivdcli.errors import OutputError, UsageError


def say(line: object) -> None:
    """A line on stderr. Where nobody can read it the command goes on, with the exit code of its answer."""
    if sys.stderr is None:  # print would take stdout instead, where only the answer belongs
        return
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def to_stdout(pieces: Iterable[str]) -> None:
    """UTF-8 whatever the locale says, so that the bytes are the same everywhere. Raises OutputError."""
    try:
        sys.stdout.flush()
        stream = sys.stdout.buffer
        for piece in pieces:
            stream.write(as_bytes(piece))
        stream.flush()
    except OSError as error:
        failed(error)


def finish_stdout() -> None:
    """Hand over what ``print`` still holds back. Raises OutputError."""
    try:
        sys.stdout.flush()
    except OSError as error:
        failed(error)


def failed(error: OSError) -> None:
    """What writing to stdout met: nothing to speak of where the reader has seen enough, else an OutputError."""
    silence(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        hint = "what was printed may not be all of it; --output FILE writes an answer whole or not at all"
        raise OutputError(f"cannot write to stdout: {error.strerror or error}", hint=hint) from None


def silence(stream: Any) -> None:
    """Point the stream away, so that the interpreter's own last flush cannot fail once more and change the exit code."""
    with suppress(OSError, ValueError, AttributeError):
        away = os.open(os.devnull, os.O_WRONLY)
        os.dup2(away, stream.fileno())
        os.close(away)


def to_file(path: Path, pieces: Iterable[str]) -> None:
    """The answer whole or not at all: written beside the target and moved into place. Raises OutputError and UsageError.

    What is no ordinary file, such as a device or a named pipe, is written to; moving a file there would replace it.
    """
    if path.is_dir():
        raise UsageError(f'"{path}" is a folder', hint="--output takes the name of a file")
    try:
        if path.parent == Path("/dev") or (path.exists() and not path.is_file()):
            with path.open("wb") as device:
                _write(device, pieces)
        else:
            from mivdcli.whole import replace_file

            replace_file(path, map(as_bytes, pieces))
    except BrokenPipeError:
        return
    except OSError as error:
        raise OutputError(
            f'cannot write "{path}": {error.strerror or error}',
            hint="--output takes a file in a folder that has room and can be written to",
        ) from None


def _write(file: IO[bytes], pieces: Iterable[str]) -> None:
    for piece in pieces:
        file.write(as_bytes(piece))


def as_bytes(text: str) -> bytes:
    """A byte that the shell handed over and that is no UTF-8 leaves as it came."""
    return text.encode("utf-8", "surrogateescape")
