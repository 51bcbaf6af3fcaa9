"""Text as the project compares and searches it. Every function is pure and knows no document."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SHORTEST_STEM = 4
"""Below this a common stem says nothing: ``de`` is part of every second word."""
ENDINGS = ("heden", "heid", "ingen", "ing", "iteiten", "iteit", "eren", "eerd", "isme", "ische", "isch", "ies", "ied",
            "en", "er", "es", "ed", "s", "e", "y", "t", "n")  # fmt: skip
"""Dutch and English endings; the longest that fits is cut off, a rough cut that serves matching, not linguistics."""
_BY_LENGTH = [(length, frozenset(one for one in ENDINGS if len(one) == length)) for length in range(7, 0, -1)]
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_CAPITAL = re.compile(r"[^\W\d_a-z](?<![^\W_].)")
"""A letter, first in its word, that may be one; the cheap half of the pattern stands first."""
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_CUT = re.compile(r"[0-9]+[.,][0-9]+(?![.,]?[0-9])|[0-9]{1,3}(?:[.,][0-9]{3})+|[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:[-'][^\W_]+)+")
"""Without ``’``, which is written otherwise first: a set with a letter beyond Latin 1 takes five times as long to compile."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMON = dict(zip("áàâäãåçéèêëíìîïñóòôöõúùûüýÿ–—‘’“”«»·€", "aaaaaaceeeeiiiinooooouuuuyy–—‘’“”«»·€", strict=True))
"""What Dutch and English texts hold beyond ASCII, folded. For the rest a library of 1 MB is loaded."""
_OTHER_MARK = re.compile(r"[^\w\x00-\x7f]")
_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()} | {1: "."}
"""Every mark of ASCII becomes a space; the protected point of a decimal number becomes a point again."""


class Fingerprint(NamedTuple):
    """What the data keeps of an official paragraph besides its first words."""

    chars: int
    """Length of the normal form."""
    sha256: str
    """Of the normal form in UTF-8, hexadecimal."""


class Word(NamedTuple):
    folded: str
    start: int
    """Character positions in the text that was given, end exclusive."""
    end: int


PORTION = 1 << 16
"""Characters that are looked at in one go."""


def normal_form(text: str) -> str:
    """The text reduced to what survives hyphenation, line ends and file formats: NFKC, casefolded, letters and digits.

    The rule is that of the fingerprints in ``data/``; changing it would invalidate every one of them.
    """
    whole = compatible(text).casefold()
    # In portions: one list of all the letters takes eight bytes for each, and a hostile letter stands for eighteen.
    portions = (whole[start : start + PORTION] for start in range(0, len(whole), PORTION))
    return "".join("".join(filter(str.isalnum, portion)) for portion in portions)


def compatible(text: str) -> str:
    """The text in NFKC: ligatures, wide letters and the like as the plain ones that they stand for."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFKC", text)


def fingerprint(text: str) -> Fingerprint:
    """Length and SHA-256 of the normal form of a paragraph."""
    from hashlib import sha256  # loads a library of 4 MB, which no question needs

    normal = normal_form(text)
    return Fingerprint(len(normal), sha256(normal.encode()).hexdigest())


def fold(text: str) -> str:
    """Lower case without diacritics, of exactly the same length, so that positions in it hold in the text too."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(_fold_character, text).lower()


def _fold_character(found: re.Match[str]) -> str:
    character = found.group()
    if known := _COMMON.get(character.lower()):
        return known
    from unicodedata import normalize

    return (normalize("NFKD", character)[0].lower() or character)[0]


def searchable(text: str) -> str:
    """The words of a text, folded, with one space between them and at both ends: `` noord korea | noordkorea ``.

    A word, or words in a row, can so be found with ``in``; what hyphens hold together stands behind the bar once more as
    one word. ``spans`` cuts words in the same way.
    """
    folded = _NUMBER.sub(_one_number, fold(text))
    pieces = [piece for piece in folded.split() if "-" in piece or "'" in piece or "’" in piece]
    joined = [_together(found) for piece in pieces for found in _joined(piece)]
    if not folded.isascii():
        folded = _OTHER_MARK.sub(" ", folded)
    plain = " ".join(folded.translate(_MARKS).split())
    return f" {plain} | {' '.join(joined)} " if joined else f" {plain} "


def spans(text: str) -> list[Word]:
    """The words of a text as ``searchable`` cuts them, with their positions; a hyphenated word as well as its parts."""
    folded = fold(text)
    found = [
        Word(word if not (word := match.group())[0].isdigit() else _one_number(match).replace("\x01", "."), *match.span())
        for match in _CUT.finditer(folded)
    ]
    return found + [Word(_together(match), *match.span()) for match in _joined(folded)]


def _joined(folded: str) -> Iterator[re.Match[str]]:
    """What hyphens and apostrophes hold together."""
    return _JOINED.finditer(folded.replace("’", "'"))


def _together(found: re.Match[str]) -> str:
    return found.group().replace("-", "").replace("'", "")


def _one_number(found: re.Match[str]) -> str:
    """``47.791`` and ``47,791`` -> ``47791``, ``3,1`` -> ``3.1`` (its point protected until the other marks are gone)."""
    number = found.group()
    if _THOUSANDS.fullmatch(number):
        return number.replace(".", "").replace(",", "")
    return number.replace(",", ".").replace(".", "\x01") if number[0].isdigit() and number.count(".") < 2 else number


def words(text: str) -> list[Word]:
    """The words of a text in order, folded, with their positions; ``Noord-Korea`` is two words.

    A number is one word however its thousands are printed: ``47.791``, ``47,791`` and ``47791`` are the same.
    """
    found = _WORD.finditer(fold(text))
    return [Word(word if (word := one.group()).isalpha() else _number(word), *one.span()) for one in found]


def plain_words(text: str) -> list[str]:
    """The same without their positions, in half the time."""
    return [word if word.isalpha() else _number(word) for word in _WORD.findall(fold(text))]


def capitalised(text: str) -> Iterator[tuple[str, int]]:
    """The words that begin with a capital, folded, and where they begin."""
    folded = fold(text)
    for found in _CAPITAL.finditer(text):
        if found.group().isupper() and (word := _WORD.match(folded, found.start())):
            yield word.group(), found.start()


def _number(word: str) -> str:
    return word.replace(".", "").replace(",", "") if _THOUSANDS.fullmatch(word) else word


def count_incipit_words(incipit: str) -> int:
    """How many words an incipit has, the parts of a hyphenated word counted one by one."""
    return len(_WORD.findall(incipit))


def stem(word: str) -> str:
    """The word without the ending of its inflection, where enough is left of it."""
    for length, endings in _BY_LENGTH:
        if word[-length:] in endings and len(word) - length >= SHORTEST_STEM:
            return _undouble(word[:-length])
    return word


def _undouble(word: str) -> str:
    """``grepp`` -> ``grep``, ``dreig`` as it is: Dutch doubles a consonant before an ending."""
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiou" else word
