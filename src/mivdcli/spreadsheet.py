"""Cells that a spreadsheet would run as a formula, made plain text; only where a reader asks, for it changes the data."""

import re

_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a formula may begin with in a spreadsheet, the wide forms of East Asian keyboards too."""
_HARMLESS = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*%?|[-–]+")
"""A number stays a number, and a dash is what some official tables print for none."""


def plain_cell(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet might take it for a formula."""
    return f"'{cell}" if cell[:1] in _STARTS and cell and not _HARMLESS.fullmatch(cell) else cell
