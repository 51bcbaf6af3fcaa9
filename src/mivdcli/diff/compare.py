"""Two documents laid side by side."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mivdcli.corpus import Corpus
from mivdcli.diff.commitments import Method, compare_commitments
from mivdcli.diff.figures import compare_figures, in_no_finding
from mivdcli.diff.findings import DIFFERENCES, CommitmentFinding, FigureFinding, FindingCount, PassageFinding, ThemeFinding
from mivdcli.diff.passages import compare_passages
from mivdcli.diff.summary import PARTS, is_before, spoken, summarize
from mivdcli.diff.themes import compare_themes
from mivdcli.errors import UnknownId, UsageError
from mivdcli.items import DocumentItem, document_item
from mivdcli.kinds import Coverage, Kind
from mivdcli.model import Document


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
    passages: tuple[PassageFinding, ...] = ()
    """For two documents of one kind: passages that treat the same subject."""

    @property
    def differs(self) -> bool:
        """Whether any finding says that the two sides differ; what cannot be compared does not."""
        every: tuple[Any, ...] = (*self.commitments, *self.themes, *self.figures, *self.passages)
        return any(one.status in DIFFERENCES or bool(getattr(one, "difference", None)) for one in every)


def compare(corpus: Corpus, left: str, right: str, method: Method = Method.BOTH, *, theme: str | None = None) -> Diff:
    """A plan against a report (in either order: the plan comes left), or two plans or two reports.

    With ``theme`` only what carries that theme or one below it. Raises UnknownId for an unknown document or theme and
    UsageError for a document that is neither a plan nor a report.
    """
    documents = [_plan_or_report(corpus, id) for id in (left, right)]
    notices: list[str] = []
    if [document.kind for document in documents] == [Kind.REPORT, Kind.PLAN]:
        documents.reverse()
        notices.append(f"{documents[0].id} is the plan and stands left")
    ours, theirs = documents
    wanted = corpus.theme_and_below(theme) if theme is not None else None
    commitments: list[CommitmentFinding] = []
    passages: list[PassageFinding] = []
    if ours.kind is theirs.kind:
        passages = compare_passages(corpus, ours, theirs)
    else:
        if is_before(theirs, ours):
            notices.append(f"{theirs.id} is about an earlier year than {ours.id}: it cannot tell what became of this plan")
        elif ours.year != theirs.year:
            notices.append(f"{ours.id} and {theirs.id} are about different years: not the matching pair")
        commitments, dangling = compare_commitments(corpus, ours, theirs, method)
        notices += dangling
    parts: dict[str, list[Any]] = {
        "commitments": [one for one in commitments if wanted is None or wanted & {*one.themes}],
        "themes": [one for one in compare_themes(corpus, ours, theirs) if wanted is None or one.theme in wanted],
        "figures": [one for one in compare_figures(corpus, ours, theirs) if wanted is None or wanted & {*one.themes}],
        "passages": [one for one in passages if wanted is None or wanted & {*one.themes}],
    }
    left_out = {
        "left_passages": spoken(ours),
        "right_passages": spoken(theirs),
        "left_figures": in_no_finding(corpus, ours, theirs, wanted),
        "right_figures": in_no_finding(corpus, theirs, ours, wanted),
    }
    sides = document_item(ours), document_item(theirs)
    return Diff(
        left=sides[0],
        right=sides[1],
        comparable=ours.coverage is theirs.coverage is Coverage.FULL,
        summary=summarize(*sides, parts, left_out),
        notices=tuple(notices),
        **{name: tuple(found) for name, found in parts.items()},
    )


def narrow(diff: Diff, parts: frozenset[str], statuses: frozenset[str]) -> Diff:
    """The findings of these parts and of these kinds; an empty set means all. The summary still counts all there are."""

    def kept(name: str) -> tuple[Any, ...]:
        if parts and name not in parts:
            return ()
        return tuple(one for one in getattr(diff, name) if not statuses or one.status in statuses)

    return replace(diff, **{name: kept(name) for name in PARTS})


def counts(diff: Diff) -> list[FindingCount]:
    """How many findings of each kind each part has, those chosen away by ``narrow`` included."""
    return [
        FindingCount(part=part.removesuffix("s"), status=status, count=count)
        for part in PARTS
        for status, count in diff.summary[part].items()
    ]


def pair_of_year(corpus: Corpus, year: int) -> tuple[str, str]:
    """The ids of the plan and the report of a year. Raises UnknownId where either is not known to exist."""
    corpus.of_year(year)
    plan, report = f"plan-{year}", f"report-{year}"
    for id in (plan, report):
        if id not in corpus.entries:
            raise UnknownId("document", id, list(corpus.entries), hint=corpus.told_of(str(year)))
    return plan, report


def _plan_or_report(corpus: Corpus, id: str) -> Document:
    document = corpus.document(id)
    if document.kind not in (Kind.PLAN, Kind.REPORT):
        known = [entry.id for entry in corpus.entries.values() if entry.kind in (Kind.PLAN, Kind.REPORT)]
        raise UsageError(f"{id} is neither a plan nor a report", hint="diff compares " + ", ".join(known))
    return document
