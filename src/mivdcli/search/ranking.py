"""The order of the answers: bands first, so that no fuzzy hit stands above an exact one, then a score within the band."""

from typing import NamedTuple

from mivdcli.query import Query
from mivdcli.search.lookup import Asked, Lookup
from mivdcli.search.shelf import Shelf
from mivdcli.vocabulary import Manner

BANDS = ("reference", "phrase", "words", "inflection", "glossary", "heading", "typo", "some")
"""Best first: named by its ref; the words in a row; each as typed; inflected or in a compound; by another name; only in
the heading; misspelt; some of them."""
FLOOR = 0.4
"""The best hit must carry this share of what the query asks, weighted by rarity, or nothing answers it."""
TAIL = 0.25
"""Where something answers, what carries this share is shown below it."""


class Ranked(NamedTuple):
    """One entry that answers, by number."""

    number: int
    band: str
    score: float
    """The share of the query that it carries, 0 to 1, each thing weighted by its rarity and the way it was found."""


def rank(shelf: Shelf, query: Query, lookup: Lookup, *, exact: bool) -> list[Ranked]:
    """Every entry that answers, best first; ties go to the one whose heading has the words too, then to reading order."""
    asked = lookup.asked
    out = shelf.having(query.excluded) if query.excluded else set()
    if not asked:
        return [Ranked(number, "words", 1.0) for number in shelf.every() if number not in out]
    total = sum(one.weight for one in asked)
    scores: dict[int, float] = {}
    for one in asked:
        for number, way in one.found.items():
            scores[number] = scores.get(number, 0.0) + one.weight * way.strength
    kept = {number for number, score in scores.items() if score >= TAIL * total - 1e-9 and number not in out}
    for one in asked:
        if one.required:
            kept &= one.found.keys()
    if not answers(asked) or not any(scores[number] >= FLOOR * total - 1e-9 for number in kept):
        return []
    whole = shelf.having([query.row]) if len(query.row) > 1 else set()
    keyed = []
    for number in kept:
        band = _band(asked, number, number in whole)
        above = sum(one.weight * _headed(one, number) for one in asked)
        keyed.append((band, -round(scores[number] / total, 6), -round(above, 6), number))
    return [
        Ranked(number, BANDS[band], -score)
        for band, score, _, number in sorted(keyed)
        if not exact or BANDS[band] in ("phrase", "words")
    ]


def _headed(one: Asked, number: int) -> int:
    """How much what stands above an entry speaks for it; a guess at a misspelling is surer where a title has it."""
    return (number in one.headed) + (bool(one.meant) and number in one.titled)


def answers(asked: list[Asked]) -> bool:
    """Whether enough of the query is known at all: a rare word that happens to occur answers no nonsense beside it.

    Most words must be known; half of them will do where one is a word that the documents are about: it stands in a
    heading, or in the names of the themes. A guess at a misspelling proves nothing beside a word that occurs nowhere.
    """
    unknown = sum(one.size for one in asked if not one.found)
    known = sum(one.size for one in asked if one.found and not one.meant)
    guessed = sum(one.size for one in asked if one.meant)
    if not unknown:
        return True
    return known > 0 and (known + guessed > unknown or (known == unknown and any(one.headed for one in asked)))


def _band(asked: list[Asked], number: int, in_a_row: bool) -> int:
    worst = Manner.EXACT
    for one in asked:
        way = one.found.get(number)
        if way is None:
            return BANDS.index("some")
        worst = max(worst, way.manner)
    if in_a_row and worst is Manner.EXACT:
        return BANDS.index("phrase")
    return BANDS.index("words") + worst
