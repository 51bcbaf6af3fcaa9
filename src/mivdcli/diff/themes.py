"""The themes of two documents side by side."""

from mivdcli.corpus import Corpus
from mivdcli.diff.findings import ThemeFinding, ThemeStatus
from mivdcli.diff.summary import Notes, joined, not_full
from mivdcli.kinds import Coverage
from mivdcli.model import Document
from mivdcli.tally import Tally, tally_themes

Side = tuple[Document, Tally]


def compare_themes(corpus: Corpus, left: Document, right: Document) -> list[ThemeFinding]:
    """A finding for each theme that either document treats, in the order of the taxonomy.

    That a theme is missing means something only where both documents are described in full; elsewhere the finding is
    ``not-comparable``. A document always equals itself.
    """
    tallies = tally_themes(corpus, left, own_words=True), tally_themes(corpus, right, own_words=True)
    full = left.id == right.id or left.coverage is right.coverage is Coverage.FULL
    findings = []
    for theme in corpus.themes.values():
        ours, theirs = (tally.get(theme.id, Tally()) for tally in tallies)
        if not any((ours.passages, theirs.passages, ours.commitments, theirs.commitments)):
            continue
        status = _status(ours, theirs, full, year_over_year=left.kind is right.kind)
        notes = None if full else _notes(status, (left, ours), (right, theirs))
        findings.append(
            ThemeFinding(
                theme=theme.id,
                label_nl=theme.label_nl,
                label_en=theme.label_en,
                status=status.value,
                left_passages=ours.passages,
                right_passages=theirs.passages,
                left_commitments=ours.commitments,
                right_commitments=theirs.commitments,
                left_sections=tuple(ours.sections),
                right_sections=tuple(theirs.sections),
                note_nl=notes[0] if notes else None,
                note_en=notes[1] if notes else None,
                left_not_counted=ours.not_counted,
                right_not_counted=theirs.not_counted,
            )
        )
    return findings


def _notes(status: ThemeStatus, *sides: Side) -> Notes | None:
    """What the counts rest on where a side is not described in full, told of the side that it matters for."""
    known = joined(*(not_full(document) for document, _ in sides))
    if status is ThemeStatus.BOTH:
        return joined(known, ("geteld is wat bekend is", "what is known is counted"))
    silent = [(document, tally) for document, tally in sides if not tally.passages]
    if not silent:
        return joined(known, ("wat bekend is, is geteld maar niet vergeleken", "what is known is counted, not compared"))
    unknown = [(document, tally) for document, tally in silent if document.coverage is not Coverage.FULL]
    if not unknown:
        whole = silent[0][0].id
        nl = f"het volledig beschreven {whole} heeft geen passage over dit thema"
        return joined(known, (nl, f"{whole}, described in full, has no passage on this theme"))
    return joined(*(_silence(document, tally) for document, tally in unknown))


def _silence(document: Document, tally: Tally) -> Notes | None:
    if tally.not_counted:
        said = (
            "over dit thema is alleen bekend wat bij de presentatie is gezegd",
            "on this theme only what was said when presenting it is known",
        )
    else:
        said = (
            f"dat er geen passage over dit thema bekend is, zegt niets over {document.id} zelf",
            f"that no passage on this theme is known says nothing about {document.id} itself",
        )
    return joined(not_full(document), said)


def _status(ours: Tally, theirs: Tally, full: bool, *, year_over_year: bool) -> ThemeStatus:
    if year_over_year and full:
        return _change(ours.passages, theirs.passages)
    if ours.passages and theirs.passages and not year_over_year:
        return ThemeStatus.BOTH
    if not full:
        return ThemeStatus.NOT_COMPARABLE
    return ThemeStatus.ONLY_IN_PLAN if ours.passages else ThemeStatus.ONLY_IN_REPORT


def _change(before: int, after: int) -> ThemeStatus:
    if before == after:
        return ThemeStatus.SAME
    if not before or not after:
        return ThemeStatus.CAME if after else ThemeStatus.WENT
    return ThemeStatus.GREW if after > before else ThemeStatus.SHRANK
