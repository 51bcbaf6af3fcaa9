"""The reading order of the lines of a page: bands over the whole width, and the columns between them."""

from collections.abc import Sequence
from math import ceil
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    text: str
    left: float
    bottom: float
    right: float
    top: float


class Gutter(NamedTuple):
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


FEWEST = 3
"""So many lines make a column; fewer are cells of a table or a caption."""


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page in reading order, each with its lines from top to bottom."""
    if not lines:
        return []
    gutter = find_gutter(lines)
    if gutter is None:
        return [_downwards(lines)]
    crossing = [line for line in lines if line.left < gutter.middle < line.right]
    edges = sorted({line.bottom for line in crossing}, reverse=True)
    found: list[list[Line]] = []
    rest = [line for line in lines if not line.left < gutter.middle < line.right]
    for edge in [*edges, float("-inf")]:
        band = [line for line in rest if line.bottom > edge]
        rest = [line for line in rest if line.bottom <= edge]
        for side in ([b for b in band if b.right <= gutter.middle], [b for b in band if b.left >= gutter.middle]):
            found += in_reading_order(side)
        here = [line for line in crossing if line.bottom == edge]
        if here:
            found.append(_downwards(here))
    return found


def find_gutter(lines: Sequence[Line]) -> Gutter | None:
    """The upright strip that the fewest lines cross, the widest of those, with a column of text on both sides."""
    height = median(line.top - line.bottom for line in lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    allowed = max(1, len(lines) // 4)
    best: tuple[int, float, Gutter] | None = None
    for start in sorted({ceil(line.right) for line in lines}):
        end = min((line.left for line in lines if line.left > start), default=right)
        gutter = Gutter(start, end)
        if end - start < 0.8 * height or not left + 0.15 * (right - left) < gutter.middle < right - 0.15 * (right - left):
            continue
        crossed = sum(line.left < gutter.middle < line.right for line in lines)
        if crossed <= allowed and _columns(lines, gutter) and (best is None or (crossed, start - end) < best[:2]):
            best = (crossed, start - end, gutter)
    return best and best[2]


def _columns(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Running text on both sides: enough lines, most of them more than a cell."""
    for side in ([b for b in lines if b.right <= gutter.middle], [b for b in lines if b.left >= gutter.middle]):
        if len(side) < FEWEST or median(len(line.text) for line in side) < 15:
            return False
    return True


def _downwards(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom, and from left to right where lines stand at the same height."""
    height = median(line.top - line.bottom for line in lines)
    ordered = sorted(lines, key=lambda line: -line.bottom)
    rows: list[list[Line]] = []
    for line in ordered:
        if rows and rows[-1][0].bottom - line.bottom < 0.5 * height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]
