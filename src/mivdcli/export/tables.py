"""The records of the library as tables without loss: what comes out can be put together again."""

from collections.abc import Iterator, Sequence

from mivdcli.corpus import Corpus
from mivdcli.export.table import Table, Value, columns, leads
from mivdcli.model import Document, Figure

Row = tuple[Value, ...]


def tables(corpus: Corpus) -> list[Table]:
    """All tables; one that another leads to stands before it."""
    documents = list(corpus.documents())
    return [
        *_lists(corpus),
        *_documents(documents),
        *_promises(documents),
        *_numbers(documents),
        *_terms(corpus),
        *_links(corpus),
    ]


def figure_id(document: Document, position: int) -> str:
    """Figures have no id of their own; their place in the document's file serves."""
    return f"{document.id}#{position}"


def passage_ref(document: Document, locator: str | None) -> str | None:
    return None if locator is None else f"{document.id}:{locator}"


def _numbered(owner: str, values: Sequence[str]) -> Iterator[Row]:
    return ((owner, position, value) for position, value in enumerate(values, 1))


def _lists(corpus: Corpus) -> Iterator[Table]:
    themes, series = list(corpus.themes.values()), list(corpus.series.values())
    yield Table(
        "themes", "The taxonomy.", columns("id label_nl label_en scope_nl scope_en parent"), ("id",),
        [(one.id, one.label_nl, one.label_en, one.scope_nl, one.scope_en, one.parent) for one in themes],
        leads("parent themes.id"),
    )  # fmt: skip
    yield Table(
        "theme_words", "Other names of a theme, and queries that lead to it.", columns("theme kind position:integer text"),
        ("theme", "kind", "position"),
        [
            (one.id, kind, *numbered[1:])
            for one in themes
            for kind, words in (("alias_nl", one.aliases_nl), ("alias_en", one.aliases_en), ("example", one.examples))
            for numbered in _numbered(one.id, words)
        ],
        leads("theme themes.id"),
    )  # fmt: skip
    yield Table(
        "keywords", "What passages and commitments are about, more narrowly than by theme.",
        columns("id label_nl label_en theme"), ("id",),
        [(one.id, one.label_nl, one.label_en, one.theme) for one in corpus.keywords.values()], leads("theme themes.id"),
    )  # fmt: skip
    yield Table(
        "series", "What each series of figures counts, and whose work it is.",
        columns("id topic label_nl label_en unit counts_nl counts_en body"), ("id",),
        [(s.id, s.topic, s.label_nl, s.label_en, s.unit, s.counts_nl, s.counts_en, s.body.value) for s in series],
    )  # fmt: skip
    yield Table(
        "series_themes", "The themes of a series.", columns("series position:integer theme"), ("series", "position"),
        [row for one in series for row in _numbered(one.id, one.themes)], leads("series series.id", "theme themes.id"),
    )  # fmt: skip
    yield Table(
        "series_breaks", "From when on a series counts something else, or somebody else counts.",
        columns("series position:integer at note_nl note_en"), ("series", "position"),
        [(s.id, at, one.at, one.note_nl, one.note_en) for s in series for at, one in enumerate(s.breaks, 1)],
        leads("series series.id"),
    )  # fmt: skip
    yield Table(
        "dimensions", "By what a series is split.", columns("series id position:integer label_nl label_en"), ("series", "id"),
        [(s.id, one.id, at, one.label_nl, one.label_en) for s in series for at, one in enumerate(s.dimensions, 1)],
        leads("series series.id"),
    )  # fmt: skip
    yield Table(
        "dimension_values", "The values that a dimension can have.",
        columns("series dimension id position:integer label_nl label_en"), ("series", "dimension", "id"),
        [
            (s.id, one.id, value.id, at, value.label_nl, value.label_en)
            for s in series
            for one in s.dimensions
            for at, value in enumerate(one.values, 1)
        ],
        leads("series,dimension dimensions.series,id"),
    )  # fmt: skip


def _documents(documents: Sequence[Document]) -> Iterator[Table]:
    yield Table(
        "documents", "Plans, reports, collections of events and of statistics, and how completely each is known.",
        columns("id kind year:integer service title_nl title_en published reference publication_id signatory coverage "
                "scope_nl scope_en"), ("id",),
        [
            (d.id, d.kind.value, d.year, d.service, d.title_nl, d.title_en, d.published, d.reference, d.publication_id,
             d.signatory, d.coverage.value, d.scope_nl, d.scope_en)
            for d in documents
        ],
    )  # fmt: skip
    yield Table(
        "document_urls", "Addresses that go with a document; its scope says what each is.",
        columns("document position:integer url"), ("document", "position"),
        [row for d in documents for row in _numbered(d.id, d.urls)], leads("document documents.id"),
    )  # fmt: skip
    yield Table(
        "sections", "The headings as printed; in parentheses where the heading is ours.",
        columns("document id position:integer title title_en parent"), ("document", "id"),
        [(d.id, s.id, at, s.title, s.title_en, s.parent) for d in documents for at, s in enumerate(d.sections, 1)],
        leads("document documents.id"),
    )  # fmt: skip
    yield Table(
        "passages", "Paragraphs in our own words; attribution is empty where the official paragraph itself is described.",
        columns("ref document section position:integer locator label nl en incipit chars:integer sha256 attribution date "
                "note_nl note_en"), ("ref",),
        [
            (f"{d.id}:{p.locator}", d.id, p.section, at, p.locator, p.label, p.nl, p.en, p.incipit, p.chars, p.sha256,
             p.attribution and p.attribution.value, p.date, p.note_nl, p.note_en)
            for d in documents
            for at, p in enumerate(d.passages, 1)
        ],
        leads("document documents.id", "document,section sections.document,id"),
    )  # fmt: skip
    yield Table(
        "passage_themes", "The themes of a passage.", columns("passage position:integer theme"), ("passage", "position"),
        [row for d in documents for p in d.passages for row in _numbered(f"{d.id}:{p.locator}", p.themes)],
        leads("passage passages.ref", "theme themes.id"),
    )  # fmt: skip
    yield Table(
        "passage_keywords", "The keywords of a passage, its chief matter first.", columns("passage position:integer keyword"),
        ("passage", "position"),
        [row for d in documents for p in d.passages for row in _numbered(f"{d.id}:{p.locator}", p.keywords)],
        leads("passage passages.ref", "keyword keywords.id"),
    )  # fmt: skip
    yield Table(
        "passage_sources", "Where a passage was read, when it does not rest on the official paragraph.",
        columns("passage position:integer url kind date"), ("passage", "position"),
        [
            (f"{d.id}:{p.locator}", at, source.url, source.kind.value, source.date)
            for d in documents
            for p in d.passages
            for at, source in enumerate(p.sources, 1)
        ],
        leads("passage passages.ref"),
    )  # fmt: skip


