"""A long table goes through a pager, if there is one."""

from mivdcli.cli.settings import current
from mivdcli.cli.streams import as_bytes


def pager_command() -> list[str]:
    """The pager's command in words; empty where the reader wants none or names one that is no command."""
    import shlex

    try:
        return shlex.split(current().value("pager") or "")
    except ValueError:  # a quote that never ends
        return []


def paged(text: str, command: list[str]) -> bool:
    """Whether a pager took the text; one that cannot be started, or fails, is no reason to keep the answer back."""
    from signal import SIG_IGN, SIGINT, signal
    from subprocess import PIPE, Popen

    try:
        process = Popen(command, stdin=PIPE)
    except (OSError, ValueError):
        return False
    before = signal(SIGINT, SIG_IGN)  # Ctrl-C is the pager's while it runs: less stops a search with it
    try:
        process.communicate(as_bytes(text))
    except BrokenPipeError:  # it was left early: the reader has seen enough
        process.wait()
    finally:
        signal(SIGINT, before)
    if process.returncode == -SIGINT:
        raise KeyboardInterrupt
    return process.returncode == 0
