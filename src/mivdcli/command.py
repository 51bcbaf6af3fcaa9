"""Where the installed command begins and ends. It imports nothing at first, so that what follows can be loaded without pauses.

A library must not touch the collector of the program that imports it, nor end it; a command that lives for a tenth of a
second may.
"""

import gc
import os
import sys


def main() -> None:
    """Load the command line with the garbage collector at rest, then run it with the collector as usual.

    Nothing that an import makes is garbage: looking through it again and again costs a tenth of a short command, and
    once frozen it is never looked through again.
    """
    gc.disable()
    from mivdcli.cli import run

    gc.freeze()
    gc.enable()
    leave(run(sys.argv[1:]))


def leave(code: int) -> None:
    """End the process with everything written, and without taking apart one by one what the system frees at once.

    That would take as long as starting a bare interpreter. Whatever must be closed, the commands close themselves.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (
        OSError,
        ValueError,
        AttributeError,
    ):  # a stream that is closed, or was never there: the interpreter knows what to do
        sys.exit(code)
    os._exit(code)
