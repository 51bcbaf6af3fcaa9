"""How a word of a query may stand in a text: itself, an inflection or part of a compound, another name, a misspelling."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from mivdcli.inflection import LINKS, SHORTEST_PART, is_compound, is_inflection, parts, roots
from mivdcli.lexicon import Lexicon
from mivdcli.matching import allowed_edits, misspelt
from mivdcli.spelling import respellings


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
    roots_ = roots(word) if found else roots(word, written=False)
    inflected = {
        other
        for root in roots_
        for begin in (root, f"ge{root}")
        for other in lexicon.beginning(begin)
        if other != word and _may_end(root, word, other)
    }
    compounds = {
        other
        for root in roots_
        if len(root) >= SHORTEST_PART
        for other in lexicon.containing(root)
        if other != word and other not in inflected and is_compound(word, root, other)
    }
    found += [Form(other, Manner.INFLECTION, STRENGTH[Manner.INFLECTION]) for other in sorted(inflected)]
    found += [Form(other, Manner.INFLECTION, COMPOUND) for other in sorted(compounds)]
    return found


def _may_end(root: str, word: str, other: str) -> bool:
    """Letters with a digit are names of things; no ending makes one of them another."""
    return other.isalpha() and is_inflection(root, other) and not (len(root) == 3 and root != word and other == root)


def respelt(word: str, lexicon: Lexicon) -> list[Form]:
    """The same name or word as others write it: Loekasjenko -> Lukashenko."""
    if len(word) < SHORTEST_PART + 1 or len(word) > LONGEST or not word.isalpha():
        return []
    return [Form(other, Manner.GLOSSARY, STRENGTH[Manner.GLOSSARY]) for other in respellings(word) if other in lexicon]


def slips(word: str, lexicon: Lexicon) -> list[Form]:
    """The words that ``word`` may be a misspelling of, the likeliest first, each with its own inflections and compounds."""
    edits = allowed_edits(word)
    if not edits or not word.isalpha() or len(word) > LONGEST:
        return []
    near = lexicon.of_length(len(word) - edits, len(word) + edits)
    meant = misspelt(word, near) or {other: 2 for spelling in respellings(word) for other in misspelt(spelling, near)}
    found: dict[str, float] = {}
    for other, distance in sorted(meant.items(), key=lambda item: (item[1], item[0])):
        strength = STRENGTH[Manner.TYPO] - 0.1 * (distance - 1)
        for form in forms(other, lexicon) if distance == min(meant.values()) else [Form(other, Manner.TYPO, 1.0)]:
            found[form.text] = max(found.get(form.text, 0.0), round(strength * form.strength, 4))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [Form(other, Manner.TYPO, strength) for other, strength in ordered]


def joined(first: str, second: str, lexicon: Lexicon) -> list[Form]:
    """The compounds that two words make together: dreiging analyse -> dreigingsanalyses."""
    if not (first + second).isalpha() or min(len(first), len(second)) < SHORTEST_PART - 1 or len(first + second) > LONGEST:
        return []
    found = {other for link in LINKS for other in lexicon.containing(f"{first}{link}{second}")}
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
