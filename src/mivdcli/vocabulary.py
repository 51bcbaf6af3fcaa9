"""How a word of a query may stand in a text: itself, an inflection or part of a compound, another name, a misspelling."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from mivdcli.matching import misspelt
from mivdcli.text import ENDINGS, SHORTEST_STEM, stem


class Manner(IntEnum):
    """How a word was found; a lower one always ranks above a higher one."""

    EXACT = 0
    INFLECTION = 1
    """An inflection, or the word is part of a compound."""
    GLOSSARY = 2
    """Another name of the same thing, according to the glossary or the taxonomy."""
    TYPO = 3


STRENGTH = {Manner.EXACT: 1.0, Manner.INFLECTION: 0.85, Manner.GLOSSARY: 0.8, Manner.TYPO: 0.7}
"""What a word found in each manner counts; chosen, not fitted: only their order carries meaning."""


class Form(NamedTuple):
    """A word that occurs in the texts and stands for a word of the query."""

    text: str
    manner: Manner
    strength: float


def forms(word: str, vocabulary: Sequence[str]) -> dict[str, Form]:
    """The words of the vocabulary that stand for ``word``, each in its best manner."""
    found: dict[str, Form] = {}
    if not word.isalpha():
        return {word: Form(word, Manner.EXACT, 1.0)} if word in vocabulary else {}
    for other, distance in misspelt(word, vocabulary).items():
        found[other] = Form(other, Manner.TYPO, STRENGTH[Manner.TYPO] - 0.1 * (distance - 1))
    for other in _related(word, vocabulary):
        found[other] = Form(other, Manner.INFLECTION, STRENGTH[Manner.INFLECTION])
    if word in vocabulary:
        found[word] = Form(word, Manner.EXACT, 1.0)
    return found


def _related(word: str, vocabulary: Iterable[str]) -> Iterable[str]:
    """Inflections of the word and compounds that hold it; digits are never stretched."""
    root = stem(word)
    if len(word) < SHORTEST_STEM:
        return
    for other in vocabulary:
        if (root in other and _holds(root, word, other)) or stem(other) == root:
            yield other


def _holds(root: str, word: str, other: str) -> bool:
    """Whether ``other`` is an inflection of the word or a compound with it, not merely some word with those letters.

    The whole word may stand anywhere in a compound; its stem alone only at the beginning or followed by an ending.
    """
    if word in other and (len(word) >= 5 or other.startswith(word) or other.endswith(word)):
        return True
    rest = other[other.index(root) + len(root) :]
    return len(root) >= 5 and (other.startswith(root) or rest in ENDINGS or not rest)
