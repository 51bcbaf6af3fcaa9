"""The order of the answers: bands first, so that no fuzzy hit stands above an exact one, then a score within the band."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from mivdcli.query import Query
from mivdcli.search.lookup import Asked, Lookup
from mivdcli.search.shelf import Shelf
from mivdcli.vocabulary import Manner

BANDS = ("reference", "phrase", "words", "inflection", "glossary", "heading", "typo", "some")
"""Best first: named by its ref; the words in a row; each as typed; inflected or in a compound; by another name; only in
the heading; misspelt; some of them."""
FLOOR = 0.4
"""The best hit must carry this share of what the query asks, weighted by rarity, or nothing answers it."""
TAIL = 0.25
"""Where something answers, what carries this share is shown below it."""


class Ranked(NamedTuple):
    """One entry that answers, by number."""

    number: int
    band: str
    score: float
    """The share of the query that it carries, 0 to 1, each thing weighted by its rarity and the way it was found."""


class Level(NamedTuple):
    """The entries that answer equally well."""

    band: str
    score: float
    numbers: set[int]


class _Alike(NamedTuple):
    """What entries have in common that have the same things in the same ways."""

    score: float = 0.0
    worst: int = Manner.EXACT
    """The worst manner in which they have anything; ``_LACKING`` where they lack something."""
    above: float = 0.0
    """How much of the query stands above them too."""
    whole: bool = False
    """Whether they have its words in a row."""


_LACKING = max(Manner) + 1


def rank(shelf: Shelf, query: Query, lookup: Lookup, *, exact: bool) -> list[Level]:
    """Every entry that answers, best first; ties go to the one whose heading has the words too, then to reading order.

    A common word stands in most entries of a big corpus, so they are told apart in sets, never one by one.
    """
    asked = lookup.asked
    out = shelf.having(query.excluded) if query.excluded else set()
    if not asked:
        return [Level("words", 1.0, set(shelf.every()) - out)]
    if not answers(asked):
        return []
    total = sum(one.weight for one in asked)
    groups: _Groups = {_Alike(): _all_found(asked, out)}
    left = total
    for one in asked:
        left -= one.weight
        groups = _told_apart(_by_way(one, alike, numbers) for alike, numbers in groups.items())
        groups = {alike: numbers for alike, numbers in groups.items() if alike.score + left >= TAIL * total - 1e-9}
    if not any(alike.score >= FLOOR * total - 1e-9 for alike in groups):
        return []
    for one in asked:
        for above in (one.headed, one.titled) if one.meant else (one.headed,):
            groups = _told_apart(_by_title(one, above, alike, numbers) for alike, numbers in groups.items())
    if len(query.row) > 1:
        whole = shelf.having([query.row])
        groups = _told_apart(_by_row(whole, alike, numbers) for alike, numbers in groups.items())
    return [
        Level(BANDS[band], -score, numbers)
        for (band, score, _), numbers in sorted(_levels(groups, total).items())
        if not exact or BANDS[band] in ("phrase", "words")
    ]


def _all_found(asked: Iterable[Asked], out: set[int]) -> set[int]:
    """Not held twice: in a big corpus a common word stands in more entries than anything else in memory."""
    found = set[int]().union(*(one.found for one in asked))
    found -= out
    return found


def in_order(levels: Iterable[Level]) -> Iterator[Ranked]:
    """The entries one by one, best first."""
    for level in levels:
        for number in sorted(level.numbers):
            yield Ranked(number, level.band, level.score)


_Groups = dict[_Alike, set[int]]
_Pieces = Iterable[tuple[_Alike, set[int]]]


def _told_apart(cut: Iterable[_Pieces]) -> _Groups:
    """The pieces into which groups were cut, those that are alike put together again."""
    found: _Groups = {}
    for alike, numbers in chain.from_iterable(cut):
        if numbers:
            found[alike] = found[alike] | numbers if alike in found else numbers
    return found


def _by_way(one: Asked, alike: _Alike, numbers: set[int]) -> _Pieces:
    for way, best in zip(one.ways, one.best, strict=True):
        having = numbers if numbers <= best else numbers & best
        yield alike._replace(score=alike.score + one.weight * way.strength, worst=max(alike.worst, way.manner)), having
    if not one.required:
        yield alike._replace(worst=_LACKING), numbers - one.found


def _by_title(one: Asked, above: set[int], alike: _Alike, numbers: set[int]) -> _Pieces:
    """A title that has the word too speaks for an entry; for a guess at a misspelling it does so twice."""
    if numbers.isdisjoint(above):
        yield alike, numbers
    else:
        yield alike._replace(above=alike.above + one.weight), numbers & above
        yield alike, numbers - above


def _by_row(whole: set[int], alike: _Alike, numbers: set[int]) -> _Pieces:
    yield alike._replace(whole=True), numbers & whole
    yield alike, numbers - whole


def _levels(groups: _Groups, total: float) -> dict[tuple[int, float, float], set[int]]:
    """The groups by what their order depends on."""
    found: dict[tuple[int, float, float], set[int]] = {}
    for alike, numbers in groups.items():
        key = (_band(alike), -round(alike.score / total, 6), -round(alike.above, 6))
        found[key] = found[key] | numbers if key in found else numbers
    return found


def _band(alike: _Alike) -> int:
    if alike.worst == _LACKING:
        return BANDS.index("some")
    if alike.whole and alike.worst == Manner.EXACT:
        return BANDS.index("phrase")
    return BANDS.index("words") + alike.worst


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
