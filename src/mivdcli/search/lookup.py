"""For each thing that is asked for: the ways in which it stands in the texts, and where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import log
from typing import NamedTuple

from msgspec import Struct, field

from mivdcli.corpus import Named
from mivdcli.query import Query, Slot, Unit
from mivdcli.search.names import aliases, in_figures
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import Row, Shelf
from mivdcli.vocabulary import ABOUT, APART, COMPOUND, STRENGTH, TOGETHER, Form, Manner, cuts, forms, joined, respelt, slips


class Way(NamedTuple):
    """One way in which a thing may stand in a passage."""

    manner: Manner
    strength: float
    rows: tuple[Row, ...]
    also: tuple[Row, ...] = ()
    """If any, one of these must stand there too: the other part of a compound."""
    above: str = ""
    """``title``: it stands in a title above; ``about``: there or in the names of what the entry is about."""

    def numbers(self, shelf: Shelf) -> Numbers:
        """The entries in which it stands in this way."""
        look = {"": shelf.having, "title": shelf.titled, "about": shelf.headed}[self.above]
        numbers = look(self.rows)
        return numbers & look(self.also) if self.also and numbers else numbers


class Asked(Struct):
    """One thing that is asked for and what was found of it."""

    name: str
    ways: list[Way] = field(default_factory=list)
    """Best first."""
    best: list[Numbers] = field(default_factory=list)
    """For each of ``ways`` the entries that have it in that way and in no better one."""
    found: Numbers = field(default_factory=Numbers)
    """Every entry that has it in any way."""
    titled: Numbers = field(default_factory=Numbers)
    """The entries whose title has it, whatever their text has."""
    headed: Numbers = field(default_factory=Numbers)
    """The entries whose title has it, or the names of what they are about."""
    weight: float = 0.0
    meant: str = ""
    """The word that it is probably a misspelling of."""
    size: int = 1
    """How many words it has."""
    required: bool = False
    """A phrase that occurs: what lacks it is no answer."""

    def way_of(self, number: int) -> Way | None:
        """The best way in which an entry has it."""
        return next((way for way, best in zip(self.ways, self.best, strict=True) if number in best), None)


class Lookup(NamedTuple):
    asked: list[Asked]
    fallen: tuple[str, ...]
    """Phrases that occur nowhere, whose words were looked up instead."""


def look_up(shelf: Shelf, query: Query, terms: Iterable[Named], *, exact: bool) -> Lookup:
    """Every slot of the query, with the weight that its rarity gives it."""
    asked: list[Asked] = []
    fallen: list[str] = []
    single: list[int] = []
    """Which of ``asked`` are plain words, among which names of several words are looked for."""
    for slot in query.slots:
        occurring = [unit for unit in slot if not unit.quoted or shelf.having([unit.words])]
        fallen += [" ".join(unit.words) for unit in slot if unit not in occurring]
        for plain in [tuple(occurring)] if occurring else [(Unit((word,)),) for unit in slot for word in unit.words]:
            if len(plain) == 1 and not plain[0].quoted:
                single.append(len(asked))
            asked.append(_ask(shelf, plain, exact))
    if not exact:
        _join(shelf, [asked[at] for at in single])
        for at in single:
            _widen(shelf, asked[at])
        _rename(shelf, [asked[at] for at in single], terms)
    known = [one for one in asked if one.found]
    for one in known:
        one.weight = _weight(shelf.count, one)
    for one in asked:
        if not one.found:  # it has to cost something, but one odd word of a question must not hide the rest
            one.weight = sum(other.weight for other in known) / len(known) if known else 1.0
    return Lookup(asked, tuple(fallen))


def _ask(shelf: Shelf, slot: Slot, exact: bool) -> Asked:
    asked = Asked(" OR ".join(" ".join(unit.words) for unit in slot), required=any(unit.quoted for unit in slot))
    asked.size = max(len(unit.words) for unit in slot)
    for unit in slot:
        if unit.quoted:
            _add(shelf, asked, Way(Manner.EXACT, 1.0, (unit.words,)))
            continue
        bound = exact or bool(in_figures(unit.words[0]))  # acht is a number, and no part of aandacht
        for way in _grouped(forms(unit.words[0], shelf.lexicon)):
            if not bound or way.manner is Manner.EXACT:
                _add(shelf, asked, way)
        if not exact:
            if rows := in_figures(unit.words[0]):
                _add(shelf, asked, Way(Manner.GLOSSARY, STRENGTH[Manner.GLOSSARY], rows))
            if not asked.ways:
                for way in _grouped(respelt(unit.words[0], shelf.lexicon)):
                    _add(shelf, asked, way)
            _look_above(shelf, asked, unit.words[0])
    return asked


def _look_above(shelf: Shelf, asked: Asked, word: str) -> None:
    if above := [form for form in forms(word, shelf.headings) if form.strength > COMPOUND]:
        _add_above(shelf, asked, Way(Manner.HEADING, 1.0, _rows(above)))


def _add_above(shelf: Shelf, asked: Asked, way: Way) -> None:
    """A way of standing in a title, or else in the names of what the entry is about; both count less than the text."""
    title = way._replace(above="title", strength=round(way.strength * STRENGTH[Manner.HEADING], 4))
    about = way._replace(above="about", strength=round(way.strength * ABOUT, 4))
    asked.titled |= _add(shelf, asked, title)
    asked.headed |= _add(shelf, asked, about)


def _join(shelf: Shelf, asked: list[Asked]) -> None:
    """Two words beside each other may be one compound in the text, in either order."""
    for one, other in pairwise(asked):
        for first, second in ((one, other), (other, one)):
            if found := joined(first.name, second.name, shelf.lexicon):
                way = Way(Manner.INFLECTION, TOGETHER, _rows(found))
                _add(shelf, one, way)
                _add(shelf, other, way)


def _widen(shelf: Shelf, asked: Asked) -> None:
    """Look further for a word that no text has: what it may be a misspelling of, then the parts of a compound."""
    if any(way.manner < Manner.HEADING for way in asked.ways):
        return
    if not asked.found:
        _guess(shelf, asked)
    if not asked.meant:
        for before, after in cuts(asked.name, shelf.lexicon):
            _add(shelf, asked, Way(Manner.INFLECTION, APART, _rows(before), _rows(after)))


def _guess(shelf: Shelf, asked: Asked) -> None:
    """What the word may be a misspelling of, in the texts or else in the headings above them."""
    found = slips(asked.name, shelf.lexicon, lambda word: bool(shelf.having([(word,)])))
    for way in _grouped(found):
        _add(shelf, asked, way)
    if not found:
        found = slips(asked.name, shelf.headings, lambda word: bool(shelf.headed([(word,)])))
        for way in _grouped(found):
            _add_above(shelf, asked, way)
    asked.meant = found[0].text if found else ""


def _rename(shelf: Shelf, asked: list[Asked], terms: Iterable[Named]) -> None:
    """The other names of what the words, alone or together, name in the glossary."""
    for alias in aliases(terms, [one.meant or one.name for one in asked]):
        guessed = any(one.meant for one in asked[alias.start : alias.stop])
        manner = Manner.TYPO if guessed else Manner.GLOSSARY
        for one in asked[alias.start : alias.stop]:
            _add(shelf, one, Way(manner, STRENGTH[manner], alias.rows))


def _grouped(found: Sequence[Form]) -> Iterator[Way]:
    for (manner, strength), group in groupby(found, key=lambda form: (form.manner, form.strength)):
        yield Way(manner, strength, _rows(group))


def _rows(found: Iterable[Form]) -> tuple[Row, ...]:
    return tuple((form.text,) for form in found)


def _add(shelf: Shelf, asked: Asked, way: Way) -> Numbers:
    """Note where the thing stands in this way, and tell; an entry that has it in a better way keeps that one."""
    numbers = way.numbers(shelf)
    if not numbers:
        return numbers
    at = bisect_right(asked.ways, (way.manner, -way.strength), key=lambda one: (one.manner, -one.strength))
    asked.found |= numbers
    here = numbers
    for better in asked.best[:at]:
        here -= better
    asked.best[at:] = [here, *(worse - here for worse in asked.best[at:])]
    asked.ways.insert(at, way)
    return numbers


def _weight(count: int, asked: Asked) -> float:
    """The inverse document frequency of a thing in all its forms."""
    times = sum(len(best) for way, best in zip(asked.ways, asked.best, strict=True) if not way.above) or len(asked.found)
    return log(1 + (count + 0.5) / (times + 0.5))
