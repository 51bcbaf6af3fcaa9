"""Tables on a terminal. The only module that knows rich, and rich sees data only as ``Text``, never as markup."""

import re
from collections.abc import Callable, Sequence
from io import StringIO
from typing import NamedTuple

from msgspec.structs import replace
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from mivdcli.printable import printable
from mivdcli.render.chart import Chart
from mivdcli.render.view import Cell, Grid, Head, Page

GAPS = (3, 2)
"""Columns of the screen between two columns of a table, the fewer where the table would not fit otherwise."""
TEXT_WIDTH = 12
"""Running text narrower than this is no longer readable."""
INDENT = 2
"""Of a text that stands below its name, where it cannot stand beside it."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_ID = re.compile(r"\d|^[^A-Z]*[a-z][-:_/.]\w[^A-Z]*$")
"""What tells an id, a year or a number from a word of running text, which may be broken where there is no room."""
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_NAMED = re.compile(r"[a-z]+-[\w-]+(?::[^\s,;()]+)?")
"""What may be a document or a ref; whether it is one, whoever knows the documents says."""
_SAFE_ADDRESS = re.compile(r"https?://[!-~]{1,2000}")
"""Printable ASCII only: a control character would end the escape code, and another scheme might run something."""

Link = Callable[[str], str | None]
"""Takes the id of a document; gives the address of its official text, or None."""


def draw(page: Page, *, width: int, color: bool, link: Link | None = None) -> str:
    """The page as text for a screen of that many columns; with escape codes only where ``color`` is true.

    With ``link``, documents, refs and addresses become hyperlinks; without colour never.
    """
    buffer = StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    linked = _linker(link)
    if page.lead:
        console.print(linked(Text(printable(page.lead))))
        console.print()
    for grid in page.grids:
        if grid.chart is not None:
            _print_chart(console, grid.title, grid.chart, width)
            grid = replace(grid, title="")
        if grid.rows or not grid.notes:
            _print_grid(console, grid, width, linked)
        else:
            console.print(Text(printable(grid.title), style="bold"))
        for note in grid.notes:
            console.print(linked(Text(printable(note), style="italic")))
        console.print()
    lines = buffer.getvalue().rstrip("\n").split("\n")
    return "\n".join(line if color else line.rstrip() for line in lines) + "\n"


def without_links(text: str) -> str:
    """A drawn page without its hyperlinks, for a reader that would show their escape codes."""
    return _LINK.sub("", text)


def _linker(link: Link | None) -> Callable[[Text], Text]:
    """Makes hyperlinks of what can be one in a text."""

    def linked(text: Text) -> Text:
        for found in _ADDRESS.finditer(text.plain):
            _stylize(text, found.start(), found.end(), found.group().rstrip(".,;)"))
        for found in _NAMED.finditer(text.plain):
            address = link(found.group().partition(":")[0]) if link is not None else None
            if address is not None:
                _stylize(text, found.start(), found.end(), address)
        return text

    return linked if link is not None else lambda text: text


def _stylize(text: Text, start: int, end: int, address: str) -> None:
    if _SAFE_ADDRESS.fullmatch(address):
        text.stylize(Style(link=address), start, end)


def _print_chart(console: Console, title: str, chart: Chart, width: int) -> None:
    from mivdcli.render.plot import plot

    console.print(Text(printable(title), style="bold"))
    console.print(Text(plot(chart, width)), no_wrap=True, crop=False, overflow="ignore")
    console.print()


class Wants(NamedTuple):
    """How many columns of the screen a column of a table wants."""

    least: int
    """Ids, years and numbers whole, running text in a few letters."""
    words: int
    """Every word whole."""
    natural: int
    """No line broken."""


def _print_grid(console: Console, grid: Grid, width: int, linked: Callable[[Text], Text]) -> None:
    """As a table where every column can hold its ids and numbers, else as blocks: none is ever cut to make room."""
    columns = [_wants(grid, number, width - INDENT) for number in range(len(grid.heads))]
    for gap in GAPS:
        widths = fitted(columns, width - gap * (len(columns) - 1))
        if widths is not None:
            console.print(_table(grid, widths, gap, linked))
            return
    if grid.title:
        console.print(Text(printable(grid.title), style="bold"))
    labels = max(cell_len(head.title) for head in grid.heads) + GAPS[0]
    beside = max(wants.least for wants in columns) <= width - labels
    console.print(_beside(grid, labels, linked) if beside else _below(grid, linked))


def _wants(grid: Grid, number: int, most: int) -> Wants:
    """A word longer than ``most`` is broken wherever it stands, so nothing is gained by making room for it."""
    head = grid.heads[number]
    lines = [line for cell in (head.title, *(row[number] for row in grid.rows)) for line in printable(_plain(cell)).split("\n")]
    natural = max(map(cell_len, lines))
    if head.whole:
        return Wants(natural, natural, natural)
    words = {word: cell_len(word) for line in lines for word in line.split()}
    ids = [long for word, long in words.items() if long <= most and _ID.search(word) and "//" not in word]
    least = max([min(TEXT_WIDTH, natural), *ids])
    return Wants(least, max([least, *(long for long in words.values() if long <= most)]), natural)


def fitted(columns: Sequence[Wants], width: int) -> list[int] | None:
    """A width for each column of a table; None where not even the least ones fit.

    What is left over is dealt out evenly, first until every word is whole, then until no line is broken, so that no long text
    starves another.
    """
    widths = [wants.least for wants in columns]
    left = width - sum(widths)
    if left < 0:
        return None
    for goals in ([wants.words for wants in columns], [wants.natural for wants in columns]):
        while left and (wanting := [number for number, goal in enumerate(goals) if widths[number] < goal]):
            share = max(1, left // len(wanting))
            for number in wanting:
                more = min(share, goals[number] - widths[number], left)
                widths[number] += more
                left -= more
    return widths


def _beside(grid: Grid, labels: int, linked: Callable[[Text], Text]) -> Table:
    """Each row as a block of lines, the name of a column beside what it holds."""
    table = Table.grid(padding=0)
    table.add_column(no_wrap=True, width=labels)
    table.add_column(overflow="fold")
    for row in grid.rows:
        for head, cell in zip(grid.heads, row, strict=True):
            table.add_row(_label(head), linked(_cell(cell)))
        table.add_row("", "")
    return table


def _below(grid: Grid, linked: Callable[[Text], Text]) -> Table:
    """The same for what is longer than that leaves room for: the name above, what it holds below it."""
    table = Table.grid(padding=0)
    table.add_column(overflow="fold")
    for row in grid.rows:
        for number, (head, cell) in enumerate(zip(grid.heads, row, strict=True)):
            if head.title:
                table.add_row(_label(head))
            table.add_row(Padding(linked(_cell(cell)), (0, 0, 0, INDENT if head.title or number else 0)))
        table.add_row("")
    return table


def _label(head: Head) -> Text:
    return Text(printable(head.title).replace("\n", " "), style="bold")


def _table(grid: Grid, widths: Sequence[int], gap: int, linked: Callable[[Text], Text]) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        title=Text(printable(grid.title), style="bold") if grid.title else None,
        title_justify="left",
        padding=(0, 1, 0, gap - 2),  # and one for the seam between them
        pad_edge=False,
        show_edge=False,
        show_header=any(head.title for head in grid.heads),
    )
    for head, wide in zip(grid.heads, widths, strict=True):
        table.add_column(
            linked(Text(printable(head.title), style="bold")), justify="right" if head.right else "left", no_wrap=head.whole,
            overflow="fold", vertical="top", width=wide,
        )  # fmt: skip
    for number, row in enumerate(grid.rows):
        if number and grid.spaced:
            table.add_row(*("" for _ in row))
        table.add_row(*(linked(_cell(cell)) for cell in row))
    return table


def _cell(cell: Cell | str) -> Text:
    safe = printable(_plain(cell))
    text = Text(safe)
    if isinstance(cell, Cell) and len(safe) == len(cell.text):
        for start, end in cell.marks:
            text.stylize("bold reverse", start, end)
    return text


def _plain(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text
