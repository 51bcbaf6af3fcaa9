"""The rows of a diff. The names of the kinds stand for evidence, never for a verdict."""

from decimal import Decimal
from enum import StrEnum

from mivdcli.items import Item


class Status(StrEnum):
    """What is known of a commitment, most telling first."""

    REPORTED = "reported"
    """A curated link says that the report answers it."""
    PARTLY_REPORTED = "partly-reported"
    EVENT_KNOWN = "event-known"
    """Curated: public sources tell what happened; the report's own words are not available."""
    RELATED = "related"
    """Computed: the report treats the subject; nobody judged more."""
    NOT_FOUND = "not-found"
    """The report is described in full and nothing in it answers. Silence, not failure."""
    NOT_COMPARABLE = "not-comparable"
    """The report is not described in full, and nothing was found that answers."""


class ThemeStatus(StrEnum):
    """On which side a theme stands. The one-sided kinds need full coverage of both documents."""

    BOTH = "both"
    ONLY_IN_PLAN = "only-in-plan"
    ONLY_IN_REPORT = "only-in-report"
    CAME = "came"
    WENT = "went"
    GREW = "grew"
    SHRANK = "shrank"
    SAME = "same"
    NOT_COMPARABLE = "not-comparable"


class FigureStatus(StrEnum):
    """How two figures of one series stand to each other."""

    MET = "met"
    MISSED = "missed"
    COMPARED = "compared"
    """Both sides have it, but a forecast is no promise, or the wording is too loose to say met or missed."""
    CHANGED = "changed"
    SAME = "same"
    NO_ACTUAL = "no-actual"
    """The report is described in full and prints no such figure."""
    NO_TARGET = "no-target"
    """The plan letter is described in full and sets no target, forecast or norm for it."""
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"
    NOT_COMPARABLE = "not-comparable"


class PassageStatus(StrEnum):
    """How a passage stands to the passages of another document of the same kind."""

    SAME = "same"
    """The same description, word for word."""
    RELATED = "related"
    """Computed: both treat the subject; nobody judged more."""


class Evidence(Item, frozen=True, kw_only=True):
    """One place that bears on a commitment."""

    ref: str
    document: str
    locator: str | None
    kind: str
    """passage or figure"""
    score: int | None
    attribution: str | None
    """None where the passage describes the official paragraph itself."""
    bears_on: str | None
    date: str | None
    sources: tuple[dict[str, str | None], ...]
    text_nl: str
    text_en: str
    reason_nl: str | None
    reason_en: str | None
    note_nl: str | None
    """What has to be known of the passage or figure itself, such as that its source is weak."""
    note_en: str | None


class CommitmentFinding(Item, frozen=True, kw_only=True):
    """What is known to have come of a commitment of the plan. ``status`` names the evidence, never a verdict."""

    commitment: str
    ref: str
    text_nl: str
    text_en: str
    themes: tuple[str, ...]
    status: str
    method: str | None
    """curated or computed; None where there is no evidence."""
    score: int | None
    """0 to 100 for a computed finding; None for a curated one, which was judged and not scored."""
    ambiguous: bool
    evidence: tuple[Evidence, ...]
    note_nl: str | None
    note_en: str | None
    runner_up: dict[str, str | int] | None
    """Where matching was computed: the best passage that is no evidence, with its score; None where none came near the line."""


class ThemeFinding(Item, frozen=True, kw_only=True):
    """On which side a theme stands, and in how many passages and commitments."""

    theme: str
    label_nl: str
    label_en: str
    status: str
    left_passages: int
    right_passages: int
    left_commitments: int
    right_commitments: int
    left_sections: tuple[str, ...]
    right_sections: tuple[str, ...]
    note_nl: str | None
    note_en: str | None
    left_not_counted: int
    """Passages with the theme that do not count: they only tell what was said when the document was presented."""
    right_not_counted: int


class FigureFinding(Item, frozen=True, kw_only=True):
    """Two figures of one series beside each other, or one that stands alone; each as printed and as a value in ``unit``."""

    series: str
    label_nl: str
    label_en: str
    dimensions: dict[str, str]
    unit: str
    body: str
    status: str
    left_period: str | None
    left_role: str | None
    left_value: int | Decimal | None
    left_printed: str | None
    left_qualifier: str | None
    left_ref: str | None
    right_period: str | None
    right_role: str | None
    right_value: int | Decimal | None
    right_printed: str | None
    right_qualifier: str | None
    right_ref: str | None
    difference: int | Decimal | None
    """Right minus left; None where either has no value or the two may not be compared."""
    note_nl: str | None
    note_en: str | None
    themes: tuple[str, ...]
    """Those of the series."""
    change_percent: Decimal | None
    """The difference in per cent of the left value, to one decimal; None unless both are exact and may be compared."""
    left_source: str | None
    """The official reference of the document that prints it, or the address where it was read."""
    left_official: bool | None
    """False for a figure known from the press."""
    left_note_nl: str | None
    """What is to be known of this figure alone; ``note_nl`` is about the comparison."""
    left_note_en: str | None
    right_source: str | None
    right_official: bool | None
    right_note_nl: str | None
    right_note_en: str | None


class PassageFinding(Item, frozen=True, kw_only=True):
    """A passage of the left document with those of the right that treat its subject."""

    ref: str
    section_title: str
    text_nl: str
    text_en: str
    themes: tuple[str, ...]
    status: str
    method: str | None
    score: int | None
    ambiguous: bool
    evidence: tuple[Evidence, ...]
    runner_up: dict[str, str | int] | None
    section_title_en: str
    attribution: str | None
    """Who says it; None where the passage describes the official paragraph itself."""
    sources: tuple[dict[str, str | None], ...]
    note_nl: str | None
    """Which of the two documents is not described in full; None where both are."""
    note_en: str | None


class FindingCount(Item, frozen=True, kw_only=True):
    """How many findings of a kind a part of the comparison has."""

    part: str
    """commitment, theme, figure or passage"""
    status: str
    count: int


DIFFERENCES = frozenset(
    {Status.NOT_FOUND.value, "only-in-plan", "only-in-report", "came", "went", "grew", "shrank", "changed", "missed",
     "no-actual", "no-target", "only-left", "only-right"}
)  # fmt: skip
"""The kinds that say the two sides differ. What cannot be compared is no difference; it is not known to be one."""
STATUSES = tuple(dict.fromkeys(kind.value for kinds in (Status, ThemeStatus, FigureStatus, PassageStatus) for kind in kinds))
