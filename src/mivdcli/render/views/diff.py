"""``mivd diff``: three tables for people, one row per finding for programs, three lists in JSON."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from msgspec import to_builtins

from mivdcli.diff import Diff
from mivdcli.diff.findings import CommitmentFinding, FigureFinding, Status, ThemeFinding
from mivdcli.items import Item
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import VOICE, in_language, lines
from mivdcli.render.views.figures import number

PARTS: dict[str, type[Item]] = {"commitment": CommitmentFinding, "theme": ThemeFinding, "figure": FigureFinding}
SHORT = 180
"""Characters of an evidence text in the table; what is cut off is said, and ``mivd show REF`` has it whole."""


def view(diff: Diff, query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    lists = {
        "commitments": records_of(diff.commitments),
        "themes": records_of(diff.themes),
        "figures": records_of(diff.figures),
    }
    fields = tuple(dict.fromkeys(chain(["part"], *(fields_of(kind) for kind in PARTS.values()))))
    empty = dict.fromkeys(fields)
    records = [
        {**empty, "part": part, **record} for part, records in zip(PARTS, lists.values(), strict=True) for record in records
    ]
    return View(
        name="diff",
        query=query,
        fields=fields,
        records=records,
        count=len(diff.commitments),
        envelope={
            "left": to_builtins(diff.left),
            "right": to_builtins(diff.right),
            "comparable": diff.comparable,
            "summary": diff.summary,
            **lists,
        },
        warnings=(*warnings, *diff.notices),
        page=lambda lang: _page(diff, lists, lang),
    )


def _page(diff: Diff, lists: dict[str, list[dict[str, Any]]], lang: str) -> Page:
    sides = (diff.left.id, diff.right.id)
    grids = [_commitments(lists["commitments"], lang)] if lists["commitments"] else []
    grids.append(_themes(lists["themes"], sides, lang))
    grids.append(_figures(lists["figures"], sides, lang))
    return Page(lead=in_language(diff.summary, "text", lang), grids=tuple(grid for grid in grids if grid.rows or grid.notes))


def _commitments(records: list[dict[str, Any]], lang: str) -> Grid:
    """The kinds that tell something, then those that do not as one counted line with their refs."""
    telling, silent = _split(records, Status.NOT_COMPARABLE.value)
    rows = [
        (
            lines(record["status"], record["method"] and f"({record['method']})"),
            lines(in_language(record, "text", lang), record["commitment"]),
            lines(*_evidence(record["evidence"], lang), in_language(record, "note", lang)),
        )
        for record in telling
    ]
    notes = (
        ["[cut]: mivd show REF has the whole passage"] if any(len(_longest(record, lang)) > SHORT for record in telling) else []
    )
    if silent:
        refs = ", ".join(record["commitment"] for record in silent)
        notes.append(f"{len(silent)} not-comparable (the report's text is not available and no source was found): {refs}")
    heads = (Head("finding"), Head("commitment"), Head("evidence"))
    return Grid(title="Commitments", heads=heads, rows=rows, notes=tuple(notes), spaced=True)


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
    return lines(f"• {head}", _short(in_language(one, "text", lang)))


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
    return Grid(title="Themes", heads=heads, rows=rows, notes=(note,) if unknown else ())


def _figures(records: list[dict[str, Any]], sides: tuple[str, str], lang: str) -> Grid:
    """Pairs and promises; figures that stand on one side alone are counted, not listed."""
    listed = [record for record in records if record["left_ref"]]
    rows = [
        (
            lines(in_language(record, "label", lang), cell_text(record["dimensions"])),
            _side(record, "left_", lang),
            _side(record, "right_", lang),
            lines(record["status"], in_language(record, "note", lang)),
            cell_text(record["difference"]),
        )
        for record in listed
    ]
    rest = len(records) - len(listed)
    notes = (f"{rest} figures of {sides[1]} without a counterpart in {sides[0]}: mivd figures --doc {sides[1]}",)
    heads = (Head("figure"), *(Head(side) for side in sides), Head("finding"), Head("difference", right=True))
    return Grid(title="Figures", heads=heads, rows=rows, notes=notes if rest else ())


def _side(record: dict[str, Any], side: str, lang: str) -> str:
    if not record[f"{side}ref"]:
        return "–"
    role = record[f"{side}role"]
    return lines(number(record, lang, side), f"{record[f'{side}period']}, {role}")
