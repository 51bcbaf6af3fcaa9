"""PDFs with a text layer.

The library that takes a PDF apart is written in C and reads files from anywhere, so it works in a process of its own, with
limits: a file that breaks it, fills the memory or never ends is an error here, and nothing worse.
"""

import subprocess
import sys
from collections.abc import Sequence

import msgspec

from mivdcli.errors import SourceError
from mivdcli.sources.block import Reading
from mivdcli.sources.clean import plain_ends
from mivdcli.sources.readers.pdf_pages import library
from mivdcli.sources.readers.plain import read_lines

BLANK_PAGES = 0.5
"""From this share of pages without a word on, a PDF is taken for a scan."""
PATIENCE = 120
"""Seconds by the clock, for a machine with much else to do; the limit on computing (``pdf_process``) is far below it."""


class Answer(msgspec.Struct, frozen=True):
    """What the other process says: the text of each page, or what is wrong."""

    pages: list[str] = []
    error: str = ""
    hint: str = ""


def read_pdf(data: bytes, name: str) -> Reading:
    """The blocks of a PDF. Raises SourceError where it is locked, damaged, a scan, too much, or not every character arrived."""
    library()
    answer = _pages(data, name)
    if answer.error:
        raise SourceError(answer.error, hint=answer.hint)
    return reading_of(answer.pages, name)


def _pages(data: bytes, name: str) -> Answer:
    command = [sys.executable, "-m", "mivdcli.sources.readers.pdf_process", name]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
        return msgspec.json.decode(done.stdout, type=Answer)
    except subprocess.TimeoutExpired:
        pass
    except msgspec.DecodeError:
        pass
    raise SourceError(
        f'"{name}" cannot be read: the PDF breaks its reader, or needs more memory or time than a document should',
        hint="if your program shows it, print it to a new PDF, or give its text",
    )


def reading_of(pages: Sequence[str], name: str) -> Reading:
    """The blocks of pages that were read as text."""
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise SourceError(f'"{name}" has no text layer: its pages are pictures', hint="have it recognised (OCR) first")
    if blank > BLANK_PAGES * len(pages):
        raise SourceError(f'"{name}" has a text layer on {len(pages) - blank} of {len(pages)} pages only')
    return read_lines(plain_ends("\f".join(pages)), name, "pdf")
