"""A document to start from: everything that a machine can take from an official text, and marks where a person must write."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mivdcli.corpus import Corpus
from mivdcli.errors import SourceError
from mivdcli.kinds import Kind
from mivdcli.model import Document
from mivdcli.printable import printable
from mivdcli.sources.block import Facts, Reading
from mivdcli.sources.candidates import NumberFound, SeriesGuess, ThemeNames, names, numbers, promises
from mivdcli.sources.clean import flow
from mivdcli.sources.facts import signatory_of
from mivdcli.sources.outline import Outline, Paragraph, outline
from mivdcli.text import count_incipit_words, fingerprint
from mivdcli.toml_form import canonical
from mivdcli.unwritten import SUGGESTED, TO_WRITE

INCIPIT_WORDS = 6
LONGEST_CONTEXT = 160


def draft(corpus: Corpus, reading: Reading, kind: Kind, year: int) -> str:
    """The TOML of a document with the paragraphs of a text, in canonical form. Raises SourceError where there are none."""
    found = outline(reading.blocks, year)
    if not found.parts:
        raise SourceError("the text has no paragraph to describe")
    writer = Draft(corpus, found, kind, year)
    data = {**_head(reading, kind, year), **writer.body()}
    return canonical(data, Document, _comment(writer.loose))


class Draft:
    """Goes through the paragraphs once; numbers without a series are kept aside for the comment at the top."""

    def __init__(self, corpus: Corpus, found: Outline, kind: Kind, year: int) -> None:
        self.themes = ThemeNames(corpus.themes)
        self.series = SeriesGuess(corpus.series.values())
        self.outline = found
        self.kind = kind
        self.year = year
        self.id = f"{kind.value}-{year}"
        self.loose: list[tuple[str, NumberFound]] = []
        self.figures: dict[tuple[Any, ...], dict[str, Any]] = {}

    def body(self) -> dict[str, Any]:
        sections = [
            {"id": part.id, "title": part.title, "title_en": f"{TO_WRITE['en']} {part.title}", **_if(parent=part.parent)}
            for part in self.outline.parts
        ]
        passages: list[dict[str, Any]] = []
        commitments: list[dict[str, Any]] = []
        for part in self.outline.parts:
            for ordinal, paragraph in enumerate(part.paragraphs, 1):
                locator = f"{part.id}/{ordinal}"
                text = flow(paragraph.whole, self.outline.known)
                themes = list(self.themes.suggest(text, part.title))
                passages.append(self._passage(locator, paragraph, text, themes))
                commitments += self._commitments(locator, text, themes)
                self._count(locator, text)
        found = {"sections": sections, "passages": passages, "commitments": commitments, "figures": list(self.figures.values())}
        return {key: records for key, records in found.items() if records}

    def _passage(self, locator: str, paragraph: Paragraph, text: str, themes: list[str]) -> dict[str, Any]:
        chars, sha256 = fingerprint(paragraph.whole)
        if not chars:
            raise SourceError(f"a paragraph without a letter or a digit at {locator}", hint="such a text cannot be described")
        named = ", ".join(names(text))
        return {
            "locator": locator,
            "themes": themes,
            "nl": printable(f"{TO_WRITE['nl']} Hier genoemd: {named}." if named else TO_WRITE["nl"]),
            "en": printable(f"{TO_WRITE['en']} Named here: {named}." if named else TO_WRITE["en"]),
            **_if(label=paragraph.label.rstrip(":")),
            "incipit": incipit(text),
            "chars": chars,
            "sha256": sha256,
        }

    def _commitments(self, locator: str, text: str, themes: list[str]) -> Iterator[dict[str, Any]]:
        if self.kind is not Kind.PLAN:
            return
        for number, promise in enumerate(promises(text), 1):
            begins = incipit(promise.sentence)
            yield {
                "id": f"{self.id}.{locator.replace('/', '-')}-{number}",
                "locator": locator,
                "nl": f"{SUGGESTED['nl']} De zin die begint met: {begins}",
                "en": f"{SUGGESTED['en']} The sentence that begins: {begins}",
                "themes": themes,
                "kind": promise.kind.value,
            }

    def _count(self, locator: str, text: str) -> None:
        for number in numbers(text):
            series = self.series.of(number)
            key = (series and series.id, locator, number.value)
            if series is None or number.value is None or key in self.figures:
                self.loose.append((locator, number))
                continue
            value = int(number.value) if number.value == int(number.value) else Decimal(number.value)
            self.figures[key] = {
                "series": series.id,
                "period": str(self.year),
                "value": value,
                "printed": number.printed,
                "qualifier": number.qualifier,
                "role": "forecast" if self.kind is Kind.PLAN else "actual",
                "locator": locator,
                "note_nl": f"{SUGGESTED['nl']} Reeks geraden uit de zin; nagaan: {series.counts_nl}",
                "note_en": f"{SUGGESTED['en']} Series guessed from the sentence; check: {series.counts_en}",
            }


def incipit(text: str) -> str:
    """The first words, at most six, and at most seven where the parts of a hyphenated word count."""
    kept: list[str] = []
    for word in text.split()[:INCIPIT_WORDS]:
        if kept and count_incipit_words(" ".join([*kept, word])) > INCIPIT_WORDS + 1:
            break
        kept.append(word)
    return " ".join(kept)


def _head(reading: Reading, kind: Kind, year: int) -> dict[str, Any]:
    facts = reading.facts
    plain = {Kind.PLAN: ("Jaarplan", "Annual plan"), Kind.REPORT: ("Jaarverslag", "Annual report")}[kind]
    return {
        "id": f"{kind.value}-{year}",
        "kind": kind.value,
        "year": year,
        "title_nl": f"{TO_WRITE['nl']} {facts.title or f'{plain[0]} {year}'}",
        "title_en": f"{TO_WRITE['en']} {plain[1]} {year}",
        **_if(
            published=facts.date,
            reference=_reference(facts),
            publication_id=facts.publication_id,
            signatory=facts.signatory or signatory_of(reading.blocks),
        ),
        "coverage": "full",
        "scope_nl": f"{TO_WRITE['nl']} Concept uit de volledige tekst ({reading.format}), nog niet beschreven.",
        "scope_en": f"{TO_WRITE['en']} A draft from the whole text ({reading.format}), not described yet.",
    }


def _reference(facts: Facts) -> str:
    """As parliament cites it; the session year only where the source prints it."""
    if not (facts.dossiers and facts.number):
        return ""
    years = [part for part in facts.session.replace("–", "-").replace("‒", "-").replace(" ", "-").split("-") if part.isdigit()]
    session = f" {years[0]}/{years[1][-2:]}" if len(years) == 2 else ""
    return f"Kamerstukken II{session}, {facts.dossiers[0]}, nr. {facts.number}"


def _comment(loose: list[tuple[str, NumberFound]]) -> str:
    """The numbers that no series was found for, with their context: what a person has still to look at."""
    if not loose:
        return ""
    lines = ["# Numbers without a series, for you to judge: place, as printed, the sentence. Remove these lines when done."]
    for locator, number in loose:
        sentence = number.sentence
        at = max(0, number.at - LONGEST_CONTEXT // 2)
        context = printable(sentence[at : at + LONGEST_CONTEXT]).replace("\n", " ")
        lines.append(
            f"# {locator}: {number.printed} | {'… ' * (at > 0)}{context}{' …' * (at + LONGEST_CONTEXT < len(sentence))}"
        )
    return "\n".join(lines) + "\n\n"


def _if(**values: str) -> dict[str, str]:
    """The keys that have a value: an unknown fact is left out, not written as empty."""
    return {key: value for key, value in values.items() if value}
