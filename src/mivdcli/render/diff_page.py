"""The web page of a comparison: one file without script or network, plan on the left, report on the right.

The filter by kind is made of checkboxes and style rules, so the page's policy can forbid everything but its own style.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from mivdcli.diff.kinds import COMMITMENT_KINDS, label, meaning
from mivdcli.items import DocumentItem
from mivdcli.render.diff_tables import finding, shared_notes, told
from mivdcli.render.diff_words import STYLE, WORDS, count, left_out, unlisted
from mivdcli.render.policy import policy
from mivdcli.render.view import cell_text
from mivdcli.render.views.common import VOICE
from mivdcli.render.views.figures import number

Record = dict[str, Any]
Sides = tuple[DocumentItem, DocumentItem]
NUMBER = ' class="number"'
_FILTER = 'body:has(#show-{kind}:not(:checked)) .finding[data-kind="{kind}"]{{display:none}}\n'


def page(sides: Sides, envelope: Record, lead: str, notices: Sequence[str], lang: str) -> Iterator[str]:
    """The page of a diff's envelope under a summary; parts without findings are left out with their headings."""
    said = WORDS[lang]
    title = said["title"].format(left=sides[0].id, right=sides[1].id)
    parts = [part for part in ("commitments", "themes", "figures", "passages") if envelope[part]]
    yield from _head(title, lang)
    yield f'<a class="skip" href="#content">{escape(said["skip"])}</a>\n<header><h1>{escape(title)}</h1></header>\n'
    yield _contents(parts, said)
    yield f'<main id="content">\n<section aria-labelledby="summary"><h2 id="summary">{escape(said["summary"])}</h2>\n'
    yield f"<p>{escape(lead)}</p>\n"
    yield from _notices(notices, said)
    yield '<div class="sides">\n' + "".join(_side(envelope[side], said[side], lang) for side in ("left", "right")) + "</div>\n"
    yield "</section>\n"
    writers = {"commitments": _commitments, "themes": _themes, "figures": _figures, "passages": _passages}
    for part in parts:
        yield f'<section aria-labelledby="{part}"><h2 id="{part}">{escape(said[part])}</h2>\n'
        yield from writers[part](envelope[part], sides, lang)
        yield "</section>\n"
    yield f"</main>\n<footer><p>{escape(said['foot'])}</p></footer>\n</body>\n</html>\n"


def _head(title: str, lang: str) -> Iterator[str]:
    style = STYLE + "".join(_FILTER.format(kind=kind) for kind in COMMITMENT_KINDS)
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f"{policy(style)}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} · mivd</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _contents(parts: Sequence[str], said: dict[str, str]) -> str:
    links = "".join(f'<li><a href="#{part}">{escape(said[part])}</a></li>' for part in ("summary", *parts))
    return f'<nav aria-label="{escape(said["contents"])}"><ul>{links}</ul></nav>\n'


def _notices(notices: Sequence[str], said: dict[str, str]) -> Iterator[str]:
    for notice in notices:
        yield f'<p lang="en"><strong>{escape(said["notices"])}:</strong> {escape(notice)}</p>\n'


def _side(document: Record, heading: str, lang: str) -> str:
    count = WORDS[lang]["passage-count"].format(count=document["passages"])
    return (
        f'<div class="side"><h3>{escape(heading)}: {escape(document["id"])}</h3>'
        f'<p>{escape(document[f"title_{lang}"])}</p><p class="soft">{escape(document["reference"] or "")} · {escape(count)}</p>'
        f"<p>{escape(document[f'scope_{lang}'])}</p></div>\n"
    )


def _commitments(records: Sequence[Record], sides: Sides, lang: str) -> Iterator[str]:
    said = WORDS[lang]
    counts = Counter(record["status"] for record in records)
    kinds = [kind for kind in COMMITMENT_KINDS if counts[kind]]
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{kind}" checked> {escape(label(kind, lang))} ({counts[kind]})</label>\n'
        for kind in kinds
    )
    yield f'<fieldset class="filter"><legend>{escape(said["filter"])}</legend>\n{boxes}</fieldset>\n'
    meanings = "".join(f"<dt>{escape(label(kind, lang))}</dt><dd>{escape(meaning(kind, lang))}</dd>" for kind in kinds)
    yield f"<details><summary>{escape(said['kinds'])}</summary><dl>{meanings}</dl></details>\n"
    for record in records:
        yield _finding(record, record["commitment"], sides[1].id, lang)


