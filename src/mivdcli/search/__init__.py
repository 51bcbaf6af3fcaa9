"""Passages, and other things, that answer a query, each with the reason and the place.

A query is understood (``query``), each of its words looked up in every way in which it may stand in a text (``lookup``), the
answers ranked (``ranking``) and told (``hits``). Where the words are looked up is a shelf's business (``shelf``, ``index``).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.model import Kind
from mivdcli.period import year_span
from mivdcli.query import Query, understand
from mivdcli.search.entries import WHAT
from mivdcli.search.explain import Explained, explain, suggestions
from mivdcli.search.hits import HitItem, hit
from mivdcli.search.lookup import Lookup, look_up
from mivdcli.search.open import open_shelf
from mivdcli.search.ranking import BANDS, Ranked, rank
from mivdcli.search.shelf import Scope, Shelf

__all__ = ["BANDS", "Answer", "HitItem", "Searcher", "search"]
SORTS = ("score", "place")


class Answer(NamedTuple):
    """What one query found."""

    query: Query
    hits: list[HitItem]
    """At most as many as were asked for."""
    total: int
    """How many entries answer in all."""
    tally: dict[tuple[str, int | None, str], int]
    """Answers by document, year and kind; filled only on request."""
    explained: list[Explained]
    suggested: dict[str, list[str]]
    """For each word that occurs nowhere, the nearest ones that do; only where nothing answers."""


class Searcher:
    """A part of the corpus, made ready for any number of queries.

    Raises UnknownId for a document, theme, kind or ``what`` that does not exist.
    """

    def __init__(
        self,
        corpus: Corpus,
        *,
        documents: Sequence[str] = (),
        years: str | None = None,
        kinds: Sequence[str] = (),
        themes: Sequence[str] = (),
        what: Sequence[str] = ("passages",),
        report: Any = None,
    ) -> None:
        known = ((documents, "document", list(corpus.entries)), (kinds, "kind", [k.value for k in Kind]), (what, "kind of thing", WHAT))
        for values, name, choices in known:
            for value in values:
                if value not in choices:
                    raise UnknownId(name, value, choices, hint="choices: " + ", ".join(choices))
        for theme in themes:
            corpus.theme(theme)
        themes = [*themes, *(t.id for t in corpus.themes.values() if t.parent in themes)]
        self._corpus = corpus
        self._shelf: Shelf = open_shelf(
            corpus, Scope(tuple(what), tuple(documents), year_span(years), tuple(kinds), tuple(themes)), report
        )

    def ask(
        self, text: str, *, limit: int = 20, exact: bool = False, sort: str = "score", context: int = 0, count: bool = False
    ) -> Answer:
        """What answers one query, best first. Raises UsageError for a query without a word."""
        query = understand(text)
        if query.empty:
            raise UsageError("the query is empty", hint="for instance: mivd search kabelinterceptie")
        named = self._shelf.named(text.strip())
        lookup = look_up(self._shelf, query, [] if exact or named else self._corpus.terms.values(), exact=exact)
        ranked = [Ranked(number, "reference", 1.0) for number in named] or rank(self._shelf, query, lookup, exact=exact)
        best = list(enumerate(ranked[:limit], 1))
        if sort == "place":
            best.sort(key=lambda pair: pair[1].number)
        return Answer(
            query=query,
            hits=[hit(place, one, self._shelf, lookup, text, context) for place, one in best],
            total=len(ranked),
            tally=self._tally(ranked) if count else {},
            explained=explain(lookup),
            suggested={} if ranked else suggestions(self._shelf, lookup),
        )

    def _tally(self, ranked: Sequence[Ranked]) -> dict[tuple[str, int | None, str], int]:
        tally: dict[tuple[str, int | None, str], int] = {}
        for number in sorted(one.number for one in ranked):
            entry = self._shelf.entry(number)
            key = (entry.document or "glossary", entry.year, entry.kind)
            tally[key] = tally.get(key, 0) + 1
        return tally


def search(
    corpus: Corpus, text: str, *, documents: Sequence[str] = (), years: str | None = None, limit: int = 20
) -> tuple[list[HitItem], int]:
    """At most ``limit`` passages, best first, and how many answer in all; an empty list when nothing answers.

    The score is the share of the query that the passage carries, each word weighted by its rarity, in per cent.
    Raises UsageError for an empty query and UnknownId for an unknown document.
    """
    answer = Searcher(corpus, documents=documents, years=years).ask(text, limit=limit)
    return answer.hits, answer.total
