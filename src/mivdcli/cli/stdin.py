"""What another program hands over: text, whatever bytes it is made of."""

import sys


def stdin_text() -> str:
    """All of stdin as UTF-8; a byte that is none becomes a sign that no id contains, so it is reported and not a traceback."""
    raw = getattr(sys.stdin, "buffer", None)
    text: str = sys.stdin.read() if raw is None else raw.read().decode("utf-8", "replace")
    return text.removeprefix("\ufeff")
