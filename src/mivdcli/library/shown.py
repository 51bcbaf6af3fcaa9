"""An answer as an interpreter and a notebook show it: short, with the count, the first rows, and what must be said."""

from typing import Any

from msgspec.structs import replace

from mivdcli.library.answer import Answer
from mivdcli.printable import printable
from mivdcli.render import pages
from mivdcli.render.view import Grid, Page, cell_text

ROWS = 5
"""In an interpreter."""
NOTEBOOK_ROWS = 20
WIDTH = 60
"""Characters of running text in an interpreter; an id or a number is never cut."""
TELLING = {
    "documents": "id coverage published title_nl",
    "themes": "theme document coverage passages commitments figures",
    "figures": "series dimensions period printed value qualifier body ref",
    "trend": "series dimensions period status printed value change",
    "search": "rank score band ref why",
    "search-count": "query document count",
    "show": "ref text_nl",
    "show-series": "series unit body label_nl",
    "cite": "ref legal",
    "diff": "part status count commitment theme series ref",
    "gaps": "part id status document",
    "glossary": "abbreviation nl en",
    "source": "document version found passages origin",
    "verify": "ref kind status detail",
    "check": "code file message",
    "export": "path bytes",
}
"""What tells most of an item of each answer; whatever has no value is left out."""


def in_words(answer: Answer[Any]) -> str:
    """The count, the first rows, then each warning and notice."""
    count = len(answer)
    head = f"<mivdcli {answer.view.name}: {count} item{'' if count == 1 else 's'}>"
    rows = [_row(answer, record) for record in answer.view.records[:ROWS]]
    more = [f"  … and {count - ROWS} more"] if count > ROWS else []
    said = [f"  ! {line}" for line in (*answer.notices, *answer.warnings)]
    return printable("\n".join([head, *rows, *more, *said]))


def _row(answer: Answer[Any], record: dict[str, Any]) -> str:
    names = TELLING.get(answer.view.name, " ".join(answer.view.fields[:ROWS])).split()
    told = {name: _short(cell_text(record[name])) for name in names if name in record}
    return "  " + "  ".join(f"{name}={text}" for name, text in told.items() if text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH or " " not in line else f"{line[: WIDTH - 1]}…"


def in_a_notebook(answer: Answer[Any], lang: str) -> str:
    """The tables of ``--format html`` without their page; how many rows are left out is said below each."""
    page = answer.view.page(lang)
    told = tuple(f"! {line}" for line in (*answer.notices, *answer.warnings))
    grids = [_first_rows(grid) for grid in page.grids]
    if told:
        last = grids.pop() if grids else Grid(heads=(), rows=())
        grids.append(replace(last, notes=(*last.notes, *told)))
    return "".join(pages.fragment(Page(lead=page.lead, grids=tuple(grids))))


def _first_rows(grid: Grid) -> Grid:
    left = len(grid.rows) - NOTEBOOK_ROWS
    if left <= 0:
        return grid
    note = f"… and {left} more rows: to_html() has all, to_records() the values"
    return replace(grid, rows=grid.rows[:NOTEBOOK_ROWS], notes=(note, *grid.notes))
