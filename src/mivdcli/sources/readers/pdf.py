"""PDFs with a text layer."""

from collections.abc import Sequence

from mivdcli.errors import SourceError
from mivdcli.sources.block import Reading
from mivdcli.sources.clean import plain_ends
from mivdcli.sources.readers.pdf_pages import page_texts
from mivdcli.sources.readers.plain import read_lines

BLANK_PAGES = 0.5
"""From this share of pages without a word on, a PDF is taken for a scan."""


def read_pdf(data: bytes, name: str) -> Reading:
    """The blocks of a PDF. Raises SourceError where it is locked, damaged, a scan, or not every character arrived."""
    return reading_of(page_texts(data, name), name)


def reading_of(pages: Sequence[str], name: str) -> Reading:
    """The blocks of pages that were read as text."""
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise SourceError(f'"{name}" has no text layer: its pages are pictures', hint="have it recognised (OCR) first")
    if blank > BLANK_PAGES * len(pages):
        raise SourceError(f'"{name}" has a text layer on {len(pages) - blank} of {len(pages)} pages only')
    return read_lines(plain_ends("\f".join(pages)), name, "pdf")
