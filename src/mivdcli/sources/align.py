"""Finds the paragraphs of a described document in an official text, by first words, length and fingerprint.

Everything is compared in the normal form of the data (letters and digits), and every answer leads back to characters of
the text, so that the exact wording can be shown.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate, chain, islice
from unicodedata import normalize

from msgspec import Struct

from mivdcli.errors import SourceError
from mivdcli.model import Document, Figure, Passage
from mivdcli.sources.clean import flow
from mivdcli.sources.tables import is_table, reordered, tokens
from mivdcli.text import normal_form

FARTHEST = 80
"""How many stretches away the other half of a broken paragraph is looked for."""
MOST_COMPARED, LEAST_COMPARED = 400_000_000, 300
"""Letters that may be compared with fingerprints in one text, some seconds of work, and what a comparison counts at least."""
LONGEST_EXTRA = 200
"""Letters that a paragraph may hold too many for the surplus to be pointed out exactly."""


class Status(StrEnum):
    VERIFIED = "verified"
    DIFFERS = "differs"
    NOT_FOUND = "not-found"
    COULD_NOT_CHECK = "could-not-check"


class Found(Struct, frozen=True):
    """Where a passage stands in the official text."""

    locator: str
    status: Status
    pieces: tuple[tuple[int, int], ...] = ()
    """Characters of the text, end exclusive, in reading order; several where a column or a page breaks the paragraph."""
    detail: str = ""
    by_figures: bool = False
    """A table of which the figures alone were compared; never quoted."""


class Normal:
    """A text in normal form with the way back: ``origin[i]`` is where the i-th letter stands in the text."""

    def __init__(self, text: str) -> None:
        self.text = normalize("NFC", text)
        letters: list[str] = []
        origin = array("L")
        for place, character in enumerate(self.text):
            for letter in normalize("NFKC", character).casefold():
                if letter.isalnum():
                    letters.append(letter)
                    origin.append(place)
        self.form = "".join(letters)
        self.origin = origin

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text that the letters ``start`` to ``end`` come from, with the marks that close them.

        Marks up to the end of the line count too: a dash may be the last cell of a table.
        """
        first, last = self.origin[start], self.origin[end - 1] + 1
        following = self.origin[end] if end < len(self.origin) else len(self.text)
        while last < following and not self.text[last].isspace():
            last += 1
        line = self.text.find("\n", last)
        line = len(self.text) if line < 0 else line
        while last < line <= following and self.text[line - 1].isspace():
            line -= 1
        last = max(last, line) if line <= following else last
        before = self.origin[start - 1] + 1 if start else 0
        while first > before and not self.text[first - 1].isspace():
            first -= 1
        return first, last


class Spans:
    """Stretches of the text between two marks, as stretches of its normal form: begin and end of each, empty ones left out."""

    def __init__(self, normal: Normal, mark: str) -> None:
        sizes = [len(normal_form(part)) for part in normal.text.split(mark)]
        self.ends = array("L", (end for end, size in zip(accumulate(sizes), sizes, strict=True) if size))
        self.starts = array("L", (end - size for end, size in zip(accumulate(sizes), sizes, strict=True) if size))

    def around(self, place: int) -> list[tuple[int, int]]:
        """Those near a place, where the other half of a broken paragraph may stand."""
        here = bisect_right(self.ends, place)
        near = slice(max(0, here - FARTHEST), here + FARTHEST)
        return list(zip(self.starts[near], self.ends[near], strict=True))

    def begin_at(self, place: int) -> bool:
        at = bisect_left(self.starts, place)
        return at < len(self.starts) and self.starts[at] == place


