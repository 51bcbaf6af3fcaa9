"""The pages of a PDF: where each character stands on the page decides the columns, and so the reading order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from mivdcli.errors import MissingExtra, SourceError
from mivdcli.sources.readers.columns import Line, in_reading_order
from mivdcli.text import normal_form

MOST_PAGES = 2000
MOST_ON_A_PAGE, MOST_CHARACTERS = 50_000, 1_000_000
"""Characters; the longest report has a tenth, and 6,000 on a page."""


class Glyph(NamedTuple):
    character: str
    left: float
    bottom: float
    right: float
    top: float


def library() -> Any:
    """The library that reads PDFs. Raises MissingExtra."""
    try:
        import pypdfium2
    except ModuleNotFoundError:
        raise MissingExtra("reading PDF", "pypdfium2") from None
    return pypdfium2


def page_texts(data: bytes, name: str) -> list[str]:
    """The text of each page, in reading order. Raises SourceError where the file is locked or damaged, or holds too much."""
    pypdfium2 = library()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        what = "is locked with a password" if "password" in str(error).lower() else "is a damaged PDF"
        raise SourceError(f'"{name}" {what}') from None
    try:
        if len(document) > MOST_PAGES:
            raise SourceError(f'"{name}" has {len(document)} pages, more than {MOST_PAGES}')
        pages: list[str] = []
        for number in range(len(document)):
            pages.append(_page(document[number], number + 1, name))
            if sum(map(len, pages)) > MOST_CHARACTERS:
                raise SourceError(f'"{name}" has more than {MOST_CHARACTERS} characters', hint="give the document alone")
        return pages
    except pypdfium2.PdfiumError as error:
        raise SourceError(f'"{name}" is a damaged PDF: {error}') from None
    finally:
        document.close()


def _page(page: Any, number: int, name: str) -> str:
    """The text of a page in reading order, with an empty line wherever more space is left than between two lines."""
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > MOST_ON_A_PAGE:
            raise SourceError(f'"{name}" has {textpage.count_chars()} characters on page {number}, more than {MOST_ON_A_PAGE}')
        glyphs = list(_glyphs(textpage))
    finally:
        textpage.close()
        page.close()
    ordered = in_reading_order(_lines(glyphs))
    text = _with_gaps(ordered)
    wanted, got = Counter(normal_form("".join(g.character for g in glyphs))), Counter(normal_form(text))
    if wanted != got:
        lost = sum((wanted - got).values()) + sum((got - wanted).values())
        raise SourceError(f'"{name}" cannot be read whole: {lost} characters of page {number} went astray')
    return text


def _glyphs(textpage: Any) -> Iterator[Glyph]:
    """Every character that the page shows, in the order of the file."""
    from pypdfium2 import raw

    left, right, bottom, top = (c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, index)
        if code in (0, 0xFFFE, 0xFFFF):
            code = 0x2010 if code == 0xFFFE else 0
        if not code:
            continue
        raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top)
        character = "-" if code in (2, 0x2010) else chr(code)
        yield Glyph(character, left.value, bottom.value, right.value, top.value)


def _lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Stretches of characters on one line, cut where the file says so and where a gap is wider than any space between words."""
    found: list[list[Glyph]] = [[]]
    height = median([g.top - g.bottom for g in glyphs if g.character.isalnum()] or [1.0])
    for glyph in glyphs:
        run = found[-1]
        if glyph.character in "\r\n":
            found.append([])
            continue
        printed = next((g for g in reversed(run) if not g.character.isspace()), None)
        if printed is not None and not glyph.character.isspace() and _apart(printed, glyph, height):
            found.append([])
        found[-1].append(glyph)
    return [line for run in found if (line := _line(run)) is not None]


def _apart(before: Glyph, after: Glyph, height: float) -> bool:
    gap = after.left - before.right
    overlap = min(before.top, after.top) - max(before.bottom, after.bottom)
    moved = overlap <= -0.3 * height and abs(after.bottom - before.bottom) > 0.8 * height
    return gap > 2.5 * height or gap < -3 * height or moved


def _line(run: Sequence[Glyph]) -> Line | None:
    text = "".join(glyph.character for glyph in run).strip()
    printed = [glyph for glyph in run if not glyph.character.isspace()]
    if not text:
        return None
    return Line(
        text,
        min(g.left for g in printed),
        min(g.bottom for g in printed),
        max(g.right for g in printed),
        max(g.top for g in printed),
    )


def _leading(column: Sequence[Line], steps: Sequence[float]) -> float:
    """The usual step from line to line: small among the steps, for there may be as many gaps as lines."""
    height = median(line.top - line.bottom for line in column)
    real = sorted(step for step in steps if step > 0.7 * height)
    return real[len(real) // 5] if real else height


def _with_gaps(columns: Sequence[Sequence[Line]]) -> str:
    """The lines below each other; an empty line stands where the page leaves more room than usual, and between columns."""
    parts = []
    for column in columns:
        steps = [above.bottom - below.bottom for above, below in pairwise(column)]
        usual = _leading(column, steps)
        text = column[0].text
        for below, step in zip(column[1:], steps, strict=True):
            text += ("\n\n" if step > 1.35 * usual or step < 0 else "\n" if step > 0.3 * usual else "   ") + below.text
        parts.append(text)
    return "\n\n".join(parts)
