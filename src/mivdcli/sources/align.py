"""Finds the paragraphs of a described document in an official text, by first words, length and fingerprint.

Everything is compared in the normal form of the data (letters and digits), and every answer leads back to characters of
the text, so that the exact wording can be shown.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate, chain
from unicodedata import normalize

from msgspec import Struct

from mivdcli.model import Document, Figure, Passage
from mivdcli.sources.clean import flow
from mivdcli.sources.tables import is_table, reordered, tokens
from mivdcli.text import normal_form

FARTHEST = 80
"""How many stretches away the other half of a broken paragraph is looked for."""
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
        origin: list[int] = []
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
        last = max(last, len(self.text[:line].rstrip())) if line <= following else last
        before = self.origin[start - 1] + 1 if start else 0
        while first > before and not self.text[first - 1].isspace():
            first -= 1
        return first, last


class Stretches:
    """The stretches of a text between empty lines, and its lines, as stretches of its normal form."""

    def __init__(self, normal: Normal) -> None:
        self.spans = _spans(normal.text, "\n\n")
        self.lines = _spans(normal.text, "\n")

    def around(self, place: int) -> list[tuple[int, int]]:
        """Those near a place, where the other half of a broken paragraph may stand."""
        here = next((i for i, (_, end) in enumerate(self.spans) if end > place), len(self.spans))
        return self.spans[max(0, here - FARTHEST) : here + FARTHEST]


def _spans(text: str, mark: str) -> list[tuple[int, int]]:
    sizes = [len(normal_form(part)) for part in text.split(mark)]
    ends = list(accumulate(sizes))
    return [(end - size, end) for size, end in zip(sizes, ends, strict=True) if size]


def align(document: Document, text: str) -> tuple[str, list[Found]]:
    """Every passage of the document that has a fingerprint, found or not; and the text that the places are counted in."""
    normal = Normal(text)
    stretches = Stretches(normal)
    figures: dict[str | None, list[Figure]] = {}
    for figure in document.figures:
        figures.setdefault(figure.locator, []).append(figure)
    return normal.text, [_find(passage, figures.get(passage.locator, []), normal, stretches) for passage in document.passages]


def wording(text: str, pieces: Sequence[tuple[int, int]], known: frozenset[str]) -> str:
    """The exact words of a passage as running text."""
    return flow("\n".join(text[start:end] for start, end in pieces), known)


def _find(passage: Passage, figures: Sequence[Figure], normal: Normal, stretches: Stretches) -> Found:
    if passage.incipit is None or passage.chars is None or passage.sha256 is None:
        return Found(passage.locator, Status.COULD_NOT_CHECK, (), "the data holds no fingerprint of an official paragraph")
    starts = list(_all(normal.form, normal_form(passage.incipit)))
    for spans in chain(_whole(passage, starts), _broken(passage, starts, normal, stretches)):
        if _hash(normal, spans) == passage.sha256:
            return Found(passage.locator, Status.VERIFIED, tuple(normal.span(*span) for span in spans))
    likely = starts or _nearly(passage.incipit, normal, stretches)
    return _as_table(passage, figures, normal, stretches) or _differing(passage, likely, normal)


def _nearly(incipit: str, normal: Normal, stretches: Stretches) -> list[int]:
    """Where one paragraph alone begins with most of the first words, so that a change among them is a difference."""
    first_words = incipit.split()
    for count in range(len(first_words) - 1, 1, -1):
        wanted = normal_form(" ".join(first_words[:count]))
        found = [start for start, _ in stretches.lines if normal.form.startswith(wanted, start)]
        if found:
            return found if len(found) == 1 else []
    return []


def _all(form: str, wanted: str) -> Iterator[int]:
    at = form.find(wanted)
    while at >= 0:
        yield at
        at = form.find(wanted, at + 1)


def _hash(normal: Normal, spans: Sequence[tuple[int, int]]) -> str:
    return sha256("".join(normal.form[start:end] for start, end in spans).encode()).hexdigest()


def _whole(passage: Passage, starts: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    for start in starts:
        yield [(start, start + (passage.chars or 0))]


def _broken(passage: Passage, starts: Sequence[int], normal: Normal, stretches: Stretches) -> Iterator[list[tuple[int, int]]]:
    """The paragraph in two pieces: up to the end of a stretch, and on at the beginning of another."""
    size = passage.chars or 0
    for start in starts:
        near = stretches.around(start)
        for _, end in near:
            rest = size - (end - start)
            if end > start and rest > 0:
                for other, _ in near:
                    if not start <= other < end and other + rest <= len(normal.form):
                        yield [(start, end), (other, other + rest)]


def _as_table(passage: Passage, figures: Sequence[Figure], normal: Normal, stretches: Stretches) -> Found | None:
    """A table whose cells stand in another order: lines in a row that have its length, its first words and its figures.

    Where an order of the cells proves the fingerprint, nothing else was forgiven. Where none does, a real table counts as
    verified by its figures, and says that its other words were not compared.
    """
    if len(figures) < 2:
        return None
    for piece in _windows(passage, normal, stretches):
        if missing_figures(figures, normal.text[slice(*piece)]):
            continue
        lines = tokens(normal.text, *piece)
        if (pieces := reordered(lines, lambda form: sha256(form.encode()).hexdigest() == passage.sha256)) is not None:
            return Found(passage.locator, Status.VERIFIED, pieces, "a table: the file has its cells in another order")
        if is_table(lines, normal.text):
            detail = f"a table: its {len(figures)} figures are all there, in another order; its other words were not compared"
            return Found(passage.locator, Status.VERIFIED, (piece,), detail, by_figures=True)
    return None


def _windows(passage: Passage, normal: Normal, stretches: Stretches) -> Iterator[tuple[int, int]]:
    """Lines in a row that together are as long as the passage and hold its first words."""
    first_words = [normal_form(word) for word in (passage.incipit or "").split()]
    for begin, (start, _) in enumerate(stretches.lines):
        for _, end in stretches.lines[begin:]:
            if end - start >= (passage.chars or 0):
                break
        if end - start == passage.chars:
            piece = normal.span(start, end)
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


def _differing(passage: Passage, starts: Sequence[int], normal: Normal) -> Found:
    """What can be said of a paragraph that begins as described, or nearly so, but does not go on as described."""
    if not starts or passage.chars is None:
        return Found(passage.locator, Status.NOT_FOUND, (), f'no paragraph begins with "{passage.incipit}"')
    for start in starts:
        if (surplus := _surplus(passage, start, normal)) is not None:
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


def _surplus(passage: Passage, start: int, normal: Normal) -> tuple[int, int] | None:
    """The one run of letters without which the paragraph is the one described: a note's number, a running head.

    The paragraph's own end is looked for at the end of a stretch, so that the length of the surplus is known.
    """
    size = passage.chars or 0
    end = _paragraph_end(normal, start)
    extra = end - start - size
    if not 0 < extra <= LONGEST_EXTRA:
        return None
    for at in range(start, start + size + 1):
        if _hash(normal, [(start, at), (at + extra, end)]) == passage.sha256:
            return at, at + extra
    return None


def _paragraph_end(normal: Normal, start: int) -> int:
    """Where the stretch that holds a place ends, in letters."""
    cut = normal.text.find("\n\n", normal.origin[start])
    cut = len(normal.text) if cut < 0 else cut
    return next((i for i in range(start, len(normal.origin)) if normal.origin[i] >= cut), len(normal.origin))
