"""Computed matching: which passages treat the subject of a commitment. It proposes; it never judges.

The weights and thresholds were chosen on the tuning half of tests/diff/gold.toml; docs/matching.md has the measured quality.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place
from mivdcli.diff.subject import Subject, Terms, ThemeSpace
from mivdcli.diff.wording import Wording, stems
from mivdcli.kinds import Attribution
from mivdcli.model import Commitment, Document

SHARE, COSINE, THEMES, SECTION = 0.25, 0.52, 0.19, 0.04
"""What the score is made of: wording in common (twice measured, in both languages), themes, and titles of sections."""
FLOOR = 0.22
"""Below this the best passage is not called related, and nothing is."""
NEAR_BEST = 0.70
"""A further passage must have this share of the best one's score."""
NEAR_MISS = 0.5
"""A runner-up is named only from this share of the floor on: farther down it would be a random passage."""
MOST = 3
"""How many passages are shown."""
TIE = 0.01
THEME_WORDS = 0.2
"""What a word counts in the wording that names a theme of the commitment: the themes have counted it already."""
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
            "nl": Wording([one.nl for one in self.subjects], Counter(word for one in asking for word in stems(one.nl))),
            "en": Wording([one.en for one in self.subjects], Counter(word for one in asking for word in stems(one.en))),
        }
        self._titles = [stems(one.section) for one in self.subjects]

    def match(self, asked: Subject) -> Match:
        """The passages that treat the subject, and the best of the others."""
        scored = sorted(map(Related, self.places, self._scores(asked)), key=lambda one: -one.score)
        best = scored[0].score if scored else 0.0
        count = sum(1 for one in scored[:MOST] if one.score >= NEAR_BEST * best) if best >= FLOOR else 0
        rest = scored[count] if len(scored) > count and scored[count].score >= NEAR_MISS * FLOOR else None
        return Match(scored[:count], rest)

    def _scores(self, asked: Subject) -> list[float]:
        known = self._themes.names(asked.themes)
        nl, en = (self._wording[lang].compare(text, known, THEME_WORDS) for lang, text in (("nl", asked.nl), ("en", asked.en)))
        title = stems(asked.section)
        doubt = (1 - MISSING_NAME * self._missing_names(asked)) * (1 - MISSING_TERM * self._terms.missing(asked))
        return [
            min(
                doubt * (SHARE * (s1 + s2) / 2 + COSINE * (c1 + c2) / 2 + THEMES * theme + SECTION * _overlap(title, other)),
                1.0,
            )
            for s1, s2, c1, c2, theme, other in zip(
                nl.share, en.share, nl.cosine, en.cosine, self._themes.compare(asked.themes), self._titles, strict=True
            )
        ]

    def _missing_names(self, asked: Subject) -> float:
        """Missing in both languages: what one of them calls otherwise is there."""
        return min(self._wording["nl"].missing(asked.nl), self._wording["en"].missing(asked.en))


def tied(found: Sequence[Related]) -> bool:
    """Whether the two best cannot be told apart."""
    return len(found) > 1 and found[0].score - found[1].score < TIE


def subject_of_place(place: Place) -> Subject:
    return Subject(place.passage.nl, place.passage.en, place.passage.themes, place.section.title)


def subject_of_commitment(plan: Document, commitment: Commitment) -> Subject:
    section = commitment.locator.rpartition("/")[0]
    title = next((one.title for one in plan.sections if one.id == section), "")
    return Subject(commitment.nl, commitment.en, commitment.themes, title)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter title stands in the other."""
    return len(one & other) / (min(len(one), len(other)) or 1)
