"""Text on its way to a screen. Every command loads this, and hardly any has anything to make visible."""

import re

_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, what turns the writing direction or ends a line unseen, invisible tags, and halves of characters.

``re`` compiles it when it is first needed, and keeps it.
"""


def printable(text: str) -> str:
    """The text with every control character and every character that turns the writing direction made visible.

    A file that a user hands us may hold escape codes; none may reach a terminal.
    """
    return text if text.isprintable() else re.sub(_UNSAFE, lambda found: _escape(ord(found.group())), text)


def one_line(text: str) -> str:
    """The same on one line, for a word of the user in a message: with a line end in it he could make it say anything."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
