"""What another program hands over: text, whatever bytes it is made of."""

import sys

from mivdcli.errors import UsageError
from mivdcli.files import MIB, in_mib

LARGEST_INPUT = 4 * MIB
"""Of queries, refs or stamps; beyond that somebody piped the wrong thing, or one that has no end."""


def stdin_bytes() -> bytes:
    """All of stdin. Raises UsageError where it does not end in time."""
    raw: bytes = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    if len(raw) > LARGEST_INPUT:
        raise UsageError(f"more than {in_mib(LARGEST_INPUT)} on stdin", hint="give one query, ref or stamp a line")
    return raw


def stdin_text() -> str:
    """All of stdin as UTF-8; a byte that is none becomes a sign that no id contains, so it is reported and not a traceback."""
    text = stdin_bytes().decode("utf-8", "replace") if hasattr(sys.stdin, "buffer") else sys.stdin.read()
    return text.removeprefix("\ufeff")
