"""The one place that decides how alike two strings are, and the only one that knows rapidfuzz.

It is imported where it is used: most questions hold no misspelling, and none of those should pay for it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from mivdcli.spelling import alike
from mivdcli.text import fold, normal_form

LIKE_ENOUGH = 0.55
SPREAD = 0.12
"""How much less alike than the best a further candidate may be: plan-2024 alone answers plan-2042."""
SURE_NAME = 0.75
"""A name is longer than an id and there are more of them, so one must be more alike before it says anything."""
BY_NAME = 0.95
FREELY_EDITED = 8
"""From this length on almost any slip still leaves the word recognisable."""


def nearest(value: str, known: Sequence[str], limit: int = 3, *, names: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """The ids most like what was typed, best first; empty where nothing is like it.

    Compared folded, so case and accents do not matter; what differs in marks alone (``plan2024``) is plainly meant. A prefix
    counts as a near match however long the id is, and so does an id with something behind it (``language`` for ``lang``).
    ``names`` are what people call an id, such as its label: they lead to it too, a little less than the id itself.
    """
    others = names or {}
    wanted, plain = fold(value), normal_form(value)
    by_id = [id for id in known if normal_form(id) == plain]
    meant = by_id or [id for id in known if any(normal_form(name) == plain for name in others.get(id, ()))]
    if plain and meant:
        return meant[:limit]
    scored = sorted(((_likeness(wanted, id, others.get(id, ())), -place, id) for place, id in enumerate(known)), reverse=True)
    best = scored[0][0] if scored else 0.0
    return [id for likeness, _, id in scored[:limit] if likeness >= LIKE_ENOUGH and best - likeness <= SPREAD]


def _likeness(wanted: str, id: str, names: Sequence[str]) -> float:
    by_name = max((_id_likeness(wanted, fold(name)) for name in names), default=0.0)
    return max(_id_likeness(wanted, fold(id)), BY_NAME * by_name if by_name >= SURE_NAME else 0.0)


def _id_likeness(wanted: str, known: str) -> float:
    """0 to 1: the share of characters that need no edit; a swap of two characters counts as the likeliest slip."""
    if wanted == known:  # typed in capitals, say
        return 1.0
    if len(wanted) >= 3 and known.startswith(wanted):
        return 0.95
    if len(known) >= 4 and wanted.startswith(known):
        return 0.85
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


def beginnings(word: str) -> set[str]:
    """How everything begins that ``word`` may be a misspelling of, but for what has one error, and that in its first letter.

    That may be so only for a word that is ``FREELY_EDITED`` long; what it is meant for has all of it behind its first letter.
    """
    return {word[0], word[1::-1]}


def _is_slip(word: str, other: str, distance: int) -> bool:
    """Whether a person could have typed ``word`` for ``other``; ``recept`` is a word of its own and no slip for ``recent``.

    Only a long word may begin with another letter or have a letter replaced by one that neither stands nor sounds near it.
    """
    if any(character.isdigit() for character in other):
        return False
    swapped_start = sorted(word[:2]) == sorted(other[:2])
    if word[0] != other[0] and not swapped_start and (distance > 1 or len(word) < FREELY_EDITED):
        return False
    replaced = _replaced(word, other, distance)
    strange = [pair for pair in replaced if not alike(*pair) and pair[::-1] not in replaced]
    return len(strange) <= (len(word) >= FREELY_EDITED + 2 * (distance - 1)) + (len(word) >= FREELY_EDITED + 4)


def _replaced(word: str, other: str, distance: int) -> list[tuple[str, str]]:
    """The letters of ``word`` that stand for others; of two that were swapped each stands for the other."""
    if distance == 1:  # what differs is the edit itself
        pairs = zip(word, other, strict=True) if len(word) == len(other) else ()
        return [pair for pair in pairs if pair[0] != pair[1]]
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(word, other)
    return [(word[edit.src_pos], other[edit.dest_pos]) for edit in edits if edit.tag == "replace"]


def nearest_words(word: str, vocabulary: Iterable[Collection[str]], occurs: Callable[[str], bool], limit: int = 3) -> list[str]:
    """Words to try instead of one that occurs nowhere, best first, of those that ``occurs``; none where nothing is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: list[tuple[float, str]] = []
    likest = 0.0
    """Of those that occur. What is much less alike can no longer be named, and is sooner told so than how alike it is."""
    for words in vocabulary:
        cutoff = max(LIKE_ENOUGH, likest - SPREAD - 1e-9)
        alike = process.extract(word, words, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=None)
        found += ((likeness, other) for other, likeness, _ in alike)
        liker = (likeness for other, likeness, _ in alike if likeness > likest and other != word and occurs(other))
        likest = next(liker, likest)  # they come best first
    ranked = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    best: list[tuple[float, str]] = []
    for likeness, other in ranked:
        if len(best) == limit or (best and best[0][0] - likeness > SPREAD):
            break
        if other != word and occurs(other):
            best.append((likeness, other))
    return [other for _, other in best]
