"""The formats for people outside a terminal: Markdown and a plain HTML page."""

import re
from collections.abc import Iterable, Iterator
from html import escape as escape_html

from mivdcli.render.policy import policy
from mivdcli.render.view import Cell, Grid, Page, View


def markdown(page: Page) -> Iterator[str]:
    """Tables in the form that GitHub and most notebooks read; data is escaped, never interpreted."""
    if page.lead:
        yield _paragraph(page.lead) + "\n\n"
    for number, grid in enumerate(page.grids):
        if number:
            yield "\n"
        yield from _markdown_grid(grid)


def _markdown_grid(grid: Grid) -> Iterator[str]:
    if grid.title:
        yield f"**{_plain(grid.title)}**\n\n"
    yield _markdown_row([head.title for head in grid.heads])
    yield _markdown_rule(grid)
    for row in grid.rows:
        yield _markdown_row([_text(cell) for cell in row])
    for note in grid.notes:
        yield f"\n{_paragraph(note)}\n"


def _markdown_row(cells: list[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |\n"


def _markdown_rule(grid: Grid) -> str:
    return "| " + " | ".join("---:" if head.right else "---" for head in grid.heads) + " |\n"


_MARKDOWN = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "\n": "<br>", "\r": " ", "<": "&lt;", ">": "&gt;", "*": "\\*", "_": "\\_", "[": "\\[",
     "]": "\\]", "`": "\\`"}
)  # fmt: skip
_ENTITY = re.compile(r"&(?=#?\w+;)")
_STRIKE = re.compile(r"(?<=\w)~+|(?<=[^\w\s~])~+(?!\w)")
"""Tildes that could end a struck-out stretch; that of a locator (``report-2024:~cyber/1``) cannot."""
_MARKER = re.compile(r"[-+#=~]|[0-9]+[.)]")
"""What makes a heading, a list, a rule or a fence of a line that begins with it."""


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, only without the blanks at its ends: they would mean something to it."""
    shown = _ENTITY.sub("&amp;", text.strip()).translate(_MARKDOWN)
    return _STRIKE.sub(lambda found: "\\~" * len(found.group()), shown)


def _paragraph(text: str) -> str:
    """The same where it stands at the beginning of a line."""
    shown = _plain(text)
    marker = _MARKER.match(shown)
    return shown if marker is None else f"{shown[: marker.end() - 1]}\\{shown[marker.end() - 1 :]}"


def escape(text: str) -> str:
    """A text that a browser shows as it is; it would take a bare carriage return for a line feed."""
    return escape_html(text).replace("\r", "&#13;")


def whole(view: View, lang: str) -> Iterable[str]:
    """The answer's own web page where it has one, else its tables as a page."""
    return html(view.page(lang), f"mivd {view.name}") if view.html is None else view.html(lang)


def html(page: Page, title: str) -> Iterator[str]:
    """One self-contained page without script or network; every text escaped."""
    yield (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n{policy(_STYLE)}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n<main>\n<h1>{escape(title)}</h1>\n"
    )
    if page.lead:
        yield f"<p>{escape(page.lead)}</p>\n"
    for grid in page.grids:
        yield from _html_grid(grid)
    yield "</main>\n</html>\n"


def fragment(page: Page) -> Iterator[str]:
    """The same tables for a page of somebody else's, such as a notebook: no style beyond their own, line breaks as tags."""
    yield f'<div class="mivd">\n<style>{_OWN_STYLE}</style>\n'
    if page.lead:
        yield f"<p>{escape(page.lead)}</p>\n"
    for grid in page.grids:
        yield from (f"{piece[:-1].replace(chr(10), '<br>')}\n" for piece in _html_grid(grid))
    yield "</div>\n"


_OWN_STYLE = (
    ".mivd table{border-collapse:collapse;margin:.5em 0}.mivd caption{text-align:left;font-weight:bold}"
    ".mivd th,.mivd td{text-align:left!important;vertical-align:top}.mivd td.right{text-align:right!important}"
)
"""Notebooks set every cell to the right, which running text cannot bear."""
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:1rem}table{border-collapse:collapse;margin:1rem 0}"
    "caption{text-align:left;font-weight:bold}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top;white-space:pre-line}.right{text-align:right}"
)


def _html_grid(grid: Grid) -> Iterator[str]:
    yield "<table>\n"
    if grid.title:
        yield f"<caption>{escape(grid.title)}</caption>\n"
    yield "<tr>" + "".join(f'<th scope="col">{escape(head.title)}</th>' for head in grid.heads) + "</tr>\n"
    for row in grid.rows:
        cells = zip(grid.heads, row, strict=True)
        yield "<tr>" + "".join(_html_cell(cell, right=head.right) for head, cell in cells) + "</tr>\n"
    yield "</table>\n"
    for note in grid.notes:
        yield f"<p>{escape(note)}</p>\n"


def _html_cell(cell: Cell | str, *, right: bool) -> str:
    opening = '<td class="right">' if right else "<td>"
    return f"{opening}{_marked(cell)}</td>"


def _marked(cell: Cell | str) -> str:
    if isinstance(cell, str):
        return escape(cell)
    pieces, done = [], 0
    for start, end in cell.marks:
        pieces += [escape(cell.text[done:start]), f"<mark>{escape(cell.text[start:end])}</mark>"]
        done = end
    return "".join([*pieces, escape(cell.text[done:])])


def _text(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text
