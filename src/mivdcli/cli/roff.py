"""The few forms of a manual page: man(7) macros, with every character that means something to roff made harmless."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph

LINE = 78
"""Longer lines are frowned upon by the tools that check manuals."""


def plain(text: str) -> str:
    """Text that roff prints as it stands: ASCII, hyphens that can be copied, no line that looks like a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha")
    safe = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in safe.replace("~", "\\(ti"))
    return f"\\&{safe}" if safe.startswith(".") else safe


def request(name: str, text: str) -> str:
    """A macro with one argument."""
    quoted = plain(text).replace('"', "\\(dq")
    return f'.{name} "{quoted}"'


def running(text: str) -> Iterator[str]:
    """Running text in lines; a word that begins one is made harmless too."""
    yield from map(plain, wrap(text, LINE - 10, break_long_words=False, break_on_hyphens=False))


def paragraph(text: str) -> Iterator[str]:
    yield ".PP"
    yield from running(text)


def tagged(tag: str, text: str) -> Iterator[str]:
    """A term in bold with its explanation."""
    yield ".TP"
    yield request("B", tag)
    yield from running(text) if text else ["\\&"]


def verbatim(lines: Iterable[str]) -> Iterator[str]:
    """Commands, as they are to be typed."""
    yield from (".PP", ".nf", ".RS 4")
    yield from map(plain, lines)
    yield from (".RE", ".fi")


def blocks(page: Iterable[Block]) -> Iterator[str]:
    """A help topic: its title is a section, its further headings are subsections."""
    name = "SH"
    begun = False
    for block in page:
        match block:
            case Heading(text):
                yield request(name, text)
                name = "SS"
            case Paragraph(text):
                yield from paragraph(text) if begun else running(text)
            case Entry(tag, says):
                yield from tagged(tag, says)
        begun = not isinstance(block, Heading)
