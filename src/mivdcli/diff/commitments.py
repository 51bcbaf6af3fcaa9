"""Each commitment of a plan with what is known of it: curated where somebody judged, computed elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from mivdcli.corpus import Corpus
from mivdcli.diff.findings import CommitmentFinding, Evidence, Status
from mivdcli.diff.match import Match, Related, tied
from mivdcli.diff.matches import matches
from mivdcli.diff.summary import Notes, is_before
from mivdcli.errors import UnknownId
from mivdcli.items import figure_item, source_items
from mivdcli.kinds import Coverage, Kind
from mivdcli.model import Commitment, Document, Figure, Link
from mivdcli.refs import InDocument, OfSeries, resolve


class Method(StrEnum):
    CURATED = "curated"
    COMPUTED = "computed"
    BOTH = "both"
    """Computed only where nobody curated."""


def compare_commitments(
    corpus: Corpus, plan: Document, report: Document, method: Method
) -> tuple[list[CommitmentFinding], list[str]]:
    """A finding for each commitment, the telling kinds first, and notices about links that lead nowhere."""
    notices: list[str] = []
    curated = _curated(corpus, plan, report, notices) if method is not Method.COMPUTED else {}
    match_of = matches(corpus, plan, report) if method is not Method.CURATED else None
    findings = []
    for commitment in plan.commitments:
        if commitment.id in curated:
            findings.append(_judged(plan, commitment, curated[commitment.id]))
        else:
            match = match_of(commitment.id) if match_of else Match([], None)
            findings.append(_computed(plan, report, commitment, match, asked=match_of is not None))
    order = {status.value: rank for rank, status in enumerate(Status)}
    findings.sort(key=lambda finding: order[finding.status])
    return findings, notices


Judged = tuple[Link, list[Evidence]]


def _curated(corpus: Corpus, plan: Document, report: Document, notices: list[str]) -> dict[str, list[Judged]]:
    """The links of this plan whose evidence stands in the report, or in the events of the report's year."""
    allowed = {report.id} | {
        entry.id for entry in corpus.entries.values() if entry.kind is Kind.EVENTS and entry.year == report.year
    }
    known = {commitment.id for commitment in plan.commitments}
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for link in corpus.links(plan.year) if plan.year is not None else []:
        if link.commitment not in known:
            notices.append(f"a link names {link.commitment}, which {plan.id} does not hold; it is left out")
            continue
        refs = [ref for ref in link.evidence if ref.partition(":")[0] in allowed]
        evidence = [one for ref in refs for one in _evidence(corpus, link, ref, notices)]
        if evidence:
            found[link.commitment].append((link, evidence))
    return found


def _evidence(corpus: Corpus, link: Link, ref: str, notices: list[str]) -> list[Evidence]:
    try:
        target = resolve(corpus, ref)
    except UnknownId:
        notices.append(f"a link of {link.commitment} names {ref}, which is not there; it is left out")
        return []
    if isinstance(target, InDocument):
        return [passage_evidence(Related(place, 0.0), link) for place in target.places]
    if isinstance(target, OfSeries):
        return [_figure_evidence(corpus, pair, link) for pair in target.figures]
    return []


def passage_evidence(found: Related, link: Link | None = None) -> Evidence:
    place = found.place
    return Evidence(
        ref=place.ref,
        document=place.document.id,
        locator=place.passage.locator,
        kind="passage",
        score=None if link else round(100 * found.score),
        attribution=place.passage.attribution and place.passage.attribution.value,
        bears_on=link.bears_on.value if link else None,
        date=place.passage.date,
        sources=source_items(place.passage.sources),
        text_nl=place.passage.nl,
        text_en=place.passage.en,
        reason_nl=link.reason_nl if link else None,
        reason_en=link.reason_en if link else None,
        note_nl=place.passage.note_nl,
        note_en=place.passage.note_en,
    )


