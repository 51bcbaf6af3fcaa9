"""One command in a process of its own that can be killed; forked, so that nothing is imported anew for each of hundreds."""

import os
import resource
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from typing import Any

CHANGING = (
    "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "fcntl.flock", "ctypes.dlsym",
    "shutil.rmtree", "sqlite3.connect",
)  # fmt: skip
"""What Python announces before it touches the file system; the opening of a file to be written is one more."""
KILLED = -signal.SIGKILL
_LOG = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process, and gone with it


def start(arguments: list[str], before: Callable[[], None] = lambda: None) -> int:
    """The number of a new process that runs the command, silent, after ``before`` was called in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, of which there are none that we would need there
        child = os.fork()
    if child:
        return child
    code = 70
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1):
            os.dup2(null, stream)
        os.ftruncate(_LOG.fileno(), 0)
        os.lseek(_LOG.fileno(), 0, os.SEEK_SET)
        os.dup2(_LOG.fileno(), 2)
        sys.stdout, sys.stderr = (os.fdopen(os.dup(stream), "w", encoding="utf-8") for stream in (1, 2))
        before()
        from mivdcli.cli import run

        code = run(arguments)
        sys.stderr.flush()
    except BaseException:
        import traceback

        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def said() -> str:
    """What the last command said on stderr."""
    _LOG.seek(0)
    return _LOG.read().decode("utf-8", "replace")


def end(child: int) -> int:
    """Its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run_to_its_end(arguments: list[str], before: Callable[[], None] = lambda: None) -> int:
    return end(start(arguments, before))


def kill_at(arguments: list[str], point: int, before: Callable[[], None] = lambda: None) -> int:
    """Kill the command right before it touches the file system for the ``point``-th time, counted from 1."""

    def armed() -> None:
        left = point

        def hook(event: str, details: tuple[Any, ...]) -> None:
            nonlocal left
            if event in CHANGING or (event == "open" and _writes(details)):
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        before()
        sys.addaudithook(hook)

    return run_to_its_end(arguments, armed)


def _writes(details: tuple[Any, ...]) -> bool:
    _, mode, flags = details
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) if mode is None else any(letter in mode for letter in "wxa+")


def kill_after(arguments: list[str], seconds: float, before: Callable[[], None] = lambda: None) -> int:
    """Kill the command so long after its start, wherever it is by then; it may have ended."""
    child = start(arguments, before)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return end(child)


def full_after(size: int) -> Callable[[], None]:
    """Lets no file grow beyond ``size`` bytes, as a full disk does; to be called in the process that is to feel it."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit
