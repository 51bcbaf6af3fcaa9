"""Where the installed command begins and ends: the process around the command line.

It imports nothing at first, so that what follows can be loaded without pauses. A library must not touch the collector,
the signals and the streams of the program that imports it; a command that lives for a tenth of a second may.
"""

import gc
import os
import sys

COMPLETING = "_MIVD_COMPLETE"
"""Set by a shell's completion script to the name of the shell."""
INTERRUPTED = 130
TERMINATED = 143


def main() -> None:
    """Run the command line and leave with its exit code; interrupted at any moment, it leaves in silence.

    The garbage collector rests while modules are loaded: nothing that an import makes is garbage, looking through it again
    and again costs a tenth of a short command, and once frozen it is never looked through again. Tab is answered before
    all that: a person is waiting for it.
    """
    if shell := os.environ.get(COMPLETING):
        from mivdcli.completion.reply import main as complete

        complete(shell)
        return
    sys.unraisablehook = _unraisable
    try:
        gc.disable()
        from signal import SIGINT, SIGTERM, default_int_handler, signal

        signal(SIGINT, _at_once)
        signal(SIGTERM, _terminated)  # so that a file half written is taken away first
        open_streams()
        from mivdcli.postponed import postpone

        postpone()
        from mivdcli.cli import run

        gc.freeze()
        gc.enable()
        signal(SIGINT, default_int_handler)
        code = run(sys.argv[1:])
    except BaseException as error:
        code = _stopped(error)
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)  # there is nothing left to interrupt
    leave(code)


def _stopped(error: BaseException) -> int:
    """The exit code of an interruption, which the making of a class wraps in an error of its own; any other error is a bug."""
    for one in (error, error.__cause__):
        if isinstance(one, KeyboardInterrupt):
            return INTERRUPTED
        if isinstance(one, SystemExit):
            return int(one.code or 0)
    raise error


def open_streams() -> None:
    """Give each stream that the shell closed (``>&-``) a place, before a file of ours takes its number.

    What is written to such a stdout fails, as it should; what is written to such a stderr is lost.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    # Opened anew: unbuffered (PYTHONUNBUFFERED) it would lose without a word what a full disk does not take at once.
    out = os.open(os.devnull, os.O_RDONLY) if sys.stdout is None else sys.stdout.fileno()
    sys.stdout = os.fdopen(out, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _at_once(_number: int, _frame: object) -> None:
    """While modules are loaded there is nothing to put away, and an exception may be swallowed by what is half loaded."""
    os._exit(INTERRUPTED)


def _terminated(_number: int, _frame: object) -> None:
    raise SystemExit(TERMINATED)


def _unraisable(what: "sys.UnraisableHookArgs") -> None:
    """An interruption that fell into a callback of the interpreter, where it would be printed and forgotten."""
    if issubclass(what.exc_type, KeyboardInterrupt | SystemExit):
        os._exit(INTERRUPTED if issubclass(what.exc_type, KeyboardInterrupt) else TERMINATED)
    sys.__unraisablehook__(what)


def leave(code: int) -> None:
    """End the process with everything written, and without taking apart one by one what the system frees at once.

    That would take as long as starting a bare interpreter. Whatever must be closed, the commands close themselves.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # a stream that is closed: the interpreter knows what to do
        sys.exit(code)
    os._exit(code)
