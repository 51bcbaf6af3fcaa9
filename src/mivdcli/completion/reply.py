"""The answer in the form that each shell's script reads: a line that says what follows, then a candidate a line."""

from __future__ import annotations

import os
import sys

from mivdcli.completion.resolve import complete
from mivdcli.completion.split import Line

_SPECIAL = frozenset(" \t\n\\\"'$`&|;<>()*?[]{}!^")
"""What means something to bash outside quotes."""


def reply(shell: str, arguments: list[str]) -> str:
    """``arguments``: for bash COMP_WORDBREAKS and the line up to the cursor, elsewhere its words, the last one half typed.

    fish hands that one over as it stands, with a quotation mark that may be open.
    """
    if shell == "bash":
        return _to_bash(*arguments[:2])
    words = arguments or [""]
    found = complete(words[:-1], Line(words[-1]).current if shell == "fish" else words[-1])
    lines = [f"{found.files or 'words'}\t{found.prefix}"]
    lines += [f"{value}\t{says}\t{'more' if more else ''}" for value, says, more in found.candidates]
    return "\n".join(lines) + "\n"


def _to_bash(breaks: str = "", text: str = "") -> str:
    """Bash replaces only what stands after the last break, so only that is offered, written as bash would have it typed."""
    line = Line(text, breaks)
    if line.redirected:
        return "file\n"
    found = complete(line.words[1:], line.current)
    values = [value for value, _, _ in found.candidates if value.startswith(line.head)]
    more = len(values) == 1 and any(more for _, _, more in found.candidates)
    lines = [found.files or ("more" if more else "words")]
    lines += [_typed(value[len(line.head) :], line.quote, whole=not line.head) for value in values]
    return "\n".join(lines) + "\n"


def _typed(value: str, quote: str, *, whole: bool) -> str:
    """``whole``: it begins the word, where a tilde and a number sign mean something."""
    if quote == '"':
        return "".join("\\" + sign if sign in '"\\$`' else sign for sign in value)
    if quote:
        return value.replace("'", "'\\''")
    escaped = "".join("\\" + sign if sign in _SPECIAL else sign for sign in value)
    return "\\" + escaped if whole and escaped[:1] in ("~", "#") else escaped


def main(shell: str) -> None:
    """Answer and say nothing else; UTF-8 whatever the locale says."""
    left = reply(shell, sys.argv[1:]).encode("utf-8", "surrogateescape")
    try:
        while left:
            left = left[os.write(1, left) :]
    except OSError:  # nobody is there to read it, and what we said of that would stand in the line that is being typed
        return
