"""How much of one text's wording stands in others, each word weighted by its rarity. One language at a time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from mivdcli.query import STOP_WORDS
from mivdcli.text import stem, words

COMPOUND = 0.7
"""What a word counts that stands only as part of a compound: ``onderzoek`` in ``veiligheidsonderzoek``."""
SHORTEST_PART = 5
"""Shorter parts of compounds meet by accident."""
NAME = 1.5
"""A name, abbreviation or other capitalised word tells more than its rarity says."""
LENGTH = 0.3
"""How far a long text has to hold more of the words than a short one."""
_SENTENCE_ENDS = frozenset(".!?:;")

_stem = cache(stem)


class Token(NamedTuple):
    stem: str
    name: bool
    """Capitalised, and not merely as the first word of a sentence."""


class Likeness(NamedTuple):
    """How a text stands to each of the indexed ones, 0 to 1 or a little above."""

    share: list[float]
    """The share of the text's wording that the other holds."""
    cosine: list[float]
    """The same, and how much else the other talks about besides."""


def tokens(text: str) -> list[Token]:
    """The telling words of a text. Years are left out: plan and report share them without sharing a subject."""
    return [
        Token(_stem(word.folded), _is_name(text, word.start))
        for word in words(text)
        if word.folded not in STOP_WORDS and not _is_year(word.folded)
    ]


def stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text))


class Wording:
    """The wording of many texts, ready to be compared with one more.

    ``usual`` counts words that are usual on the asking side, such as the verbs of planning: they tell little.
    """

    def __init__(self, texts: Sequence[str], usual: Counter[str]) -> None:
        self._usual = usual
        self._held: defaultdict[str, dict[int, int]] = defaultdict(dict)
        read = [[token.stem for token in tokens(text)] for text in texts]
        for index, found in enumerate(read):
            for one, count in Counter(found).items():
                self._held[one][index] = count
        self._size = len(texts)
        self._forms = Forms(self._held)
        self._distinct = [len(set(found)) for found in read]
        self._mean = sum(self._distinct) / (self._size or 1) or 1.0
        self._norms = self._measure()

    def _measure(self) -> list[float]:
        squares = [0.0] * self._size
        for held in self._held.values():
            rarity = self._rarity(len(held))
            for index, count in held.items():
                squares[index] += (_damped(count) * rarity) ** 2
        return [sqrt(square) or 1.0 for square in squares]

    def _rarity(self, count: float) -> float:
        return log(1 + (self._size + 0.5) / (count + 0.5))

    def knows(self, one: str) -> bool:
        """Whether any of the texts holds the word, be it in a compound."""
        return one in self._held or bool(self._forms.of(one))

    def compare(self, text: str, known: Set[str] = frozenset(), known_weight: float = 1.0) -> Likeness:
        """The likeness of each indexed text. Words in ``known``, which something else already counts, weigh less."""
        asked = tokens(text)
        names = {token.stem for token in asked if token.name}
        counts = Counter(token.stem for token in asked)
        share, product = [0.0] * self._size, [0.0] * self._size
        total = square = 0.0
        for one, count in counts.items():
            strengths, weight = self._strengths(one), self._rarity(len(self._held.get(one, ())))
            ours = _damped(count) * weight
            square += ours**2
            worth = self._worth(one, strengths, known_weight if one in known else NAME if one in names else 1.0)
            total += worth
            for index, (strength, theirs) in strengths.items():
                share[index] += worth * strength
                product[index] += ours * theirs
        longer = [1 - LENGTH + LENGTH * size / self._mean for size in self._distinct]
        norm = sqrt(square) or 1.0
        return Likeness(
            [one / (total or 1.0) / by for one, by in zip(share, longer, strict=True)],
            [one / (norm * theirs) for one, theirs in zip(product, self._norms, strict=True)],
        )

    def _worth(self, one: str, strengths: dict[int, tuple[float, float]], weight: float) -> float:
        rarity = self._rarity(sum(strength for strength, _ in strengths.values()))
        return rarity * weight / (1 + log(1 + self._usual[one]) / 3)

    def _strengths(self, one: str) -> dict[int, tuple[float, float]]:
        """For each text that holds the word: how surely, and what it weighs there."""
        found: dict[int, tuple[float, float]] = {}
        for form in self._forms.of(one):
            rarity = self._rarity(len(self._held[form]))
            for index, count in self._held[form].items():
                theirs = COMPOUND**2 * _damped(count) * rarity
                found[index] = (COMPOUND, max(theirs, found.get(index, (0.0, 0.0))[1]))
        rarity = self._rarity(len(self._held.get(one, ())))
        for index, count in self._held.get(one, {}).items():
            found[index] = (1.0, _damped(count) * rarity)
        return found

    def missing(self, text: str) -> float:
        """The share of the names in a text that none of the indexed texts holds: 0 where it has no names."""
        names = {token.stem for token in tokens(text) if token.name}
        weights = {name: self._rarity(len(self._held.get(name, ()))) for name in names}
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


def _damped(count: int) -> float:
    return 1 + log(count)


def _is_name(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return text[start].isupper() and bool(before) and before[-1] not in _SENTENCE_ENDS


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) <= 2 or (len(word) == 4 and word[:2] in ("19", "20")))
