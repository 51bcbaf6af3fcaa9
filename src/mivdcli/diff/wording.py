"""How much of one text's wording stands in others, each word weighted by its rarity. One language at a time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import repeat
from math import log, sqrt
from operator import mul
from typing import NamedTuple

from mivdcli.query import STOP_WORDS
from mivdcli.text import capitalised, plain_words, stem

COMPOUND = 0.7
"""What a word counts that stands only as part of a compound: ``onderzoek`` in ``veiligheidsonderzoek``."""
SHORTEST_PART = 5
"""Shorter parts of compounds meet by accident."""
NAME = 1.5
"""A name, abbreviation or other capitalised word tells more than its rarity says."""
LENGTH = 0.3
"""How far a long text has to hold more of the words than a short one."""
MANY, COMMON = 2000, 150
"""Among more than so many texts, a word in more than so many of them finds none: it would cost time and tell little."""
_SENTENCE_ENDS = frozenset(".!?:;")


class Reading(NamedTuple):
    """A text as far as the matching looks at it."""

    words: tuple[str, ...]
    """Every word, folded, in order."""
    stems: tuple[str, ...]
    """Those of the telling words, in order. Years are left out: plan and report share them without sharing a subject."""
    names: tuple[str, ...]
    """The stems of what is capitalised, and not merely as the first word of a sentence; each once."""


class Likeness(NamedTuple):
    """How a text stands to those of the indexed ones that share a word with it, 0 to 1 or a little above."""

    share: dict[int, float]
    """The share of the text's wording that the other holds."""
    cosine: dict[int, float]
    """The same, and how much else the other talks about besides."""


@lru_cache(maxsize=2**15)
def read(text: str) -> Reading:
    """Kept, because a text is looked at more than once: for its wording, its names, the terms in it."""
    every = list(map(_shared, plain_words(text)))
    names = dict.fromkeys(_told(word) for word, start in capitalised(text) if _is_inside(text, start))
    return Reading(tuple(every), tuple(filter(None, map(_told, every))), tuple(filter(None, names)))


_shared = cache(str)
"""The same word, and not one more like it: the texts that are kept hold most words many times."""


@cache
def _told(word: str) -> str:
    """The stem of a telling word; nothing of another."""
    return "" if word in STOP_WORDS or _is_year(word) else stem(word)


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    return frozenset(read(text).stems)


class Found(NamedTuple):
    """Where one word stands among the indexed texts."""

    texts: list[tuple[int, float, float]]
    """Index of the text, how surely the word is meant, and what it weighs there."""
    rarity: float


