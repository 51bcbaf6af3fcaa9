"""The dictionaries inside the records of an answer, key by key: what ``dict`` does not say. Read only to make schemas."""

from decimal import Decimal
from typing import NotRequired, TypedDict

Horizon = TypedDict("Horizon", {"printed": str | None, "from": str | None, "until": str | None, "open": bool})


class Source(TypedDict):
    url: str
    kind: str
    """official or press"""
    date: str | None


class Match(TypedDict):
    """A stretch of the text that answers the query, in characters, end exclusive."""

    field: str
    start: int
    end: int
    word: str
    manner: str


class Context(TypedDict):
    """A neighbour of what was found."""

    offset: int
    ref: str
    text_nl: str
    text_en: str


class RunnerUp(TypedDict):
    ref: str
    score: int


class Beside(TypedDict):
    """A target, forecast or norm."""

    role: str
    value: int | Decimal | None
    printed: str | None
    qualifier: str
    document: str
    ref: str
    source: str | None
    official: bool


class Break(TypedDict):
    at: str
    note_nl: str
    note_en: str


class DimensionValue(TypedDict):
    id: str
    label_nl: str
    label_en: str


class Dimension(TypedDict):
    id: str
    label_nl: str
    label_en: str
    values: list[DimensionValue]


class CslEntry(TypedDict):
    """An item of CSL-JSON, whose own schema says the rest."""

    id: str
    type: str
    title: str


class LeftOut(TypedDict):
    """How much of each side no finding is about."""

    left_passages: int
    """Passages that only tell what was said when the document was presented."""
    right_passages: int
    left_figures: int
    """Of a plan beside a report: outcomes, which are no target, forecast or norm."""
    right_figures: int
    """Of a report beside a plan: its own targets, forecasts and norms, which are no outcome."""


class Summary(TypedDict):
    """How many findings of each status there are, in all, whatever was chosen to be shown."""

    text_nl: str
    text_en: str
    commitments: dict[str, int]
    themes: dict[str, int]
    figures: dict[str, int]
    passages: dict[str, int]
    left_out: LeftOut
    only_setting: dict[str, int]
    """Of the commitments of each status, those of which all evidence tells the occasion alone, not what came of them."""


class SummaryRow(TypedDict):
    part: str
    status: str
    count: int


class Problem(TypedDict):
    code: str
    file: str
    path: str
    message: str
    expected: str


class Error(TypedDict):
    code: str
    message: str
    hint: str
    candidates: list[str]
    problems: NotRequired[list[Problem]]
    """Of damaged data: everything that is wrong with it."""
