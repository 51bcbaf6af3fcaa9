"""The records that the TOML files describe: frozen, strictly typed, with nothing but data in them.

A field that may be ``None`` means "not known" or "does not apply"; the line under it says which. The structs refuse
unknown keys, so a misspelt key in a data file is an error and never silently ignored.
"""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct, field

from mivdcli.kinds import Attribution, BearsOn, Body, CommitmentKind, Coverage, Kind, LinkKind, Qualifier, Role, SourceKind

# Each form ends with ``$(?!\n)``: in Python ``$`` alone would let a line end through. ``[0-9]`` is no other script's digit.
Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$(?!\n)", description="lower case, digits, '-' and '.'")]
Locator = Annotated[
    str,
    Meta(
        pattern=r"^~?[a-z0-9]+(?:[.-][a-z0-9]+)*/[1-9][0-9]*$(?!\n)",
        description="section/ordinal; starts with ~ where the official paragraph is unknown",
    ),
]
SectionId = Annotated[
    str,
    Meta(pattern=r"^~?[a-z0-9]+(?:[.-][a-z0-9]+)*$(?!\n)", description="the part of a locator before the slash"),
]
Day = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$(?!\n)", description="YYYY, YYYY-MM or YYYY-MM-DD, as exact as is known"
    ),
]
Period = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}(?:-(?:[0-9]{2}(?:-[0-9]{2})?|Q[1-4]))?(?:\.\.[0-9]{4}(?:-(?:[0-9]{2}(?:-[0-9]{2})?|Q[1-4]))?)?$(?!\n)",
        description="a year, quarter (2024-Q1), month or day, or A..B",
    ),
]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", description="64 hexadecimal digits")]
Words = Annotated[str, Meta(min_length=1, description="a text that is not empty")]
Address = Annotated[str, Meta(pattern=r"^https?://[^\s]+$(?!\n)", description="a web address")]
Ref = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9-]+:~?[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[1-9][0-9]*)?$(?!\n)",
        description="document:locator for a passage, document:series for figures",
    ),
]


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, no unknown keys."""


class Source(Record, frozen=True, kw_only=True):
    url: Address
    kind: SourceKind
    date: Day | None = None
    """The date the page carries; None where that is not known."""


class Section(Record, frozen=True, kw_only=True):
    id: SectionId
    title: Words
    """The heading as printed; in parentheses where it is ours because the document has none there."""
    title_en: Words
    parent: Words | None = None
    """The numbered or group heading above it; None where there is none."""


class Passage(Record, frozen=True, kw_only=True):
    locator: Locator
    themes: tuple[Id, ...]
    keywords: tuple[Id, ...] = ()
    """What it is about more narrowly, the chief matter first; none where nobody has indexed it."""
    nl: Words
    en: Words
    label: Words | None = None
    """A run-in name, such as that of a core value."""
    incipit: Words | None = None
    """The first words of the official paragraph, seven at most; only with coverage full."""
    chars: Annotated[int, Meta(gt=0)] | None = None
    """Length of the official paragraph in normal form (see text.normal_form)."""
    sha256: Sha256 | None = None
    """SHA-256 of the UTF-8 bytes of that normal form."""
    attribution: Attribution | None = None
    """None where the passage describes the official paragraph itself."""
    date: Period | None = None
    """When it happened or was said; None for what a document says about its year."""
    sources: tuple[Source, ...] = ()
    note_nl: Words | None = None
    note_en: Words | None = None

    @property
    def section(self) -> str:
        return self.locator.rpartition("/")[0]


class Figure(Record, frozen=True, kw_only=True):
    series: Id
    period: Period
    value: int | Decimal | None = None
    """None where the source gives no number; the qualifier says why."""
    printed: str | None = None
    """As the page prints it; None where only a transcription was seen."""
    qualifier: Qualifier = Qualifier.EXACT
    role: Role = Role.ACTUAL
    dimensions: dict[Id, str] = field(default_factory=dict)
    locator: Locator | None = None
    """The passage that prints it; None where the figure comes from a source instead."""
    source: Source | None = None
    official: bool = True
    note_nl: Words | None = None
    note_en: Words | None = None


class Horizon(Record, frozen=True, kw_only=True):
    """By when; all fields None and ``open`` false means that the plan names no time of its own."""

    printed: Words | None = None
    from_: Day | None = field(name="from", default=None)
    until: Day | None = None
    open: bool = False
    """The plan says that it goes on after the time it names."""


class Commitment(Record, frozen=True, kw_only=True):
    id: Id
    locator: Locator
    nl: Words
    en: Words
    themes: tuple[Id, ...]
    keywords: tuple[Id, ...] = ()
    """What it is about more narrowly, the chief matter first; none where nobody has indexed it."""
    kind: CommitmentKind
    horizon: Horizon = field(default_factory=Horizon)
    series: Id | None = None
    """The series of the figure it promises, found in the same passage; None where it promises none."""


class Document(Record, frozen=True, kw_only=True):
    id: Id
    kind: Kind
    year: int | None = None
    """The year it is about; None for a statistics page that covers many."""
    service: Id = "mivd"
    title_nl: Words
    title_en: Words
    published: Day | None = None
    reference: Words | None = None
    """The official reference; the session year stands in it only where a source gives it."""
    publication_id: Words | None = None
    signatory: Words | None = None
    urls: tuple[Address, ...] = ()
    coverage: Coverage
    scope_nl: Words
    scope_en: Words
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()


class Theme(Record, frozen=True, kw_only=True):
    id: Id
    label_nl: Words
    label_en: Words
    scope_nl: Words
    scope_en: Words
    parent: Id | None = None
    """None for the groups at the top, which no passage carries itself."""
    aliases_nl: tuple[Words, ...] = ()
    aliases_en: tuple[Words, ...] = ()
    examples: tuple[Words, ...] = ()
    """Queries that should lead to a passage with this theme; the tests try them all."""


class Keyword(Record, frozen=True, kw_only=True):
    """A thing that a statement can turn on: narrower than a theme, and as good for any year."""

    id: Id
    label_nl: Words
    label_en: Words
    theme: Id
    """The theme under which it falls."""


class Term(Record, frozen=True, kw_only=True):
    id: Id
    nl: Words
    en: Words
    meaning_nl: Words
    meaning_en: Words
    abbreviation: Words | None = None
    aliases: tuple[Words, ...] = ()
    refs: tuple[Ref, ...] = ()


class TermNames(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """A ``Term`` that was checked before, without its long texts: a query needs no more of it."""

    id: str
    nl: str
    en: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()


class DimensionValue(Record, frozen=True, kw_only=True):
    id: Words
    label_nl: Words
    label_en: Words


class Dimension(Record, frozen=True, kw_only=True):
    id: Id
    label_nl: Words
    label_en: Words
    values: tuple[DimensionValue, ...]


class Break(Record, frozen=True, kw_only=True):
    """From this moment on the series counts something else, or somebody else counts."""

    at: Period
    note_nl: Words
    note_en: Words


class Series(Record, frozen=True, kw_only=True):
    id: Id
    topic: Id
    label_nl: Words
    label_en: Words
    unit: Words
    counts_nl: Words
    counts_en: Words
    body: Body
    themes: tuple[Id, ...]
    dimensions: tuple[Dimension, ...] = ()
    breaks: tuple[Break, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    commitment: Id
    kind: LinkKind
    evidence: Annotated[tuple[Ref, ...], Meta(min_length=1)]
    bears_on: BearsOn
    reason_nl: Words
    reason_en: Words
    date: Day
    """When the link was judged."""
    reviewer: Words
    """How it was judged, e.g. from which texts."""


class Themes(Record, frozen=True, kw_only=True):
    """``data/themes.toml``."""

    themes: tuple[Theme, ...]


class Keywords(Record, frozen=True, kw_only=True):
    """``data/keywords.toml``."""

    keywords: tuple[Keyword, ...]


class Glossary(Record, frozen=True, kw_only=True):
    """``data/glossary.toml``."""

    terms: tuple[Term, ...]


class GlossaryNames(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """``data/glossary.toml``, checked before, without its long texts."""

    terms: tuple[TermNames, ...]


class SeriesList(Record, frozen=True, kw_only=True):
    """``data/series.toml``."""

    series: tuple[Series, ...]


class Links(Record, frozen=True, kw_only=True):
    """``data/links/<year>.toml``."""

    links: tuple[Link, ...]
