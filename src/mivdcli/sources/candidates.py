"""What a draft suggests about a paragraph: its themes, its numbers, and what in it sounds like a promise."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from mivdcli.kinds import CommitmentKind
from mivdcli.model import Series, Theme
from mivdcli.text import fold, stem, words

MOST_THEMES = 3
NEAR = 40
"""Characters before and after a number that tell what it is; what is looked for there is shorter."""
MOST_DIGITS = 30
"""A longer number counts nothing."""
_SENTENCE = re.compile(r"(?<=[.?!])[’”\"]?\s+(?=[A-ZÀ-Þ‘“«(])")
_NUMBER = re.compile(r"(?<![\w.,/-])(?:€ ?)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?( ?%| procent)?(?![\w-]|[.,/]\d)")
_COUNTED = re.compile(
    r"\b(een (?:vijf|tien|twin|tal|hon)tal|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|negentig"
    r"|tientallen|honderden|duizenden)\b(?! (?:te )?slaan)"
)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NO_COUNT = re.compile(
    r"(?:artikel|item|blz\.|pagina|Kamerstukken|Kamerstuk|nr\.|Wiv|Wet|Stb\.|Trb\.|rapporten?|bijlage|hoofdstuk|paragraaf"
    rf"|{_MONTH}|Kamerstuk(?:ken)?(?: II)? \d{{2}}) $",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(rf"^ (?:{_MONTH})\b")
_QUALIFIERS = (
    ("at-least", r"(?:ten minste|minstens|minimaal) $"), ("at-most", r"(?:hoogstens|maximaal|ten hoogste) $"),
    ("about", r"(?:ca\.|circa|ongeveer|zo’n|rond de|rond) $"), ("more-than", r"(?:ruim|meer dan) $"),
    ("almost", r"(?:bijna|een kleine) $"), ("average", r"gemiddeld $"), ("less-than", r"minder dan $"),
)  # fmt: skip
_WILL = re.compile(
    r"\b(?:zal|zullen|verwacht(?:en|ing)?|streven|streeft|beoogt|voornemen|doelstelling|voort|continueert|doorgezet|gewerkt"
    r"|toewerken|gaat|gaan|wil|willen|voorziet|beziet|onderzoekt|verricht|volgt|doet|doen|blijven|voorgenomen)\b"
)
_KINDS = (
    (CommitmentKind.NORM, r"\bnorm\b|ten minste|wettelijke termijn"),
    (CommitmentKind.FORECAST, r"\bverwacht|\bprognose|\bvoorziet voor"),
    (CommitmentKind.LEGISLATE, r"wetsvoorstel|wetswijziging|wijziging van de wet|herziening van de w"),
    (CommitmentKind.CONTINUE, r"\bvoort\b|continue|\bblij(?:ft|ven)\b|doorzet|doorgezet|ook in \d{4}"),
    (CommitmentKind.EXPAND, r"uitbreid|uitgebouwd|vergrot|versterk|intensiver"),
    (CommitmentKind.COOPERATE, r"samenwerk|gezamenlijk|samen met"),
)


class NumberFound(Struct, frozen=True):
    """A number in a paragraph with the sentence that it stands in."""

    printed: str
    value: int | Decimal | None
    qualifier: str
    sentence: str
    at: int = 0
    """Where in the sentence it is printed."""


class Promise(Struct, frozen=True):
    """A sentence of a plan that may be a commitment."""

    kind: CommitmentKind
    sentence: str


def sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence]


def numbers(text: str) -> Iterator[NumberFound]:
    """The numbers that may count something; years, days, articles and the numbers of papers do not."""
    for sentence in sentences(text):
        for found in _NUMBER.finditer(sentence):
            if not _is_no_count(found, sentence):
                yield _number(found, sentence)
        for found in _COUNTED.finditer(sentence):
            yield NumberFound(found.group(), None, "exact", sentence, found.start())


def _is_no_count(found: re.Match[str], sentence: str) -> bool:
    digits = found.group(1)
    year = len(digits) == 4 and "." not in digits and 1900 <= int(digits) <= 2100 and not found.group(2)
    before, after = _before(found, sentence), sentence[found.end() : found.end() + NEAR]
    year = year and not any(re.search(pattern, before, re.IGNORECASE) for _, pattern in _QUALIFIERS)
    return year or _NO_COUNT.search(before) is not None or _DATE_AFTER.match(after) is not None


def _number(found: re.Match[str], sentence: str) -> NumberFound:
    plain = found.group(1).replace(".", "")
    value: int | Decimal | None = Decimal(f"{plain}.{found.group(2)[1:]}") if found.group(2) else int(plain[: MOST_DIGITS + 1])
    if len(found.group()) > MOST_DIGITS:
        value = None
    before = _before(found, sentence)
    for qualifier, pattern in _QUALIFIERS:
        if said := re.search(pattern, before, re.IGNORECASE):
            printed = said.group() + found.group()
            return NumberFound(printed, value, qualifier, sentence, found.start() - len(said.group()))
    return NumberFound(found.group(), value, "exact", sentence, found.start())


def _before(found: re.Match[str], sentence: str) -> str:
    return sentence[max(0, found.start() - NEAR) : found.start()]


class SeriesGuess:
    """Guesses the series of a number from its sentence. The labels are taken apart once, for a text may have many numbers."""

    def __init__(self, series: Iterable[Series]) -> None:
        self.series = [one for one in series if not one.dimensions]
        self.labels = [{stem(word.folded) for word in words(one.label_nl) if len(word.folded) > 3} for one in self.series]
        self.with_stem: dict[str, list[int]] = {}
        for place, label in enumerate(self.labels):
            for part in label:
                self.with_stem.setdefault(part, []).append(place)
        self.guessed: dict[tuple[str, bool], Series | None] = {}

    def of(self, number: NumberFound) -> Series | None:
        """The one series whose label the sentence names; None where none or several would do.

        Only series without dimensions: which cell of a table a number stands in is for a person to say.
        """
        percent = "%" in number.printed or "procent" in number.printed
        key = (number.sentence, percent)
        if key not in self.guessed:
            self.guessed[key] = self._guess(*key)
        return self.guessed[key]

    def _guess(self, sentence: str, percent: bool) -> Series | None:
        present = {stem(word.folded) for word in words(sentence)}
        shared = Counter(place for part in present for place in self.with_stem.get(part, ()))
        scored: list[tuple[float, Series]] = []
        for place, count in shared.items():
            one, size = self.series[place], len(self.labels[place])
            if percent == (one.unit == "percent") and count / size >= 0.6 and count >= min(2, size):
                scored.append((count / size, one))
        best = max((share for share, _ in scored), default=0.0)
        winners = [one for share, one in scored if share == best]
        return winners[0] if len(winners) == 1 else None


class ThemeNames:
    """Suggests themes from the words of a paragraph. The names of the themes are taken apart once."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        self.themes = themes
        self.names = {theme.id: _plain_names(theme) for theme in themes.values() if theme.parent is not None}

    def suggest(self, text: str, title: str) -> tuple[str, ...]:
        """The themes whose labels or other names the paragraph or its heading uses, most often first; members before groups."""
        body, head = f" {' '.join(w.folded for w in words(text))} ", f" {' '.join(w.folded for w in words(title))} "
        counted: dict[str, int] = {}
        for id, plain in self.names.items():
            hits = sum(body.count(f" {name} ") + 3 * head.count(f" {name} ") for name in plain)
            if hits:
                counted[id] = hits
        parents = {self.themes[id].parent for id in counted}
        ranked = sorted((theme for theme in counted if theme not in parents), key=lambda name: (-counted[name], name))
        return tuple(ranked[:MOST_THEMES])


def _plain_names(theme: Theme) -> list[str]:
    names = {fold(name) for name in (theme.label_nl, *theme.aliases_nl, *theme.aliases_en)}
    return sorted(filter(None, {" ".join(word.folded for word in words(name)) for name in names}))


def promises(text: str) -> Iterator[Promise]:
    """Sentences that say what will be done."""
    for sentence in sentences(text):
        if _WILL.search(sentence):
            kind = next((kind for kind, pattern in _KINDS if re.search(pattern, sentence, re.IGNORECASE)), CommitmentKind.START)
            yield Promise(kind, sentence)


def names(text: str, most: int = 12) -> list[str]:
    """Names and abbreviations in a paragraph, each once: facts that a reader would search for."""
    found = re.findall(r"(?<![.?!:] )(?<!^)\b[A-ZÀ-Þ][\w&-]*(?: (?:[A-ZÀ-Þ][\w&-]*))*", text)
    return list(dict.fromkeys(name for name in found if len(name) > 1))[:most]