def _promises(documents: Sequence[Document]) -> Iterator[Table]:
    yield Table(
        "commitments", "What a plan says will be done.",
        columns("id document position:integer passage nl en kind horizon_printed horizon_from horizon_until "
                "horizon_open:boolean series"), ("id",),
        [
            (c.id, d.id, at, passage_ref(d, c.locator), c.nl, c.en, c.kind.value, c.horizon.printed, c.horizon.from_,
             c.horizon.until, c.horizon.open, c.series)
            for d in documents
            for at, c in enumerate(d.commitments, 1)
        ],
        leads("document documents.id", "passage passages.ref", "series series.id"),
    )  # fmt: skip
    yield Table(
        "commitment_themes", "The themes of a commitment.", columns("commitment position:integer theme"),
        ("commitment", "position"), [row for d in documents for c in d.commitments for row in _numbered(c.id, c.themes)],
        leads("commitment commitments.id", "theme themes.id"),
    )  # fmt: skip
    yield Table(
        "commitment_keywords", "The keywords of a commitment, its chief matter first.",
        columns("commitment position:integer keyword"), ("commitment", "position"),
        [row for d in documents for c in d.commitments for row in _numbered(c.id, c.keywords)],
        leads("commitment commitments.id", "keyword keywords.id"),
    )  # fmt: skip


def _numbers(documents: Sequence[Document]) -> Iterator[Table]:
    every = [(d, at, figure) for d in documents for at, figure in enumerate(d.figures, 1)]
    yield Table(
        "figures", "The numbers, as printed and as values; the qualifier says how to read them, or why there is none.",
        columns("id document position:integer series period value:number printed qualifier role passage source_url "
                "source_kind source_date official:boolean note_nl note_en"), ("id",),
        [_figure(*one) for one in every],
        leads("document documents.id", "series series.id", "passage passages.ref"),
    )  # fmt: skip
    yield Table(
        "figure_dimensions", "The level, outcome, origin and the like of a figure.",
        columns("figure position:integer series dimension value"), ("figure", "dimension"),
        [
            (figure_id(d, at), number, figure.series, dimension, value)
            for d, at, figure in every
            for number, (dimension, value) in enumerate(figure.dimensions.items(), 1)
        ],
        leads("figure figures.id", "series,dimension,value dimension_values.series,dimension,id"),
    )  # fmt: skip


def _figure(document: Document, at: int, figure: Figure) -> Row:
    source = figure.source
    origin: Row = (None, None, None) if source is None else (source.url, source.kind.value, source.date)
    return (
        figure_id(document, at), document.id, at, figure.series, figure.period, figure.value, figure.printed,
        figure.qualifier.value, figure.role.value, passage_ref(document, figure.locator), *origin, figure.official,
        figure.note_nl, figure.note_en,
    )  # fmt: skip


def _terms(corpus: Corpus) -> Iterator[Table]:
    terms = list(corpus.terms.values())
    yield Table(
        "terms", "Abbreviations and terms.", columns("id abbreviation nl en meaning_nl meaning_en"), ("id",),
        [(t.id, t.abbreviation, t.nl, t.en, t.meaning_nl, t.meaning_en) for t in terms],
    )  # fmt: skip
    yield Table(
        "term_aliases", "Other names of a term.", columns("term position:integer alias"), ("term", "position"),
        [row for term in terms for row in _numbered(term.id, term.aliases)], leads("term terms.id"),
    )  # fmt: skip
    yield Table(
        "term_refs", "Where a term occurs: a passage, or a document and a series.", columns("term position:integer ref"),
        ("term", "position"), [row for term in terms for row in _numbered(term.id, term.refs)], leads("term terms.id"),
    )  # fmt: skip


def _links(corpus: Corpus) -> Iterator[Table]:
    every = [(f"{year}#{at}", year, link) for year in corpus.years for at, link in enumerate(corpus.links(year), 1)]
    yield Table(
        "links", "Which evidence bears on which commitment, judged by a person.",
        columns("id year:integer commitment kind bears_on reason_nl reason_en date reviewer"), ("id",),
        [
            (id, year, one.commitment, one.kind.value, one.bears_on.value, one.reason_nl, one.reason_en, one.date, one.reviewer)
            for id, year, one in every
        ],
        leads("commitment commitments.id"),
    )  # fmt: skip
    yield Table(
        "link_evidence", "The evidence of a link: a passage, or a document and a series.",
        columns("link position:integer ref"), ("link", "position"),
        [row for id, _, one in every for row in _numbered(id, one.evidence)], leads("link links.id"),
    )  # fmt: skip
