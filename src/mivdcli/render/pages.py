"""The formats for people outside a terminal: Markdown and a plain HTML page."""

from collections.abc import Iterator
from html import escape

from mivdcli.render.policy import policy
from mivdcli.render.view import Cell, Grid, Page


def markdown(page: Page) -> Iterator[str]:
    """Tables in the form that GitHub and most notebooks read; data is escaped, never interpreted."""
    if page.lead:
        yield _plain(page.lead) + "\n\n"
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
        yield f"\n{_plain(note)}\n"


def _markdown_row(cells: list[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |\n"


def _markdown_rule(grid: Grid) -> str:
    return "| " + " | ".join("---:" if head.right else "---" for head in grid.heads) + " |\n"


_MARKDOWN = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "\n": "<br>", "\r": " ", "<": "&lt;", ">": "&gt;", "*": "\\*", "_": "\\_", "[": "\\[",
     "]": "\\]", "`": "\\`"}
)  # fmt: skip


def _plain(text: str) -> str:
    return text.translate(_MARKDOWN)


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
