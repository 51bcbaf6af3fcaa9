"""The closed sets of the data: what a document, a speaker, a number or a link can be, with a line for each member."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of document it is."""

    PLAN = "plan"
    REPORT = "report"
    EVENTS = "events"
    """What other public sources say happened; never attributed to the report."""
    STATISTICS = "statistics"
    """An official series outside plans and reports, or figures of the sister service or the press."""


class Coverage(StrEnum):
    """How much of the official text the description rests on."""

    FULL = "full"
    """Described paragraph by paragraph from the whole official text."""
    PARTIAL = "partial"
    """Part of the official text was read."""
    SECONDARY = "secondary"
    """Known from official announcements and press only."""
    NONE = "none"
    """Known to exist, content not seen."""


class Attribution(StrEnum):
    """Who says it, for a passage that does not rest on the official paragraph itself."""

    REPORT = "report"
    """A source says that the document states it. Only this may be shown as what the document says."""
    PRESENTATION = "presentation"
    """Said by the director or the minister when presenting the document."""
    EVENT = "event"
    """Happened in or about the year."""
    LATER = "later"
    BEFORE = "before"


class SourceKind(StrEnum):
    OFFICIAL = "official"
    """Government, parliament or supervisor; a mirror that carries the official text unchanged counts."""
    PRESS = "press"


class Qualifier(StrEnum):
    """How the printed figure is to be read; where there is no value it says why."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    AVERAGE = "average"
    ORDER_OF_MAGNITUDE = "order-of-magnitude"
    DASH = "dash"
    """A dash is printed; whether that means none or not counted is not said."""
    EMPTY = "empty"
    WITHHELD = "withheld"


class Role(StrEnum):
    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    NORM = "norm"


class Body(StrEnum):
    """Whose work a series counts. Figures of different bodies are never compared."""

    MIVD = "mivd"
    JOINT = "joint"
    """MIVD and AIVD together, such as the joint screening unit UVO."""
    AIVD = "aivd"
    OTHER = "other"
    """Somebody else, such as the navy or the armed forces; context only."""


class CommitmentKind(StrEnum):
    CONTINUE = "continue"
    EXPAND = "expand"
    START = "start"
    LEGISLATE = "legislate"
    COOPERATE = "cooperate"
    NORM = "norm"
    FORECAST = "forecast"


class LinkKind(StrEnum):
    REPORTED = "reported"
    PARTLY_REPORTED = "partly-reported"
    EVENT_KNOWN = "event-known"


class BearsOn(StrEnum):
    OUTCOME = "outcome"
    """The evidence tells what came of the commitment."""
    SETTING = "setting"
    """Only the occasion is known; the service's part in it is not."""
