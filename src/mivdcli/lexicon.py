"""Words that can be looked up by what they hold, without a list of them having to be made first."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Set
from functools import cached_property

LAST = chr(0x10FFFF)
"""No word has this letter, so whatever begins with some letters stands before them and this one in the alphabet."""


def words_with(part: str, text: str) -> set[str]:
    """Every word of a text with these letters in a row."""
    found: set[str] = set()
    at = text.find(part)
    while at >= 0:
        end = text.find(" ", at + len(part))
        found.add(text[text.rfind(" ", 0, at) + 1 : end])
        at = text.find(part, end)
    return found


class Lexicon:
    """The words of a text as ``text.searchable`` writes it: all in lower case, a space on both sides of each.

    Finding the words around a few letters in 300 kB of text takes a fraction of the time of listing all words; the
    list is only made where every word has to be looked at, for a misspelling.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __contains__(self, word: str) -> bool:
        return f" {word} " in self.text

    def containing(self, part: str) -> Set[str]:
        """Every word with these letters in a row."""
        return words_with(part, self.text)

    def of_length(self, shortest: int, longest: int, beginning: str = "") -> Iterator[Collection[str]]:
        """The different words of these lengths, of letters alone, in no order and in as many portions as is best."""
        first, end = bisect_left(self._words, beginning), bisect_left(self._words, beginning + LAST)
        yield [word for word in self._words[first:end] if shortest <= len(word) <= longest]

    @cached_property
    def _words(self) -> list[str]:
        found: set[str] = set()
        for line in self.text.split(
            "\n"
        ):  # line by line: a list of every word of a corpus would be the largest thing in memory
            found.update(line.split(" "))
        return sorted(filter(str.isalpha, found))