def _figure_evidence(corpus: Corpus, pair: tuple[Document, Figure], link: Link) -> Evidence:
    document, figure = pair
    item = figure_item(corpus, document, figure)
    number = item.printed or item.value
    return Evidence(
        ref=item.ref,
        document=item.document,
        locator=None,
        kind="figure",
        score=None,
        attribution=None,
        bears_on=link.bears_on.value,
        date=item.period,
        sources=(),
        text_nl=f"{item.label_nl}: {number}",
        text_en=f"{item.label_en}: {number}",
        reason_nl=link.reason_nl,
        reason_en=link.reason_en,
        note_nl=figure.note_nl,
        note_en=figure.note_en,
    )


_STRENGTH = {"reported": Status.REPORTED, "partly-reported": Status.PARTLY_REPORTED, "event-known": Status.EVENT_KNOWN}


def _judged(plan: Document, commitment: Commitment, judged: Sequence[Judged]) -> CommitmentFinding:
    status = min((_STRENGTH[link.kind.value] for link, _ in judged), key=list(Status).index)
    evidence = tuple(one for _, several in judged for one in several)
    return _finding(plan, commitment, status, method=Method.CURATED, evidence=evidence)


def _computed(plan: Document, report: Document, commitment: Commitment, match: Match, *, asked: bool) -> CommitmentFinding:
    runner_up = runner_up_of(match)
    if match.related:
        evidence = tuple(map(passage_evidence, match.related))
        return _finding(
            plan, commitment, Status.RELATED, method=Method.COMPUTED, evidence=evidence,
            score=evidence[0].score, ambiguous=tied(match.related), runner_up=runner_up,
            notes=_earlier(report) if is_before(report, plan) else (None, None),
        )  # fmt: skip
    if report.coverage is Coverage.FULL:
        notes = _silence(plan, report, asked=asked)
        return _finding(plan, commitment, Status.NOT_FOUND, runner_up=runner_up, notes=notes)
    return _finding(plan, commitment, Status.NOT_COMPARABLE, runner_up=runner_up, notes=(report.scope_nl, report.scope_en))


def _earlier(report: Document) -> Notes:
    return (
        f"{report.id} gaat over een eerder jaar dan het plan en kan niet zeggen wat ervan is geworden",
        f"{report.id} is about an earlier year than the plan and cannot tell what became of it",
    )


def _silence(plan: Document, report: Document, *, asked: bool) -> Notes:
    """Why a report described in full shows nothing, in Dutch and English; never more than was looked at."""
    if not asked:
        return (
            f"door niemand aan {report.id} gekoppeld, en er is niet berekend of het onderwerp er staat",
            f"linked to {report.id} by nobody, and whether its subject stands there was not computed",
        )
    if is_before(report, plan):
        nl, en = _earlier(report)
        return (
            f"niet gevonden in het openbare verslag: geen passage lijkt er genoeg op (berekend); {nl}",
            f"not found in the public report: no passage is like enough (computed); {en}",
        )
    return (
        f"niet gevonden in het openbare {report.id}: geen passage lijkt er genoeg op (berekend); "
        "wat geheim moet blijven staat er niet in",
        f"not found in the public {report.id}: no passage is like enough (computed); it leaves out what must stay secret",
    )


def runner_up_of(match: Match) -> dict[str, str | int] | None:
    """The best passage that was left out, so that a reader can judge how sharp the line was."""
    if match.runner_up is None:
        return None
    return {"ref": match.runner_up.place.ref, "score": round(100 * match.runner_up.score)}


def _finding(
    plan: Document,
    commitment: Commitment,
    status: Status,
    *,
    method: Method | None = None,
    evidence: tuple[Evidence, ...] = (),
    score: int | None = None,
    ambiguous: bool = False,
    runner_up: dict[str, str | int] | None = None,
    notes: tuple[str | None, str | None] = (None, None),
) -> CommitmentFinding:
    return CommitmentFinding(
        commitment=commitment.id,
        ref=f"{plan.id}:{commitment.locator}",
        text_nl=commitment.nl,
        text_en=commitment.en,
        themes=commitment.themes,
        status=status.value,
        method=method and method.value,
        score=score,
        ambiguous=ambiguous,
        evidence=evidence,
        note_nl=notes[0],
        note_en=notes[1],
        runner_up=runner_up,
    )
