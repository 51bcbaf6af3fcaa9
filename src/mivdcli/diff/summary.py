"""The paragraph above a comparison: how much of each document was available, and how many findings of each kind there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from mivdcli.kinds import Coverage, Kind
from mivdcli.model import Document


class _HasStatus(Protocol):
    @property
    def status(self) -> str: ...


Counts = dict[str, dict[str, int]]

_EXTENT = {
    "nl": {
        Coverage.FULL: "volledig beschreven",
        Coverage.PARTIAL: "gedeeltelijk bekend uit de officiële tekst",
        Coverage.SECONDARY: "alleen bekend uit officiële aankondigingen en pers; de tekst was niet beschikbaar",
        Coverage.NONE: "bekend als bestaand, maar de inhoud is niet gezien",
    },
    "en": {
        Coverage.FULL: "described in full",
        Coverage.PARTIAL: "known in part from its official text",
        Coverage.SECONDARY: "known only from official announcements and press; its text was not available",
        Coverage.NONE: "known to exist, but its content was not seen",
    },
}
_WORDS = {
    "nl": {
        "years": "Zij gaan over verschillende jaren: dit verslag is niet geschreven als antwoord op dit plan.",
        "commitments": "Voornemens ({total}): {listed}.",
        "themes": "Thema's ({total}): {listed}.",
        "figures": "Cijfers ({total}): {listed}.",
        "passages": "Passages over hetzelfde onderwerp ({total}): {listed}.",
        "related": "related is berekend en door niemand beoordeeld.",
        "same": "Het is hetzelfde document.",
        "nothing": "Er is niets om te vergelijken.",
        "silence": "Wat niet in het openbare verslag is gevonden, kan heel goed zijn gedaan.",
        "silence-pair": "Wat in een van beide niet voorkomt, kan er om goede reden buiten zijn gelaten.",
    },
    "en": {
        "years": "They are about different years: this report was not written to answer this plan.",
        "commitments": "Commitments ({total}): {listed}.",
        "themes": "Themes ({total}): {listed}.",
        "figures": "Figures ({total}): {listed}.",
        "passages": "Passages on the same subject ({total}): {listed}.",
        "related": "related is computed and was judged by nobody.",
        "same": "It is the same document.",
        "nothing": "There is nothing to compare.",
        "silence": "What is not found in the public report may well have been done.",
        "silence-pair": "What one of them does not mention may have been left out for good reason.",
    },
}


def summarize(left: Document, right: Document, parts: Mapping[str, Iterable[_HasStatus]]) -> dict[str, Any]:
    """The paragraph in both languages, and the counts by part and status."""
    counts = {name: dict(Counter(finding.status for finding in findings)) for name, findings in parts.items()}
    return {**{f"text_{lang}": _paragraph(left, right, counts, lang) for lang in _WORDS}, **counts}


def _paragraph(left: Document, right: Document, counts: Counts, lang: str) -> str:
    said = _WORDS[lang]
    parts = [_known(left, lang), said["same"] if left.id == right.id else _known(right, lang)]
    crossed = left.kind is not right.kind
    if crossed and left.year != right.year:
        parts.append(said["years"])
    for name, found in counts.items():
        if found:
            listed = ", ".join(f"{number} {status}" for status, number in found.items())
            parts.append(said[name].format(total=sum(found.values()), listed=listed))
    if not any(counts.values()):
        parts.append(said["nothing"])
    if any("related" in found for found in counts.values()):
        parts.append(said["related"])
    if left.id != right.id:
        parts.append(said["silence" if crossed and right.kind is Kind.REPORT else "silence-pair"])
    return " ".join(parts)


def _known(document: Document, lang: str) -> str:
    return f"{document.id}: {_EXTENT[lang][document.coverage]} ({len(document.passages)} passages)."