def _passages(records: Sequence[Record], sides: Sides, lang: str) -> Iterator[str]:
    notes = dict.fromkeys(record[f"note_{lang}"] for record in records)
    yield from (f"<p>{escape(note)}.</p>\n" for note in notes if note)
    for record in records:
        yield _finding(record, record["section_title" if lang == "nl" else "section_title_en"], sides[1].id, lang)


def _finding(record: Record, heading: str, right: str, lang: str) -> str:
    """One finding as an article: what stands left, then what is known on the right."""
    said = WORDS[lang]
    kind = record["status"]
    setting = bool(record["evidence"]) and all(one["bears_on"] == "setting" for one in record["evidence"])
    told = [
        record["method"] and said[record["method"]],
        said["setting"] if setting else None,
        said["ambiguous"] if record["ambiguous"] else None,
    ]
    how = ", ".join(part for part in told if part)
    above = kind == "not-comparable" or "attribution" in record  # then the top of the page, or of the passages, has the note
    note = None if above else record[f"note_{lang}"]
    return (
        f'<article class="finding" data-kind="{escape(kind)}"><h3>{escape(heading)}</h3><div class="pair">'
        f'<div><p class="id">{escape(record["ref"])}{_said_by(record, lang)}</p><p>{escape(record[f"text_{lang}"])}</p>'
        f"{_sources(record.get('sources', ()), said)}</div>"
        f'<div><p><span class="kind">{escape(label(kind, lang))}</span> <span class="soft">{escape(how)}</span></p>'
        f"{_places(record['evidence'], right, lang)}{f'<p>{escape(note)}</p>' if note else ''}"
        f"{_left_out(record, lang)}"
        "</div></div></article>\n"
    )


def _said_by(record: Record, lang: str) -> str:
    """Who says what stands on the left, where it is a passage."""
    return f"<br>{escape(VOICE[lang][record['attribution']])}" if "attribution" in record else ""


def _places(evidence: Sequence[Record], right: str, lang: str) -> str:
    """The evidence of each link under the reason why it was linked, so that no place seems to carry another's reason.

    Who speaks in it stands above both, because folded evidence must not pass for what the report says.
    """
    pieces = []
    for reason, several in groupby(evidence, key=lambda one: one[f"reason_{lang}"]):
        places = list(several)
        title = WORDS[lang]["evidence"].format(count=len(places))
        items = "".join(_place(one, lang) for one in places)
        pieces.append(
            f"{_voices(places, right, lang)}"
            f"{f'<p>{escape(reason)}</p>' if reason else ''}"
            f'<details><summary>{escape(title)}</summary><ul class="evidence">{items}</ul></details>'
        )
    return "".join(pieces)


def _voices(places: Sequence[Record], right: str, lang: str) -> str:
    """Who speaks in these places, where that is not the official text of the document on the right."""
    attribution = (one["attribution"] and VOICE[lang][one["attribution"]] for one in places if one["document"] == right)
    outside = (WORDS[lang]["outside"] for one in places if one["document"] != right)
    told = dict.fromkeys(filter(None, (*attribution, *outside)))
    return f'<p class="voice">{escape(" · ".join(told))}</p>' if told else ""


def _place(one: Record, lang: str) -> str:
    said = WORDS[lang]
    told = [
        VOICE[lang][one["attribution"]] if one["kind"] == "passage" else None,
        one["date"],
        said["setting"] if one["bears_on"] == "setting" else None,
        None if one["score"] is None else said["score"].format(score=one["score"]),
    ]
    head, note = " · ".join(str(part) for part in told if part), one[f"note_{lang}"]
    return (
        f'<li><p class="id">{escape(one["ref"])}<br>{escape(head)}</p><p>{escape(one[f"text_{lang}"])}</p>'
        f"{f'<p>({escape(note)})</p>' if note else ''}{_sources(one['sources'], said)}</li>"
    )


