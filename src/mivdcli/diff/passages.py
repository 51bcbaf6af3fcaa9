"""Passages of two documents of one kind that treat the same subject, side by side."""

from msgspec.structs import replace

from mivdcli.corpus import Corpus, Place, places
from mivdcli.diff.commitments import Method, passage_evidence, runner_up_of
from mivdcli.diff.findings import PassageFinding, PassageStatus
from mivdcli.diff.match import Match, Related, tied
from mivdcli.diff.matches import matches, speaking
from mivdcli.diff.summary import Notes, joined, not_full
from mivdcli.items import source_items
from mivdcli.model import Document


def compare_passages(corpus: Corpus, left: Document, right: Document) -> list[PassageFinding]:
    """A finding for each passage of the left document that has a counterpart, in reading order.

    That a passage has none says nothing, so it is not listed: the matching only proposes.
    """
    same = {(place.passage.nl, place.passage.en): place for place in places(right)}
    match_of = matches(corpus, left, right)
    notes = joined(not_full(left), not_full(right) if right.id != left.id else None)
    findings = []
    for place in speaking(left):
        twin = same.get((place.passage.nl, place.passage.en))
        if twin is not None:
            findings.append(_finding(place, PassageStatus.SAME, Match([Related(twin, 1.0)], None), notes))
        elif (match := match_of(place.passage.locator)).related:
            findings.append(_finding(place, PassageStatus.RELATED, match, notes))
    return findings


def _finding(place: Place, status: PassageStatus, match: Match, notes: Notes | None) -> PassageFinding:
    computed = status is PassageStatus.RELATED
    evidence = tuple(map(passage_evidence, match.related))
    if not computed:
        evidence = tuple(replace(one, score=None) for one in evidence)
    return PassageFinding(
        ref=place.ref,
        section_title=place.section.title,
        text_nl=place.passage.nl,
        text_en=place.passage.en,
        themes=place.passage.themes,
        status=status.value,
        method=Method.COMPUTED.value if computed else None,
        score=evidence[0].score if computed else None,
        ambiguous=tied(match.related),
        evidence=evidence,
        runner_up=runner_up_of(match),
        section_title_en=place.section.title_en,
        attribution=place.passage.attribution and place.passage.attribution.value,
        sources=source_items(place.passage.sources),
        note_nl=notes[0] if notes else None,
        note_en=notes[1] if notes else None,
    )
