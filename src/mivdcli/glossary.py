"""What an abbreviation or a term means, found by any of its names in either language, and where it occurs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mivdcli.corpus import Corpus
from mivdcli.errors import UsageError
from mivdcli.items import Item
from mivdcli.matching import misspelt, nearest
from mivdcli.model import Term
from mivdcli.text import fold, normal_form, words


class TermItem(Item, frozen=True, kw_only=True):
    """An abbreviation or term in both languages, with its meaning and where it occurs."""

    term: str
    abbreviation: str | None
    nl: str
    en: str
    meaning_nl: str
    meaning_en: str
    aliases: tuple[str, ...]
    refs: tuple[str, ...]
    """Where it occurs, as far as it was looked up; not a count of every place."""
    documents: tuple[str, ...]
    match: str
    """``listed`` (nothing was asked), ``name``, ``part`` of a name, ``meaning``, or ``typo``."""


class Named(NamedTuple):
    """A term with its names as they are compared."""

    term: Term
    names: tuple[str, ...]
    known: tuple[str, ...]
    """The words of its names."""


def look_up(corpus: Corpus, text: str | None = None) -> list[TermItem]:
    """The terms with that name; failing that, those with its words in a name, in the meaning, or misspelt in a name.

    Only the best manner answers, so that a guess never stands beside a hit; None lists all. Raises UsageError for a text
    without a letter or digit.
    """
    if text is None:
        return [_item(term, "listed") for term in corpus.terms.values()]
    asked = [word.folded for word in words(fold(text))]
    if not asked:
        raise UsageError("the term is empty", hint="for instance: mivd glossary UVO")
    named = [_named(term) for term in corpus.terms.values()]
    vocabulary = sorted({word for one in named for word in one.known})
    manners: tuple[tuple[str, Callable[[Named], bool]], ...] = (
        ("name", lambda one: normal_form(text) in map(normal_form, one.names)),
        ("part", lambda one: all(any(known.startswith(word) for known in one.known) for word in asked)),
        ("meaning", lambda one: set(asked) <= _words(one.term.meaning_nl) | _words(one.term.meaning_en)),
        ("typo", _misspelt(asked, vocabulary)),
    )
    for manner, fits in manners:
        if found := [_item(one.term, manner) for one in named if fits(one)]:
            return found
    return []


def near_names(corpus: Corpus, text: str) -> list[str]:
    """Names that look like what was typed, for the notice that goes with an empty answer."""
    names = [name for term in corpus.terms.values() for name in (term.abbreviation, term.nl, term.en) if name]
    return nearest(text, list(dict.fromkeys(names)))


def _named(term: Term) -> Named:
    names = tuple(fold(name) for name in (term.abbreviation, term.nl, term.en, *term.aliases) if name)
    return Named(term, names, tuple(word.folded for name in names for word in words(name)))


def _words(text: str) -> set[str]:
    return {word.folded for word in words(text)}


def _misspelt(asked: Sequence[str], vocabulary: Sequence[str]) -> Callable[[Named], bool]:
    forms = [{word, *misspelt(word, vocabulary)} for word in asked]
    return lambda one: all(not spelt.isdisjoint(one.known) for spelt in forms)


def _item(term: Term, match: str) -> TermItem:
    return TermItem(
        term=term.id,
        abbreviation=term.abbreviation,
        nl=term.nl,
        en=term.en,
        meaning_nl=term.meaning_nl,
        meaning_en=term.meaning_en,
        aliases=term.aliases,
        refs=term.refs,
        documents=tuple(dict.fromkeys(ref.partition(":")[0] for ref in term.refs)),
        match=match,
    )
