"""What a person types into ``search``, understood. Any string is a valid query."""

from typing import NamedTuple

from mivdcli.text import fold, words

STOP_WORDS = frozenset(
    """
    aan al alle als bij dan dat de deze die dit doen door een en er had heeft hem het hij hoe hoeveel hun ik in is je kan
    maar me meer met mijn na naar niet nog nu of om ons ook op over te tegen tot uit van veel voor waar wat we wel welke
    werd wie wij wordt worden zal ze zegt zei zich zij zijn zo zou
    a about an and are at by did do does for from has have how in into is it its many much of on or say says that the this
    to was were what when where which who with
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list of quotes
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


class Query(NamedTuple):
    """The parts of a query, all folded."""

    words: tuple[str, ...]
    """What is looked for, each word once, in the order typed; those of phrases included."""
    phrases: tuple[tuple[str, ...], ...]
    """What stood between double quotes; the words must follow each other."""
    excluded: tuple[str, ...]
    """Words after a minus sign: a passage with one of them is no answer."""

    @property
    def empty(self) -> bool:
        return not self.words and not self.excluded


def understand(text: str) -> Query:
    """The query in a text. Stop words are left out unless nothing else is left; ``-word`` excludes, quotes hold together."""
    phrases: list[tuple[str, ...]] = []
    loose: list[str] = []
    excluded: list[str] = []
    for index, piece in enumerate(text.translate(_QUOTES).split('"')):
        if index % 2:
            phrases.append(_plain(piece))
            loose += phrases[-1]
            continue
        for token in piece.split():
            (excluded if token.startswith("-") and len(token) > 1 else loose).extend(_plain(token))
    telling = [word for word in loose if word not in STOP_WORDS] or loose
    return Query(tuple(dict.fromkeys(telling)), tuple(filter(None, phrases)), tuple(dict.fromkeys(excluded)))


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(fold(text)))
