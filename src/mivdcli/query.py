"""What a person types into ``search``, understood. Any string is a valid query."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mivdcli.text import compatible, searchable

STOP_WORDS = frozenset(
    """
    aan al alle als bij dan dat de deze die dit doen door een en er had heeft hem het hij hoe hoeveel hun ik in is je kan
    maar me meer met mijn na naar niet nog nu of om ons ook op over te tegen tot uit van veel voor waar wat we wel welke
    werd wie wij wordt worden zal ze zegt zei zich zij zijn zo zou
    a about an and are at by did do does for from has have how in into is it its many much of on or say says that the this
    to was were what when where which who with
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list of quotes
)
MOST_WORDS = 64
"""More different words than these are left out, and said to be: each costs a look through the whole vocabulary."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−﹣－", "-") | dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("’‘‚‛`´", "'"))
_SINGLE_QUOTED = re.compile(r"(?<!\w)'([^\W_][^'\"]*\w)'(?!\w)")
_GENITIVE = re.compile(r"(?<=\w)'s\b|(?<!\w)'[smnt]\b")
"""What an apostrophe adds in ``regio's`` and ``'s nachts``; no text is about it."""
_PIECE = re.compile(r'(?:(?<=\s)|^)(-?)"([^"]*)(?:"|$)|"|[^\s"]+')


class Unit(NamedTuple):
    """Words that must stand in a row, or a single word."""

    words: tuple[str, ...]
    quoted: bool = False


Slot = tuple[Unit, ...]
"""One thing that is asked for; any of its units will do (``a OR b``)."""


class Query(NamedTuple):
    """The parts of a query, all folded."""

    text: str
    slots: tuple[Slot, ...]
    """What is looked for, each once, in the order typed."""
    excluded: tuple[tuple[str, ...], ...]
    """What stood after a minus sign: a passage with these words in a row is no answer."""
    row: tuple[str, ...] = ()
    """Everything typed, in a row, idle words at both ends left out; empty where the order means nothing."""
    left_out: int = 0
    """How many words beyond the most that a query may have."""

    @property
    def empty(self) -> bool:
        return not self.slots and not self.excluded

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that is looked for, each once."""
        return tuple(dict.fromkeys(word for slot in self.slots for unit in slot for word in unit.words))

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        return tuple(unit.words for slot in self.slots for unit in slot if unit.quoted)


def understand(text: str) -> Query:
    """The query in a text. Stop words are left out unless nothing else is left.

    Double quotes of any kind hold words together, ``-word`` and ``-"two words"`` exclude, ``OR`` between two things asks
    for either. Everything else is words: there is no string that is not a query.
    """
    plain = compatible(text).translate(_DASHES)
    plain = _GENITIVE.sub(" ", _SINGLE_QUOTED.sub(r'"\1"', plain))
    slots: list[Slot] = []
    excluded: list[tuple[str, ...]] = []
    either = False
    surplus = 0
    for words, quoted, minus in _pieces(plain):
        if words == ("OR",):
            either = bool(slots)
        elif minus:
            excluded.append(words)
        elif either and len(slots[-1]) >= MOST_WORDS:
            surplus += 1
            either = False
        elif either:
            slots[-1] = (*slots[-1], Unit(words, quoted or len(words) > 1))
            either = False
        else:
            slots += [(Unit(words, quoted=True),)] if quoted else [(Unit((word,)),) for word in words]
    telling = [slot for slot in slots if not _idle(slot)] or slots
    kept = tuple(dict.fromkeys(telling))
    row = _row(slots) if len(kept) <= MOST_WORDS else ()
    without = tuple(dict.fromkeys(excluded))
    left_out = surplus + len(kept[MOST_WORDS:]) + len(without[MOST_WORDS:])
    return Query(text, kept[:MOST_WORDS], without[:MOST_WORDS], row, left_out)


def _row(slots: list[Slot]) -> tuple[str, ...]:
    if any(len(slot) > 1 for slot in slots):
        return ()
    telling = [at for at, slot in enumerate(slots) if not _idle(slot)] or list(range(len(slots)))
    return tuple(word for slot in slots[telling[0] : telling[-1] + 1] for word in slot[0].words) if telling else ()


def _pieces(text: str) -> Iterator[tuple[tuple[str, ...], bool, bool]]:
    """The words of each piece of the query, whether they were quoted, and whether a minus sign stood before them."""
    for found in _PIECE.finditer(text):
        piece = found.group()
        quoted = found.group(2) is not None
        if piece in ("OR", "||", "|"):
            yield ("OR",), False, False
        elif words := tokens(found.group(2) if quoted else piece):
            yield words, quoted, bool(found.group(1)) if quoted else piece.startswith("-")


def _idle(slot: Slot) -> bool:
    return len(slot) == 1 and not slot[0].quoted and slot[0].words[0] in IDLE


_FILLERS = frozenset(
    """
    bestaat binnen gaan gaat gedaan ging gingen gezegd graag heet iets kom komen komt kon kreeg kregen kun kunnen kwam kwamen
    mag moest moesten moet moeten precies staat tijdens vertel vertelde vertelt volgens waarom waarover wanneer waren weet weten
    wil
    any can could me may tell there told why would
    """.split()  # noqa: SIM905
)
"""More words of questions, apart from the stop words because texts are compared without those."""
IDLE = STOP_WORDS | _FILLERS


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in a row."""
    return tuple(searchable(text).partition("|")[0].split())
