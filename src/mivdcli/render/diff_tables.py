"""What people see of a comparison on a terminal, in Markdown and in a notebook: the summary and four tables."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mivdcli.diff import Diff
from mivdcli.diff.findings import Status
from mivdcli.diff.summary import not_full
from mivdcli.items import DocumentItem
from mivdcli.render.diff_words import WORDS, count, left_out, unlisted
from mivdcli.render.view import Grid, Head, Page, cell_text
from mivdcli.render.views.common import VOICE, in_language, lines
from mivdcli.render.views.figures import number
from mivdcli.render.views.quotes import official

WORTH_CUTTING = 60
"""Characters; less is not cut off."""
SHORT = 180
"""Characters of an evidence text in the table; what is cut off is said, and ``mivd show REF`` has it whole."""


def tables(diff: Diff, lists: dict[str, list[dict[str, Any]]], lang: str) -> Page:
    """The page of a diff, out of the lists of its envelope; a part without findings is left out."""
    grids = (
        _commitments(lists["commitments"], diff, lang),
        _themes(lists["themes"], diff, lang),
        _figures(lists["figures"], diff, lang),
        _passages(lists["passages"], diff, lang),
    )
    return Page(lead=lead(diff, lang), grids=tuple(grid for grid in grids if grid.rows or grid.notes))


def lead(diff: Diff, lang: str) -> str:
    """The summary, and what was not seen of each document that is not described in full."""
    sides = [diff.left] if diff.left.id == diff.right.id else [diff.left, diff.right]
    scopes = [f"{one.id}: {one.scope_nl if lang == 'nl' else one.scope_en}" for one in sides if not_full(one)]
    return lines(in_language(diff.summary, "text", lang), *(_title(one, lang) for one in sides), *scopes)


def _title(one: DocumentItem, lang: str) -> str:
    """What a quotation needs: the title, the official reference, the day."""
    told = (one.title_nl if lang == "nl" else one.title_en, one.reference, one.published)
    return f"{one.id}: {', '.join(part for part in told if part)}"


def _commitments(records: list[dict[str, Any]], diff: Diff, lang: str) -> Grid:
    """The kinds that tell something, then those that do not as one counted line with their refs."""
    telling, silent = _split(records, Status.NOT_COMPARABLE.value)
    often = shared_notes([record for record in telling if record["evidence"]], lang)
    rows = [
        (
            _kind(record),
            lines(in_language(record, "text", lang), record["commitment"], record["ref"], official(record)),
            lines(*_evidence(record["evidence"], lang), _note(record, often, lang), left_out(record, lang)),
        )
        for record in telling
    ]
    notes = [*often, *_cut_note(telling, lang), *_ambiguous_note(telling, lang)]
    known = not_full(diff.right)
    if silent and known:
        refs = ", ".join(record["commitment"] for record in silent)
        why = WORDS[lang]["nothing-found"].format(known=known[0 if lang == "nl" else 1])
        notes.append(f"{len(silent)} not-comparable ({why}): {refs}")
    heads = (Head("finding"), Head("commitment"), Head("evidence"))
    return Grid(title="Commitments", heads=heads, rows=rows, notes=tuple(notes), spaced=True)


def _passages(records: list[dict[str, Any]], diff: Diff, lang: str) -> Grid:
    rows = [
        (
            _kind(record),
            lines(in_language(record, "text", lang), _where(record, lang), official(record)),
            lines(*_evidence(record["evidence"], lang), left_out(record, lang)),
        )
        for record in records
    ]
    heads = (Head("finding"), Head(diff.left.id), Head(diff.right.id))
    asked = diff.left.passages - diff.summary["left_out"]["left_passages"]
    compared = [WORDS[lang]["compared-note"].format(count=asked, left=diff.left.id)] if records else []
    own = dict.fromkeys(filter(None, (in_language(record, "note", lang) for record in records)))
    notes = (*compared, *_cut_note(records, lang), *_ambiguous_note(records, lang), *own)
    return Grid(title="Passages on the same subject", heads=heads, rows=rows, notes=notes, spaced=True)


def _note(record: dict[str, Any], often: Mapping[str, int], lang: str) -> str | None:
    """Its note; one that many have beside their evidence stands once below the table. A silence is always explained."""
    note = in_language(record, "note", lang)
    return None if record["evidence"] and note in often else note


def _ambiguous_note(records: Sequence[dict[str, Any]], lang: str) -> list[str]:
    return [WORDS[lang]["ambiguous-note"]] if any(record["ambiguous"] for record in records) else []


def _cut_note(records: Sequence[dict[str, Any]], lang: str) -> list[str]:
    texts = (in_language(one, "text", lang) for record in records for one in record["evidence"] if one["score"] is not None)
    cut = any(_short(text, "") != text for text in texts)
    return [WORDS[lang]["cut-note"]] if cut else []


def _kind(record: dict[str, Any]) -> str:
    return lines(record["status"], record["method"] and f"({record['method']})", "ambiguous" if record["ambiguous"] else None)


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
    said = WORDS[lang]
    told = [one["date"], VOICE[lang][one["attribution"]] if one["kind"] == "passage" else None]
    if one["bears_on"] == "setting":
        told.append(said["setting"])
    if one["score"] is not None:
        told.append(f"score {one['score']}")
    head = f"{one['ref']} ({', '.join(part for part in (*told, _kinds(one, lang)) if part)})"
    text, note = in_language(one, "text", lang), in_language(one, "note", lang)
    shown = text if one["score"] is None else _short(text, said["cut"])  # what somebody judged by is not cut off
    return lines(f"• {head}", shown, note and f"({note})", official(one))


def _where(record: dict[str, Any], lang: str) -> str:
    """The place of a passage on the left, and who says it."""
    told = (VOICE[lang][record["attribution"]], _kinds(record, lang))
    return f"{record['ref']} ({', '.join(part for part in told if part)})"


def _kinds(record: dict[str, Any], lang: str) -> str:
    """Of which kinds the sources are."""
    return "/".join(WORDS[lang][kind] for kind in sorted({source["kind"] for source in record["sources"]}))


def _short(text: str, cut: str) -> str:
    """The beginning of a text: whole sentences if they are not too few, else words; a few words more are not worth cutting."""
    if len(text) <= SHORT + WORTH_CUTTING:
        return text
    sentences = max(text.rfind(f"{mark} ", SHORT // 2, SHORT + WORTH_CUTTING) for mark in ".;")
    kept = text[: sentences + 1] if sentences > 0 else text[:SHORT].rsplit(" ", 1)[0]
    return f"{kept} … [{cut}]"


def _themes(records: list[dict[str, Any]], diff: Diff, lang: str) -> Grid:
    """Those that tell something; the others by the reason why they do not, counted and named."""
    sides = (diff.left.id, diff.right.id)
    heads = (Head("theme"), *(Head(f"{side}\npassages", right=True) for side in sides), Head("finding"))
    known = [record for record in records if record["status"] != Status.NOT_COMPARABLE.value or _half_known(record, diff)]
    unknown = [record for record in records if record not in known]
    rows = [
        (
            in_language(record, "label", lang),
            *(count(record, side) if record[f"{side}_passages"] else "–" for side in ("left", "right")),
            record["status"],
        )
        for record in known
    ]
    notes = [WORDS[lang]["spoken"]] if any("+" in cell for row in rows for cell in row[1:3]) else []
    notes += dict.fromkeys(f"{record['status']}: {note}" for record in known if (note := in_language(record, "note", lang)))
    reasons: dict[str, list[str]] = {}
    for record in unknown:
        reasons.setdefault(in_language(record, "note", lang), []).append(in_language(record, "label", lang))
    notes += [f"{len(labels)} not-comparable ({reason}): {', '.join(labels)}" for reason, labels in reasons.items()]
    return _grid("Themes", heads, rows, tuple(notes))


def _half_known(record: dict[str, Any], diff: Diff) -> bool:
    """Whether a document that is not described in full has something on a theme all the same: then it is shown how much."""
    sides = (("left", diff.left), ("right", diff.right))
    return any(not_full(one) and record[f"{side}_passages"] for side, one in sides)


def _figures(records: list[dict[str, Any]], diff: Diff, lang: str) -> Grid:
    """Pairs and promises; figures that stand on one side alone are counted, not listed."""
    sides = (diff.left.id, diff.right.id)
    listed = [record for record in records if record["left_ref"]]
    numbered = shared_notes(listed, lang)
    rows = [
        (
            lines(in_language(record, "label", lang), cell_text(record["dimensions"]), *_own_notes(record, sides, lang)),
            _side(record, "left_", lang),
            _side(record, "right_", lang),
            finding(record, record["status"], numbered, lang),
            lines(cell_text(record["difference"]), record["change_percent"] and f"{record['change_percent']} %"),
        )
        for record in listed
    ]
    rest = len(records) - len(listed)
    heads = (Head("figure"), *(Head(side) for side in sides), Head("finding"), Head("difference", right=True))
    notes = [unlisted(rest, diff.left, diff.right, lang)] if rest else []
    return _grid("Figures", heads, rows, (*notes, *told(numbered, lang)))


def shared_notes(records: Sequence[dict[str, Any]], lang: str) -> dict[str, int]:
    """The notes that several rows have, numbered, so that each can stand once below the table."""
    found = Counter(note for record in records if (note := in_language(record, "note", lang)))
    return {note: number for number, note in enumerate((note for note, times in found.items() if times > 1), 1)}


def finding(record: dict[str, Any], kind: str, numbered: Mapping[str, int], lang: str) -> str:
    """The kind of finding with its note, or with the number of the note."""
    note = in_language(record, "note", lang)
    return f"{kind}, {WORDS[lang]['note'].format(number=numbered[note])}" if note in numbered else lines(kind, note)


def told(numbered: Mapping[str, int], lang: str) -> list[str]:
    return [WORDS[lang]["note-text"].format(number=number, text=note) for note, number in numbered.items()]


def _own_notes(record: dict[str, Any], sides: tuple[str, str], lang: str) -> list[str]:
    """What is to be known of each of the two figures alone, once where both have the same."""
    notes = [(side, in_language(record, name, lang)) for side, name in zip(sides, ("left_note", "right_note"), strict=True)]
    there = dict.fromkeys(note for _, note in notes if note)
    return [f"{', '.join(dict.fromkeys(side for side, one in notes if one == note))}: {note}" for note in there]


def _grid(title: str, heads: tuple[Head, ...], rows: Sequence[tuple[str, ...]], notes: tuple[str, ...]) -> Grid:
    """A table with its notes, or the notes alone: a head over nothing looks like a loss."""
    if rows or not notes:
        return Grid(title=title, heads=heads, rows=rows, notes=notes)
    return Grid(title=title, heads=(Head(""),), rows=[(note,) for note in notes])


def _side(record: dict[str, Any], side: str, lang: str) -> str:
    if not record[f"{side}ref"]:
        return "–"
    said = WORDS[lang]
    of = (record[f"{side}period"], said[record[f"{side}role"]], None if record[f"{side}official"] else said["press"])
    return lines(number(record, lang, side), ", ".join(part for part in of if part))
