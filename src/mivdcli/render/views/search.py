"""``mivd search``"""

from collections.abc import Sequence
from typing import Any

from mivdcli.render.view import Cell, Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import VOICE, in_language, marked
from mivdcli.search import CountItem, HitItem


def view(items: Sequence[HitItem], query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    """The hits of every query, in the order asked."""
    records = records_of(items)
    return View(
        name="search", query=query, fields=fields_of(HitItem), records=records, warnings=warnings,
        page=lambda lang: Page(grids=tuple(_grids(records, lang))),
    )  # fmt: skip


def count_view(items: Sequence[CountItem], query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    """How much each document has for every query."""
    records = records_of(items)
    return View(
        name="search-count", query=query, fields=fields_of(CountItem), records=records, warnings=warnings,
        page=lambda _: Page(grids=tuple(_count_grids(records))),
    )  # fmt: skip


def _by_query(records: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The records of each query with its title, which a single query does not need."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(record["query"], []).append(record)
    return [(query if len(found) > 1 else "", several) for query, several in found.items()]


def _grids(records: list[dict[str, Any]], lang: str) -> list[Grid]:
    heads = (Head("", right=True, whole=True), Head("passage"))
    return [
        Grid(title=title, heads=heads, rows=[(str(record["rank"]), _found(record, lang)) for record in several], spaced=True)
        for title, several in _by_query(records)
    ] or [Grid(heads=heads, rows=[])]


def _found(record: dict[str, Any], lang: str) -> Cell:
    """Where it stands and who speaks, the text with the matched words marked, why it matched, and what stands around it."""
    voice = VOICE["en"][record["attribution"]] if record["document"] else "glossary"
    what = "" if record["what"] == "passages" else record["what"].removesuffix("s")
    when = record["date"] or record["year"]
    where = " · ".join(str(part) for part in (record["ref"], what, when, voice) if part)
    context = record["context"]
    before = "".join(_around(other, lang) for other in context if other["offset"] < 0)
    after = "".join(_around(other, lang) for other in context if other["offset"] > 0)
    why = f"\n({record['score']}, {record['band']}: {record['why']})"
    return marked(
        in_language(record, "text", lang), record["matches"], f"text_{lang}", before=f"{where}{before}\n", after=after + why
    )


def _around(other: dict[str, Any], lang: str) -> str:
    """A neighbour of what was found, told apart by its place."""
    return f"\n[{other['ref'].partition(':')[2]}] {in_language(other, 'text', lang)}"


def _count_grids(records: list[dict[str, Any]]) -> list[Grid]:
    heads = (Head("document", whole=True), Head("year", right=True, whole=True), Head("answers", right=True, whole=True))
    grids = []
    for title, several in _by_query(records):
        rows = [(record["document"], str(record["year"] or ""), str(record["count"])) for record in several]
        total = sum(record["count"] for record in several)
        grids.append(Grid(title=title, heads=heads, rows=rows, notes=(f"{total} in all",)))
    return grids or [Grid(heads=heads, rows=[])]
