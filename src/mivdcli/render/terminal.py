"""Tables on a terminal. The only module that knows rich, and rich sees data only as ``Text``, never as markup."""

from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mivdcli.render.view import Cell, Grid, Page
from mivdcli.text import printable


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
        console.print(_table(grid))
        for note in grid.notes:
            console.print(Text(printable(note), style="italic"))
    lines = buffer.getvalue().split("\n")
    return "\n".join(line if color else line.rstrip() for line in lines)


def _table(grid: Grid) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        title=Text(printable(grid.title), style="bold") if grid.title else None,
        title_justify="left",
        pad_edge=False,
        show_edge=False,
        show_lines=False,
        expand=False,
    )
    for head in grid.heads:
        table.add_column(
            Text(head.title, style="bold"), justify="right" if head.right else "left", no_wrap=head.whole,
            overflow="fold", vertical="top",
        )  # fmt: skip
    for row in grid.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(cell: Cell | str) -> Text:
    if isinstance(cell, str):
        return Text(printable(cell))
    safe = printable(cell.text)
    text = Text(safe)
    if len(safe) == len(cell.text):
        for start, end in cell.marks:
            text.stylize("bold reverse", start, end)
    return text
