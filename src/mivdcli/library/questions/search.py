"""``search`` and ``search_counts``: one way of asking, told in two ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mivdcli.errors import UnknownId, UsageError
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.library.given import several, spelt
from mivdcli.render.views.search import count_view, view
from mivdcli.search import SORTS, CountItem, HitItem, Searcher, count_items
from mivdcli.search import Answer as Found
from mivdcli.search.entries import OFFICIAL, Entry

MOST_CONTEXT = 20
"""Passages before and after a hit."""
NO_TEXT = "no official text is here; mivd source add DOC FILE adds one that you have"
Report = Callable[[str], None]


class Choice(NamedTuple):
    """Which part of the corpus is asked, and how much is told."""

    what: list[str]
    year: str | None
    documents: list[str]
    themes: list[str]
    kinds: list[str]
    exact: bool
    limit: int
    sort: str
    context: int

    @classmethod
    def of(
        cls,
        what: str | Iterable[str],
        year: int | str | None,
        documents: str | Iterable[str],
        themes: str | Iterable[str],
        kinds: str | Iterable[str],
        *,
        exact: bool,
        limit: int,
        sort: str,
        context: int,
    ) -> Choice:
        """What a caller gave. Raises UnknownId and UsageError for what cannot be meant."""
        if sort not in SORTS:
            raise UnknownId("order", sort, SORTS, hint="choices: " + ", ".join(SORTS))
        if limit < 1:
            raise UsageError(f"a limit of {limit} leaves nothing to show", hint="a limit is 1 or more")
        if not 0 <= context <= MOST_CONTEXT:
            raise UsageError(f"a context of {context} passages is out of range", hint=f"a context is 0 to {MOST_CONTEXT}")
        return cls(several(what), spelt(year), several(documents), several(themes), several(kinds), exact, limit, sort, context)


def search(bundle: Bundle, queries: Sequence[str], choice: Choice, *, explain: bool, report: Report | None) -> Answer[HitItem]:
    found, notices = _ask(bundle, queries, choice, explain=explain, count=False, report=report)
    items = [hit for one in found for hit in one.hits]
    warnings = _warnings(found, explain=explain, count=False)
    return Answer(items, view(items, _query(queries, choice, found, explain=explain), warnings), bundle, notices=notices)


def search_counts(
    bundle: Bundle, queries: Sequence[str], choice: Choice, *, explain: bool, report: Report | None
) -> Answer[CountItem]:
    found, notices = _ask(bundle, queries, choice, explain=explain, count=True, report=report)
    items = count_items(found)
    warnings = _warnings(found, explain=explain, count=True)
    return Answer(items, count_view(items, _query(queries, choice, found, explain=explain), warnings), bundle, notices=notices)


def _ask(
    bundle: Bundle, queries: Sequence[str], choice: Choice, *, explain: bool, count: bool, report: Report | None
) -> tuple[list[Found], list[str]]:
    if not queries:
        raise UsageError("nothing to search for", hint="for instance: mivd search kabelinterceptie")
    official = _official(bundle) if OFFICIAL in choice.what else []
    notices = [NO_TEXT] if OFFICIAL in choice.what and not official else []
    searcher = Searcher(
        bundle.corpus, documents=choice.documents, years=choice.year, kinds=choice.kinds, themes=choice.themes,
        what=choice.what, report=report, official=official,
    )  # fmt: skip
    with searcher:
        found = [
            searcher.ask(
                text, limit=choice.limit, exact=choice.exact, sort=choice.sort, context=choice.context, count=count,
                explain=explain,
            )
            for text in queries
        ]  # fmt: skip
    return found, notices


def _official(bundle: Bundle) -> list[Entry]:
    """The texts that the reader has added; imported only when they are asked for."""
    from mivdcli.library.official import official_entries

    return list(official_entries(bundle))


def _query(queries: Sequence[str], choice: Choice, found: Sequence[Found], *, explain: bool) -> dict[str, Any]:
    return {
        "text": "\n".join(queries), "queries": list(queries), "year": choice.year, "doc": choice.documents,
        "limit": choice.limit, "in": choice.what, "theme": choice.themes, "kind": choice.kinds, "exact": choice.exact,
        "sort": choice.sort, "context": choice.context, **({"explain": list(map(_explained, found))} if explain else {}),
    }  # fmt: skip


def _explained(one: Found) -> dict[str, object]:
    return {
        "text": one.query.text,
        "excluded": [" ".join(words) for words in one.query.excluded],
        "words": [thing._asdict() for thing in one.explained],
    }


def _warnings(found: Sequence[Found], *, explain: bool, count: bool) -> tuple[str, ...]:
    many = len(found) > 1
    return tuple(line for one in found for line in _notices(one, many=many, explain=explain, count=count))


def _notices(one: Found, *, many: bool, explain: bool, count: bool) -> Iterator[str]:
    """What the answer alone does not say: how it was understood, what to try, how much more there is."""
    of = f'"{one.query.text}": ' if many else ""
    if explain:
        for thing in one.explained:
            yield f"{of}{thing}"
        for words in one.query.excluded:
            yield f"{of}without: {' '.join(words)}"
    if one.query.left_out:
        yield f"{of}too many words; the last {one.query.left_out} were left out"
    if not one.total:
        yield f"{of}nothing described here matches; that is not proof that no document says it"
        for word, near in one.suggested.items():
            yield f"{of}{word} occurs nowhere; nearest: {', '.join(near)}"
    if one.partly:
        yield f"{of}{one.partly[1]} answer without the words that occur nowhere; try: {one.partly[0]}"
    if one.total > len(one.hits) and not count:
        yield f"{of}{one.total} match, the best {len(one.hits)} are shown; --limit {one.total} shows all"
