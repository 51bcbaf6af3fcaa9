"""Tables whose cells a file holds in another order than the page prints them, put back in the order that the data knows.

The proof is the fingerprint itself: a few orders that tools make of tables are tried until one has it. So nothing but the
order of the cells is forgiven, and the wording can be quoted as the page has it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, islice, product
from typing import NamedTuple

from mivdcli.text import normal_form

MOST_ORDERS = 20_000
"""So many of one kind are tried before it is given up; some hundredths of a second."""
CELL = re.compile(r"(?:€ ?)?[\d.,]+%?|[-–*]+|\d+\*+")
"""A cell of a table: a number, a dash, a mark of a note."""


class Token(NamedTuple):
    """A word or mark of the file."""

    form: str
    """In normal form; empty for a dash."""
    start: int
    end: int


Lines = Sequence[Sequence[Token]]


def tokens(text: str, start: int, end: int) -> list[list[Token]]:
    """The words of each line of a stretch of text, with their places in the whole."""
    found = []
    at = start
    for line in text[start:end].split("\n"):
        words = [Token(normal_form(word.group()), at + word.start(), at + word.end()) for word in re.finditer(r"\S+", line)]
        if words:
            found.append(words)
        at += len(line) + 1
    return found


def reordered(lines: Lines, proves: Callable[[str], bool]) -> tuple[tuple[int, int], ...] | None:
    """The pieces of the text in an order that ``proves`` accepts; None where none of the orders tried does."""
    for order in _orders(lines):
        if proves("".join(token.form for token in order)):
            return _pieces(order)
    return None


def is_table(lines: Lines, text: str) -> bool:
    """Whether at least half of the lines end as the row of a table does, in two cells or more."""
    rows = 0
    for line in lines:
        cells = [CELL.fullmatch(text[token.start : token.end]) is not None for token in line[-2:]]
        rows += len(cells) == 2 and all(cells)
    return len(lines) > 1 and 2 * rows >= len(lines)


def _orders(lines: Lines) -> Iterator[list[Token]]:
    """As it stands; a line moved; the last line moved to the front and two heads woven into each other; column by column."""
    for taken, put in product(range(len(lines)), repeat=2):
        rest = [*lines[:taken], *lines[taken + 1 :]]
        yield list(chain(*rest[:put], lines[taken], *rest[put:]))
    for some in (lines, [lines[-1], *lines[:-1]]):
        for at in range(min(len(some) - 1, 3)):
            for woven in islice(_woven(some[at], some[at + 1]), MOST_ORDERS):
                yield list(chain(*some[:at], woven, *some[at + 2 :]))
    yield from islice(_by_column(lines), MOST_ORDERS)


def _woven(first: Sequence[Token], second: Sequence[Token]) -> Iterator[list[Token]]:
    """Every way to put the words of a second line between those of the first: a head of two lines, read cell by cell."""
    size = len(first) + len(second)
    for places in combinations(range(size), len(second)):
        below = set(places)
        one, two = iter(first), iter(second)
        yield [next(two) if place in below else next(one) for place in range(size)]


def _by_column(lines: Lines) -> Iterator[list[Token]]:
    """Two columns one after the other, wherever each line has its gap."""
    for cuts in product(*(range(len(line) + 1) for line in lines)):
        pairs = list(zip(lines, cuts, strict=True))
        yield list(chain(*(line[:cut] for line, cut in pairs), *(line[cut:] for line, cut in pairs)))


def _pieces(order: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """The places of the words in this order; words that follow each other in the text are one piece."""
    found: list[tuple[int, int]] = []
    for token in order:
        if found and 0 <= token.start - found[-1][1] <= 2:
            found[-1] = (found[-1][0], token.end)
        else:
            found.append((token.start, token.end))
    return tuple(found)
