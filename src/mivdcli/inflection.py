"""How Dutch (and a little English) words change and join: enough to meet them again, not a grammar.

``text.stem`` is a rougher cut, which the comparison of whole passages uses; here a wrong relation is seen by a reader.
"""

from collections.abc import Iterator

ENDINGS = frozenset(
    """
    e en n s t r er es ers d ed de den te ten se je jes tje ing ingen heid heden achtig lijk lijke elijk elijke
    isch ische ist isten istisch istische isme eren eert eerd eerde erend ering eringen atie aties ieel iele
    eur eurs or oren aar aars ares ij ies ied ie al ale aal iteit iteiten loos loze baar bare
    age ages ings ion ions ive ly ment ments ness ism ists ity y
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list of quotes
)
_CUT_OFF = tuple(
    sorted(
        """
        ingen ing heden heid iteiten iteit istische istisch isten ist isme ische isch eringen ering eren eert eerde eerd
        aties atie elijke elijk ers er en es e s t d n ed ies ied y ism ists ions ion
        """.split(),  # noqa: SIM905
        key=len,
        reverse=True,
    )
)
_SHORT_ENDINGS = frozenset(("en", "s", "e", "je", "jes"))
_PARTICIPLES = frozenset(("t", "te", "d", "de", "en"))
_APART = tuple(
    "aan achter af bij binnen door in mee na om onder op over samen tegen terug toe uit voor vrij weg".split()  # noqa: SIM905
)
"""The first part of a verb that comes apart."""
_STRONG = (("nom", ("nem", "neem", "nam", "naam")), ("kom", ("koms",)), ("sprok", ("sprek", "sprak")), ("lop", ("loop",)))
"""The commonest verbs whose root changes."""
_VOWELS = "aeou"
LINKS = ("", "s", "en", "e")
"""What may stand between the parts of a compound: veiligheid-s-onderzoek."""
SHORTEST = 3
SHORTEST_PART = 4


def roots(word: str, *, written: bool = True) -> tuple[str, ...]:
    """The spellings that the root of a word takes: ``boten`` -> bot, boot; ``brieven`` -> brief, briev. The word's own first.

    A word that is not ``written`` anywhere may be a root without its ending: bezwar(en) -> bezwaar.
    """
    found = dict.fromkeys([word, *_closed(word), *([] if written else _opened(word))])
    for ending in _CUT_OFF:
        root = word.removesuffix(ending)
        if root == word or len(root) < (SHORTEST if ending in ("en", "s") else SHORTEST_PART + ending.startswith("er")):
            continue
        if len(ending) == 1 and root[-1] in _VOWELS + "i":
            continue  # the t of raket is its own
        found |= dict.fromkeys(_opened(root) if ending[0] in "aei" else [root])
        break
    found |= dict.fromkeys(_participles(word, tuple(found)))
    if word.startswith("ge") and word[-1] in "tdn" and len(word) > SHORTEST_PART + 3:
        found |= dict.fromkeys(root.removeprefix("ge") for root in tuple(found)[1:])
    return tuple(root for root in found if len(root) >= SHORTEST)


def _participles(word: str, known: tuple[str, ...]) -> Iterator[str]:
    """The other half of a verb that comes apart: ingezet -> inzet, invoering -> ingevoerd, overgenomen -> overname."""
    for apart in _APART:
        if not word.startswith(apart) or len(word) < len(apart) + SHORTEST_PART:
            continue
        if word.startswith(f"{apart}ge"):
            for root in known:
                bare = apart + root[len(apart) + 2 :]
                yield from (bare.removesuffix(strong) + other for strong, others in _STRONG for other in others
                            if bare.endswith(strong))  # fmt: skip
                yield bare
        else:
            yield from (f"{apart}ge{root[len(apart) :]}" for root in known if len(root) > len(apart) + 2)


def _closed(word: str) -> Iterator[str]:
    """How a whole word begins before an ending: boot -> bot(en), raket -> rakett(en), brief -> briev(en)."""
    if len(word) < SHORTEST or word[-1] in _VOWELS + "iyw":
        return
    last, before, third = word[-1], word[-2], word[-3]
    hard = {"f": "v", "s": "z"}
    if before in _VOWELS and third == before:
        yield word[:-2] + hard.get(last, last)
    elif last in hard and before not in "fsptk":
        yield word[:-1] + hard[last]
    if before in _VOWELS + "i" and third not in _VOWELS + "i":
        yield word + last


def _opened(root: str) -> Iterator[str]:
    """How what stood before an ending is written without it: bot -> boot, rakett -> raket, briev -> brief."""
    yield root
    last, before = root[-1], root[-2]
    if last in _VOWELS + "iyw":
        return
    soft = {"v": "f", "z": "s"}.get(last, last)
    if last == before:
        yield root[:-1]
    elif before in _VOWELS and len(root) > 2 and root[-3] not in _VOWELS + "i":
        yield root[:-1] + before + soft
    if soft != last:
        yield root[:-1] + soft


def is_inflection(root: str, other: str) -> bool:
    """Whether ``other`` is that root with an ending, or its participle."""
    if len(root) >= SHORTEST_PART and other.startswith(f"ge{root}"):
        return other[len(root) + 2 :] in _PARTICIPLES
    endings = ENDINGS if len(root) > SHORTEST else _SHORT_ENDINGS
    return other.startswith(root) and (len(root) == len(other) or other[len(root) :] in endings)


def is_compound(word: str, root: str, other: str) -> bool:
    """Whether ``other`` is a compound that holds the word, and not merely a word with the same letters in it.

    ``onderzoek`` is in ``veiligheidsonderzoeken``, ``order`` is not in ``bevorderen``: what stands before a part has to
    be long enough to be a part itself, and what follows the last part has to be an ending or long enough too.
    """
    whole = root == word
    before, _, after = other.partition(root)
    if len(root) < SHORTEST_PART:  # telefoontap, grondwet
        return not after and len(before) >= SHORTEST_PART + 1 and (whole or word in (f"{root}s", f"{root}en"))
    if not whole and (len(root) <= SHORTEST_PART or word[:3] != root[:3]):
        return False
    if not before:
        return whole or after in ENDINGS or len(after) > SHORTEST_PART
    if len(before) < SHORTEST_PART - (len(root) >= 7):
        return False
    return not after or after in ENDINGS or (len(after) >= SHORTEST_PART - 1 and len(root) >= 6)


def parts(word: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a compound in two, the longest first part first: personeelsgroei -> personeel, groei."""
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, second = word[:cut], word[cut:]
        for link in LINKS:
            if first.endswith(link) and len(first) - len(link) >= SHORTEST_PART:
                yield first.removesuffix(link), second
