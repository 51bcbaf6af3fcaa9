"""Lines of a page as blocks: what is a heading, where a paragraph begins and ends, what is a list and what a table.

A text extracted from a page has lost all marks but the line end and the empty line. Each rule below is one thing that
print does; the documents of this project prove them (docs/sources.md has the figures).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from mivdcli.sources.block import Block, Sort
from mivdcli.sources.pages import TERMINAL, Stretch, stretches
from mivdcli.sources.tables import CELL

NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?[ \t]+(?P<title>[A-ZÀ-Þ(‘«].*)")
_GLUED = re.compile(r"(?P<title>[^a-z]*[A-Z]{3}[^a-z\d]*)(?P<number>\d{1,2})")
"""A chapter whose number stands behind its title in capitals without a space."""
_MARKER = re.compile(r"(?:[•●▪◦■–—*-]|[A-Z]\.|[a-z]\)|\(?\d{1,2}[.)])\s+")
_DATE = re.compile(r"[A-Z’'][\w’' -]+, \d{1,2} [a-z]+ \d{4}")
_OFFICE = re.compile(r"(?:De |de )?(?:[Mm]inister|[Ss]taatssecretaris|[Dd]irecteur|MINISTER|DIRECTEUR)\b")
_SMALL = (
    "aan als bij dan dat de door een en het hun in is met na naar of om onder op over te ten ter tot tussen uit van via voor"
)
_LITTLE = frozenset(_SMALL.split()) | {"waar", "wordt", "zijn"}
"""Words that no heading ends with."""
_OPENERS = frozenset(["de", "het", "een", "in", "op", "bij", "om", "met", "ook", "er", "deze", "dit", "voor", "door", "zo"])
_VERBS = frozenset(["is", "zijn", "heeft", "hebben", "wordt", "worden", "kan", "zal", "was", "werd"])
"""What a sentence begins with, and what it seldom lacks on its first line."""
EARLY = 0.7
"""A line that ends a sentence and stays this far below the width ends its paragraph too."""
FULL = 0.8
"""A last line on a page that is longer than this did not end because the paragraph did."""
LONGEST_HEADING = 110


class Open(Struct):
    """A paragraph in the making."""

    lines: list[str]
    width: int
    listing: bool = False
    table: bool = False

    @property
    def last(self) -> str:
        return self.lines[-1].strip()

    @property
    def complete(self) -> bool:
        return TERMINAL.search(self.last) is not None


def blocks_of(text: str) -> list[Block]:
    """The blocks of a paged text in reading order, furniture included."""
    return Reader(stretches(text)).read()


class Reader:
    """Goes through the stretches once and decides for each what it is, and whether it goes on with the one before."""

    def __init__(self, found: Sequence[Stretch]) -> None:
        self.found = [stretch for stretch in found if not stretch.furniture]
        self.furniture = [stretch for stretch in found if stretch.furniture]
        self.blocks: list[Block] = []
        self.open: Open | None = None
        self.chapter = 0
        self.widths = _widths(self.found)

    def read(self) -> list[Block]:
        for place, stretch in enumerate(self.found):
            following = self.found[place + 1] if place + 1 < len(self.found) else None
            self._take(stretch, following)
        self._close()
        return [*self.blocks, *(Block(Sort.FURNITURE, stretch.text) for stretch in self.furniture)]

    def _take(self, stretch: Stretch, following: Stretch | None) -> None:
        width = self._width(stretch)
        if self._is_chapter(stretch.first):
            self._heading(stretch.first)
            self._rest(Stretch(stretch.lines[1:], stretch.page), width, following)
        elif self.open is not None and self._goes_on(self.open, stretch, following):
            self.open.lines += [*([""] if self.open.table or self.open.listing else []), *stretch.lines]
            self.open.listing |= _MARKER.match(stretch.first) is not None
        else:
            self._rest(stretch, width, following)

    def _goes_on(self, before: Open, stretch: Stretch, following: Stretch | None) -> bool:
        """Whether a stretch belongs to the paragraph before it."""
        marked = _MARKER.match(stretch.first) is not None
        if before.table:
            return self._is_row(stretch) or self._is_tail(stretch, following)
        if before.listing and (marked or stretch.continues):
            return True
        if before.last.endswith(":"):
            return marked or stretch.continues
        if self._is_row(stretch) or self._is_table_head(stretch, following):
            return False
        if stretch.continues:
            return True
        full = len(before.last) >= FULL * before.width and not before.listing
        heading = self._titled(stretch.lines, self._width(stretch)) or self._alone(stretch, following)
        if not before.complete:
            closed = _DATE.fullmatch(before.last) or _OFFICE.match(before.lines[0].strip())
            return not closed and (full or not heading)
        return stretch.opens_page and full and not heading

    def _rest(self, stretch: Stretch, width: int, following: Stretch | None) -> None:
        """A stretch that starts something new: headings first, then paragraphs."""
        self._close()
        rest = Stretch(stretch.lines, stretch.page)
        while rest.lines:
            if self._is_row(rest) or self._is_table_head(rest, following):
                self.open = Open(rest.lines, width, table=True)
                return
            titled = 0 if _is_signature(rest.lines) else self._titled(rest.lines, width) or self._alone(rest, following)
            if not titled:
                break
            self._heading("\n".join(rest.lines[:titled]), apart=titled == len(rest.lines))
            rest = Stretch(rest.lines[titled:], rest.page)
        for part in _paragraphs(rest.lines, width):
            self._close()
            self.open = Open(part, width, listing=_MARKER.match(part[0].strip()) is not None)

    def _close(self) -> None:
        if self.open is not None:
            sort = Sort.TABLE if self.open.table else Sort.PARAGRAPH
            if _is_signature(self.open.lines):
                sort = Sort.SIGNATURE
            self.blocks.append(Block(sort, "\n".join(self.open.lines)))
            self.open = None

    def _heading(self, line: str, *, apart: bool = False) -> None:
        self._close()
        glued, numbered = _GLUED.fullmatch(line), NUMBERED.fullmatch(line)
        if glued is not None:
            self.chapter = int(glued["number"])
            self.blocks.append(Block(Sort.HEADING, line, 1, glued["number"]))
        elif numbered is not None:
            number = numbered["number"]
            self.chapter = int(number.split(".")[0])
            self.blocks.append(Block(Sort.HEADING, line, number.count(".") + 1, number))
        else:
            self.blocks.append(Block(Sort.HEADING, line, apart=apart))

    def _is_chapter(self, line: str) -> bool:
        """A numbered heading whose number is the next: any other number at the start of a line is just a number."""
        if len(line) > LONGEST_HEADING:
            return False
        glued, numbered = _GLUED.fullmatch(line), NUMBERED.fullmatch(line)
        if glued is not None:
            return int(glued["number"]) == self.chapter + 1
        if numbered is not None and not TERMINAL.search(line):
            return int(numbered["number"].split(".")[0]) in (self.chapter, self.chapter + 1) and "." in numbered["number"]
        return line.isupper() and len(line) > 8 and any(map(str.isalpha, line)) and not line.endswith((",", ";"))

    def _opens_chapter(self, line: str) -> bool:
        """``1. Title`` where chapter 1 is next. An item of a list looks the same, so it is one only where no item follows."""
        found = NUMBERED.fullmatch(line)
        if found is None or TERMINAL.search(line) or not _may_head(found["title"]):
            return False
        return found["number"] == str(self.chapter + 1)

    def _titled(self, lines: list[str], width: int) -> int:
        """How many lines at the top are a heading right above its text; 0 where there is none."""
        if self._leads(lines, width):
            return 1
        if len(lines) < 3 or not _may_head(lines[0].strip().removesuffix("-")) or not _is_nominal(lines[0]):
            return 0
        second, third = lines[1].strip(), lines[2].strip()
        short = (
            len(second) + 1 + len(third.split()[0]) <= 0.93 * width
            and TERMINAL.search(second) is None
            and not second.endswith((",", ";"))
        )
        return 2 if short and third[:1].isupper() and TERMINAL.search(lines[0].strip()) is None else 0

    def _leads(self, lines: list[str], width: int) -> bool:
        """Whether the first line alone is one: it ends although the next word had found room."""
        if len(lines) < 2:
            return False
        line, below = lines[0].strip(), lines[1].strip()
        if not _may_head(line) or not (below[:1].isupper() or below[:1] in "‘“«"):
            return False
        if line.endswith(":") or (TERMINAL.search(line) and not line.endswith("?")):
            return False
        room = len(line) + 1 + len(below.split()[0]) <= 0.93 * width
        return room or (len(line) <= width and line.split()[-1] not in _LITTLE and _is_nominal(line))

    def _alone(self, stretch: Stretch, following: Stretch | None) -> int:
        """1 where a stretch is nothing but a heading, otherwise 0."""
        line = stretch.first
        if len(stretch.lines) > 1 or following is None or _DATE.fullmatch(line):
            return 0
        if self._opens_chapter(line) and _MARKER.match(following.first) is None:
            return 1
        if not _may_head(line):
            return 0
        if TERMINAL.search(line) and not line.endswith("?"):
            return 0
        return int(not following.continues and not (line.endswith(":") and _MARKER.match(following.first)))

    def _is_row(self, stretch: Stretch) -> bool:
        """A row of a table: cells at the end, or a number and what it counts, and no sentence."""
        if stretch.complete or len(stretch.lines) > 3 or _MARKER.match(stretch.first):
            return False
        cells = [_trailing_cells(line) for line in stretch.lines]
        if max(cells) >= 2 or cells[-1] == len(stretch.last.split()):
            return True
        first = stretch.first.split()
        return bool(CELL.fullmatch(first[0])) and len(first) > 1 and first[1][:1].islower() and len(stretch.lines) == 1

    def _is_table_head(self, stretch: Stretch, following: Stretch | None) -> bool:
        """The heads of the columns: no sentence, and rows follow."""
        if following is None or stretch.complete or len(stretch.lines) > 4 or stretch.last.endswith((":", ";", ",")):
            return False
        return self._is_row(following) and not self._titled(stretch.lines, self._width(stretch))

    def _is_tail(self, stretch: Stretch, following: Stretch | None) -> bool:
        """Below a table: its notes, or a caption that the page prints above it and the file below."""
        if stretch.first.startswith("*"):
            return True
        last = following is None or following.opens_page
        return last and len(stretch.lines) == 1 and stretch.last.endswith(":")

    def _width(self, stretch: Stretch) -> int:
        """How long a full line is here: in this stretch, or on its page where the stretch is too small to tell."""
        if len(stretch.lines) >= 4:
            return max(map(len, stretch.lines))
        return self.widths[stretch.page]


def _widths(found: Sequence[Stretch]) -> dict[int, int]:
    """How long a full line is on each page: longer than nine in ten."""
    lengths: dict[int, list[int]] = {}
    for stretch in found:
        lengths.setdefault(stretch.page, []).extend(map(len, stretch.lines))
    return {page: sorted(several)[int(len(several) * 0.9)] for page, several in lengths.items()}


def _paragraphs(lines: list[str], width: int) -> Iterator[list[str]]:
    """Lines without an empty line between them, cut where a sentence ends far before the end of its line."""
    part: list[str] = []
    for place, line in enumerate(lines):
        part.append(line)
        below = lines[place + 1].strip() if place + 1 < len(lines) else ""
        room = below and len(line.strip()) + 1 + len(below.split()[0]) < EARLY * width
        if room and TERMINAL.search(line.strip()) and below[:1].isupper() and not _MARKER.match(below):
            yield part
            part = []
    if part:
        yield part


def _trailing_cells(line: str) -> int:
    """How many cells of a table a line ends with."""
    words = line.split()
    return next((count for count, word in enumerate(reversed(words)) if not CELL.fullmatch(word)), len(words))


def _may_head(line: str) -> bool:
    if re.search(r": *[\d.,]+$", line):
        return False
    return len(line) <= LONGEST_HEADING and (line[:1].isupper() or line[:1] in "(‘«") and not line.endswith((",", ";", "-"))


def _is_nominal(line: str) -> bool:
    """A title rather than the start of a sentence: it has no small word that a sentence opens or runs on with."""
    words = line.casefold().split()
    return words[0] not in _OPENERS and _VERBS.isdisjoint(words)


def _is_signature(lines: Sequence[str]) -> bool:
    """An office and a name, on a few lines, without a sentence."""
    found = list(islice((line.strip() for line in lines if line.strip()), 5))
    return 1 < len(found) <= 4 and _OFFICE.match(found[0]) is not None and not TERMINAL.search(found[-1])