class Search:
    """The text that is looked through, with the work that was spent on it.

    A text that repeats itself has so many places where a paragraph may stand that comparing them all would never end.
    """

    def __init__(self, text: str) -> None:
        self.normal = Normal(text)
        self.stretches = Spans(self.normal, "\n\n")
        self.lines = Spans(self.normal, "\n")
        self.left = MOST_COMPARED

    def spend(self, letters: int) -> None:
        self.left -= letters + LEAST_COMPARED
        if self.left < 0:
            raise SourceError(
                "the text repeats the first words of its paragraphs too often to be compared", hint="nothing was kept of it"
            )

    def hash(self, spans: Sequence[tuple[int, int]]) -> str:
        self.spend(sum(end - start for start, end in spans))
        return sha256("".join(self.normal.form[start:end] for start, end in spans).encode()).hexdigest()


def align(document: Document, text: str) -> tuple[str, list[Found]]:
    """Every passage of the document that has a fingerprint, found or not; and the text that the places are counted in."""
    search = Search(text)
    figures: dict[str | None, list[Figure]] = {}
    for figure in document.figures:
        figures.setdefault(figure.locator, []).append(figure)
    found = [_find(passage, figures.get(passage.locator, []), search) for passage in document.passages]
    return search.normal.text, found


def wording(text: str, pieces: Sequence[tuple[int, int]], known: frozenset[str]) -> str:
    """The exact words of a passage as running text."""
    return flow("\n".join(text[start:end] for start, end in pieces), known)


def _find(passage: Passage, figures: Sequence[Figure], search: Search) -> Found:
    if passage.incipit is None or passage.chars is None or passage.sha256 is None:
        return Found(passage.locator, Status.COULD_NOT_CHECK, (), "the data holds no fingerprint of an official paragraph")
    normal = search.normal
    starts = list(_all(search, normal_form(passage.incipit)))
    for spans in chain(_whole(passage, starts), _broken(passage, starts, search)):
        if search.hash(spans) == passage.sha256:
            return Found(passage.locator, Status.VERIFIED, tuple(normal.span(*span) for span in spans))
    likely = starts or _nearly(passage.incipit, search)
    return _as_table(passage, figures, search) or _differing(passage, likely, search)


def _nearly(incipit: str, search: Search) -> list[int]:
    """Where one paragraph alone begins with most of the first words, so that a change among them is a difference."""
    first_words = incipit.split()
    for count in range(len(first_words) - 1, 1, -1):
        wanted = normal_form(" ".join(first_words[:count]))
        found = list(islice((start for start in _all(search, wanted) if search.lines.begin_at(start)), 2))
        if found:
            return found if len(found) == 1 else []
    return []


def _all(search: Search, wanted: str) -> Iterator[int]:
    at = search.normal.form.find(wanted)
    while at >= 0:
        search.spend(0)
        yield at
        at = search.normal.form.find(wanted, at + 1)


