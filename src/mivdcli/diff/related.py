"""Computed matching: which passages treat the subject of a commitment. It proposes; it never judges."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place
from mivdcli.model import Attribution, Commitment
from mivdcli.query import STOP_WORDS
from mivdcli.text import stem, words

FLOOR = 0.40
"""Below this a passage is not called related. First version, set by hand; see docs/matching.md."""
MOST = 3
"""How many candidates are shown; the second is the runner-up."""
TIE = 0.01
THEME_SHARE = 0.5
"""How much of the score rests on the themes; the rest rests on the wording."""


class Related(NamedTuple):
    place: Place
    score: float
    """0 to 1."""


class Candidates:
    """The passages of the right-hand document that speak for it, ready to be matched with many commitments."""

    def __init__(self, corpus: Corpus, found: Sequence[Place]) -> None:
        self.places = [place for place in found if place.passage.attribution in (None, Attribution.REPORT)]
        self._themes = corpus.themes
        self._stems = [_stems(f"{place.passage.nl} {place.section.title}") for place in self.places]
        self._occurs = Counter(stem for stems in self._stems for stem in stems)

    def related(self, commitment: Commitment) -> list[Related]:
        """At most ``MOST`` passages with a theme and wording in common, best first; often none."""
        wanted = _stems(commitment.nl)
        total = sum(map(self._rarity, wanted)) or 1.0
        scored = []
        for place, stems in zip(self.places, self._stems, strict=True):
            theme = self._theme_likeness(commitment.themes, place.passage.themes)
            if not theme:
                continue
            wording = sum(map(self._rarity, wanted & stems)) / total
            scored.append(Related(place, THEME_SHARE * theme + (1 - THEME_SHARE) * wording))
        scored.sort(key=lambda one: -one.score)
        return [one for one in scored[:MOST] if one.score >= FLOOR]

    def _rarity(self, stem: str) -> float:
        return log(1 + (len(self.places) + 0.5) / (self._occurs[stem] + 0.5))

    def _theme_likeness(self, ours: Sequence[str], theirs: Sequence[str]) -> float:
        """1 where the first theme is shared, less where a later one or only the parent is; 0 where nothing is."""
        best = 0.0
        for rank, theme in enumerate(ours):
            weight = 1.0 if rank == 0 else 0.7
            if theme in theirs:
                best = max(best, weight if theme == theirs[0] else 0.85 * weight)
            elif any(self._parent(other) == theme or self._parent(theme) == other for other in theirs):
                best = max(best, 0.5 * weight)
        return best

    def _parent(self, theme: str) -> str | None:
        return self._themes[theme].parent if theme in self._themes else None


def tied(found: Sequence[Related]) -> bool:
    """Whether the two best cannot be told apart."""
    return len(found) > 1 and found[0].score - found[1].score < TIE


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.folded) for word in words(text) if word.folded not in STOP_WORDS)
