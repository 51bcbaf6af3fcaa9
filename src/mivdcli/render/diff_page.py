"""The web page of a comparison: one file without script or network, plan on the left, report on the right.

The filter by kind is made of checkboxes and style rules, so the page's policy can forbid everything but its own style.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from mivdcli.diff.kinds import COMMITMENT_KINDS, label, meaning
from mivdcli.render.diff_words import STYLE, VOICE, WORDS
from mivdcli.render.policy import policy
from mivdcli.render.view import cell_text
from mivdcli.render.views.figures import number

Record = dict[str, Any]
_FILTER = 'body:has(#show-{kind}:not(:checked)) .finding[data-kind="{kind}"]{{display:none}}\n'


def page(envelope: Record, notices: Sequence[str], lang: str) -> Iterator[str]:
    """The page of a diff's envelope; parts without findings are left out with their headings."""
    said = WORDS[lang]
    sides = envelope["left"]["id"], envelope["right"]["id"]
    title = said["title"].format(left=sides[0], right=sides[1])
    parts = [part for part in ("commitments", "themes", "figures", "passages") if envelope[part]]
    yield from _head(title, lang)
    yield f'<a class="skip" href="#content">{escape(said["skip"])}</a>\n<header><h1>{escape(title)}</h1></header>\n'
    yield _contents(parts, said)
    yield f'<main id="content">\n<section aria-labelledby="summary"><h2 id="summary">{escape(said["summary"])}</h2>\n'
    yield f"<p>{escape(envelope['summary'][f'text_{lang}'])}</p>\n"
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


def _commitments(records: Sequence[Record], _: tuple[str, str], lang: str) -> Iterator[str]:
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
        yield _finding(record, record["commitment"], lang)


def _passages(records: Sequence[Record], _: tuple[str, str], lang: str) -> Iterator[str]:
    for record in records:
        yield _finding(record, record["section_title"], lang)


def _finding(record: Record, heading: str, lang: str) -> str:
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
    note = record.get(f"note_{lang}") if kind != "not-comparable" else None  # the scope, which the top of the page has
    return (
        f'<article class="finding" data-kind="{escape(kind)}"><h3>{escape(heading)}</h3><div class="pair">'
        f'<div><p class="id">{escape(record["ref"])}</p><p>{escape(record[f"text_{lang}"])}</p></div>'
        f'<div><p><span class="kind">{escape(label(kind, lang))}</span> <span class="soft">{escape(how)}</span></p>'
        f"{_places(record['evidence'], lang)}{f'<p>{escape(note)}</p>' if note else ''}{_next(record['runner_up'], said)}"
        "</div></div></article>\n"
    )


def _places(evidence: Sequence[Record], lang: str) -> str:
    """The evidence of each link under the reason why it was linked, so that no place seems to carry another's reason."""
    pieces = []
    for reason, several in groupby(evidence, key=lambda one: one[f"reason_{lang}"]):
        places = list(several)
        title = WORDS[lang]["evidence"].format(count=len(places))
        items = "".join(_place(one, lang) for one in places)
        pieces.append(
            f"{f'<p>{escape(reason)}</p>' if reason else ''}"
            f'<details><summary>{escape(title)}</summary><ul class="evidence">{items}</ul></details>'
        )
    return "".join(pieces)


def _place(one: Record, lang: str) -> str:
    said = WORDS[lang]
    told = [
        VOICE[lang][one["attribution"]] if one["kind"] == "passage" else None,
        one["date"],
        said["setting"] if one["bears_on"] == "setting" else None,
        None if one["score"] is None else said["score"].format(score=one["score"]),
    ]
    head = " · ".join(str(part) for part in told if part)
    return (
        f'<li><p class="id">{escape(one["ref"])}<br>{escape(head)}</p><p>{escape(one[f"text_{lang}"])}</p>'
        f"{_sources(one['sources'], said)}</li>"
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


def _next(other: Record | None, said: dict[str, str]) -> str:
    return f'<p class="soft">{escape(said["next"].format(**other))}</p>' if other else ""


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int]) -> Iterator[str]:
    """A table that scrolls by itself on a phone; the first cell of a row is its head. Cells are safe HTML already."""
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table><caption>{name}</caption>\n<thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>\n<tbody>\n"
    for first, *rest in rows:
        cells = (f'<td class="number">{cell}</td>' if at in numbers else f"<td>{cell}</td>" for at, cell in enumerate(rest, 1))
        yield f'<tr><th scope="row">{first}</th>{"".join(cells)}</tr>\n'
    yield "</tbody></table></div>\n"


def _themes(records: Sequence[Record], sides: tuple[str, str], lang: str) -> Iterator[str]:
    said = WORDS[lang]
    heads = [escape(said["theme"]), *(f"{escape(side)}<br>{escape(said['of'])}" for side in sides), escape(said["finding"])]
    rows = [
        [
            escape(record[f"label_{lang}"]),
            str(record["left_passages"]),
            str(record["right_passages"]),
            _kind(record, lang),
        ]
        for record in records
    ]
    yield from _table(escape(said["theme-table"]), heads, rows, frozenset({1, 2}))


def _figures(records: Sequence[Record], sides: tuple[str, str], lang: str) -> Iterator[str]:
    """Those with something on the left; the others, often a hundred, are counted and named as left out."""
    said = WORDS[lang]
    listed = [record for record in records if record["left_ref"]]
    heads = [escape(said["figure"]), *map(escape, sides), escape(said["finding"]), escape(said["difference"])]
    rows = [
        [
            _lines(record[f"label_{lang}"], cell_text(record["dimensions"])),
            *(_number(record, side, lang) for side in ("left_", "right_")),
            _kind(record, lang),
            _lines(cell_text(record["difference"]), record["change_percent"] and f"{record['change_percent']} %"),
        ]
        for record in listed
    ]
    if rows:
        yield from _table(escape(said["figure-table"]), heads, rows, frozenset({4}))
    if rest := len(records) - len(listed):
        told = said["listed"].format(shown=len(listed), total=len(records), rest=rest, right=sides[1])
        yield f"<p>{escape(told)}</p>\n"


def _kind(record: Record, lang: str) -> str:
    return _lines(label(record["status"], lang), record[f"note_{lang}"])


def _number(record: Record, side: str, lang: str) -> str:
    if not record[f"{side}ref"]:
        return "–"
    role = WORDS[lang][record[f"{side}role"]]
    return _lines(number(record, lang, side), f"{record[f'{side}period']}, {role}", record[f"{side}ref"])


def _lines(*parts: str | None) -> str:
    return "<br>".join(escape(part).replace("\n", "<br>") for part in parts if part)