def _sources(sources: Sequence[Record], said: dict[str, str]) -> str:
    if not sources:
        return ""
    links = ", ".join(
        f'<a href="{escape(source["url"])}" rel="noreferrer">{escape(source["url"])}</a> '
        f"({escape(said[source['kind']])}{', ' + escape(source['date']) if source['date'] else ''})"
        for source in sources
    )
    return f'<p class="soft">{escape(said["sources"])}: {links}</p>'


def _left_out(record: Record, lang: str) -> str:
    told = left_out(record, lang)
    return f'<p class="soft">{escape(told)}</p>' if told else ""


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int]) -> Iterator[str]:
    """A table whose rows are stacked on a phone, each cell behind its head; the first cell of a row is its own.

    The roles are those of a table anyway: a browser may forget them where the style stacks the cells. Cells are safe HTML.
    """
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table role="table"><caption>{name}</caption>\n'
    head = "".join(f'<th scope="col" role="columnheader">{one}</th>' for one in heads)
    yield f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n<tbody role="rowgroup">\n'
    for first, *rest in rows:
        cells = (
            f'<td role="cell"{NUMBER if at in numbers else ""} data-head="{heads[at]}">{cell}</td>'
            for at, cell in enumerate(rest, 1)
        )
        yield f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{"".join(cells)}</tr>\n'
    yield "</tbody></table></div>\n"


def _themes(records: Sequence[Record], sides: Sides, lang: str) -> Iterator[str]:
    said = WORDS[lang]
    heads = [escape(said["theme"]), *(escape(side.id) for side in sides), escape(said["finding"])]
    numbered = shared_notes(records, lang)
    rows = [
        [escape(record[f"label_{lang}"]), count(record, "left"), count(record, "right"), _kind(record, numbered, lang)]
        for record in records
    ]
    spoken = any(record[f"{side}_not_counted"] for record in records for side in ("left", "right"))
    yield from _above([f"{said['spoken']}."] if spoken else [], numbered, lang)
    yield from _table(escape(said["theme-table"]), heads, rows, frozenset({1, 2}))


def _figures(records: Sequence[Record], sides: Sides, lang: str) -> Iterator[str]:
    """Those with something on the left; the others, often a hundred, are counted and named as left out."""
    said = WORDS[lang]
    listed = [record for record in records if record["left_ref"]]
    heads = [escape(said["figure"]), *(escape(side.id) for side in sides), escape(said["finding"]), escape(said["difference"])]
    numbered = shared_notes(listed, lang)
    rows = [
        [
            _lines(record[f"label_{lang}"], cell_text(record["dimensions"])),
            *(_number(record, side, lang) for side in ("left_", "right_")),
            _kind(record, numbered, lang),
            _lines(cell_text(record["difference"]), record["change_percent"] and f"{record['change_percent']} %"),
        ]
        for record in listed
    ]
    rest = len(records) - len(listed)
    yield from _above([f"{unlisted(rest, *sides, lang)}."] if rest else [], numbered, lang)
    if rows:
        yield from _table(escape(said["figure-table"]), heads, rows, frozenset({4}))


def _above(first: Sequence[str], numbered: dict[str, int], lang: str) -> Iterator[str]:
    """What a table leaves out and its notes, above it: on a phone it may be long."""
    yield from (f"<p>{escape(one)}</p>\n" for one in (*first, *told(numbered, lang)))


def _kind(record: Record, numbered: dict[str, int], lang: str) -> str:
    return _lines(finding(record, label(record["status"], lang), numbered, lang))


def _number(record: Record, side: str, lang: str) -> str:
    if not record[f"{side}ref"]:
        return "–"
    said = WORDS[lang]
    of = (record[f"{side}period"], said[record[f"{side}role"]], None if record[f"{side}official"] else said["press"])
    return _lines(
        number(record, lang, side), ", ".join(part for part in of if part), record[f"{side}ref"], record[f"{side}note_{lang}"]
    )


def _lines(*parts: str | None) -> str:
    return "<br>".join(escape(part).replace("\n", "<br>") for part in parts if part)
