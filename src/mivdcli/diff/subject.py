"""What a text is about: its themes with their parents, and the terms of the glossary that it names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

from mivdcli.corpus import Corpus
from mivdcli.diff.wording import read
from mivdcli.model import Term, Theme
from mivdcli.text import plain_words

LATER = {"asked": 0.5, "held": 0.7}
"""What a theme counts that is not the first of its text, on the side that asks and on the side that is searched."""
PARENT = 0.4
"""What the parent of a theme counts; the groups at the top are no subject."""


class Subject(NamedTuple):
    """A commitment or a passage, as far as the matching looks at it."""

    nl: str
    en: str
    themes: tuple[str, ...]
    section: str
    """The title of the section that it stands in."""
    section_en: str = ""
    name: str = ""
    """What the data calls a commitment: the words of its id. A passage has no such name."""


class ThemeSpace:
    """Themes as directions: two texts are alike as far as their themes, rare ones above all, point the same way."""

    def __init__(self, themes: Mapping[str, Theme], searched: Sequence[Subject]) -> None:
        self._themes = themes
        self._occurs = Counter(theme for one in searched for theme in one.themes)
        self._size = len(searched)
        self._having: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for index, one in enumerate(searched):
            for theme, weight in self._direction(one.themes, LATER["held"]).items():
                self._having[theme][index] = weight

    def compare(self, themes: Sequence[str]) -> dict[int, float]:
        """The likeness of each searched subject that has one of the themes or a parent in common, 0 to 1."""
        found: defaultdict[int, float] = defaultdict(float)
        for theme, weight in self._direction(themes, LATER["asked"]).items():
            for index, theirs in self._having.get(theme, {}).items():
                found[index] += weight * theirs
        return found

    def _direction(self, themes: Sequence[str], later: float) -> dict[str, float]:
        weights: dict[str, float] = {}
        for rank, theme in enumerate(themes):
            weights[theme] = (later if rank else 1.0) * self._rarity(theme)
        for theme, weight in list(weights.items()):
            parent = self._parent(theme)
            if parent is not None:
                weights[parent] = max(weights.get(parent, 0.0), PARENT * weight)
        length = sqrt(fsum(weight**2 for weight in weights.values())) or 1.0
        return {theme: weight / length for theme, weight in weights.items()}

    def _rarity(self, theme: str) -> float:
        return log(1 + self._size / (self._occurs[theme] + 0.5))

    def _parent(self, theme: str) -> str | None:
        """The parent, unless it is a group at the top."""
        parent = self._themes[theme].parent if theme in self._themes else None
        above = self._themes.get(parent) if parent is not None else None
        return above.id if above is not None and above.parent is not None else None


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
