"""The one place that decides how alike two strings are, and the only one that knows rapidfuzz.

It is imported where it is used: most questions hold no misspelling, and none of those should pay for it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain

from mivdcli.spelling import alike
from mivdcli.text import fold

LIKE_ENOUGH = 0.55
SPREAD = 0.12
"""How much less alike than the best a further candidate may be: plan-2024 alone answers plan-2042."""
FREELY_EDITED = 8
"""From this length on almost any slip still leaves the word recognisable."""


def nearest(value: str, known: Sequence[str], limit: int = 3) -> list[str]:
    """The ids most like what was typed, best first; empty where nothing is like it.

    Compared folded, so case and accents do not matter. A prefix counts as a near match however long the id is.
    """
    wanted = fold(value)
    scored = sorted(((_id_likeness(wanted, fold(name)), -place, name) for place, name in enumerate(known)), reverse=True)
    best = scored[0][0] if scored else 0.0
    return [name for likeness, _, name in scored[:limit] if likeness >= LIKE_ENOUGH and best - likeness <= SPREAD]


def _id_likeness(wanted: str, known: str) -> float:
    """0 to 1: the share of characters that need no edit; a swap of two characters counts as the likeliest slip."""
    if len(wanted) >= 3 and known.startswith(wanted):
        return 0.95
    from rapidfuzz.distance import OSA

    swapped = len(wanted) == len(known) and sorted(wanted) == sorted(known)
    return OSA.normalized_similarity(wanted, known) + (0.15 if swapped else 0.0)


def allowed_edits(word: str) -> int:
    """How many typing errors a word may hold: none below four letters or with a digit in it, one below eight, else two."""
    if any(character.isdigit() for character in word) or len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def misspelt(word: str, vocabulary: Collection[str]) -> dict[str, int]:
    """The words of the vocabulary that ``word`` may be a misspelling of, with the number of edits (a swap is one)."""
    edits = allowed_edits(word)
    if not edits:
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {other: int(distance) for other, distance, _ in found if distance and _is_slip(word, other, int(distance))}


def _is_slip(word: str, other: str, distance: int) -> bool:
    """Whether a person could have typed ``word`` for ``other``; ``recept`` is a word of its own and no slip for ``recent``.

    Only a long word may begin with another letter or have a letter replaced by one that neither stands nor sounds near it.
    """
    if any(character.isdigit() for character in other):
        return False
    from rapidfuzz.distance import Levenshtein

    swapped_start = sorted(word[:2]) == sorted(other[:2])
    if word[0] != other[0] and not swapped_start and (distance > 1 or len(word) < FREELY_EDITED):
        return False
    edits = Levenshtein.editops(word, other)
    replaced = [(word[edit.src_pos], other[edit.dest_pos]) for edit in edits if edit.tag == "replace"]
    strange = [pair for pair in replaced if not alike(*pair) and pair[::-1] not in replaced]
    return len(strange) <= (len(word) >= FREELY_EDITED + 2 * (distance - 1)) + (len(word) >= FREELY_EDITED + 4)


def nearest_words(word: str, vocabulary: Iterable[Collection[str]], occurs: Callable[[str], bool], limit: int = 3) -> list[str]:
    """Words to try instead of one that occurs nowhere, best first, of those that ``occurs``; none where nothing is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = (
        process.extract(word, words, scorer=OSA.normalized_similarity, score_cutoff=LIKE_ENOUGH, limit=None)
        for words in vocabulary
    )
    found = chain.from_iterable(alike)
    ranked = sorted(((likeness, other) for other, likeness, _ in found), key=lambda pair: (-pair[0], pair[1]))
    best: list[tuple[float, str]] = []
    for likeness, other in ranked:
        if len(best) == limit or (best and best[0][0] - likeness > SPREAD):
            break
        if other != word and occurs(other):
            best.append((likeness, other))
    return [other for _, other in best]
