"""What can be searched: passages, commitments, figures, sections and terms, all in one shape."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from mivdcli.corpus import Corpus, places
from mivdcli.items import figure_source, series_of, source_items
from mivdcli.model import Commitment, Document, Figure, Passage, Section, Term, Theme

WHAT = ("passages", "commitments", "figures", "sections", "glossary")
"""What the data holds that ``--in`` can search."""
OFFICIAL = "official"
"""What ``--in`` knows besides: the exact wording of the texts that the reader has added, which no index holds."""


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that can be found, with all that an answer says of it."""

    what: str
    """One of WHAT."""
    id: str
    """What ``mivd show`` and a query know it by."""
    ref: str
    document: str | None
    """None, like all that describes a document, for a term of the glossary."""
    year: int | None
    kind: str
    coverage: str | None
    attribution: str | None
    locator: str
    section: str
    section_title: str
    themes: tuple[str, ...]
    text_nl: str
    text_en: str
    sources: tuple[dict[str, str | None], ...]
    date: str | None
    titles: tuple[str, ...]
    """The headings above it; a word found only here counts less than one of the text."""
    about: tuple[str, ...]
    """The names of its themes, its document and year; a word found only here counts least."""


def entries(corpus: Corpus, document: Document, what: str) -> Iterator[Entry]:
    """Everything of one kind in a document, in order."""
    yield from _MAKERS[what](_Maker(corpus, document))


def term_entries(corpus: Corpus) -> Iterator[Entry]:
    """The glossary, as something to be searched itself."""
    for term in corpus.terms.values():
        yield Entry(
            what="glossary", id=term.id, ref=f"glossary:{term.id}", document=None, year=None, kind="glossary", coverage=None,
            attribution=None, locator=term.id, section="", section_title="", themes=(), sources=(), date=None,
            text_nl=_named(term, term.nl, term.meaning_nl), text_en=_named(term, term.en, term.meaning_en),
            titles=term.aliases, about=(),
        )  # fmt: skip


def _named(term: Term, name: str, meaning: str) -> str:
    short = f"{term.abbreviation}: " if term.abbreviation else ""
    return f"{short}{name}. {meaning}"


def theme_names(theme: Theme) -> str:
    return " · ".join((theme.label_nl, theme.label_en, *theme.aliases_nl, *theme.aliases_en))


class _Maker:
    """Makes the entries of one document."""

    def __init__(self, corpus: Corpus, document: Document) -> None:
        self.corpus = corpus
        self.document = document
        self.sections = {section.id: section for section in document.sections}
        self._title = f"{document.title_nl} · {document.title_en} · {document.year or ''}"
        self._themes = {theme.id: theme_names(theme) for theme in corpus.themes.values()}

    def passages(self) -> Iterator[Entry]:
        for _, _, passage in places(self.document):
            yield self._passage(passage, "passages", passage.locator, passage.nl, passage.en)

    def commitments(self) -> Iterator[Entry]:
        by_locator = {passage.locator: passage for passage in self.document.passages}
        for commitment in self.document.commitments:
            yield self._commitment(commitment, by_locator[commitment.locator])

    def figures(self) -> Iterator[Entry]:
        by_locator = {passage.locator: passage for passage in self.document.passages}
        for figure in self.document.figures:
            yield self._figure(figure, by_locator.get(figure.locator or ""))

    def headings(self) -> Iterator[Entry]:
        for section in self.document.sections:
            texts = (section.title, section.title_en)
            yield self._entry("sections", section.id, section.id, section, texts, heading=section.parent or "")

    def _commitment(self, commitment: Commitment, passage: Passage) -> Entry:
        return self._passage(passage, "commitments", commitment.id, commitment.nl, commitment.en, themes=commitment.themes)

    def _figure(self, figure: Figure, passage: Passage | None) -> Entry:
        series = series_of(self.corpus, self.document, figure)
        labels = {d.id: {value.id: value for value in d.values} for d in series.dimensions}
        known = [labels.get(name, {}).get(value) for name, value in figure.dimensions.items()]
        printed = figure.printed if figure.printed is not None else str(figure.value)
        nl, en = (
            f"{label} ({figure.period}{''.join(f', {extra}' for extra in extras)}): {printed}. {note or ''}".strip()
            for label, extras, note in (
                (series.label_nl, [value.label_nl for value in known if value], figure.note_nl),
                (series.label_en, [value.label_en for value in known if value], figure.note_en),
            )
        )
        source = figure_source(self.document, figure)
        section = self.sections.get(passage.section) if passage else None
        sources = () if figure.source is None else source_items((figure.source,))
        heading = " · ".join((series.counts_nl, series.counts_en, series.topic, figure.period[:4], source or ""))
        return self._entry(
            "figures", figure.series, figure.locator or figure.series, section, (nl, en),
            heading=heading, themes=series.themes, sources=sources, date=figure.period,
        )  # fmt: skip

    def _passage(self, passage: Passage, what: str, id: str, nl: str, en: str, *, themes: Any = None) -> Entry:
        return self._entry(
            what, id, passage.locator, self.sections[passage.section], (nl, en), heading=passage.label or "",
            themes=passage.themes if themes is None else themes, sources=source_items(passage.sources), date=passage.date,
            attribution=passage.attribution and passage.attribution.value,
        )  # fmt: skip

    def _entry(
        self, what: str, id: str, locator: str, section: Section | None, texts: tuple[str, str], *, heading: str,
        themes: tuple[str, ...] = (), sources: Any = (), date: str | None = None, attribution: str | None = None,
    ) -> Entry:  # fmt: skip
        document = self.document
        titles = (section.title, section.title_en, section.parent or "") if section and what != "sections" else ()
        names = (self._themes[theme] for theme in themes if theme in self._themes)
        return Entry(
            what=what, id=id, ref=f"{document.id}:{locator}", document=document.id, year=document.year,
            kind=document.kind.value, coverage=document.coverage.value, attribution=attribution, locator=locator,
            section=section.id if section else "", section_title=section.title if section else "", themes=themes,
            text_nl=texts[0], text_en=texts[1], sources=sources, date=date,
            titles=tuple(filter(None, (*titles, heading))), about=(*names, self._title),
        )  # fmt: skip


_MAKERS: dict[str, Callable[[_Maker], Iterator[Entry]]] = {
    "passages": _Maker.passages,
    "commitments": _Maker.commitments,
    "figures": _Maker.figures,
    "sections": _Maker.headings,
}
