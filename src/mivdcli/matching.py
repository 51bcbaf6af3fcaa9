"""The one place that decides how alike two strings are, and the only one that knows rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mivdcli.text import fold

LIKE_ENOUGH = 0.55
SPREAD = 0.12
"""How much less alike than the best a further candidate may be: plan-2024 alone answers plan-2042."""


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
    swapped = len(wanted) == len(known) and sorted(wanted) == sorted(known)
    return OSA.normalized_similarity(wanted, known) + (0.15 if swapped else 0.0)


def allowed_edits(word: str) -> int:
    """How many typing errors a word may hold: none below four letters or with a digit in it, one below eight, else two."""
    if any(character.isdigit() for character in word) or len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def misspelt(word: str, vocabulary: Sequence[str]) -> dict[str, int]:
    """The words of the vocabulary that ``word`` may be a misspelling of, with the number of edits (a swap is one)."""
    edits = allowed_edits(word)
    if not edits:
        return {}
    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {other: int(distance) for other, distance, _ in found if distance and not _has_digit(other)}


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
