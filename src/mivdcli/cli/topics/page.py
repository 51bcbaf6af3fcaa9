"""A help topic as blocks of text, which the terminal and the manual page each arrange in their own way."""

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import NamedTuple

WIDTH = 80
"""Columns of a topic, unless the terminal has fewer."""
_NAMES = 18
"""The column in which explanations begin."""


class Heading(NamedTuple):
    text: str


class Paragraph(NamedTuple):
    text: str


class Entry(NamedTuple):
    """A name, such as a format, with what it means."""

    name: str
    says: str


Block = Heading | Paragraph | Entry


def as_text(blocks: Iterable[Block], width: int = WIDTH) -> str:
    return "\n".join(_lines(blocks, width)).lstrip("\n") + "\n"


def _lines(blocks: Iterable[Block], width: int) -> Iterator[str]:
    last: Block | None = None
    for block in blocks:
        if not (isinstance(last, Entry) and isinstance(block, Entry)):
            yield ""
        match block:
            case Heading(text):
                yield text
            case Paragraph(text):
                yield fill(text, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
            case Entry(name, says):
                yield from _entry(name, says, width)
        last = block


def _entry(name: str, says: str, width: int) -> Iterator[str]:
    margin = " " * _NAMES
    if len(name) + 3 > _NAMES:
        yield f"  {name}"
        name = ""
    yield fill(f"  {name:<{_NAMES - 2}}{says}", width, subsequent_indent=margin, break_on_hyphens=False)
