"""How the same sound or name is written in several ways, and which letters a typist or a listener confuses."""

from collections.abc import Iterator

_DUTCH_TO_ENGLISH = (
    ("tsj", "ch"),
    ("sj", "sh"),
    ("oe", "u"),
    ("dzj", "j"),
    ("zj", "zh"),
    ("ch", "kh"),
    ("ij", "y"),
    ("ks", "x"),
)
_SWAPS = (
    ("ij", "y"), ("ij", "ei"), ("ei", "ij"), ("y", "ij"), ("y", "i"), ("i", "y"), ("ie", "i"), ("oe", "u"), ("u", "oe"),
    ("c", "k"), ("k", "c"), ("ph", "f"), ("f", "ph"), ("x", "ks"), ("ks", "x"), ("sj", "sh"), ("sh", "sj"), ("ou", "au"),
    ("au", "ou"), ("z", "s"), ("s", "z"), ("v", "f"), ("q", "k"), ("th", "t"), ("w", "v"), ("v", "w"), ("ae", "aa"),
    ("g", "ch"),
)  # fmt: skip
_ALIKE = frozenset(
    frozenset(pair)
    for pair in """
    ck sz fv dt iy gh qk ei bp vw mn jy xs eu
    qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm
    qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm wa es rd ft gy hu ji ko lp
    """.split()  # noqa: SIM905
)
"""Pairs that sound alike, then neighbours on a keyboard."""
LONG = 7
"""From this length on a name may be respelt in more than one place, or respelt and misspelt."""


def in_english(name: str) -> str:
    """A name written by Dutch sounds as English writes it: loekasjenko -> lukashenko."""
    for dutch, other in _DUTCH_TO_ENGLISH:
        name = name.replace(dutch, other)
    return name


def respellings(word: str) -> Iterator[str]:
    """The same word with one sound written otherwise, each once: vryheid -> vrijheid, wagter -> wachter."""
    found = {word}
    for one, other in _SWAPS:
        if one in word and (swapped := word.replace(one, other)) not in found:
            found.add(swapped)
            yield swapped


def alike(one: str, other: str) -> bool:
    """Whether a typist or a listener easily takes one letter for the other."""
    return frozenset((one, other)) in _ALIKE
