"""PDFs of our own: text set in columns on pages with running heads and feet, the way a printed report is set."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fpdf import FPDF

CHARS, LINES = 46, 30
"""Of a column."""
LEFT, TOP, STEP, COLUMN = 20.0, 30.0, 6.0, 90.0
_PLAIN = str.maketrans("‘’“”–—•…", "''\"\"--*.")


class Piece(NamedTuple):
    """A line to set, or the empty room between two paragraphs."""

    text: str
    bold: bool = False


def two_columns(parts: Iterable[tuple[str, list[str]]], *, order: str = "columns") -> bytes:
    """Headings with their paragraphs in two columns on pages.

    ``order`` is that of the file, which a reader never sees: ``columns`` as read, ``rows`` line by line across the page,
    ``right`` with the right column first.
    """
    lines = list(_lines(parts))
    pdf = _paper()
    for number, start in enumerate(range(0, len(lines), 2 * LINES), 1):
        pdf.add_page()
        page = lines[start : start + 2 * LINES]
        placed = [(piece, place // LINES, place % LINES) for place, piece in enumerate(page)]
        if order == "rows":
            placed.sort(key=lambda one: one[2])
        if order == "right":
            placed.sort(key=lambda one: -one[1])
        _furniture(pdf, number)
        for piece, column, row in placed:
            pdf.set_font("Helvetica", "B" if piece.bold else "", 9)
            if piece.text:
                pdf.text(LEFT + column * COLUMN, TOP + row * STEP, piece.text)
    return bytes(pdf.output())


def one_column(parts: Iterable[tuple[str, list[str]]]) -> bytes:
    """The same text on pages with one column."""
    lines = list(_lines(parts))
    pdf = _paper()
    for number, start in enumerate(range(0, len(lines), LINES), 1):
        pdf.add_page()
        _furniture(pdf, number)
        for row, piece in enumerate(lines[start : start + LINES]):
            pdf.set_font("Helvetica", "B" if piece.bold else "", 9)
            if piece.text:
                pdf.text(LEFT, TOP + row * STEP, piece.text)
    return bytes(pdf.output())


def picture() -> bytes:
    """A page without a text layer, as a scanner makes it."""
    pdf = _paper()
    pdf.add_page()
    pdf.rect(30, 30, 100, 100, style="F")
    return bytes(pdf.output())


def _paper() -> FPDF:
    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    return pdf


def _furniture(pdf: FPDF, number: int) -> None:
    pdf.set_font("Helvetica", "", 7)
    pdf.text(LEFT, 15, "Harbour watch, report of the year 2031")
    pdf.text(100, 285, str(number))


def _lines(parts: Iterable[tuple[str, list[str]]]) -> Iterator[Piece]:
    for title, paragraphs in parts:
        if title:
            yield Piece("")
            yield from (Piece(line, True) for line in _set(title))
        for number, paragraph in enumerate(paragraphs):
            if number:
                yield Piece("")
            yield from (Piece(line) for line in _set(paragraph))


def _set(text: str) -> Iterator[str]:
    """Lines of a column; a word too long for the rest of its line is broken with a hyphen."""
    line = ""
    for word in text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1").split():
        room = CHARS - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}".strip()
        elif room > 5 and len(word) > 9 and word[: room - 1].isalpha() and len(word) - room > 2:
            yield f"{line} {word[: room - 1]}-".strip()
            line = word[room - 1 :]
        else:
            yield line
            line = word
    yield line
