"""A drawing of a series, before any format has touched it: few answers have one."""

from typing import NamedTuple

from msgspec import Struct


class Point(NamedTuple):
    """One year in a chart. The height is for drawing only; what a reader sees is the label, the number as printed."""

    year: int
    height: float | None
    """None where nothing can be drawn: no figure, or one without a number."""
    label: str


class Beside(NamedTuple):
    """A target, forecast or norm in a chart."""

    year: int
    height: float
    label: str


class Chart(Struct, frozen=True, kw_only=True):
    """A series to be drawn, one point for every year: a year without a figure keeps its place."""

    title: str
    unit: str
    points: tuple[Point, ...]
    beside: tuple[Beside, ...] = ()
    breaks: tuple[tuple[float, str], ...] = ()
    """The moment (2018.75) from which something else is counted, and its name."""
    line: bool = False
    notes: tuple[str, ...] = ()
    """The source and what is not known: never left out of a picture."""
