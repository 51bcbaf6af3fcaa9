"""Computed matching: which passages treat the subject of a commitment. It proposes; it never judges.

The weights and thresholds were chosen on the tuning halves of three judgements; docs/matching.md has the measured quality.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache
from heapq import nlargest
from itertools import islice
from math import fsum
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place
from mivdcli.diff.match import MOST, Match, Related
from mivdcli.diff.subject import Space, Subject, Terms, above_keywords, above_themes
from mivdcli.diff.wording import COMPOUND, Wording, stems
from mivdcli.kinds import Attribution
from mivdcli.model import Commitment, Document, Keyword, Theme
from mivdcli.text import plain_words

WORDING, THEMES, SECTION = 0.65, 0.2, 0.15
"""What the score is made of: the likeness of wording in both languages, the themes, the title of the section."""
KEYWORDS = 0.13
"""The share of the keywords in the score, where both sides have any; the rest stands beside them."""
NAMED, UNNAMED = 0.8, 0.5
"""How much of the score goes where a passage holds no word of the commitment's name, and how much of a name is taken to be
held where there is none. The name says what the commitment turns on: without it only the field is treated."""
MISSING_TERM = 0.2
"""How much of the score goes where every term of the glossary that the commitment names is nowhere in the document."""
WEIGHED = 20
"""So many of the passages that score best are looked through for the name."""
FLOOR, PLAIN_FLOOR = 0.16, 0.115
"""Below this the best passage is not called related, and nothing is; the second where there are no keywords on one side."""
NEAR_BEST = 0.45
"""A further passage must have this share of the best one's score."""
NEAR_MISS = 0.5
"""A runner-up is named only from this share of the floor on: farther down it would be a random passage."""


class Besides(NamedTuple):
    """What themes and the title of a section bring to the score, whatever the wording."""

    theme: dict[int, float]
    """Of the passages that have a theme in common, that of the title included."""
    title: list[float]
    """Of the title alone, by its number."""
    best: list[int]
    """The passages that have a theme in common, the best first."""


