"""The themes of two documents side by side."""

from mivdcli.corpus import Corpus
from mivdcli.diff.findings import ThemeFinding, ThemeStatus
from mivdcli.kinds import Coverage
from mivdcli.model import Document
from mivdcli.tally import Tally, tally_themes


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
        unknown = left if left.coverage is not Coverage.FULL and (theirs.passages or right.coverage is Coverage.FULL) else right
        note = status is ThemeStatus.NOT_COMPARABLE
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
                note_nl=f"{unknown.id} is maar gedeeltelijk bekend; wat daar niet staat, zegt niets" if note else None,
                note_en=f"{unknown.id} is known only in part; what is not there says nothing" if note else None,
            )
        )
    return findings


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
