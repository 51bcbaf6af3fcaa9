"""``mivd diff``: tables or a web page for people, one row per finding for programs, a list for each part in JSON."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from msgspec import to_builtins

from mivdcli.diff import Diff
from mivdcli.diff.findings import CommitmentFinding, FigureFinding, FindingCount, PassageFinding, ThemeFinding
from mivdcli.diff.summary import paragraph
from mivdcli.items import Item
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.quotes import Quotes, add_quotes

PARTS: dict[str, type[Item]] = {
    "commitment": CommitmentFinding, "theme": ThemeFinding, "figure": FigureFinding, "passage": PassageFinding,
}  # fmt: skip
ADDED = (
    "change_percent", "section_title", "runner_up", "left_not_counted", "right_not_counted", "left_source", "left_official",
    "left_note_nl", "left_note_en", "right_source", "right_official", "right_note_nl", "right_note_en", "section_title_en",
    "attribution", "sources",
)  # fmt: skip
"""Columns added after the first release of the schema, in the order in which they came."""


def view(diff: Diff, query: dict[str, Any], warnings: tuple[str, ...], quotes: Quotes | None = None) -> View:
    lists = {f"{part}s": records_of(getattr(diff, f"{part}s")) for part in PARTS}
    fields = columns()
    if quotes is not None:
        fields += ("quote",)
        warnings += tuple(dict.fromkeys(note for text, note in quotes.values() if text is None))
        add_quotes(lists["commitments"], quotes)
        add_quotes(lists["passages"], quotes, differences=True)
    empty = dict.fromkeys(fields)
    records = [{**empty, "part": part, **record} for part in PARTS for record in lists[f"{part}s"]]
    return View(
        name="diff",
        query=query,
        fields=fields,
        records=records,
        count=len(diff.commitments),
        envelope=_envelope(diff, lists),
        warnings=(*warnings, *diff.notices),
        page=lambda lang: _page(diff, lists, lang),
        differs=diff.differs,
        html=lambda lang: _html(diff, lists, (*warnings, *diff.notices), lang),
    )


def columns() -> tuple[str, ...]:
    """The keys of all kinds of row; what came later stands last, for those who count columns."""
    every = dict.fromkeys(chain(["part"], *(fields_of(kind) for kind in PARTS.values())))
    return (*(field for field in every if field not in ADDED), *ADDED)


def summary_view(diff: Diff, counts: Sequence[FindingCount], query: dict[str, Any]) -> View:
    """Only how many findings of each kind there are; the lists of the envelope stay empty."""
    counted = records_of(counts)
    rows = [(record["part"], record["status"], str(record["count"])) for record in counted]
    grid = Grid(heads=(Head("part"), Head("finding"), Head("count", right=True)), rows=rows)
    return View(
        name="diff",
        query=query,
        fields=fields_of(FindingCount),
        records=counted,
        count=len(diff.commitments),
        envelope=_envelope(diff, {f"{part}s": [] for part in PARTS}),
        warnings=diff.notices,
        differs=diff.differs,
        page=lambda lang: _counts(diff, grid, lang),
    )


def _envelope(diff: Diff, lists: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "left": to_builtins(diff.left),
        "right": to_builtins(diff.right),
        "comparable": diff.comparable,
        "summary": diff.summary,
        **lists,
    }


def _html(diff: Diff, lists: dict[str, list[dict[str, Any]]], notices: tuple[str, ...], lang: str) -> Iterable[str]:
    from mivdcli.diff.kinds import label
    from mivdcli.render.diff_page import page

    lead = paragraph(diff.left, diff.right, diff.summary, lang, lambda kind: label(kind, lang))
    return page((diff.left, diff.right), _envelope(diff, lists), lead, notices, lang)


def _page(diff: Diff, lists: dict[str, list[dict[str, Any]]], lang: str) -> Page:
    from mivdcli.render.diff_tables import tables

    return tables(diff, lists, lang)


def _counts(diff: Diff, grid: Grid, lang: str) -> Page:
    from mivdcli.render.diff_tables import lead

    return Page(lead=lead(diff, lang), grids=(grid,))
