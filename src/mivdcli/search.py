"""Passages that answer a query, ranked so that no fuzzy hit stands above an exact one, each with the reason and the place."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place, places
from mivdcli.errors import UsageError
from mivdcli.items import Item, source_items
from mivdcli.period import year_span
from mivdcli.query import Query, understand
from mivdcli.text import Word, fold, words
from mivdcli.vocabulary import STRENGTH, Form, Manner, forms

BANDS = ("phrase", "words", "inflection", "glossary", "typo", "some")
"""Best first: the words in a row, each as typed, inflected or in a compound, by another name, misspelt; some of them."""
FLOOR = 0.4
"""A hit must carry this share of what the query asks, weighted by rarity; below it a nonsense word would get an answer."""
FIELDS = ("text_nl", "text_en")


class HitItem(Item, frozen=True, kw_only=True):
    rank: int
    score: int
    band: str
    ref: str
    document: str
    year: int | None
    kind: str
    coverage: str
    attribution: str | None
    locator: str
    section: str
    themes: tuple[str, ...]
    text_nl: str
    text_en: str
    why: str
    matches: tuple[dict[str, str | int], ...]
    sources: tuple[dict[str, str | None], ...]
    section_title: str
    date: str | None


class Indexed(NamedTuple):
    """A passage's words, ready to be looked up."""

    place: Place
    words: dict[str, list[Word]]
    """By field; what stands where."""
    known: frozenset[str]


class Found(NamedTuple):
    """How one passage answers the query."""

    indexed: Indexed
    band: int
    score: float
    forms: dict[str, Form]
    """For each word of the query that occurs, the best form that does."""
    notes: tuple[str, ...]


def search(
    corpus: Corpus, text: str, *, documents: Sequence[str] = (), years: str | None = None, limit: int = 20
) -> tuple[list[HitItem], int]:
    """At most ``limit`` passages, best first, and how many answer in all; an empty list when nothing answers.

    The score is the share of the query that the passage carries, each word weighted by its rarity, in per cent.
    Raises UsageError for an empty query and UnknownId for an unknown document.
    """
    query = understand(text)
    if query.empty:
        raise UsageError("the query is empty", hint="for instance: mivd search kabelinterceptie")
    span = year_span(years)
    indexed = [
        _index(place)
        for document in (map(corpus.document, documents) if documents else corpus.documents())
        if span is None or (document.year is not None and span[0] <= document.year <= span[1])
        for place in places(document)
    ]
    ranked = sorted(_answers(corpus, query, indexed), key=lambda found: (found.band, -round(found.score, 6)))
    return [_hit(rank, found) for rank, found in enumerate(ranked[:limit], 1)], len(ranked)


def _index(place: Place) -> Indexed:
    passage = place.passage
    fields = {"text_nl": words(passage.nl), "text_en": words(passage.en)}
    return Indexed(place, fields, frozenset(word.folded for field in fields.values() for word in field))


def _answers(corpus: Corpus, query: Query, indexed: Sequence[Indexed]) -> Iterator[Found]:
    vocabulary = sorted(frozenset().union(*(one.known for one in indexed)))
    lookup = {word: _lookup(corpus, word, vocabulary) for word in query.words}
    rarity = {word: _rarity(found, indexed) for word, found in lookup.items()}
    fallen = [phrase for phrase in query.phrases if not any(_in_a_row(phrase, one) for one in indexed)]
    notes = tuple(f'"{" ".join(phrase)}" occurs nowhere, so its words were searched' for phrase in fallen)
    held = [phrase for phrase in query.phrases if phrase not in fallen]
    for one in indexed:
        if any(word in one.known for word in query.excluded) or not all(_in_a_row(phrase, one) for phrase in held):
            continue
        best = {word: form for word in query.words if (form := _best(lookup[word], one)) is not None}
        total = sum(rarity.values()) or 1.0
        score = sum(rarity[word] * form.strength for word, form in best.items()) / total
        if not query.words or score >= FLOOR:
            yield Found(one, _band(query, best, one), score, best, notes)


