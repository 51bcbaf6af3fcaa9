"""The records that answers are made of. Their field names are the keys of JSON and the columns of TSV: a promise.

Fields are only ever added within a schema number. ``None`` means "no value"; a field beside it says why.
"""

from decimal import Decimal
from typing import Any

from msgspec import Struct

from mivdcli.corpus import Corpus, Place
from mivdcli.errors import DataError, Problem
from mivdcli.model import Commitment, Document, Figure, Series, Source


class Item(Struct, frozen=True, kw_only=True):
    """Base of all answers' records."""


class DocumentItem(Item, frozen=True, kw_only=True):
    """A plan, a report, the events of a year or a page of statistics, with how much of it is known here.

    ``passages``, ``commitments`` and ``figures`` are counts of what the data holds of it; ``coverage`` says how much of the
    whole that is.
    """

    id: str
    kind: str
    year: int | None
    service: str
    title_nl: str
    title_en: str
    published: str | None
    reference: str | None
    publication_id: str | None
    coverage: str
    scope_nl: str
    scope_en: str
    passages: int
    commitments: int
    figures: int
    urls: tuple[str, ...]


class ThemeItem(Item, frozen=True, kw_only=True):
    """A theme in one document; ``passages``, ``commitments`` and ``figures`` are counts, 0 where there is nothing."""

    theme: str
    label_nl: str
    label_en: str
    parent: str | None
    document: str
    year: int | None
    kind: str
    coverage: str
    passages: int
    commitments: int
    figures: int
    sections: tuple[str, ...]


class FigureItem(Item, frozen=True, kw_only=True):
    """A number as a document gives it: ``printed`` as it there, ``value`` exact, in ``unit``; ``body`` says who counted."""

    series: str
    topic: str
    label_nl: str
    label_en: str
    document: str
    year: int | None
    """The year of the document; ``period`` is what the figure is about."""
    period: str
    value: int | Decimal | None
    printed: str | None
    unit: str
    qualifier: str
    role: str
    body: str
    dimensions: dict[str, str]
    ref: str
    source: str | None
    """The official reference of the document that prints it, or the address where it was read."""
    official: bool
    note_nl: str | None
    note_en: str | None


class CommitmentItem(Item, frozen=True, kw_only=True):
    """What a plan says will be done, in our words; ``horizon`` says until when, as far as the plan does."""

    commitment: str
    kind: str
    ref: str
    text_nl: str
    text_en: str
    themes: tuple[str, ...]
    horizon: dict[str, Any]
    keywords: tuple[str, ...]
    """What it is about more narrowly than by theme, the chief matter first; empty where nobody has indexed it."""


class PassageItem(Item, frozen=True, kw_only=True):
    """One paragraph of a document, in our words in both languages, with what proves which paragraph it is.

    ``chars`` is the length of the official paragraph in normal form, ``sha256`` the hash of that; None where it is not known.
    """

    ref: str
    document: str
    year: int | None
    kind: str
    locator: str
    section: str
    section_title: str
    label: str | None
    themes: tuple[str, ...]
    text_nl: str
    text_en: str
    incipit: str | None
    chars: int | None
    sha256: str | None
    attribution: str | None
    """None where the passage describes the official paragraph itself."""
    sources: tuple[dict[str, str | None], ...]
    commitments: tuple[CommitmentItem, ...]
    figures: tuple[FigureItem, ...]
    coverage: str
    reference: str | None
    date: str | None
    note_nl: str | None
    note_en: str | None
    keywords: tuple[str, ...]
    """What it is about more narrowly than by theme, the chief matter first; empty where nobody has indexed it."""


def document_item(document: Document) -> DocumentItem:
    return DocumentItem(
        id=document.id,
        kind=document.kind.value,
        year=document.year,
        service=document.service,
        title_nl=document.title_nl,
        title_en=document.title_en,
        published=document.published,
        reference=document.reference,
        publication_id=document.publication_id,
        coverage=document.coverage.value,
        scope_nl=document.scope_nl,
        scope_en=document.scope_en,
        passages=len(document.passages),
        commitments=len(document.commitments),
        figures=len(document.figures),
        urls=document.urls,
    )


def figure_item(corpus: Corpus, document: Document, figure: Figure) -> FigureItem:
    series = series_of(corpus, document, figure)
    return FigureItem(
        series=figure.series,
        topic=series.topic,
        label_nl=series.label_nl,
        label_en=series.label_en,
        document=document.id,
        year=document.year,
        period=figure.period,
        value=figure.value,
        printed=figure.printed,
        unit=series.unit,
        qualifier=figure.qualifier.value,
        role=figure.role.value,
        body=series.body.value,
        dimensions=dict(figure.dimensions),  # a caller may change it; the document must stay as it was read
        ref=f"{document.id}:{figure.locator or figure.series}",
        source=figure_source(document, figure),
        official=figure.official,
        note_nl=figure.note_nl,
        note_en=figure.note_en,
    )


def series_of(corpus: Corpus, document: Document, figure: Figure) -> Series:
    """Raises DataError where a document has a figure of a series that nobody defined: its body and unit are unknown."""
    series = corpus.series.get(figure.series)
    if series is None:
        raise DataError([Problem("unknown-series", document.id, "figures", f"unknown series {figure.series}")])
    return series


def figure_source(document: Document, figure: Figure) -> str | None:
    if figure.source is not None:
        return figure.source.url
    return document.reference or next(iter(document.urls), None)


def commitment_item(document: Document, commitment: Commitment) -> CommitmentItem:
    horizon = commitment.horizon
    return CommitmentItem(
        commitment=commitment.id,
        kind=commitment.kind.value,
        ref=f"{document.id}:{commitment.locator}",
        text_nl=commitment.nl,
        text_en=commitment.en,
        themes=commitment.themes,
        keywords=commitment.keywords,
        horizon={"printed": horizon.printed, "from": horizon.from_, "until": horizon.until, "open": horizon.open},
    )


def passage_item(corpus: Corpus, place: Place) -> PassageItem:
    document, section, passage = place
    return PassageItem(
        ref=place.ref,
        document=document.id,
        year=document.year,
        kind=document.kind.value,
        locator=passage.locator,
        section=section.id,
        section_title=section.title,
        label=passage.label,
        themes=passage.themes,
        keywords=passage.keywords,
        text_nl=passage.nl,
        text_en=passage.en,
        incipit=passage.incipit,
        chars=passage.chars,
        sha256=passage.sha256,
        attribution=passage.attribution and passage.attribution.value,
        sources=source_items(passage.sources),
        commitments=tuple(commitment_item(document, c) for c in document.commitments if c.locator == passage.locator),
        figures=tuple(figure_item(corpus, document, f) for f in document.figures if f.locator == passage.locator),
        coverage=document.coverage.value,
        reference=document.reference,
        date=passage.date,
        note_nl=passage.note_nl,
        note_en=passage.note_en,
    )


def source_items(sources: tuple[Source, ...]) -> tuple[dict[str, str | None], ...]:
    return tuple({"url": source.url, "kind": source.kind.value, "date": source.date} for source in sources)
