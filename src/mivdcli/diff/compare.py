"""Two documents laid side by side."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from mivdcli.corpus import Corpus
from mivdcli.diff.commitments import Method, compare_commitments
from mivdcli.diff.figures import compare_figures
from mivdcli.diff.findings import CommitmentFinding, FigureFinding, ThemeFinding
from mivdcli.diff.themes import compare_themes
from mivdcli.errors import UnknownId, UsageError
from mivdcli.items import DocumentItem, document_item
from mivdcli.model import Coverage, Document, Kind


class Diff(Struct, frozen=True, kw_only=True):
    """The whole comparison, and how much of each side it rests on."""

    left: DocumentItem
    right: DocumentItem
    comparable: bool
    """Whether both documents are described in full, so that silence on a side can be told from ignorance."""
    summary: dict[str, Any]
    commitments: tuple[CommitmentFinding, ...]
    themes: tuple[ThemeFinding, ...]
    figures: tuple[FigureFinding, ...]
    notices: tuple[str, ...]


def compare(corpus: Corpus, left: str, right: str, method: Method = Method.BOTH) -> Diff:
    """A plan against a report (in either order: the plan comes left), or two plans or two reports.

    Raises UnknownId for an unknown document and UsageError for one that is neither a plan nor a report.
    """
    documents = [_plan_or_report(corpus, id) for id in (left, right)]
    notices: list[str] = []
    if [document.kind for document in documents] == [Kind.REPORT, Kind.PLAN]:
        documents.reverse()
        notices.append(f"{documents[0].id} is the plan and stands left")
    ours, theirs = documents
    findings: list[CommitmentFinding] = []
    if ours.kind is Kind.PLAN and theirs.kind is Kind.REPORT:
        if ours.year != theirs.year:
            notices.append(f"{ours.id} and {theirs.id} are about different years: not the matching pair")
        findings, dangling = compare_commitments(corpus, ours, theirs, method)
        notices += dangling
    themes, figures = compare_themes(corpus, ours, theirs), compare_figures(corpus, ours, theirs)
    return Diff(
        left=document_item(ours),
        right=document_item(theirs),
        comparable=ours.coverage is theirs.coverage is Coverage.FULL,
        summary=_summary(ours, theirs, findings, themes, figures),
        commitments=tuple(findings),
        themes=tuple(themes),
        figures=tuple(figures),
        notices=tuple(notices),
    )


def pair_of_year(corpus: Corpus, year: int) -> tuple[str, str]:
    """The ids of the plan and the report of a year. Raises UnknownId where either is not known to exist."""
    corpus.of_year(year)
    plan, report = f"plan-{year}", f"report-{year}"
    for id in (plan, report):
        if id not in corpus.entries:
            raise UnknownId("document", id, list(corpus.entries), hint=f"{year} has no such document here; mivd documents")
    return plan, report


def _plan_or_report(corpus: Corpus, id: str) -> Document:
    document = corpus.document(id)
    if document.kind not in (Kind.PLAN, Kind.REPORT):
        known = [entry.id for entry in corpus.entries.values() if entry.kind in (Kind.PLAN, Kind.REPORT)]
        raise UsageError(f"{id} is neither a plan nor a report", hint="diff compares " + ", ".join(known))
    return document


def _summary(
    ours: Document,
    theirs: Document,
    commitments: Iterable[CommitmentFinding],
    themes: Iterable[ThemeFinding],
    figures: Iterable[FigureFinding],
) -> dict[str, Any]:
    counts = {
        name: dict(Counter(finding.status for finding in findings))
        for name, findings in (("commitments", commitments), ("themes", themes), ("figures", figures))
    }
    return {"text_nl": _paragraph_nl(ours, theirs, counts), "text_en": _paragraph_en(ours, theirs, counts), **counts}


def _paragraph_en(ours: Document, theirs: Document, counts: dict[str, dict[str, int]]) -> str:
    parts = [_known_en(document) for document in (ours, theirs)]
    if ours.year != theirs.year and ours.kind is not theirs.kind:
        parts.append("They are about different years: this report was not written to answer this plan.")
    if told := counts["commitments"]:
        listed = ", ".join(f"{number} {status}" for status, number in told.items())
        parts.append(f"Of {sum(told.values())} commitments: {listed}.")
    parts.append("What is not found in the public report may well have been done.")
    return " ".join(parts)


def _paragraph_nl(ours: Document, theirs: Document, counts: dict[str, dict[str, int]]) -> str:
    parts = [_known_nl(document) for document in (ours, theirs)]
    if ours.year != theirs.year and ours.kind is not theirs.kind:
        parts.append("Zij gaan over verschillende jaren: dit verslag is niet geschreven als antwoord op dit plan.")
    if told := counts["commitments"]:
        listed = ", ".join(f"{number} {status}" for status, number in told.items())
        parts.append(f"Van {sum(told.values())} voornemens: {listed}.")
    parts.append("Wat niet in het openbare verslag is gevonden, kan heel goed zijn gedaan.")
    return " ".join(parts)


_EXTENT_EN = {
    Coverage.FULL: "described in full",
    Coverage.PARTIAL: "known in part from its official text",
    Coverage.SECONDARY: "known only from official announcements and press; its text was not available",
    Coverage.NONE: "known to exist, but its content was not seen",
}
_EXTENT_NL = {
    Coverage.FULL: "volledig beschreven",
    Coverage.PARTIAL: "gedeeltelijk bekend uit de officiële tekst",
    Coverage.SECONDARY: "alleen bekend uit officiële aankondigingen en pers; de tekst was niet beschikbaar",
    Coverage.NONE: "bekend als bestaand, maar de inhoud is niet gezien",
}


def _known_en(document: Document) -> str:
    return f"{document.id}: {_EXTENT_EN[document.coverage]} ({len(document.passages)} passages)."


def _known_nl(document: Document) -> str:
    return f"{document.id}: {_EXTENT_NL[document.coverage]} ({len(document.passages)} passages)."
