"""How much two texts are alike in wording, each word weighted by its rarity. One language at a time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import fsum, log, sqrt
from typing import NamedTuple

from mivdcli.query import STOP_WORDS
from mivdcli.text import plain_words, stem

COMPOUND = 0.7
"""What a word counts that stands only as part of a compound: ``onderzoek`` in ``veiligheidsonderzoek``."""
SHORTEST_PART = 5
"""Shorter parts of compounds meet by accident."""
MANY, COMMON = 2000, 150
"""Among more than so many texts, a word in more than so many of them finds none: it would cost time and tell little."""


class Reading(NamedTuple):
    """A text as far as the matching looks at it."""

    words: tuple[str, ...]
    """Every word, folded, in order."""
    stems: tuple[str, ...]
    """Those of the telling words, in order. Years are left out: plan and report share them without sharing a subject."""


@lru_cache(maxsize=2**15)
def read(text: str) -> Reading:
    """Kept, because a text is looked at more than once: for its wording, and for the terms in it."""
    every = list(map(_shared, plain_words(text)))
    return Reading(tuple(every), tuple(filter(None, map(_told, every))))


_shared = cache(str)
"""The same word, and not one more like it: the texts that are kept hold most words many times."""


@cache
def _told(word: str) -> str:
    """The stem of a telling word; nothing of another."""
    return "" if word in STOP_WORDS or _is_year(word) else stem(word)


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    return frozenset(read(text).stems)


class Wording:
    """The wording of many texts, ready to be compared with one more.

    The words of ``titles``, one for each text, count as words of the text.
    """

    def __init__(self, texts: Sequence[str], titles: Sequence[str] = ()) -> None:
        self._held: defaultdict[str, dict[int, int]] = defaultdict(dict)
        above = [read(title).stems for title in titles] or [()] * len(texts)
        for index, (text, title) in enumerate(zip(texts, above, strict=True)):
            for one, count in Counter(read(text).stems + title).items():
                self._held[one][index] = count
        self._size = len(texts)
        self._forms = Forms(self._held)
        self._found: dict[str, list[tuple[int, float]]] = {}
        self._rarities = {one: self._rarity(len(found)) for one, found in self._held.items()}
        self._norms = self._measure()

    def _measure(self) -> list[float]:
        squares = [0.0] * self._size
        for one, held in self._held.items():
            rarity = self._rarities[one]
            for index, count in held.items():
                squares[index] += (_damped(count) * rarity) ** 2
        return [sqrt(square) or 1.0 for square in squares]

    def _rarity(self, count: int) -> float:
        return log(1 + (self._size + 0.5) / (count + 0.5))

    def rarity(self, one: str) -> float:
        """What a word tells: more the fewer texts hold it."""
        return self._rarities[one] if one in self._rarities else self._rarity(0)

    def forms(self, one: str) -> frozenset[str]:
        """The words of the texts that are compounds with a word, or parts of it."""
        return self._forms.of(one)

    def compare(self, text: str) -> dict[int, float]:
        """The cosine, 0 to 1 or a little above, of the text and of each of the indexed ones that share a word with it."""
        found: defaultdict[int, float] = defaultdict(float)
        self.add(text, 1.0, found)
        return found

    def add(self, text: str, share: float, found: defaultdict[int, float]) -> None:
        """The same times ``share``, added to what was found already."""
        asked = [(one, _damped(count) * self.rarity(one)) for one, count in Counter(read(text).stems).items()]
        length = sqrt(fsum(ours**2 for _, ours in asked)) or 1.0
        for one, ours in asked:
            worth = share * ours / length
            for index, theirs in self._weights(one):
                found[index] += worth * theirs

    def _weights(self, one: str) -> list[tuple[int, float]]:
        """The texts in which a word stands, be it in a compound, and what part of their length it is there."""
        if one not in self._found:
            weighed = {} if self._is_common(one) else self._weighed(one)
            self._found[one] = [(index, theirs / self._norms[index]) for index, theirs in weighed.items()]
        return self._found[one]

    def _is_common(self, one: str) -> bool:
        """Seen before anything is weighed: a common word stands in thousands of texts, and all of that would be thrown away."""
        if self._size <= MANY:
            return False
        return len(set().union(*(self._held.get(form, ()) for form in (one, *self.forms(one))))) > COMMON

    def _weighed(self, one: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for form in self.forms(one):
            rarity = self._rarities[form]
            for index, count in self._held[form].items():
                found[index] = max(found.get(index, 0.0), COMPOUND**2 * _damped(count) * rarity)
        rarity = self.rarity(one)
        return found | {index: _damped(count) * rarity for index, count in self._held.get(one, {}).items()}


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


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) <= 2 or (len(word) == 4 and word[:2] in ("19", "20")))