class Candidates:
    """The passages of the right-hand document that speak for it, ready to be matched with many subjects."""

    def __init__(self, corpus: Corpus, found: Iterable[Place]) -> None:
        self.places = [place for place in found if place.passage.attribution in (None, Attribution.REPORT)]
        self.subjects = [subject_of_place(place) for place in self.places]
        self._corpus = corpus
        self._themes = Space(above_themes(corpus), [one.themes for one in self.subjects])
        self._keywords = Space(above_keywords(corpus), [one.keywords for one in self.subjects])
        self._indexed = any(one.keywords for one in self.subjects)
        self._terms = Terms(corpus, self.subjects)
        self._nl = Wording([one.nl for one in self.subjects], [one.section for one in self.subjects])
        self._en = Wording([one.en for one in self.subjects], [one.section_en for one in self.subjects])
        titles = [stems(one.section) for one in self.subjects]
        self._titles = list(dict.fromkeys(titles))
        numbers = {title: number for number, title in enumerate(self._titles)}
        self._title = [numbers[title] for title in titles]
        self._treating = lru_cache(maxsize=16)(self._treat)
        self._words = cache(self._read)

    def match(self, asked: Subject) -> Match:
        """The passages that treat the subject, and the best of the others."""
        scored = self._ranked(asked)
        best, floor = scored[0].score if scored else 0.0, FLOOR if self._by_keywords(asked) else PLAIN_FLOOR
        count = sum(1 for one in scored[:MOST] if one.score >= NEAR_BEST * best) if best >= floor else 0
        rest = scored[count] if len(scored) > count and scored[count].score >= NEAR_MISS * floor else None
        return Match(scored[:count], rest)

    def _ranked(self, asked: Subject) -> list[Related]:
        """The best passages by what they share with the subject, and by how much of its name they hold."""
        plain, alike = self._scores(asked), self._alike(asked)
        whole = {index: plain.get(index, 0.0) + alike.get(index, 0.0) for index in plain | alike} if alike else plain
        best = nlargest(WEIGHED, sorted(whole), key=whole.__getitem__)
        name = {word: min(self._nl.rarity(word), self._en.rarity(word)) for word in sorted(stems(asked.name))}
        lacking = [1 - (self._held(name, index) if name else UNNAMED) for index in best]
        found = [
            Related(self.places[index], min(whole[index] - NAMED * share * plain.get(index, 0.0), 1.0))
            for index, share in zip(best, lacking, strict=True)
        ]
        return sorted(found, key=lambda one: -one.score)

    def _held(self, name: Mapping[str, float], index: int) -> float:
        """How much of the words of a name, each with its weight, a passage or one of its themes holds, be it in a compound."""
        words = self._words(index)
        return fsum(weight * self._surely(word, words) for word, weight in name.items()) / fsum(name.values())

    def _surely(self, word: str, words: frozenset[str]) -> float:
        if word in words:
            return 1.0
        return 0.0 if all(words.isdisjoint(wording.forms(word)) for wording in (self._nl, self._en)) else COMPOUND

    def _read(self, index: int) -> frozenset[str]:
        """The words of a passage, and those that name its themes and keywords, in both languages."""
        one, themes, keywords = self.subjects[index], self._corpus.themes, self._corpus.keywords
        about: list[Theme | Keyword] = [themes[id] for id in one.themes if id in themes]
        about += [keywords[id] for id in one.keywords if id in keywords]
        labels = [label for topic in about for label in (topic.label_nl, topic.label_en)]
        return frozenset().union(*map(stems, (one.nl, one.en, *labels)))

    def _scores(self, asked: Subject) -> dict[int, float]:
        """Of each passage that has a word or a theme in common with the subject, before its name is looked for."""
        found: defaultdict[int, float] = defaultdict(float)
        self._nl.add(asked.nl, WORDING / 2, found)
        self._en.add(asked.en, WORDING / 2, found)
        besides = self._treating(asked.themes, stems(asked.section))
        sure = (1 - MISSING_TERM * self._terms.missing(asked)) * (1 - KEYWORDS if self._by_keywords(asked) else 1)
        return {
            index: sure * (found.get(index, 0.0) + (besides.theme.get(index) or besides.title[self._title[index]]))
            for index in _with_best(found.keys(), besides.best)
        }

    def _by_keywords(self, asked: Subject) -> bool:
        return self._indexed and bool(asked.keywords)

    def _alike(self, asked: Subject) -> dict[int, float]:
        """What keywords in common bring. They say what a text turns on, whether or not it holds the words of the name."""
        found = self._keywords.compare(asked.keywords) if self._by_keywords(asked) else {}
        return {index: KEYWORDS * theirs for index, theirs in found.items()}

    def _treat(self, themes: tuple[str, ...], title: frozenset[str]) -> Besides:
        of_title = [SECTION * _overlap(title, other) for other in self._titles]
        theme = {
            index: THEMES * theirs + of_title[self._title[index]] for index, theirs in self._themes.compare(themes).items()
        }
        return Besides(theme, of_title, sorted(theme, key=lambda index: (-theme[index], index)))


def subject_of_place(place: Place) -> Subject:
    passage, section = place.passage, place.section
    return Subject(passage.nl, passage.en, passage.themes, section.title, section.title_en, passage.keywords)


def subject_of_commitment(plan: Document, commitment: Commitment) -> Subject:
    section = commitment.locator.rpartition("/")[0]
    title, title_en = next(((one.title, one.title_en) for one in plan.sections if one.id == section), ("", ""))
    name = _name(commitment.id)
    return Subject(commitment.nl, commitment.en, commitment.themes, title, title_en, commitment.keywords, name)


def _name(id: str) -> str:
    """The words in a commitment's id after that of its plan; numbers and letters, as in ``c1``, name nothing."""
    return " ".join(word for word in plain_words(id.partition(".")[2]) if word.isalpha() and len(word) > 1)


def _with_best(worded: Set[int], by_theme: Iterable[int]) -> set[int]:
    """The passages with a word in common, and of the others as many of the best as can still stand among the first."""
    return {*worded, *islice((index for index in by_theme if index not in worded), WEIGHED)}


@cache
def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter title stands in the other."""
    return len(one & other) / (min(len(one), len(other)) or 1)
