"""What each kind of finding means, in a label and a sentence, for people. One text for the page, the help and the docs."""

from typing import NamedTuple


class Meaning(NamedTuple):
    label_nl: str
    label_en: str
    says_nl: str
    says_en: str


COMMITMENT_KINDS = {
    "reported": Meaning(
        "gemeld", "reported",
        "Iemand heeft beoordeeld dat het verslag het voornemen beantwoordt.",
        "Somebody judged that the report answers the commitment.",
    ),
    "partly-reported": Meaning(
        "deels gemeld", "partly reported",
        "Iemand heeft beoordeeld dat het verslag een deel ervan beantwoordt.",
        "Somebody judged that the report answers a part of it.",
    ),
    "event-known": Meaning(
        "gebeurtenis bekend", "event known",
        "Iemand heeft beoordeeld dat openbare bronnen vertellen wat er gebeurde; de tekst van het verslag is niet beschikbaar.",
        "Somebody judged that public sources tell what happened; the report's own words are not available.",
    ),
    "related": Meaning(
        "verwant", "related",
        "Berekend: deze passages lijken over hetzelfde onderwerp te gaan. Niemand heeft meer beoordeeld.",
        "Computed: these passages seem to treat the same subject. Nobody judged more.",
    ),
    "not-found": Meaning(
        "niet gevonden", "not found",
        "Het verslag is volledig beschreven en er is niets in gevonden dat telt (zie de noot). Dat is stilte, geen falen.",
        "The report is described in full and nothing that counts was found in it (see the note). That is silence, not failure.",
    ),
    "not-comparable": Meaning(
        "niet te vergelijken", "not comparable",
        "Het verslag is niet volledig beschreven en er is niets gevonden dat het voornemen beantwoordt.",
        "The report is not described in full, and nothing was found that answers the commitment.",
    ),
}  # fmt: skip
"""In the order in which findings are listed."""
OTHER_KINDS = {
    "both": Meaning("beide", "both", "Beide behandelen het thema.", "Both treat the theme."),
    "only-in-plan": Meaning("alleen in het plan", "only in the plan", "Het plan behandelt het thema, het volledig beschreven "
        "verslag niet.", "The plan treats the theme, the report, described in full, does not."),
    "only-in-report": Meaning("alleen in het verslag", "only in the report", "Het verslag behandelt het thema, het volledig "
        "beschreven plan niet.", "The report treats the theme, the plan, described in full, does not."),
    "came": Meaning("gekomen", "came", "Alleen het rechter document behandelt het thema.",
        "Only the document on the right treats the theme."),
    "went": Meaning("verdwenen", "went", "Alleen het linker document behandelt het thema.",
        "Only the document on the left treats the theme."),
    "grew": Meaning("gegroeid", "grew", "Rechts behandelen meer passages het thema.", "More passages treat it on the right."),
    "shrank": Meaning("gekrompen", "shrank", "Rechts behandelen minder passages het thema.",
        "Fewer passages treat it on the right."),
    "same": Meaning("gelijk", "same", "Links en rechts gelijk.", "The same on both sides."),
    "met": Meaning("gehaald", "met", "Het getal voldoet zonder twijfel aan de norm of het doel.",
        "The number meets the norm or target beyond doubt."),
    "missed": Meaning("niet gehaald", "missed", "Het getal voldoet zonder twijfel niet aan de norm of het doel.",
        "The number beyond doubt does not meet the norm or target."),
    "compared": Meaning("vergeleken", "compared", "Beide kanten hebben het getal, maar een verwachting is geen belofte, of de "
        "bewoording is te ruim voor een oordeel.", "Both sides have the number, but a forecast is no promise, or the wording "
        "is too loose for a verdict."),
    "changed": Meaning("veranderd", "changed", "Twee getallen van dezelfde reeks die verschillen.",
        "Two numbers of one series that differ."),
    "no-actual": Meaning("geen uitkomst", "no actual", "Het volledig beschreven verslag geeft zo'n getal niet.",
        "The report, described in full, gives no such number."),
    "no-target": Meaning(
        "geen doel", "no target",
        "Het volledig beschreven plan noemt er geen getal voor als doel, verwachting of norm; in woorden kan het er iets van "
        "verwachten.",
        "The plan, described in full, gives no number for it as target, forecast or norm; in words it may expect something.",
    ),
    "only-left": Meaning("alleen links", "only left", "Alleen het linker document geeft het getal.",
        "Only the document on the left gives the number."),
    "only-right": Meaning("alleen rechts", "only right", "Alleen het rechter document geeft het getal.",
        "Only the document on the right gives the number."),
}  # fmt: skip
MEANINGS = {**OTHER_KINDS, **COMMITMENT_KINDS}


def label(kind: str, lang: str) -> str:
    return MEANINGS[kind].label_nl if lang == "nl" else MEANINGS[kind].label_en


def meaning(kind: str, lang: str) -> str:
    return MEANINGS[kind].says_nl if lang == "nl" else MEANINGS[kind].says_en
