"""Computed matching: which passages treat the subject of a commitment. It proposes; it never judges.

The weights and thresholds were chosen on the tuning half of tests/diff/gold.toml; docs/matching.md has the measured quality.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place
from mivdcli.diff.subject import Subject, Terms, ThemeSpace
from mivdcli.diff.wording import COMPOUND, Wording, stems
from mivdcli.kinds import Attribution
from mivdcli.model import Commitment, Document
from mivdcli.text import plain_words

SHARE, COSINE, THEMES, SECTION, LIKE_BEST = 0.18, 0.37, 0.14, 0.03, 0.28
"""What the score is made of: wording in common (twice measured, in both languages), themes, titles of sections, and likeness
to the passages that these four measures put first."""
FIRST, AGAIN = 3, 20
"""So many passages are taken for what the answer looks like, and so many are weighed once more by their likeness to them."""
NAMED, UNNAMED = 0.7, 0.5
"""How much of the score goes where a passage holds no word of the commitment's name, and what is taken to be held of a name
that tells nothing. The name says what the commitment turns on, so without it only the field is treated."""
FLOOR = 0.1
"""Below this the best passage is not called related, and nothing is."""
NEAR_BEST = 0.45
"""A further passage must have this share of the best one's score."""
NEAR_MISS = 0.5
"""A runner-up is named only from this share of the floor on: farther down it would be a random passage."""
MOST = 3
"""How many passages are shown."""
TIE = 0.01
THEME_WORDS = 0.2
"""What a word counts in the wording that names a theme of the commitment: the themes have counted it already."""
STRANGE = 0.7
"""What is left of the score of a passage that has no theme in common, not even a parent: words meet by accident."""
MISSING_NAME, MISSING_TERM = 0.22, 0.23
"""How much of the score goes where every name, or every term of the glossary, that the commitment names is nowhere there."""


class Related(NamedTuple):
    place: Place
    score: float
    """0 to 1."""


class Match(NamedTuple):
    """What a search for one subject found."""

    related: list[Related]
    """At most ``MOST``, best first; often none."""
    runner_up: Related | None
    """The best of those that did not make it, so that a reader can see how near it came."""


