"""Sets of entries. Those of the common words are the largest thing in memory, so a set is kept as bits."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from itertools import chain, compress, count, islice
from operator import or_

_FEW = 8
_SOME = re.compile(rb"[^\0]")


class Numbers:
    """A set of entries by their numbers, which never changes.

    Bit n of one whole number tells whether entry n is in it: an eighth of a byte for each entry of the corpus, however many are
    in the set, where a ``set`` takes some sixty bytes for each that is. And whatever is done with two sets is done to thirty
    entries at a time.
    """

    __slots__ = ("bits",)

    def __init__(self, bits: int = 0) -> None:
        self.bits = bits

    @classmethod
    def of(cls, numbers: Iterable[int], size: int) -> "Numbers":
        """These numbers, all of them below ``size``; they may come one by one, and more than once."""
        numbers = iter(numbers)
        first = list(islice(numbers, _FEW))
        if len(first) < _FEW:  # most words are rare, and a row of empty bytes takes longer to read than they do
            return cls(reduce(or_, (1 << number for number in first), 0))
        raw = bytearray(size // 8 + 1)
        for number in chain(first, numbers):
            raw[number >> 3] |= 1 << (number & 7)
        return cls(int.from_bytes(raw, "little"))

    @classmethod
    def between(cls, first: int, end: int) -> "Numbers":
        """All numbers from the first to the one before the end."""
        return cls((1 << max(end, first)) - (1 << first))

    def within(self, first: int, size: int) -> "Numbers":
        """Those among so many from ``first`` on, counted from there."""
        return Numbers((self.bits >> first) & ((1 << size) - 1))

    def after(self, first: int) -> "Numbers":
        """The same, counted from ``first`` on: what ``within`` was told."""
        return Numbers(self.bits << first)

    def __bool__(self) -> bool:
        return self.bits != 0

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __contains__(self, number: int) -> bool:
        return bool(self.bits >> number & 1)

    def __iter__(self) -> Iterator[int]:
        """In order."""
        raw = bytes(self)
        if len(self) > len(raw) // 4:  # most bytes say something: spread out, they are gone through in one go
            return compress(count(), b"".join(map(_spread, raw)))
        return (8 * some.start() + bit for some in _SOME.finditer(raw) for bit in _set_bits(some.group()[0]))

    def __bytes__(self) -> bytes:
        """As they are kept in a file."""
        return self.bits.to_bytes(-(-self.bits.bit_length() // 8), "little")

    def __and__(self, other: "Numbers") -> "Numbers":
        return Numbers(self.bits & other.bits)

    def __or__(self, other: "Numbers") -> "Numbers":
        return Numbers(self.bits | other.bits)

    def __sub__(self, other: "Numbers") -> "Numbers":
        return Numbers(self.bits ^ (self.bits & other.bits))

    def __eq__(self, other: object) -> bool:
        return self.bits == other.bits if isinstance(other, Numbers) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.bits)

    def __repr__(self) -> str:
        return f"Numbers({set(self)})"


@cache
def _spread(byte: int) -> bytes:
    """Eight bytes for the eight bits of one."""
    return bytes(byte >> bit & 1 for bit in range(8))


@cache
def _set_bits(byte: int) -> tuple[int, ...]:
    return tuple(bit for bit in range(8) if byte >> bit & 1)
