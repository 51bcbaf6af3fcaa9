"""The order of the answers: bands first, so that no fuzzy hit stands above an exact one, then a score within the band."""

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import compress, islice, repeat
from math import fsum
from operator import getitem, mul
from typing import NamedTuple

from mivdcli.query import Query
from mivdcli.search.lookup import Asked, Lookup
from mivdcli.search.numbers import Numbers
from mivdcli.search.shelf import Shelf
from mivdcli.vocabulary import Manner

BANDS = ("reference", "phrase", "words", "inflection", "glossary", "heading", "typo", "some")
"""Best first: named by its ref; the words in a row; each as typed; inflected or in a compound; by another name; only in
the heading; misspelt; some of them."""
FLOOR = 0.4
"""The best hit must carry this share of what the query asks, weighted by rarity, or nothing answers it."""
TAIL = 0.25
"""Where something answers, what carries this share is shown below it."""
_TOGETHER = 1 << 15
"""So many entries are looked at together; what is held of them all at once is a few bytes for each word of the query."""
_REMEMBERED = 10_000
"""Of so many kinds of entries it is remembered where they stand; a query of many words knows more kinds than that."""


class Ranked(NamedTuple):
    """One entry that answers, by number."""

    number: int
    band: str
    score: float
    """The share of the query that it carries, 0 to 1, each thing weighted by its rarity and the way it was found."""


class Ranking(NamedTuple):
    """What answers: how many entries in all, and the best of them in order."""

    total: int
    best: list[Ranked]
    every: Numbers = Numbers()
    """All of them, without an order; filled only on request."""


class _Place(NamedTuple):
    """Where entries stand in the order that have the same things in the same ways; the least one is the best."""

    band: int
    score: float
    """The share that they carry, negative."""
    above: float
    """How much of the query stands above them too, negative."""


_Kind = tuple[int, ...]
"""What an entry has of each thing: 0 for nothing, 1 for the best way, and so on."""
_LACKING = max(Manner) + 1


def rank(shelf: Shelf, query: Query, lookup: Lookup, *, exact: bool, limit: int, every: bool = False) -> Ranking:
    """The entries that answer, best first; ties go to the one whose heading has the words too, then to reading order.

    A common word stands in most entries of a big corpus. So they are not judged one by one: the different kinds of them are
    counted and judged, and only of the kinds that are among the best the entries are asked for.
    """
    asked = lookup.asked
    out = shelf.having(query.excluded) if query.excluded else Numbers()
    if not asked:
        rest = shelf.every() - out
        return Ranking(len(rest), [Ranked(number, "words", 1.0) for number in islice(rest, limit)], rest)
    if not answers(asked):
        return Ranking(0, [])
    whole = shelf.having([query.row]) if len(query.row) > 1 else Numbers()
    judge, best = _Judge(asked, exact=exact), _Best(limit, every=every)
    for block in _blocks(_may_answer(asked) - out, _things(asked, whole)):
        best.add(block, judge)
    if judge.highest < FLOOR * judge.total - 1e-9:
        return Ranking(0, [])
    return Ranking(best.total, list(best.ranked()), best.every)


def _may_answer(asked: Sequence[Asked]) -> Numbers:
    """What has nothing but words so common that all of them weigh less than ``TAIL`` need not be looked at."""
    found, lightest, total = Numbers(), 0.0, sum(one.weight for one in asked)
    for one in sorted(asked, key=lambda one: one.weight):
        lightest += one.weight
        if lightest >= TAIL * total - 1e-6:
            found |= one.found
    for one in asked:
        if one.required:
            found &= one.found
    return found


def _things(asked: Sequence[Asked], whole: Numbers) -> list[list[Numbers]]:
    """All that the order depends on, one thing after the other: for each the entries that have it, by way."""
    return [*(one.best for one in asked), *([above] for one in asked for above in _above(one)), [whole]]


def _above(one: Asked) -> tuple[Numbers, ...]:
    """A title that has the word too speaks for an entry; for a guess at a misspelling it does so twice."""
    return (one.headed, one.titled) if one.meant else (one.headed,)


class _Block(NamedTuple):
    """Some of the entries."""

    first: int
    offsets: list[int]
    """Their numbers, counted from the first."""
    things: list[int | Sequence[int]]
    """The way in which they have each thing: one number for all of them, or one for each offset."""

    def kinds(self) -> Iterator[_Kind]:
        """Of each of the entries in turn."""
        alike = len(self.offsets)
        return zip(
            *(repeat(ways, alike) if isinstance(ways, int) else map(ways.__getitem__, self.offsets) for ways in self.things),
            strict=True,
        )

    def of(self, kinds: Container[_Kind]) -> Iterator[int]:
        """The offsets of those that are of one of these kinds."""
        return compress(self.offsets, map(kinds.__contains__, self.kinds()))


