"""Passages, and other things, that answer a query, each with the reason and the place.

A query is understood (``query``), each of its words looked up in every way in which it may stand in a text (``lookup``), the
answers ranked (``ranking``) and told (``hits``). Where the words are looked up is a shelf's business (``shelf``, ``index``).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.kinds import Kind
from mivdcli.period import year_span
from mivdcli.query import Query, understand
from mivdcli.search.entries import OFFICIAL, WHAT, Entry
from mivdcli.search.explain import Explained, explain_all, suggestions
from mivdcli.search.hits import CountItem, HitItem, Teller
from mivdcli.search.lookup import Lookup, look_up
from mivdcli.search.numbers import Numbers
from mivdcli.search.opening import Report, index_path, open_shelf
from mivdcli.search.ranking import BANDS, Ranked, Ranking, rank
from mivdcli.search.shelf import DamagedIndex, Scope, Shelf

__all__ = ["BANDS", "Answer", "CountItem", "HitItem", "Searcher", "count_items", "search"]
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
    """How each word was found; filled only on request."""
    suggested: dict[str, list[str]]
    """For each word that occurs nowhere, the nearest ones that do; only where nothing answers."""
    partly: tuple[str, int] | None = None
    """Where nothing answers: the query without the words that occur nowhere, and how many answer that."""


def count_items(answers: Iterable[Answer]) -> list[CountItem]:
    """The tallies of several answers, a row for each query and document."""
    return [
        CountItem(query=answer.query.text, document=document, year=year, kind=kind, count=count)
        for answer in answers
        for (document, year, kind), count in answer.tally.items()
    ]


class Wish(NamedTuple):
    """How one query is to be answered."""

    limit: int
    exact: bool
    sort: str
    context: int
    tally: bool
    explain: bool


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
        report: Report | None = None,
        official: Iterable[Entry] = (),
    ) -> None:
        known = (
            (documents, "document", list(corpus.entries)),
            (kinds, "kind", [k.value for k in Kind]),
            (what, "kind of thing", (*WHAT, OFFICIAL)),
        )
        for values, name, choices in known:
            for value in values:
                if value not in choices:
                    raise UnknownId(name, value, choices, hint="choices: " + ", ".join(choices))
        wanted = sorted(set().union(*map(corpus.theme_and_below, themes)))
        self._corpus = corpus
        self._scope = Scope(tuple(what), tuple(documents), year_span(years), tuple(kinds), tuple(wanted))
        self._report = report
        self._shelf: Shelf = open_shelf(corpus, self._scope, report, official)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """A program that lives long must not leave it to chance when the file of an index is closed."""
        self._shelf.close()

    def ask(
        self, text: str, *, limit: int = 20, exact: bool = False, sort: str = "score", context: int = 0, count: bool = False,
        explain: bool = False,
    ) -> Answer:  # fmt: skip
        """What answers one query, best first. Raises UsageError for a query without a word."""
        query = understand(text)
        if query.empty:
            raise UsageError("the query is empty", hint="for instance: mivd search kabelinterceptie")
        wish = Wish(limit, exact, sort, context, count, explain)
        try:
            return self._ask(query, wish)
        except DamagedIndex:  # found out only by reading: build it anew, and ask once more
            index_path(self._corpus).unlink(missing_ok=True)
            self._shelf = open_shelf(self._corpus, self._scope, self._report, shipped=False)
            return self._ask(query, wish)

    def _ask(self, query: Query, wish: Wish) -> Answer:
        shelf, exact = self._shelf, wish.exact
        named = shelf.named(query.text.strip()) if _looks_like_a_name(self._corpus, query.text.strip()) else []
        lookup = look_up(shelf, query, [] if exact or named else self._corpus.term_names, exact=exact)
        limit = min(wish.limit, shelf.count)
        if named:
            by_name = [Ranked(number, "reference", 1.0) for number in named]
            ranking = Ranking(len(named), by_name[:limit], Numbers.of(named, max(named) + 1))
        else:
            ranking = rank(shelf, query, lookup, exact=exact, limit=limit, every=wish.tally)
        best = list(enumerate(ranking.best, 1))
        if wish.sort == "place":
            best.sort(key=lambda pair: pair[1].number)
        teller = Teller(shelf, lookup, query.text, wish.context)
        return Answer(
            query=query,
            hits=[teller.hit(place, one) for place, one in best],
            total=ranking.total,
            tally=self._tally(ranking.every) if wish.tally else {},
            explained=explain_all(shelf, lookup) if wish.explain else [],
            suggested={} if ranking.total else suggestions(shelf, lookup),
            partly=None if ranking.total else self._without_unknown(query, lookup, exact),
        )

    def _without_unknown(self, query: Query, lookup: Lookup, exact: bool) -> tuple[str, int] | None:
        known = [one for one in lookup.asked if one.found and not one.meant]
        if not known or len(known) == len(lookup.asked):
            return None
        count = rank(self._shelf, query._replace(row=()), Lookup(known, ()), exact=exact, limit=0).total
        return (" ".join(one.name for one in known), count) if count else None

    def _tally(self, every: Numbers) -> dict[tuple[str, int | None, str], int]:
        tally: dict[tuple[str, int | None, str], int] = {}
        for document, year, kind, times in self._shelf.by_document(every):
            key = (document or "glossary", year, kind)
            tally[key] = tally.get(key, 0) + times
        return tally


def _looks_like_a_name(corpus: Corpus, text: str) -> bool:
    """Whether a query may be a ref, a locator or an id; ``cyber`` is a section too, but first of all a word."""
    return text in corpus.entries or (bool(re.fullmatch(r"[\w~.:/-]+", text)) and any(mark in text for mark in ":/."))


def search(
    corpus: Corpus, text: str, *, documents: Sequence[str] = (), years: str | None = None, limit: int = 20
) -> tuple[list[HitItem], int]:
    """At most ``limit`` passages, best first, and how many answer in all; an empty list when nothing answers.

    The score is the share of the query that the passage carries, each word weighted by its rarity, in per cent.
    Raises UsageError for an empty query and UnknownId for an unknown document.
    """
    answer = Searcher(corpus, documents=documents, years=years).ask(text, limit=limit)
    return answer.hits, answer.total