def _lookup(corpus: Corpus, word: str, vocabulary: Sequence[str]) -> dict[str, Form]:
    found = forms(word, vocabulary)
    for name in _other_names(corpus, word):
        if name not in found or found[name].manner > Manner.GLOSSARY:
            found[name] = Form(name, Manner.GLOSSARY, STRENGTH[Manner.GLOSSARY])
    return found


def _other_names(corpus: Corpus, word: str) -> Iterator[str]:
    """One-word names of the same thing in the glossary: UVO for a reader who types the abbreviation's English name."""
    for term in corpus.terms.values():
        names = [fold(name) for name in (term.abbreviation, term.nl, term.en, *term.aliases) if name]
        if word in names:
            yield from (name for name in names if name != word and name.isalnum())


def _rarity(found: dict[str, Form], indexed: Sequence[Indexed]) -> float:
    """The inverse document frequency of a word in all its forms; a word that occurs nowhere is the rarest of all."""
    count = sum(1 for one in indexed if not one.known.isdisjoint(found))
    return log(1 + (len(indexed) + 0.5) / (count + 0.5))


def _best(found: dict[str, Form], one: Indexed) -> Form | None:
    present = [found[form] for form in found.keys() & one.known]
    return min(present, key=lambda form: (form.manner, -form.strength, form.text), default=None)


def _band(query: Query, best: dict[str, Form], one: Indexed) -> int:
    if len(best) < len(query.words):
        return BANDS.index("some")
    if query.words and (query.phrases or len(query.words) > 1) and _in_a_row(query.words, one):
        return BANDS.index("phrase")
    worst = max((form.manner for form in best.values()), default=Manner.EXACT)
    return BANDS.index("words") + worst


def _in_a_row(phrase: Sequence[str], one: Indexed) -> bool:
    if not one.known.issuperset(phrase):
        return False
    return any(_starts(phrase, field) for field in one.words.values())


def _starts(phrase: Sequence[str], field: list[Word]) -> list[int]:
    """Where in a field the words of the phrase follow each other."""
    size = len(phrase)
    plain = [word.folded for word in field]
    return [at for at in range(len(plain) - size + 1) if plain[at : at + size] == list(phrase)]


def _hit(rank: int, found: Found) -> HitItem:
    place = found.indexed.place
    document, section, passage = place
    return HitItem(
        rank=rank,
        score=round(100 * found.score),
        band=BANDS[found.band],
        ref=place.ref,
        document=document.id,
        year=document.year,
        kind=document.kind.value,
        coverage=document.coverage.value,
        attribution=passage.attribution and passage.attribution.value,
        locator=passage.locator,
        section=section.id,
        themes=passage.themes,
        text_nl=passage.nl,
        text_en=passage.en,
        why=_why(found),
        matches=tuple(_matches(found)),
        sources=source_items(passage.sources),
        section_title=section.title,
        date=passage.date,
    )


def _why(found: Found) -> str:
    """In words: what of the query was found, and how."""
    parts = []
    for word, form in found.forms.items():
        name = form.manner.name.lower()
        parts.append(word if form.manner is Manner.EXACT else f"{name}: {word} → {form.text}")
    return "; ".join((*found.notes, ", ".join(parts)) if parts else found.notes)


def _matches(found: Found) -> Iterator[dict[str, str | int]]:
    """Where the words stand, in characters of the text shown, end exclusive."""
    meaning = {form.text: (word, form) for word, form in found.forms.items()}
    for name in FIELDS:
        for word in found.indexed.words[name]:
            if word.folded in meaning:
                typed, form = meaning[word.folded]
                manner = form.manner.name.lower()
                yield {"field": name, "start": word.start, "end": word.end, "word": typed, "manner": manner}
