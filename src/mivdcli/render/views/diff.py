"""``mivd diff``: three tables for people, one row per finding for programs, three lists in JSON."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from msgspec import to_builtins

from mivdcli.diff import Diff
from mivdcli.diff.findings import CommitmentFinding, FigureFinding, PassageFinding, Status, ThemeFinding
from mivdcli.items import Item
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import VOICE, in_language, lines
from mivdcli.render.views.figures import number
from mivdcli.render.views.quotes import Quotes, add_quotes, official

PARTS: dict[str, type[Item]] = {
    "commitment": CommitmentFinding, "theme": ThemeFinding, "figure": FigureFinding, "passage": PassageFinding,
}  # fmt: skip
ADDED = ("change_percent", "section_title", "runner_up")
"""Columns added after the first release of the schema, in the order in which they came."""
SHORT = 180
"""Characters of an evidence text in the table; what is cut off is said, and ``mivd show REF`` has it whole."""


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


def summary_view(diff: Diff, query: dict[str, Any]) -> View:
    """Only how many findings of each kind there are; the lists of the envelope stay empty."""
    counted = [
        {"part": part, "status": status, "count": count} for part in PARTS for status, count in diff.summary[f"{part}s"].items()
    ]
    rows = [(record["part"], record["status"], str(record["count"])) for record in counted]
    grid = Grid(heads=(Head("part"), Head("finding"), Head("count", right=True)), rows=rows)
    return View(
        name="diff",
        query=query,
        fields=("part", "status", "count"),
        records=counted,
        count=len(diff.commitments),
        envelope=_envelope(diff, {f"{part}s": [] for part in PARTS}),
        warnings=diff.notices,
        differs=diff.differs,
        page=lambda lang: Page(lead=in_language(diff.summary, "text", lang), grids=(grid,)),
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
    from mivdcli.render.diff_page import page

    return page(_envelope(diff, lists), notices, lang)


def _page(diff: Diff, lists: dict[str, list[dict[str, Any]]], lang: str) -> Page:
    sides = (diff.left.id, diff.right.id)
    grids = (
        _commitments(lists["commitments"], lang),
        _themes(lists["themes"], sides, lang),
        _figures(lists["figures"], sides, lang),
        _passages(lists["passages"], sides, lang),
    )
    return Page(lead=in_language(diff.summary, "text", lang), grids=tuple(grid for grid in grids if grid.rows or grid.notes))


def _commitments(records: list[dict[str, Any]], lang: str) -> Grid:
    """The kinds that tell something, then those that do not as one counted line with their refs."""
    telling, silent = _split(records, Status.NOT_COMPARABLE.value)
    rows = [
        (
            _kind(record),
            lines(in_language(record, "text", lang), record["commitment"], official(record)),
            lines(*_evidence(record["evidence"], lang), in_language(record, "note", lang), _runner_up(record)),
        )
        for record in telling
    ]
    notes = _cut_note(telling, lang)
    if silent:
        refs = ", ".join(record["commitment"] for record in silent)
        notes.append(f"{len(silent)} not-comparable (the report's text is not available and no source was found): {refs}")
    heads = (Head("finding"), Head("commitment"), Head("evidence"))
    return Grid(title="Commitments", heads=heads, rows=rows, notes=tuple(notes), spaced=True)


def _passages(records: list[dict[str, Any]], sides: tuple[str, str], lang: str) -> Grid:
    rows = [
        (
            _kind(record),
            lines(in_language(record, "text", lang), record["ref"], official(record)),
            lines(*_evidence(record["evidence"], lang), _runner_up(record)),
        )
        for record in records
    ]
    heads = (Head("finding"), *(Head(side) for side in sides))
    notes = tuple(_cut_note(records, lang))
    return Grid(title="Passages on the same subject", heads=heads, rows=rows, notes=notes, spaced=True)


def _cut_note(records: Sequence[dict[str, Any]], lang: str) -> list[str]:
    cut = any(len(_longest(record, lang)) > SHORT for record in records)
    return ["[cut]: mivd show REF has the whole passage"] if cut else []


def _kind(record: dict[str, Any]) -> str:
    return lines(record["status"], record["method"] and f"({record['method']})", "ambiguous" if record["ambiguous"] else None)


def _runner_up(record: dict[str, Any]) -> str | None:
    """The best that was left out; it tells how sharp the line was, and is no finding."""
    other = record["runner_up"]
    return other and f"next, not counted: {other['ref']} (score {other['score']})"


def _split(records: Sequence[dict[str, Any]], status: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    rest = [record for record in records if record["status"] != status]
    return rest, [record for record in records if record["status"] == status]


def _evidence(evidence: Sequence[dict[str, Any]], lang: str) -> Iterator[str]:
    """Each place, and after the places of one link the reason why they were linked, once."""
    for reason, several in groupby(evidence, key=lambda one: in_language(one, "reason", lang)):
        yield from (_place(one, lang) for one in several)
        if reason:
            yield f"→ {reason}"


def _place(one: dict[str, Any], lang: str) -> str:
    told = [one["date"], VOICE[one["attribution"]] if one["kind"] == "passage" else None]
    if one["bears_on"] == "setting":
        told.append("only the setting is known")
    if one["score"] is not None:
        told.append(f"score {one['score']}")
    kinds = sorted({source["kind"] for source in one["sources"]})
    told.append("/".join(kinds) if kinds else None)
    head = f"{one['ref']} ({', '.join(part for part in told if part)})"
    return lines(f"• {head}", _short(in_language(one, "text", lang)), official(one))


def _longest(record: dict[str, Any], lang: str) -> str:
    return max((in_language(one, "text", lang) for one in record["evidence"]), key=len, default="")


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[:SHORT].rsplit(" ", 1)[0] + " … [cut]"


def _themes(records: list[dict[str, Any]], sides: tuple[str, str], lang: str) -> Grid:
    heads = (Head("theme"), *(Head(f"{side}\npassages", right=True) for side in sides), Head("finding"))
    known, unknown = _split(records, "not-comparable")
    rows = [
        (
            in_language(record, "label", lang),
            str(record["left_passages"] or "–"),
            str(record["right_passages"] or "–"),
            record["status"],
        )
        for record in known
    ]
    labels = ", ".join(in_language(record, "label", lang) for record in unknown)
    note = f"{len(unknown)} not-comparable (one side is known only in part): {labels}"
    return _grid("Themes", heads, rows, (note,) if unknown else ())


def _figures(records: list[dict[str, Any]], sides: tuple[str, str], lang: str) -> Grid:
    """Pairs and promises; figures that stand on one side alone are counted, not listed."""
    listed = [record for record in records if record["left_ref"]]
    rows = [
        (
            lines(in_language(record, "label", lang), cell_text(record["dimensions"])),
            _side(record, "left_", lang),
            _side(record, "right_", lang),
            lines(record["status"], in_language(record, "note", lang)),
            lines(cell_text(record["difference"]), record["change_percent"] and f"{record['change_percent']} %"),
        )
        for record in listed
    ]
    rest = len(records) - len(listed)
    told = f"{rest} figure{'s' if rest > 1 else ''} of {sides[1]} without a counterpart"
    notes = (f"{told}: mivd figures --doc {sides[1]}",)
    heads = (Head("figure"), *(Head(side) for side in sides), Head("finding"), Head("difference", right=True))
    return _grid("Figures", heads, rows, notes if rest else ())


def _grid(title: str, heads: tuple[Head, ...], rows: Sequence[tuple[str, ...]], notes: tuple[str, ...]) -> Grid:
    """A table with its notes, or the notes alone: a head over nothing looks like a loss."""
    if rows or not notes:
        return Grid(title=title, heads=heads, rows=rows, notes=notes)
    return Grid(title=title, heads=(Head(""),), rows=[(note,) for note in notes])


def _side(record: dict[str, Any], side: str, lang: str) -> str:
    if not record[f"{side}ref"]:
        return "–"
    role = record[f"{side}role"]
    return lines(number(record, lang, side), f"{record[f'{side}period']}, {role}")