class Wording:
    """The wording of many texts, ready to be compared with one more.

    ``usual`` counts words that are usual on the asking side, such as the verbs of planning: they tell little. The words of
    ``titles``, one for each text, count as words of the text.
    """

    def __init__(self, texts: Sequence[str], usual: Counter[str], titles: Sequence[str] = ()) -> None:
        self._usual = usual
        self._held: defaultdict[str, dict[int, int]] = defaultdict(dict)
        above = [read(title).stems for title in titles] or [()] * len(texts)
        held = [read(text).stems + title for text, title in zip(texts, above, strict=True)]
        for index, found in enumerate(held):
            for one, count in Counter(found).items():
                self._held[one][index] = count
        self._size = len(texts)
        self._forms = Forms(self._held)
        distinct = [len(set(found)) for found in held]
        mean = sum(distinct) / (self._size or 1) or 1.0
        self._longer = [1 - LENGTH + LENGTH * size / mean for size in distinct]
        self._found: dict[str, Found] = {}
        self._rarities = {one: self._rarity(len(found)) for one, found in self._held.items()}
        self._norms = self._measure()
        self._directions: dict[int, dict[str, float]] = {}
        self._read = held

    def _measure(self) -> list[float]:
        squares = [0.0] * self._size
        for one, held in self._held.items():
            rarity = self._rarities[one]
            for index, count in held.items():
                squares[index] += (_damped(count) * rarity) ** 2
        return [sqrt(square) or 1.0 for square in squares]

    def _rarity(self, count: float) -> float:
        return log(1 + (self._size + 0.5) / (count + 0.5))

    def rarity(self, one: str) -> float:
        """What a word tells: more the fewer texts hold it."""
        return self._rarities[one] if one in self._rarities else self._rarity(0)

    def knows(self, one: str) -> bool:
        """Whether any of the texts holds the word, be it in a compound."""
        return one in self._held or bool(self.forms(one))

    def forms(self, one: str) -> frozenset[str]:
        """The words of the texts that are compounds with a word, or parts of it."""
        return self._forms.of(one)

    def compare(self, text: str, known: Set[str] = frozenset(), known_weight: float = 1.0) -> Likeness:
        """The likeness of each indexed text. Words in ``known``, which something else already counts, weigh less."""
        asked = read(text)
        share: defaultdict[int, float] = defaultdict(float)
        product: defaultdict[int, float] = defaultdict(float)
        total = square = 0.0
        for one, count in Counter(asked.stems).items():
            found = self._strengths(one)
            ours = _damped(count) * self.rarity(one)
            square += ours**2
            weight = known_weight if one in known else NAME if one in asked.names else 1.0
            worth = found.rarity * weight / (1 + log(1 + self._usual[one]) / 3)
            total += worth
            for index, strength, theirs in found.texts:
                share[index] += worth * strength
                product[index] += ours * theirs
        norm = sqrt(square) or 1.0
        return Likeness(
            {index: one / (total or 1.0) / self._longer[index] for index, one in share.items()},
            {index: one / (norm * self._norms[index]) for index, one in product.items()},
        )

    def _strengths(self, one: str) -> Found:
        """Where a word stands, be it in a compound: how surely, and what it weighs there."""
        if one not in self._found:
            found: dict[int, tuple[int, float, float]] = {}
            for form in self._forms.of(one):
                rarity = self._rarities[form]
                for index, count in self._held[form].items():
                    theirs = COMPOUND**2 * _damped(count) * rarity
                    found[index] = (index, COMPOUND, max(theirs, found[index][2]) if index in found else theirs)
            rarity, held = self.rarity(one), self._held.get(one, {})
            found |= {index: (index, 1.0, _damped(count) * rarity) for index, count in held.items()}
            of_any = self._rarity(len(held) + COMPOUND * (len(found) - len(held)))
            common = self._size > MANY and len(found) > COMMON
            self._found[one] = Found([] if common else list(found.values()), of_any)
        return self._found[one]

    def between(self, one: int, other: int) -> float:
        """The cosine of two of the texts, 0 to 1."""
        ours, theirs = sorted((self._direction(one), self._direction(other)), key=len)
        return float(sum(map(mul, ours.values(), map(theirs.get, ours, repeat(0.0)))))

    def _direction(self, index: int) -> dict[str, float]:
        if index not in self._directions:
            norm = self._norms[index]
            self._directions[index] = {
                one: _damped(count) * self._rarities[one] / norm for one, count in Counter(self._read[index]).items()
            }
        return self._directions[index]

    def missing(self, text: str) -> float:
        """The share of the names in a text that none of the indexed texts holds: 0 where it has no names."""
        weights = {name: self.rarity(name) for name in read(text).names}
        total = sum(weights.values())
        return sum(weight for name, weight in weights.items() if not self.knows(name)) / total if total else 0.0


class Forms:
    """The words of a vocabulary that are compounds with a word, or parts of it, found without walking through them all."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = sorted(vocabulary)
        self._turned = sorted(word[::-1] for word in self._words)
        self._all = frozenset(self._words)
        self._found: dict[str, frozenset[str]] = {}

    def of(self, word: str) -> frozenset[str]:
        if word not in self._found:
            self._found[word] = frozenset(self._search(word)) if len(word) >= SHORTEST_PART else frozenset()
        return self._found[word]

    def _search(self, word: str) -> Iterator[str]:
        yield from (longer for longer in _starting(self._words, word) if longer != word)
        yield from (longer[::-1] for longer in _starting(self._turned, word[::-1]) if longer != word[::-1])
        for cut in range(SHORTEST_PART, len(word)):
            yield from (part for part in (word[:cut], word[-cut:]) if part in self._all)


def _starting(ordered: Sequence[str], start: str) -> Iterator[str]:
    for index in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[index].startswith(start):
            return
        yield ordered[index]


@cache
def _damped(count: int) -> float:
    return 1 + log(count)


def _is_inside(text: str, start: int) -> bool:
    """Whether what begins there stands inside a sentence."""
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in _SENTENCE_ENDS


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) <= 2 or (len(word) == 4 and word[:2] in ("19", "20")))
