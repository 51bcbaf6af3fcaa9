"""From the lines of a page back to running text. Small steps, each of them about one thing that pages do to words."""

import re
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"))
_BREAK = re.compile(r"(\S*)([-\u00ad\u2010])[ \t]*\n[ \t]*(\S*)")
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
    joined = _BREAK.sub(lambda found: _mend(found[1], found[2], found[3], known), text)
    return re.sub(r"\s+", " ", joined.replace(SOFT_HYPHEN, "")).strip()


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
    return f"{first}-{last}" not in known and not any(word.startswith(f"{first}-") and word != f"{first}-" for word in known)


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
