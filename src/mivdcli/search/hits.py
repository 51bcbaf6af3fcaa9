"""An answer as a record: what was found, why in words, and where in the text shown."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mivdcli.items import Item
from mivdcli.search.lookup import Asked, Lookup, Way
from mivdcli.search.ranking import Ranked
from mivdcli.search.shelf import Row, Shelf
from mivdcli.text import Word, spans
from mivdcli.vocabulary import Manner

FIELDS = ("text_nl", "text_en")
MOST_NAMED = 4
"""How many of the forms in a passage ``why`` names; all of them are marked."""


class CountItem(Item, frozen=True, kw_only=True):
    """How many entries of a document answer a query."""

    query: str
    document: str
    """``glossary`` for the terms, which stand in no document."""
    year: int | None
    kind: str
    count: int


class HitItem(Item, frozen=True, kw_only=True):
    """Something that answers a query: what, where, why, and who speaks. ``score`` is 0 to 100 within its ``band``."""

    rank: int
    score: int
    band: str
    ref: str
    document: str | None
    """None, like coverage, for a term of the glossary."""
    year: int | None
    kind: str
    coverage: str | None
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
    what: str
    """passages, commitments, figures, sections, glossary, or official for a paragraph in its own words."""
    id: str
    """Of the commitment, series, section or term; the locator of a passage."""
    query: str
    """The query that it answers, since one call may hold several."""
    context: tuple[dict[str, str | int], ...]
    """With ``--context``: what stands before (-1) and after (1) in the document."""


class Mark(NamedTuple):
    """A stretch of a text that answers the query."""

    field: str
    start: int
    end: int
    name: str
    """The part of the query that it answers."""
    row: Row
    manner: Manner


class Teller:
    """Tells the answers to one query."""

    def __init__(self, shelf: Shelf, lookup: Lookup, query: str, context: int = 0) -> None:
        self._shelf = shelf
        self._lookup = lookup
        self._query = query
        self._context = context
        self._meaning: dict[str, list[tuple[Row, str, Manner]]] = {}
        for asked in lookup.asked:
            for way in asked.ways:
                for row in () if way.above else way.rows + way.also:
                    self._meaning.setdefault(row[0], []).append((row, asked.name, way.manner))

    def hit(self, rank: int, ranked: Ranked) -> HitItem:
        """The record of one answer."""
        entry = self._shelf.entry(ranked.number)
        marks = [mark for name in FIELDS for mark in _apart(_in_field(name, spans(getattr(entry, name)), self._meaning))]
        fields = {name: getattr(entry, name) for name in entry.__struct_fields__ if name not in ("titles", "about")}
        return HitItem(
            rank=rank,
            score=round(100 * ranked.score),
            band=ranked.band,
            why="; ".join((*_fallen(self._lookup), *_reasons(ranked, self._lookup.asked, marks))),
            matches=tuple(
                {"field": m.field, "start": m.start, "end": m.end, "word": m.name, "manner": m.manner.name.lower()}
                for m in marks
            ),
            query=self._query,
            context=tuple(_context(self._shelf, ranked.number, self._context)) if self._context else (),
            **fields,
        )


def _context(shelf: Shelf, number: int, distance: int) -> Iterator[dict[str, str | int]]:
    around = shelf.around(number, distance)
    for entry, offset in around:
        yield {"offset": offset, "ref": entry.ref, "text_nl": entry.text_nl, "text_en": entry.text_en}


def _fallen(lookup: Lookup) -> Iterator[str]:
    for phrase in lookup.fallen:
        yield f'"{phrase}" occurs nowhere, so its words were searched'


def _reasons(ranked: Ranked, asked: list[Asked], marks: list[Mark]) -> Iterator[str]:
    """What of the query was found, and how: each thing in the best way in which this entry has it."""
    if ranked.band == "reference":
        yield "named by its reference"
        return
    found = []
    for one in asked:
        way = one.way_of(ranked.number)
        if way is None:
            continue
        seen = dict.fromkeys(" ".join(m.row) for m in marks if m.name == one.name and m.row in way.rows + way.also)
        found.append(_reason(one, way, list(seen)))
    missing = [one.name for one in asked if ranked.number not in one.found]
    yield ", ".join(found)
    if missing:
        yield "not here: " + ", ".join(missing)


def _reason(one: Asked, way: Way, seen: list[str]) -> str:
    if way.manner is Manner.EXACT:
        return one.name if " OR " not in one.name or not seen else seen[0]
    kind = way.manner.name.lower()
    if way.above:
        return f"heading: {one.name}{f' → {one.meant}' if one.meant else ''}"
    if not seen:  # part of a name whose first word has told what it was found as
        return f"{kind}: {one.name}"
    return f"{kind}: {one.name} → {' + '.join(seen) if way.also else ', '.join(seen[:MOST_NAMED])}"


def _in_field(name: str, words: list[Word], meaning: dict[str, list[tuple[Row, str, Manner]]]) -> Iterator[Mark]:
    for at, word in enumerate(words):
        for row, asked, manner in meaning.get(word.folded, ()):
            last = words[at + len(row) - 1] if at + len(row) <= len(words) else word
            if len(row) == 1 or tuple(one.folded for one in words[at : at + len(row)]) == row:
                yield Mark(name, word.start, last.end, asked, row, manner)


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """In order; of marks that overlap the one found in the better manner, or the longer one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.manner, m.start - m.end, m.start)):
        if all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    yield from sorted(kept, key=lambda m: m.start)
