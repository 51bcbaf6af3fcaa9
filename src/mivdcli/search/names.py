"""Other names of the same thing: what the glossary says, and numbers in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mivdcli.corpus import Named
from mivdcli.inflection import is_inflection, roots
from mivdcli.query import STOP_WORDS, tokens
from mivdcli.search.shelf import Row
from mivdcli.text import fold

_NUMBERS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf", "zero one two three four five six seven eight nine ten"
)  # fmt: skip
_TENS = ("tien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd", "ten twenty thirty forty fifty sixty")


class Alias(NamedTuple):
    """A name in the query and the other names of what it names."""

    start: int
    """Of the words of the query, end exclusive."""
    stop: int
    rows: tuple[Row, ...]


def aliases(terms: Iterable[Named], words: Sequence[str]) -> list[Alias]:
    """The names in the query that the glossary knows by others; a longer name hides one inside it."""
    found = [alias for term in terms for alias in _of_term(term, words)]
    return [
        one
        for one in found
        if not any(o.start <= one.start and one.stop <= o.stop and o.stop - o.start > one.stop - one.start for o in found)
    ]


def _of_term(term: Named, words: Sequence[str]) -> Iterator[Alias]:
    names = [name for name in (term.abbreviation, term.nl, term.en, *term.aliases) if name]
    if not any(word[:4] in fold(name) for name in names for word in words):
        return
    rows = tuple(dict.fromkeys(filter(_telling, map(tokens, names))))
    for row in rows:
        bare = tuple(word for word in row if word not in STOP_WORDS)
        for at in range(len(words)):
            for typed in {row, bare} - {()}:
                if all(map(_same, words[at : at + len(typed)], typed)) and at + len(typed) <= len(words):
                    yield Alias(at, at + len(typed), tuple(other for other in rows if other != row))


def _telling(row: Row) -> bool:
    """Not a name like OM, which folded is a word of every Dutch sentence."""
    return any(word not in STOP_WORDS and len(word) > 1 for word in row)


def _same(typed: str, name: str) -> bool:
    return typed == name or (min(len(typed), len(name)) > 4 and any(is_inflection(root, name) for root in roots(typed)))


def in_figures(word: str) -> tuple[Row, ...]:
    """``negentig`` as ``90`` and ``90`` as ``negentig`` or ``ninety``; nothing for any other word."""
    for step, lists in ((1, _NUMBERS), (10, _TENS)):
        for names in map(str.split, lists):
            first = 0 if step == 1 else 1
            if word in names:
                return ((str((names.index(word) + first) * step),),)
    if not word.isdecimal() or len(word) > 3:
        return ()
    value = int(word)
    step, lists = (1, _NUMBERS) if value <= 12 else (10, _TENS)
    at = value // step - (step == 10)
    if value % step:
        return ()
    return tuple((names[at],) for names in map(str.split, lists) if at < len(names) and names[at] not in STOP_WORDS)
