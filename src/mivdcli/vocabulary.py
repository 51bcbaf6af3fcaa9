"""How a word of a query may stand in a text: itself, an inflection or part of a compound, another name, a misspelling."""

from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from mivdcli.inflection import LINKS, SHORTEST_PART, is_compound, is_inflection, parts, roots
from mivdcli.lexicon import Lexicon
from mivdcli.matching import FREELY_EDITED, allowed_edits, beginnings, misspelt
from mivdcli.query import IDLE
from mivdcli.spelling import LONG, in_english, respellings


class Manner(IntEnum):
    """How a word was found; a lower one always ranks above a higher one."""

    EXACT = 0
    INFLECTION = 1
    """An inflection, or the word is part of a compound, or the text has its two parts apart."""
    GLOSSARY = 2
    """Another name of the same thing, according to the glossary."""
    HEADING = 3
    """Not in the text, but in the heading above it, or in the names of its themes or its document."""
    TYPO = 4


STRENGTH = {Manner.EXACT: 1.0, Manner.INFLECTION: 0.85, Manner.GLOSSARY: 0.8, Manner.HEADING: 0.5, Manner.TYPO: 0.7}
"""What a word found in each manner counts; an inflection counts a little more than a compound."""
COMPOUND = 0.8
ABOUT = 0.45
"""Not even in a title, but in the names of the themes or of the document."""
TOGETHER = 0.95
"""A compound of two words that stand beside each other in the query."""
APART = 0.75
"""The parts of a compound, each standing somewhere in the passage."""
LONGEST = 60
"""Longer words are looked up as they are; no word that anybody misspells has more letters."""


class Form(NamedTuple):
    """A word that occurs in the texts and stands for a word of the query."""

    text: str
    manner: Manner
    strength: float


def forms(word: str, lexicon: Lexicon) -> list[Form]:
    """The words that stand for ``word`` as typed, inflected or in a compound, best first."""
    found = [Form(word, Manner.EXACT, STRENGTH[Manner.EXACT])] if word in lexicon else []
    if not word.isalpha() or not SHORTEST_PART - 1 <= len(word) <= LONGEST:
        return found
    inflected: set[str] = set()
    compounds: set[str] = set()
    for root in roots(word, written=bool(found)):
        for other in lexicon.containing(root):
            if _may_end(root, word, other):
                inflected.add(other)
            elif len(root) >= SHORTEST_PART - 1 and is_compound(word, root, other):
                compounds.add(other)
    inflected.discard(word)
    compounds -= inflected | {word}
    found += [Form(other, Manner.INFLECTION, STRENGTH[Manner.INFLECTION]) for other in sorted(inflected)]
    found += [Form(other, Manner.INFLECTION, COMPOUND) for other in sorted(compounds)]
    return found


def _may_end(root: str, word: str, other: str) -> bool:
    """Letters with a digit are names of things; no ending makes one of them another."""
    return other.isalpha() and is_inflection(root, other) and not (len(root) == 3 and root != word and other == root)


def respelt(word: str, lexicon: Lexicon) -> list[Form]:
    """The same name as English texts spell it: Loekasjenko -> Lukashenko."""
    english = in_english(word) if LONG <= len(word) <= LONGEST and word.isalpha() else word
    return [Form(english, Manner.GLOSSARY, STRENGTH[Manner.GLOSSARY])] if english != word and english in lexicon else []


def slips(word: str, lexicon: Lexicon, occurs: Callable[[str], bool]) -> list[Form]:
    """The words that ``word`` may be a misspelling of, the likeliest first, each with its own inflections and compounds.

    ``occurs`` says whether a word of the lexicon stands anywhere where it may be found.
    """
    edits = allowed_edits(word)
    if not edits or not word.isalpha() or len(word) > LONGEST:
        return []
    occurs = _telling(occurs)
    otherwise = list(respellings(word)) + [in_english(word)] * (len(word) >= LONG)
    meant = {other: distance for other, distance in _near(word, word, edits, lexicon) if occurs(other)}
    meant |= {other: 1 for other in otherwise if other != word and other in lexicon and occurs(other)}
    if not meant and len(word) >= LONG:
        spelt = chain.from_iterable(_near(spelling, word, edits, lexicon) for spelling in otherwise)
        meant = {other: 2 for other, distance in spelt if distance == 1 and occurs(other)}
    weighed: dict[str, float] = {}
    for other, distance in sorted(meant.items(), key=lambda item: (item[1], item[0])):
        strength = STRENGTH[Manner.TYPO] - 0.1 * (distance - 1)
        for form in forms(other, lexicon) if distance == min(meant.values()) else [Form(other, Manner.TYPO, 1.0)]:
            weighed[form.text] = max(weighed.get(form.text, 0.0), round(strength * form.strength, 4))
    ordered = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))
    return [Form(other, Manner.TYPO, strength) for other, strength in ordered]


def _near(spelling: str, word: str, edits: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """What a spelling of the word may be a misspelling of, among the words about as long as the word.

    A big corpus has a million words, so only those are compared that begin as it may.
    """
    shortest, longest = len(word) - edits, len(word) + edits
    for beginning in beginnings(spelling):
        for words in lexicon.of_length(shortest, longest, beginning):
            yield from misspelt(spelling, words).items()
    if len(spelling) >= FREELY_EDITED:
        ending = filter(str.isalpha, lexicon.containing(spelling[1:]))
        yield from misspelt(spelling, [other for other in ending if shortest <= len(other) <= longest]).items()


def _telling(occurs: Callable[[str], bool]) -> Callable[[str], bool]:
    """Nobody who mistypes a word for a query meant one that queries leave out."""
    return lambda word: word not in IDLE and occurs(word)


def joined(first: str, second: str, lexicon: Lexicon) -> list[Form]:
    """The compounds that two words make together: dreiging analyse -> dreigingsanalyses."""
    if not (first + second).isalpha() or min(len(first), len(second)) < SHORTEST_PART - 1 or len(first + second) > LONGEST:
        return []
    together = [f"{first}{link}{second}" for link in LINKS]
    found = {other for other in lexicon.containing(first) if any(one in other for one in together)}
    return [Form(other, Manner.INFLECTION, TOGETHER) for other in sorted(found)]


def cuts(word: str, lexicon: Lexicon) -> Iterator[tuple[list[Form], list[Form]]]:
    """The ways in which a compound that occurs nowhere is made of words that do."""
    if not word.isalpha() or len(word) > LONGEST:
        return
    for first, second in parts(word):
        before = forms(first, lexicon)
        after = forms(second, lexicon) if before else []
        if after:
            yield before, after
