"""Computed matching: which passages treat the subject of a commitment. It proposes; it never judges.

The weights and thresholds were chosen on the tuning half of tests/diff/gold.toml; docs/matching.md has the measured quality.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from heapq import nlargest
from itertools import islice

from mivdcli.corpus import Corpus, Place
from mivdcli.diff.match import Match, Related
from mivdcli.diff.subject import Subject, Terms, ThemeSpace
from mivdcli.diff.wording import Wording, stems
from mivdcli.kinds import Attribution, CommitmentKind
from mivdcli.model import Commitment, Document

SHARE, COSINE, THEMES, SECTION, LIKE_BEST = 0.18, 0.37, 0.14, 0.03, 0.28
"""What the score is made of: wording in common (twice measured, in both languages), themes, titles of sections, and likeness
to the passages that these four measures put first."""
FIRST, AGAIN = 3, 20
"""So many passages are taken for what the answer looks like, and so many are weighed once more by their likeness to them."""
FLOOR = 0.17
"""Below this the best passage is not called related, and nothing is."""
NEW = 1.5
"""The floor is so much higher for what a plan begins after the year of the report: that cannot be in the report yet."""
NEAR_BEST = 0.55
"""A further passage must have this share of the best one's score."""
NEAR_MISS = 0.5
"""A runner-up is named only from this share of the floor on: farther down it would be a random passage."""
MOST = 3
"""How many passages are shown."""
BEGINNING = (CommitmentKind.START, CommitmentKind.LEGISLATE)
THEME_WORDS = 0.2
"""What a word counts in the wording that names a theme of the commitment: the themes have counted it already."""
STRANGE = 0.7
"""What is left of the score of a passage that has no theme in common, not even a parent: words meet by accident."""
MISSING_NAME, MISSING_TERM = 0.22, 0.23
"""How much of the score goes where every name, or every term of the glossary, that the commitment names is nowhere there."""


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
        self._year = self.places[0].document.year if self.places else None
        self._titles = [stems(one.section) for one in self.subjects]
        self._pairs: dict[tuple[int, int], float] = {}
        self._treating = lru_cache(maxsize=16)(self._treat)

    def match(self, asked: Subject) -> Match:
        """The passages that treat the subject, and the best of the others."""
        scored = self._ranked(asked)
        best = scored[0].score if scored else 0.0
        enough = best >= self._floor(asked)
        count = sum(1 for one in scored[:MOST] if one.score >= NEAR_BEST * best) if enough else 0
        rest = scored[count] if len(scored) > count and scored[count].score >= NEAR_MISS * FLOOR else None
        return Match(scored[:count], rest, too_new=best >= FLOOR and not enough)

    def _floor(self, asked: Subject) -> float:
        later = asked.begins is not None and self._year is not None and asked.begins > self._year
        return FLOOR * NEW if later else FLOOR

    def _ranked(self, asked: Subject) -> list[Related]:
        """The best passages by what they share with the subject and by how much they are like the best of them."""
        scores = self._scores(asked)
        order = nlargest(AGAIN, sorted(scores), key=scores.__getitem__)
        found = [
            Related(self.places[one], min(scores[one] + LIKE_BEST * self._like(one, order[:FIRST], scores), 1.0))
            for one in order
        ]
        return sorted(found, key=lambda one: -one.score)

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


def subject_of_place(place: Place) -> Subject:
    return Subject(place.passage.nl, place.passage.en, place.passage.themes, place.section.title, place.section.title_en)


def subject_of_commitment(plan: Document, commitment: Commitment) -> Subject:
    section = commitment.locator.rpartition("/")[0]
    title, title_en = next(((one.title, one.title_en) for one in plan.sections if one.id == section), ("", ""))
    begins = plan.year if commitment.kind in BEGINNING else None
    return Subject(commitment.nl, commitment.en, commitment.themes, title, title_en, begins)


def _with_best(worded: set[int], by_theme: Iterable[int]) -> set[int]:
    """The passages with a word in common, and of the others as many of the best as can still stand among the first."""
    return worded.union(islice((index for index in by_theme if index not in worded), AGAIN))


@cache
def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter title stands in the other."""
    return len(one & other) / (min(len(one), len(other)) or 1)