def _whole(passage: Passage, starts: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    for start in starts:
        yield [(start, start + (passage.chars or 0))]


def _broken(passage: Passage, starts: Sequence[int], search: Search) -> Iterator[list[tuple[int, int]]]:
    """The paragraph in two pieces: up to the end of a stretch, and on at the beginning of another."""
    size = passage.chars or 0
    for start in starts:
        near = search.stretches.around(start)
        for _, end in near:
            rest = size - (end - start)
            if end > start and rest > 0:
                for other, _ in near:
                    if not start <= other < end and other + rest <= len(search.normal.form):
                        yield [(start, end), (other, other + rest)]


def _as_table(passage: Passage, figures: Sequence[Figure], search: Search) -> Found | None:
    """A table whose cells stand in another order: lines in a row that have its length, its first words and its figures.

    Where an order of the cells proves the fingerprint, nothing else was forgiven. Where none does, a real table counts as
    verified by its figures, and says that its other words were not compared.
    """
    if len(figures) < 2:
        return None
    normal = search.normal

    def proves(form: str) -> bool:
        search.spend(len(form))
        return sha256(form.encode()).hexdigest() == passage.sha256

    for piece in _windows(passage, search):
        if missing_figures(figures, normal.text[slice(*piece)]):
            continue
        lines = tokens(normal.text, *piece)
        if (pieces := reordered(lines, proves)) is not None:
            return Found(passage.locator, Status.VERIFIED, pieces, "a table: the file has its cells in another order")
        if is_table(lines, normal.text):
            detail = f"a table: its {len(figures)} figures are all there, in another order; its other words were not compared"
            return Found(passage.locator, Status.VERIFIED, (piece,), detail, by_figures=True)
    return None


def _windows(passage: Passage, search: Search) -> Iterator[tuple[int, int]]:
    """Lines in a row that together are as long as the passage and hold its first words."""
    first_words = [normal_form(word) for word in (passage.incipit or "").split()]
    size, normal, ends = passage.chars or 0, search.normal, search.lines.ends
    for begin, start in enumerate(search.lines.starts):
        at = bisect_left(ends, start + size, begin)
        if at < len(ends) and ends[at] == start + size:
            search.spend(10 * size)  # it is put into normal form anew
            piece = normal.span(start, start + size)
            shown = normal_form(normal.text[slice(*piece)])
            if all(word in shown for word in first_words):
                yield piece


def missing_figures(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures whose printed form does not stand in the text as often as the data has it.

    A figure of one word or sign must be a word or sign of its own: 4 does not stand in 14.
    """
    wanted = Counter(figure.printed for figure in figures if figure.printed)
    return [
        f for f in figures if f.printed and _occurrences(f.printed, text) < (wanted[f.printed] if _is_cell(f.printed) else 1)
    ]


def _is_cell(printed: str) -> bool:
    return len(printed.split()) == 1


def _occurrences(printed: str, text: str) -> int:
    words = [_bare(word) for word in text.split()]
    wanted = [_bare(word) for word in printed.split()]
    size = len(wanted)
    return sum(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _bare(word: str) -> str:
    """A word as it is counted: without the marks of the sentence around it, but a lone dash is a cell."""
    return word.casefold().strip(".,;:!?()[]«»“”‘’\"'*") or word


def _differing(passage: Passage, starts: Sequence[int], search: Search) -> Found:
    """What can be said of a paragraph that begins as described, or nearly so, but does not go on as described."""
    normal = search.normal
    if not starts or passage.chars is None:
        return Found(passage.locator, Status.NOT_FOUND, (), f'no paragraph begins with "{passage.incipit}"')
    for start in starts:
        if (surplus := _surplus(passage, start, search)) is not None:
            before, after = (start, surplus[0]), (surplus[1], start + passage.chars + surplus[1] - surplus[0])
            extra = flow(normal.text[slice(*normal.span(*surplus))])
            pieces = tuple(normal.span(*span) for span in (before, after) if span[0] < span[1])
            return Found(passage.locator, Status.DIFFERS, pieces, f'the text has words more than the data knows: "{extra}"')
    start = starts[0]
    end = _paragraph_end(normal, start)
    detail = f"begins as described or nearly so, but has {end - start} letters and digits where the data has {passage.chars}"
    if end - start == passage.chars:
        detail = "begins as described or nearly so and is as long, but holds other letters"
    return Found(passage.locator, Status.DIFFERS, (normal.span(start, end),), detail)


def _surplus(passage: Passage, start: int, search: Search) -> tuple[int, int] | None:
    """The one run of letters without which the paragraph is the one described: a note's number, a running head.

    The paragraph's own end is looked for at the end of a stretch, so that the length of the surplus is known.
    """
    size = passage.chars or 0
    end = _paragraph_end(search.normal, start)
    extra = end - start - size
    if not 0 < extra <= LONGEST_EXTRA:
        return None
    for at in range(start, start + size + 1):
        if search.hash([(start, at), (at + extra, end)]) == passage.sha256:
            return at, at + extra
    return None


def _paragraph_end(normal: Normal, start: int) -> int:
    """Where the stretch that holds a place ends, in letters."""
    cut = normal.text.find("\n\n", normal.origin[start])
    cut = len(normal.text) if cut < 0 else cut
    return bisect_left(normal.origin, cut, start)
