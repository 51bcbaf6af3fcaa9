"""The paragraph above a comparison: how much of each document was available, and how many findings of each kind there are."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from mivdcli.items import DocumentItem
from mivdcli.kinds import Attribution, Coverage, Kind
from mivdcli.model import Document


class _HasStatus(Protocol):
    @property
    def status(self) -> str: ...


Notes = tuple[str, str]
"""A reason in Dutch and in English."""
PARTS = ("commitments", "themes", "figures", "passages")

_EXTENT = {
    "nl": {
        Coverage.FULL: "de openbare tekst is volledig beschreven",
        Coverage.PARTIAL: "gedeeltelijk bekend uit de officiële tekst",
        Coverage.SECONDARY: "alleen bekend uit officiële aankondigingen en pers; de tekst was niet beschikbaar",
        Coverage.NONE: "bekend als bestaand, maar de inhoud is niet gezien",
    },
    "en": {
        Coverage.FULL: "its public text is described in full",
        Coverage.PARTIAL: "known in part from its official text",
        Coverage.SECONDARY: "known only from official announcements and press; its text was not available",
        Coverage.NONE: "known to exist, but its content was not seen",
    },
}
_NOT_FULL = {
    Coverage.PARTIAL: ("{id} is maar gedeeltelijk bekend", "{id} is known only in part"),
    Coverage.SECONDARY: (
        "{id} is alleen bekend uit aankondigingen en pers",
        "{id} is known only from announcements and press",
    ),
    Coverage.NONE: ("de inhoud van {id} is niet gezien", "the content of {id} was not seen"),
}
_WORDS = {
    "nl": {
        "years": "Zij gaan over verschillende jaren: dit verslag is niet geschreven als antwoord op dit plan.",
        "earlier": "{report} gaat over een eerder jaar dan {plan}: het kan niet zeggen wat van dit plan is geworden, alleen of "
        "het onderwerp toen ook al ter sprake kwam.",
        "passage": "1 passage",
        "passages-known": "{count} passages",
        "spoken": "niet vergeleken: {count} met wat bij de presentatie is gezegd",
        "commitments": "Voornemens ({total})",
        "themes": "Thema's ({total})",
        "figures": "Cijfers ({total})",
        "passages": "Passages over hetzelfde onderwerp ({total})",
        "left_figures": "niet meegeteld, van {id} zelf: {count} (uitkomst)",
        "right_figures": "niet meegeteld, van {id} zelf: {count} (norm, doel of verwachting)",
        "setting": "{number} {status} (van {setting} is alleen de gelegenheid bekend)",
        "related": "{related} is berekend en door niemand beoordeeld.",
        "same": "Het is hetzelfde document.",
        "nothing": "Er is niets om te vergelijken.",
        "silence": "Wat niet in het openbare verslag is gevonden, kan heel goed zijn gedaan.",
        "silence-pair": "Wat in een van beide niet voorkomt, kan er om goede reden buiten zijn gelaten.",
    },
    "en": {
        "years": "They are about different years: this report was not written to answer this plan.",
        "earlier": "{report} is about an earlier year than {plan}: it cannot tell what became of this plan, only whether the "
        "subject came up at that time.",
        "passage": "1 passage",
        "passages-known": "{count} passages",
        "spoken": "not compared: {count} on what was said when presenting it",
        "commitments": "Commitments ({total})",
        "themes": "Themes ({total})",
        "figures": "Figures ({total})",
        "passages": "Passages on the same subject ({total})",
        "left_figures": "not counted, of {id} itself: {count} (outcome)",
        "right_figures": "not counted, of {id} itself: {count} (norm, target or forecast)",
        "setting": "{number} {status} (of {setting} only the setting is known)",
        "related": "{related} is computed and was judged by nobody.",
        "same": "It is the same document.",
        "nothing": "There is nothing to compare.",
        "silence": "What is not found in the public report may well have been done.",
        "silence-pair": "What one of them does not mention may have been left out for good reason.",
    },
}


def summarize(
    left: DocumentItem, right: DocumentItem, parts: Mapping[str, Iterable[_HasStatus]], left_out: Mapping[str, int]
) -> dict[str, Any]:
    """The paragraph in both languages, the counts by part and status, and how much of each side no finding is about."""
    counts = {name: dict(Counter(finding.status for finding in findings)) for name, findings in parts.items()}
    told = {**counts, "left_out": dict(left_out), "only_setting": _only_setting(parts["commitments"])}
    return {**{f"text_{lang}": paragraph(left, right, told, lang) for lang in _WORDS}, **told}


def _only_setting(findings: Iterable[Any]) -> dict[str, int]:
    """By status, the commitments of which all evidence tells the occasion alone, and not what came of them."""
    settings = (one for one in findings if one.evidence and all(place.bears_on == "setting" for place in one.evidence))
    return dict(Counter(one.status for one in settings))


def paragraph(
    left: DocumentItem, right: DocumentItem, told: Mapping[str, Mapping[str, int]], lang: str, named: Callable[[str], str] = str
) -> str:
    """The paragraph; ``named`` gives the name of a kind of finding where its id would not do."""
    said = _WORDS[lang]
    left_out = told["left_out"]
    known = [_known(left, lang, left_out["left_passages"])]
    known.append(said["same"] if left.id == right.id else _known(right, lang, left_out["right_passages"]))
    crossed = left.kind != right.kind
    before = crossed and is_before(right, left)
    if before:
        known.append(said["earlier"].format(report=right.id, plan=left.id))
    elif crossed and left.year != right.year:
        known.append(said["years"])
    counted = [_counted(name, told, (left, right), lang, named) for name in PARTS]
    known += [sentence for sentence in counted if sentence]
    if not any(counted):
        known.append(said["nothing"])
    if any("related" in told[name] for name in PARTS):
        known.append(said["related"].format(related=named("related")))
    if left.id != right.id and not before:
        known.append(said[_silence(left, right)])
    return " ".join(known)


def _silence(left: DocumentItem, right: DocumentItem) -> str:
    """What silence does not mean; that one of two documents left something out is only known where both are known."""
    both_known = left.coverage == right.coverage == Coverage.FULL
    of_report = right.kind == Kind.REPORT.value and (left.kind != right.kind or not both_known)
    return "silence" if of_report else "silence-pair"


def _counted(
    part: str,
    told: Mapping[str, Mapping[str, int]],
    sides: tuple[DocumentItem, DocumentItem],
    lang: str,
    named: Callable[[str], str],
) -> str:
    """The findings of one part by kind, and of the figures how many are in no finding; nothing where there are none."""
    said, found, left_out = _WORDS[lang], told[part], told["left_out"]
    setting = told["only_setting"] if part == "commitments" else {}
    listed = ", ".join(
        said["setting"].format(number=number, status=named(status), setting=setting[status])
        if status in setting
        else f"{number} {named(status)}"
        for status, number in found.items()
    )
    aside = [
        said[key].format(count=left_out[key], id=side.id)
        for key, side in zip(("left_figures", "right_figures"), sides, strict=True)
        if part == "figures" and left_out[key]
    ]
    pieces = [piece for piece in (listed, *aside) if piece]
    return f"{said[part].format(total=sum(found.values()))}: {'; '.join(pieces)}." if pieces else ""


def _known(document: DocumentItem, lang: str, spoken: int) -> str:
    said = _WORDS[lang]
    count = said["passage" if document.passages == 1 else "passages-known"].format(count=document.passages)
    aside = f"; {said['spoken'].format(count=spoken)}" if spoken else ""
    return f"{document.id}: {_EXTENT[lang][Coverage(document.coverage)]} ({count}{aside})."


def spoken(document: Document) -> int:
    """The passages that only tell what was said about the document, such as when presenting it: no comparison uses them."""
    return sum(1 for passage in document.passages if passage.attribution not in (None, Attribution.REPORT))


def is_before(report: Document | DocumentItem, plan: Document | DocumentItem) -> bool:
    """Whether the report is about a year before the plan's, so that it cannot know what came of it."""
    return report.year is not None and plan.year is not None and report.year < plan.year


def not_full(document: Document | DocumentItem) -> Notes | None:
    """How little of the document is known, as the reason why its silence says nothing; None where it is described in full."""
    if document.coverage == Coverage.FULL:
        return None
    nl, en = _NOT_FULL[Coverage(document.coverage)]
    return nl.format(id=document.id), en.format(id=document.id)


def joined(*several: Notes | None) -> Notes | None:
    """The notes that there are, one after the other."""
    there = [notes for notes in several if notes]
    return ("; ".join(nl for nl, _ in there), "; ".join(en for _, en in there)) if there else None
