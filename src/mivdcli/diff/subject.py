"""What a text is about: its themes and keywords with what stands above them, and the terms of the glossary that it names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

from mivdcli.corpus import Corpus
from mivdcli.diff.wording import read
from mivdcli.model import Term
from mivdcli.text import plain_words

LATER = {"asked": 0.5, "held": 0.7}
"""What a topic counts that is not the first of its text, on the side that asks and on the side that is searched."""
PARENT = 0.4
"""What counts that which stands above a topic; the groups at the top are no subject."""
Topics = Sequence[str]
"""What a text is about, the chief matter first: its themes, or its keywords."""


class Subject(NamedTuple):
    """A commitment or a passage, as far as the matching looks at it."""

    nl: str
    en: str
    themes: tuple[str, ...]
    section: str
    """The title of the section that it stands in."""
    section_en: str = ""
    keywords: tuple[str, ...] = ()
    name: str = ""
    """What the data calls a commitment: the words of its id. A passage has no such name."""


def above_themes(corpus: Corpus) -> dict[str, str]:
    """The parent of each theme, unless that is a group at the top."""
    themes = corpus.themes
    return {id: one.parent for id, one in themes.items() if one.parent in themes and themes[one.parent].parent is not None}


def above_keywords(corpus: Corpus) -> dict[str, str]:
    """The theme of each keyword, which is another thing than a keyword of the same id."""
    return {id: f"theme {one.theme}" for id, one in corpus.keywords.items()}


class Space:
    """Topics as directions: two texts are alike as far as their topics, rare ones above all, point the same way."""

    def __init__(self, above: Mapping[str, str], searched: Sequence[Topics]) -> None:
        self._above = above
        self._occurs = Counter(topic for topics in searched for topic in topics)
        self._size = len(searched)
        self._having: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for index, topics in enumerate(searched):
            for topic, weight in self._direction(topics, LATER["held"]).items():
                self._having[topic][index] = weight

    def compare(self, topics: Topics) -> dict[int, float]:
        """The likeness of each searched text that has one of the topics, or what stands above one, in common, 0 to 1."""
        found: defaultdict[int, float] = defaultdict(float)
        for topic, weight in self._direction(topics, LATER["asked"]).items():
            for index, theirs in self._having.get(topic, {}).items():
                found[index] += weight * theirs
        return found

    def _direction(self, topics: Topics, later: float) -> dict[str, float]:
        weights: dict[str, float] = {}
        for rank, topic in enumerate(topics):
            weights[topic] = (later if rank else 1.0) * self._rarity(topic)
        for topic, weight in list(weights.items()):
            if above := self._above.get(topic):
                weights[above] = max(weights.get(above, 0.0), PARENT * weight)
        length = sqrt(fsum(weight**2 for weight in weights.values())) or 1.0
        return {topic: weight / length for topic, weight in weights.items()}

    def _rarity(self, topic: str) -> float:
        return log(1 + self._size / (self._occurs[topic] + 0.5))


class Terms:
    """The terms of the glossary in the searched subjects; without a glossary nothing is ever missing."""

    def __init__(self, corpus: Corpus, searched: Sequence[Subject]) -> None:
        self._starting: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        """The names that begin with a word, a space around and between their words, and the terms they name."""
        for term in corpus.terms.values():
            for name in _names(term):
                self._starting[name[0]].append((f" {' '.join(name)} ", term.id))
        self._occurs = Counter(term for one in searched for term in self._in(one))
        self._size = len(searched)

    def missing(self, asked: Subject) -> float:
        """The share of the terms named by what asks, weighted by rarity, that nothing searched names."""
        weights = {term: log(1 + (self._size + 0.5) / (self._occurs[term] + 0.5)) for term in sorted(self._in(asked))}
        total = fsum(weights.values())
        return fsum(weight for term, weight in weights.items() if not self._occurs[term]) / total if total else 0.0

    def _in(self, subject: Subject) -> set[str]:
        found: set[str] = set()
        for text in (subject.nl, subject.en) if self._starting else ():
            plain = read(text).words
            if known := self._starting.keys() & set(plain):
                row = f" {' '.join(plain)} "
                found.update(id for word in known for name, id in self._starting[word] if name in row)
        return found


def _names(term: Term) -> list[list[str]]:
    """Every name of a term as words; a lone one of two letters would be found everywhere."""
    every = (term.abbreviation, term.nl, term.en, *term.aliases)
    split = [plain_words(name) for name in every if name]
    return [name for name in split if len(name) > 1 or (name and len(name[0]) > 2)]
