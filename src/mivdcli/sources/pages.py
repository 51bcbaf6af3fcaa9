"""The lines of a paged text as stretches: pages apart, furniture set aside, columns in reading order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from mivdcli.errors import SourceError

TERMINAL = re.compile(r"[.?!…][’”»\"')\]]*$")
_PAGE_MARK = re.compile(r"(?m)^ (?=[^\s*])(?!.*\S {2,}\S)|(?<=\d)[ \t]*\n\n\n+(?=\S)")
"""Where a tool has turned the form feed between two pages into a space, a page starts with one; the row of a table, aligned
with spaces, does not. Several empty lines below a page number are an end of a page as well."""
_FURNITURE = re.compile(
    r"Tweede Kamer, vergaderjaar .*|kst-[\w-]+|ISSN [\d -]+|[’']s-Gravenhage \d{4}|Pagina \d+ van \d+|KST\d+|\d{7}[A-Z]+"
)
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*\d+")
_LONE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
MOST_PAGES, MOST_LINES = 2000, 20_000
"""Of a text; the longest public report has less than a tenth."""
LONGEST = 200
"""Characters of a running head or foot."""
EDGE = 3
"""So many lines at the top and the bottom of a page may be a running head or foot."""


class Stretch(Struct):
    """Lines that stand together: nothing empty between them."""

    lines: list[str]
    page: int
    opens_page: bool = False
    furniture: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def first(self) -> str:
        return self.lines[0].strip()

    @property
    def last(self) -> str:
        return self.lines[-1].strip()

    @property
    def complete(self) -> bool:
        """It ends as a sentence ends."""
        return TERMINAL.search(self.last) is not None

    @property
    def continues(self) -> bool:
        """It begins in the middle of a sentence."""
        letters = self.first.lstrip("(‘“«'\"")
        return letters[:1].islower()


def stretches(text: str) -> list[Stretch]:
    """The stretches of a text in reading order; running heads and page numbers among them, marked as furniture."""
    pages = text.split("\f") if "\f" in text else _PAGE_MARK.split(text)
    if len(pages) > MOST_PAGES or text.count("\n") > MOST_LINES:
        told = f"{len(pages)} pages and {text.count(chr(10))} lines"
        raise SourceError(f"the text has {told}, more than {MOST_PAGES} or {MOST_LINES}", hint="give one document alone")
    found = [list(_split(page, number)) for number, page in enumerate(pages)]
    _mark_furniture(found, sure="\f" in text)
    return [stretch for page in found for stretch in _in_order(page, found)]


def _split(page: str, number: int) -> Iterator[Stretch]:
    lines: list[str] = []
    opens = number > 0
    for line in [*page.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield Stretch(lines, number, opens)
            lines, opens = [], False


def _mark_furniture(pages: Sequence[list[Stretch]], *, sure: bool) -> None:
    """Running heads and feet, found by their pattern or because they stand on many pages; ``sure`` that pages are pages."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    many = max(3, len(pages) // 4)
    often = {shape for shape, times in shapes.items() if sure and times >= many and not TERMINAL.search(shape)}
    for page in pages:
        kept: list[Stretch] = []
        last = len(page) - 1
        for place, stretch in enumerate(page):
            edge = sure and (place < EDGE or place > last - EDGE)
            number = sure and place in (0, last) and len(stretch.lines) == 1
            for lines, furniture in _runs(stretch, often if edge else set(), number=number, foot=0 < place == last):
                opens = stretch.opens_page and not kept
                kept.append(Stretch(lines, stretch.page, opens, furniture))
        page[:] = kept
        _open_at_body(page)


def _open_at_body(page: list[Stretch]) -> None:
    """A running head above it does not keep a paragraph from being the first on its page."""
    opened = any(stretch.opens_page for stretch in page)
    for stretch in page:
        if opened and not stretch.furniture:
            stretch.opens_page = True
            return


def _edges(page: list[Stretch]) -> list[str]:
    lines = [line for stretch in page for line in stretch.lines]
    return [*lines[:EDGE], *lines[-EDGE:]]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _runs(stretch: Stretch, often: set[str], *, number: bool, foot: bool) -> Iterator[tuple[list[str], bool]]:
    """The lines of a stretch in runs that are furniture or not."""
    run: list[str] = []
    kind = False
    for place, line in enumerate(stretch.lines, 1):
        is_furniture = _is_furniture(line.strip(), often, number=number, foot=foot and place == len(stretch.lines))
        if run and is_furniture != kind:
            yield run, kind
            run = []
        kind = is_furniture
        run.append(line)
    yield run, kind


def _is_furniture(line: str, often: set[str], *, number: bool, foot: bool) -> bool:
    if len(line) > LONGEST:
        return False
    if _FURNITURE.fullmatch(line):
        return True
    if number and _LONE_NUMBER.fullmatch(line):
        return True
    return _shape(line) in often or (foot and _CAPITALS.fullmatch(line) is not None)


def _in_order(page: list[Stretch], pages: Sequence[list[Stretch]]) -> list[Stretch]:
    """The page with its columns in reading order.

    Some files hold the right column before the left. A text alone does not say so, but the sentences do: a column then
    begins in the middle of a sentence although the one before has ended. The two halves change places where that mends it.
    """
    body = [stretch for stretch in page if not stretch.furniture]
    rest = [stretch for stretch in page if stretch.furniture]
    at = next((i for i in range(1, len(body)) if body[i].continues and body[i - 1].complete), None)
    if at is None or not body[0].continues:
        return page
    before = next((p[-1] for p in reversed(pages[: body[0].page]) if p and not p[-1].furniture), None)
    if before is None or before.complete or body[-1].complete:
        return page
    for stretch in body:
        stretch.opens_page = False
    swapped = [*body[at:], *body[:at]]
    swapped[0].opens_page = True
    return [*swapped, *rest]