def _blocks(some: Numbers, things: Sequence[Sequence[Numbers]]) -> Iterator[_Block]:
    """The entries in reading order, a part at a time, so that little is held however many there are."""
    for first in range(0, some.bits.bit_length(), _TOGETHER):
        here = some.within(first, _TOGETHER)
        if here:
            yield _Block(first, list(here), [_ways(sets, first, here) for sets in things])


def _ways(sets: Iterable[Numbers], first: int, here: Numbers) -> int | Sequence[int]:
    found = [(way, having) for way, one in enumerate(sets, 1) if (having := one.within(first, _TOGETHER) & here)]
    if not found or found[0][1] == here:
        return found[0][0] if found else 0
    ways = array("H", bytes(2 * _TOGETHER))
    for way, having in found:
        for offset in having:
            ways[offset] = way
    return ways


class _Judge:
    """Says where entries of a kind stand."""

    def __init__(self, asked: Sequence[Asked], *, exact: bool) -> None:
        self._exact = exact
        self._carried = [(0.0, *(one.weight * way.strength for way in one.ways)) for one in asked]
        self._manners = [(_LACKING, *(way.manner for way in one.ways)) for one in asked]
        self._above = [one.weight for one in asked for _ in _above(one)]
        self.total = sum(one.weight for one in asked)
        self._known: dict[_Kind, _Place | None] = {}
        self.highest = 0.0
        """How much of the query the one carries that carries most."""

    def place(self, kind: _Kind) -> _Place | None:
        """None for those that carry too little to be shown."""
        if kind not in self._known:
            if len(self._known) == _REMEMBERED:
                self._known.clear()
            self._known[kind] = self._judged(kind)
        return self._known[kind]

    def _judged(self, kind: _Kind) -> _Place | None:
        score = fsum(map(getitem, self._carried, kind))  # most carry too little, and are not looked at any further
        if score < TAIL * self.total - 1e-9:
            return None
        self.highest = max(self.highest, score)
        band = _band(max(map(getitem, self._manners, kind)), whole=bool(kind[-1]))
        if self._exact and BANDS[band] not in ("phrase", "words"):
            return None
        above = fsum(map(mul, self._above, kind[len(self._carried) :]))
        return _Place(band, -round(score / self.total, 6), -round(above, 6))


def _band(worst: int, *, whole: bool) -> int:
    if worst == _LACKING:
        return BANDS.index("some")
    if whole and worst == Manner.EXACT:
        return BANDS.index("phrase")
    return BANDS.index("words") + worst


class _Best:
    """The best entries so far, at most as many as are asked for, and how many answer in all; on request which these are."""

    def __init__(self, limit: int, *, every: bool) -> None:
        self._limit = limit
        self._note_all = every
        self._kept: dict[_Place, list[int]] = {}
        self.total = 0
        self.every = Numbers()

    def add(self, block: _Block, judge: _Judge) -> None:
        """Those of a block; every number in it is higher than any before."""
        times: Counter[_Place] = Counter()
        places: dict[_Kind, _Place] = {}
        for kind, count in Counter(block.kinds()).items():
            if place := judge.place(kind):
                places[kind] = place
                times[place] += count
        self.total += times.total()
        if self._note_all:
            self.every |= Numbers.of(block.of(places), _TOGETHER).after(block.first)
        if wanted := self._wanted(times):
            for offset, kind in zip(block.offsets, block.kinds(), strict=True):
                if (place := places.get(kind)) in wanted:
                    self._kept.setdefault(place, []).append(block.first + offset)

    def _wanted(self, times: Counter[_Place]) -> set[_Place]:
        """The places from which entries are still to be taken; what is no longer among the best is let go."""
        wanted, held = set(), 0
        for place in sorted({*self._kept, *times}):
            if held >= self._limit:
                self._kept.pop(place, None)
                continue
            held += len(self._kept.get(place, ()))
            if held < self._limit and times[place]:
                wanted.add(place)
                held += times[place]
        return wanted

    def ranked(self) -> Iterator[Ranked]:
        every = ((place, number) for place in sorted(self._kept) for number in self._kept[place])
        return (Ranked(number, BANDS[place.band], -place.score) for place, number in islice(every, self._limit))


def answers(asked: list[Asked]) -> bool:
    """Whether enough of the query is known at all: a rare word that happens to occur answers no nonsense beside it.

    Most words must be known; half of them will do where one is a word that the documents are about: it stands in a
    heading, or in the names of the themes. A guess at a misspelling proves nothing beside a word that occurs nowhere.
    """
    unknown = sum(one.size for one in asked if not one.found)
    known = sum(one.size for one in asked if one.found and not one.meant)
    guessed = sum(one.size for one in asked if one.meant)
    if not unknown:
        return True
    return known > 0 and (known + guessed > unknown or (known == unknown and any(one.headed for one in asked)))
