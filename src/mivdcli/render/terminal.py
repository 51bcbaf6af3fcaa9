"""Tables on a terminal. The only module that knows rich, and rich sees data only as ``Text``, never as markup."""

from io import StringIO

from msgspec.structs import replace
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mivdcli.render.view import Cell, Chart, Grid, Page
from mivdcli.text import printable

GAP = 3
"""Columns between two columns of a table."""
TEXT_WIDTH = 12
"""Running text narrower than this is no longer readable."""


def draw(page: Page, *, width: int, color: bool) -> str:
    """The page as text for a screen of that many columns; with escape codes only where ``color`` is true."""
    buffer = StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    if page.lead:
        console.print(Text(printable(page.lead)))
        console.print()
    for grid in page.grids:
        if grid.chart is not None:
            _print_chart(console, grid.title, grid.chart, width)
            grid = replace(grid, title="")
        if grid.rows or not grid.notes:
            console.print(_table(grid) if _narrowest(grid) <= width else _stacked(grid))
        else:
            console.print(Text(printable(grid.title), style="bold"))
        for note in grid.notes:
            console.print(Text(printable(note), style="italic"))
        console.print()
    lines = buffer.getvalue().rstrip("\n").split("\n")
    return "\n".join(line if color else line.rstrip() for line in lines) + "\n"


def _print_chart(console: Console, title: str, chart: Chart, width: int) -> None:
    from mivdcli.render.plot import plot

    console.print(Text(printable(title), style="bold"))
    console.print(Text(plot(chart, width)), no_wrap=True, crop=False, overflow="ignore")
    console.print()


def _narrowest(grid: Grid) -> int:
    """The fewest columns in which the grid is still readable: ids, years and numbers whole, running text in a few words."""
    return sum(_least(grid, number) + GAP for number in range(len(grid.heads)))


def _least(grid: Grid, number: int) -> int:
    head = grid.heads[number]
    if not head.whole:
        return TEXT_WIDTH if len(grid.heads) > 1 else 0
    texts = [printable(head.title), *(printable(_plain(row[number])) for row in grid.rows)]
    return max(cell_len(line) for text in texts for line in text.split("\n"))


def _stacked(grid: Grid) -> Table:
    """Each row as a block of lines, for a screen too narrow for the table: nothing is cut and nothing vanishes."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.title = Text(printable(grid.title), style="bold") if grid.title else None
    table.title_justify = "left"
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in grid.rows:
        for head, cell in zip(grid.heads, row, strict=True):
            table.add_row(Text(printable(head.title).replace("\n", " "), style="bold"), _cell(cell))
        table.add_row("", "")
    return table


def _table(grid: Grid) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        title=Text(printable(grid.title), style="bold") if grid.title else None,
        title_justify="left",
        pad_edge=False,
        show_edge=False,
        show_header=any(head.title for head in grid.heads),
    )
    for head in grid.heads:
        table.add_column(
            Text(printable(head.title), style="bold"), justify="right" if head.right else "left", no_wrap=head.whole,
            overflow="fold", vertical="top",
        )  # fmt: skip
    for number, row in enumerate(grid.rows):
        if number and grid.spaced:
            table.add_row(*("" for _ in row))
        table.add_row(*map(_cell, row))
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