class Candidates:
    """The passages of the right-hand document that speak for it, ready to be matched with many subjects.

    ``asking`` is everything that will be asked: what all of it says (verbs of planning, the year) tells little.
    """

    def __init__(self, corpus: Corpus, found: Iterable[Place], asking: Sequence[Subject]) -> None:
        self.places = [place for place in found if place.passage.attribution in (None, Attribution.REPORT)]
        self.subjects = [subject_of_place(place) for place in self.places]
        self._themes = ThemeSpace(corpus.themes, self.subjects)
        self._terms = Terms(corpus, self.subjects)
        self._wording = {
            "nl": Wording(
                [one.nl for one in self.subjects],
                Counter(word for one in asking for word in stems(one.nl)),
                [one.section for one in self.subjects],
            ),
            "en": Wording(
                [one.en for one in self.subjects],
                Counter(word for one in asking for word in stems(one.en)),
                [one.section_en for one in self.subjects],
            ),
        }
        self._titles = [stems(one.section) for one in self.subjects]
        self._pairs: dict[tuple[int, int], float] = {}
        self._treating = lru_cache(maxsize=16)(self._treat)

    def match(self, asked: Subject) -> Match:
        """The passages that treat the subject, and the best of the others."""
        scored = self._ranked(asked)
        best = scored[0].score if scored else 0.0
        count = sum(1 for one in scored[:MOST] if one.score >= NEAR_BEST * best) if best >= FLOOR else 0
        rest = scored[count] if len(scored) > count and scored[count].score >= NEAR_MISS * FLOOR else None
        return Match(scored[:count], rest)

    def _ranked(self, asked: Subject) -> list[Related]:
        """The best passages by what they share with the subject, how much they are like the best of them, and its name."""
        scores = self._scores(asked)
        order = nlargest(AGAIN, sorted(scores), key=scores.__getitem__)
        name = {word: min(wording.rarity(word) for wording in self._wording.values()) for word in sorted(stems(asked.name))}
        found = []
        for one in order:
            score = scores[one] + LIKE_BEST * self._like(one, order[:FIRST], scores)
            named = self._held(name, self.subjects[one]) if name else UNNAMED
            found.append(Related(self.places[one], min(score * (1 - NAMED + NAMED * named), 1.0)))
        return sorted(found, key=lambda one: -one.score)

    def _held(self, name: Mapping[str, float], held: Subject) -> float:
        """How much of the words of a name, each with its weight, a text holds in either language, be it in a compound."""
        text = stems(held.nl) | stems(held.en)
        return sum(weight * self._surely(word, text) for word, weight in name.items()) / sum(name.values())

    def _surely(self, word: str, text: frozenset[str]) -> float:
        if word in text:
            return 1.0
        return 0.0 if all(text.isdisjoint(wording.forms(word)) for wording in self._wording.values()) else COMPOUND

    def _like(self, index: int, best: Sequence[int], scores: Mapping[int, float]) -> float:
        """The likeness to the best passages other than itself, those with the higher score weighing more."""
        others = [other for other in best if other != index]
        total = sum(scores[other] for other in others)
        return sum(scores[other] * self._between(index, other) for other in others) / total if total else 0.0

    def _between(self, one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in self._pairs:
            self._pairs[pair] = sum(wording.between(*pair) for wording in self._wording.values()) / len(self._wording)
        return self._pairs[pair]

    def _scores(self, asked: Subject) -> dict[int, float]:
        """Of each passage that has a word or a theme in common with the subject, before the best are weighed again."""
        known = self._themes.names(asked.themes)
        nl, en = (self._wording[lang].compare(text, known, THEME_WORDS) for lang, text in (("nl", asked.nl), ("en", asked.en)))
        share_nl, share_en, cosine_nl, cosine_en = nl.share.get, en.share.get, nl.cosine.get, en.cosine.get
        title = stems(asked.section)
        themes, by_theme = self._treating(asked.themes, title)
        doubt = (1 - MISSING_NAME * self._missing_names(asked)) * (1 - MISSING_TERM * self._terms.missing(asked))
        return {
            index: doubt
            * (1.0 if index in themes or not asked.themes else STRANGE)
            * (
                SHARE * (share_nl(index, 0.0) + share_en(index, 0.0)) / 2
                + COSINE * (cosine_nl(index, 0.0) + cosine_en(index, 0.0)) / 2
                + THEMES * themes.get(index, 0.0)
                + SECTION * _overlap(title, self._titles[index])
            )
            for index in _with_best(nl.cosine.keys() | en.cosine.keys(), by_theme)
        }

    def _treat(self, asked: tuple[str, ...], title: frozenset[str]) -> tuple[dict[int, float], list[int]]:
        """The passages that have a theme in common: how much, and those first that stand highest without a word in common."""
        themes = self._themes.compare(asked)
        alone = {index: THEMES * theirs + SECTION * _overlap(title, self._titles[index]) for index, theirs in themes.items()}
        return themes, sorted(alone, key=lambda index: (-alone[index], index))

    def _missing_names(self, asked: Subject) -> float:
        """Missing in both languages: what one of them calls otherwise is there."""
        return min(self._wording["nl"].missing(asked.nl), self._wording["en"].missing(asked.en))


def tied(found: Sequence[Related]) -> bool:
    """Whether the two best cannot be told apart."""
    return len(found) > 1 and found[0].score - found[1].score < TIE


def subject_of_place(place: Place) -> Subject:
    return Subject(place.passage.nl, place.passage.en, place.passage.themes, place.section.title, place.section.title_en)


def subject_of_commitment(plan: Document, commitment: Commitment) -> Subject:
    section = commitment.locator.rpartition("/")[0]
    title, title_en = next(((one.title, one.title_en) for one in plan.sections if one.id == section), ("", ""))
    return Subject(commitment.nl, commitment.en, commitment.themes, title, title_en, _name(commitment.id))


def _name(id: str) -> str:
    """The words in a commitment's id after that of its plan; numbers and letters, as in ``c1``, name nothing."""
    return " ".join(word for word in plain_words(id.partition(".")[2]) if word.isalpha() and len(word) > 1)


def _with_best(worded: set[int], by_theme: Iterable[int]) -> set[int]:
    """The passages with a word in common, and of the others as many of the best as can still stand among the first."""
    return worded.union(islice((index for index in by_theme if index not in worded), AGAIN))


@cache
def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter title stands in the other."""
    return len(one & other) / (min(len(one), len(other)) or 1)
