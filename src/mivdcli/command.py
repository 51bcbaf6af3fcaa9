"""Where the installed command begins. It imports nothing at first, so that what follows can be loaded without pauses.

A library must not touch the collector of the program that imports it; a command that lives for a tenth of a second may.
"""

import gc
import os

COMPLETING = "_MIVD_COMPLETE"
"""Set by a shell's completion script to the name of the shell."""


def main() -> None:
    """Load the command line with the garbage collector at rest, then run it with the collector as usual.

    Nothing that an import makes is garbage: looking through it again and again costs a tenth of a short command, and
    once frozen it is never looked through again. Tab is answered before all that: a person is waiting for it.
    """
    if shell := os.environ.get(COMPLETING):
        from mivdcli.completion.reply import main as complete

        complete(shell)
        return
    gc.disable()
    from mivdcli.cli import main as run

    gc.freeze()
    gc.enable()
    run()
