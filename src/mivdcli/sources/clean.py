"""From the lines of a page back to running text. Small steps, each of them about one thing that pages do to words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
LONGEST_WORD = 200
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"))
_BREAK = re.compile(r"([-\u00ad\u2010])[ \t]*\n[ \t]*(\S*)")
_SUSPENDED = re.compile(r"(?:en|of|dan|als|tot|en/of|noch)\b")
"""After a hyphen at the end of a line these words mean that the hyphen is printed: defensie- en veiligheidsbelangen."""


def decode(data: bytes) -> str:
    """The text of a plain file: UTF-8 with or without a mark, UTF-16 with one, and Windows-1252 for what is no UTF-8.

    Raises ValueError for bytes that are none of these.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def plain_ends(text: str) -> str:
    """One kind of line end, and no characters that take no space."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)


def flow(text: str, known: frozenset[str] = frozenset()) -> str:
    """Lines as running text: a word that a line end broke is whole again, every other line end is a space.

    ``known`` are the words of the document, folded; they decide whether a hyphen at a line end is printed or only a break.
    """
    return re.sub(r"\s+", " ", "".join(_mended(text, known)).replace(SOFT_HYPHEN, "")).strip()


def _mended(text: str, known: frozenset[str]) -> Iterator[str]:
    """The text with its broken words whole. The word before a hyphen is looked for from the hyphen backwards: a pattern
    that begins with it would read a long line again from each of its letters.
    """
    done = 0
    for found in _BREAK.finditer(text):
        start = found.start()
        while start > done and not text[start - 1].isspace():
            start -= 1
        yield text[done:start]
        yield _mend(text[start : found.start()], found[1], found[2], known)
        done = found.end()
    yield text[done:]


def _mend(before: str, hyphen: str, after: str, known: frozenset[str]) -> str:
    if hyphen == SOFT_HYPHEN:
        return before + after
    if not before:  # a dash of its own, such as an empty cell
        return f"{hyphen} {after}"
    if _SUSPENDED.match(after):
        return f"{before}{hyphen} {after}"
    return before + ("" if _is_break(before, after, known) else hyphen) + after


def _is_break(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen is only there because the line ended."""
    if not (before[-1:].islower() and after[:1].islower()):
        return False
    first, last = _bare(before), _bare(after)
    if f"{first}{last}" in known:
        return True
    return f"{first}-{last}" not in known and f"{first}-" not in _heads(known)


@lru_cache(maxsize=4)
def _heads(known: frozenset[str]) -> frozenset[str]:
    """What stands before a hyphen in any of the words, the hyphen with it; found once, for a text may break many words."""
    hyphened = (word for word in known if "-" in word and len(word) <= LONGEST_WORD)
    return frozenset(word[: at + 1] for word in hyphened for at, letter in enumerate(word[:-1]) if letter == "-")


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]«»“”‘’\"'").casefold()


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words of a document that no line end broke, folded."""
    found: set[str] = set()
    for text in texts:
        for line in text.split("\n"):
            words = line.split()
            whole = words[:-1] if words and words[-1][-1:] in "-\u00ad\u2010" else words
            found.update(map(_bare, whole))
    return frozenset(found)
