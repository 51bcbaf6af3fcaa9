"""What the public report of a year does not mention although its plan or the report before it did. Silence, never failure."""

from collections.abc import Iterator

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId
from mivdcli.items import Item, figure_item
from mivdcli.kinds import Coverage, Kind, Role
from mivdcli.model import Document
from mivdcli.tally import tally_themes

SILENT = "silent"
"""Both documents are described in full and the report does not mention it."""
NOT_COMPARABLE = "not-comparable"
"""One of the two is not described in full, so nobody can tell silence from what we do not know."""


class GapItem(Item, frozen=True, kw_only=True):
    """A theme or figure that an earlier document has and the report of the year does not mention. Silence, never failure."""

    part: str
    """theme or figure"""
    id: str
    """Of the theme, or of the series."""
    label_nl: str
    label_en: str
    dimensions: dict[str, str]
    status: str
    year: int
    report: str
    report_coverage: str
    document: str
    """The plan or the earlier report that has it."""
    coverage: str
    passages: int
    commitments: int
    printed: str | None
    ref: str | None
    note_nl: str
    note_en: str


def list_gaps(corpus: Corpus, year: int) -> list[GapItem]:
    """The themes, then the figures, that the plan of the year or the last report before it has and the report has not.

    An empty list means that there are none; ``compared`` tells which documents were looked at. Raises UnknownId.
    """
    report, earlier = compared(corpus, year)
    found = [gap for document in earlier for gap in _themes(corpus, report, document, year)]
    found += [gap for document in earlier for gap in _figures(corpus, report, document, year)]
    return found


def compared(corpus: Corpus, year: int) -> tuple[Document, list[Document]]:
    """The report of the year, and the plan of the year and the last earlier report of which anything is known."""
    corpus.of_year(year)
    id = f"report-{year}"
    if id not in corpus.entries:
        known = [str(entry.year) for entry in corpus.entries.values() if entry.kind is Kind.REPORT]
        raise UnknownId("report", id, list(corpus.entries), hint="years with a report: " + ", ".join(known))
    before = [
        document
        for document in corpus.documents((Kind.REPORT,))
        if document.year is not None and document.year < year and document.passages
    ]
    plan = [corpus.document(f"plan-{year}")] if f"plan-{year}" in corpus.entries else []
    return corpus.document(id), [*plan, *before[-1:]]


def _themes(corpus: Corpus, report: Document, document: Document, year: int) -> Iterator[GapItem]:
    ours, theirs = (tally_themes(corpus, one, own_words=True) for one in (document, report))
    for theme in corpus.themes.values():
        tally = ours.get(theme.id)
        here = theirs.get(theme.id)
        if tally is None or not (tally.passages or tally.commitments) or (here is not None and (here.passages or here.figures)):
            continue
        yield _gap(
            report, document, year, part="theme", id=theme.id, labels=(theme.label_nl, theme.label_en),
            passages=tally.passages, commitments=tally.commitments,
        )  # fmt: skip


def _figures(corpus: Corpus, report: Document, document: Document, year: int) -> Iterator[GapItem]:
    given = {(figure.series, *sorted(figure.dimensions.items())) for figure in report.figures if figure.role is Role.ACTUAL}
    seen = set()
    for figure in document.figures:
        key = (figure.series, *sorted(figure.dimensions.items()))
        if key in given or key in seen:
            continue
        seen.add(key)
        item = figure_item(corpus, document, figure)
        printed = item.printed if item.printed is not None else None if item.value is None else str(item.value)
        yield _gap(
            report, document, year, part="figure", id=item.series, labels=(item.label_nl, item.label_en),
            dimensions=item.dimensions, printed=printed, ref=item.ref,
        )  # fmt: skip


def _gap(
    report: Document,
    document: Document,
    year: int,
    *,
    part: str,
    id: str,
    labels: tuple[str, str],
    dimensions: dict[str, str] | None = None,
    passages: int = 0,
    commitments: int = 0,
    printed: str | None = None,
    ref: str | None = None,
) -> GapItem:
    full = report.coverage is document.coverage is Coverage.FULL
    note_nl, note_en = _silence(report) if full else _ignorance(report, document)
    return GapItem(
        part=part,
        id=id,
        label_nl=labels[0],
        label_en=labels[1],
        dimensions=dimensions or {},
        status=SILENT if full else NOT_COMPARABLE,
        year=year,
        report=report.id,
        report_coverage=report.coverage.value,
        document=document.id,
        coverage=document.coverage.value,
        passages=passages,
        commitments=commitments,
        printed=printed,
        ref=ref,
        note_nl=note_nl,
        note_en=note_en,
    )


def _silence(report: Document) -> tuple[str, str]:
    return (
        f"het openbare {report.id} noemt dit niet; of er iets mee is gedaan, zegt dat niet",
        f"the public {report.id} does not mention it; that does not tell whether anything was done about it",
    )


def _ignorance(report: Document, document: Document) -> tuple[str, str]:
    """Which of the two is not known well enough, so that nobody reads ignorance as silence."""
    if report.coverage is not Coverage.FULL:
        return (
            f"{report.id} is niet volledig beschreven; of het dit noemt, is niet bekend",
            f"{report.id} is not described in full; whether it mentions this is not known",
        )
    return (
        f"{report.id} noemt dit niet; {document.id} is niet volledig beschreven, dus de vergelijking is niet compleet",
        f"{report.id} does not mention it; {document.id} is not described in full, so the comparison is not complete",
    )
