"""From a view to bytes on the right stream: which format, where to, in what colour, through a pager or not."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from mivdcli import __version__
from mivdcli.cli import screen as screens
from mivdcli.cli.exits import Exit
from mivdcli.cli.extras import ARGUMENTS, CAPTURED, EXTRAS
from mivdcli.cli.progress import working
from mivdcli.cli.settings import FORMATS, current
from mivdcli.cli.store import opened
from mivdcli.cli.streams import say, to_file, to_stdout
from mivdcli.cli.wish import DRAWING, Wish
from mivdcli.corpus import Corpus, data_version
from mivdcli.errors import DataError, UsageError
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.printable import one_line, printable
from mivdcli.render import formats
from mivdcli.render.view import Page, View, as_text, linked, narrowed

if TYPE_CHECKING:
    from mivdcli.stamp import Stamp

__all__ = ["DRAWING", "FORMATS", "Wish", "answer", "finish", "write_text"]
MOST_DRAWN = 1_500_000
"""Effort of a table (``Page.effort``) that is drawn in seconds; ten megabytes would take minutes."""


def answer(wish: Wish, ask: Callable[[Bundle], Answer[Any]], code: Callable[[View], Exit] | None = None) -> None:
    """Ask the question, write the answer, say the notices; ends the command with the contract's exit code.

    ``code`` chooses another one, for a command that answers a script by its exit code.
    """
    wish.checked()
    bundle = opened(wish)
    try:
        with working(quiet=wish.quiet):
            found = ask(bundle)
    except DataError as error:
        error.hint = error.hint or f"mivd check{f' {wish.data}' if wish.data else ''} lists every problem of the data"
        raise
    view = linked(found.view, partial(_page, bundle.corpus))
    ordinary = Exit.ANSWERED if view.records else Exit.NOTHING_MATCHED
    finish(wish, view, ordinary if code is None else code(view), found.notices)


def finish(wish: Wish, view: View, code: Exit, notices: Iterable[str] = ()) -> None:
    """Write a view that is already there and end the command with ``code``."""
    extras = EXTRAS.get()
    if extras.safe_csv and wish.format != "csv":
        raise UsageError("--safe-csv is about CSV", hint="add --format csv, or leave it out")
    if extras.raw is not None:
        if wish.format or wish.fields:
            raise UsageError("--raw is bare text", hint="leave out --format and --fields, or --raw")
        view = as_text(view, "".join(formats.raw(view, extras.raw)))
    if wish.fields is not None:
        view = narrowed(view, [field.strip() for field in wish.fields.split(",") if field.strip()])
    captured = CAPTURED.get()
    if captured is not None:
        from mivdcli.stamp import digest

        captured.append(digest(formats.jsonl(view)))
        raise typer.Exit(code)
    write(wish, view)
    if extras.stamp:
        say(_shown(_stamp(wish, view)))
    if not wish.quiet:
        for notice in dict.fromkeys((*notices, *view.warnings)):
            say(f"mivd: {one_line(notice)}")  # a name of a folder may hold a line end, and forge a line of ours
    raise typer.Exit(code)


def _stamp(wish: Wish, view: View) -> "Stamp":
    from mivdcli.stamp import Stamp, digest, stamped_arguments

    arguments = stamped_arguments(ARGUMENTS.get(), None if wish.data is None else str(wish.data))
    return Stamp(__version__, data_version(), digest(formats.jsonl(view)), arguments)


def _shown(stamp: "Stamp") -> str:
    """A stamp is one line of text that is copied by hand; a command that is none has no stamp, and that is said."""
    if one_line(str(stamp)) != str(stamp):
        return "mivd: no stamp: the command has a control character or a line end in it, and a stamp is one line of text"
    return str(stamp)


def write(wish: Wish, view: View) -> None:
    """The view in the format wished for, to the file wished for or to stdout."""
    bare = view.text is not None and wish.format is None
    usual = None if wish.format or bare else current().value("format")
    screen = usual in (None, "table") and wish.format is None and wish.output is None and not bare and screens.on_screen()
    name = wish.format or usual or ("table" if screen else "tsv")
    text: Iterable[str] = [view.text or ""] if bare else render(view, name, wish, screen=screen)
    if wish.output is not None:
        to_file(wish.output, text)
    elif screen:
        _to_screen("".join(text), pager=not wish.no_pager)
    else:
        to_stdout(text if name == "table" and not bare else _seen(text))


def write_text(wish: Wish, text: str) -> None:
    """A text that is no view, such as a draft, to the file wished for or to stdout."""
    if wish.output is not None:
        to_file(wish.output, [text])
    else:
        to_stdout(_seen([text]))


def _seen(pieces: Iterable[str]) -> Iterable[str]:
    """On a terminal itself no control character of the data is passed on, in any format; a pipe and a file get it as it is.

    A table has made them visible already, and holds escape codes of its own.
    """
    return map(printable, pieces) if sys.stdout.isatty() else pieces


def render(view: View, name: str, wish: Wish, *, screen: bool) -> Iterable[str]:
    """The view in one of the formats; only a table on a screen depends on anything but the data."""
    if name == "table":
        return _table(view, wish, screen=screen)
    if name == "json":
        return formats.json(view, __version__, data_version())
    if name == DRAWING:
        return _drawing(view, wish)
    if name in ("md", "html"):
        from mivdcli.render import pages

        return pages.markdown(view.page(wish.lang)) if name == "md" else pages.whole(view, wish.lang)
    if name == "csv":
        return formats.csv(view, safe=EXTRAS.get().safe_csv)
    return {"tsv": formats.tsv, "jsonl": formats.jsonl, "vertical": formats.vertical}[name](view)


def _drawing(view: View, wish: Wish) -> list[str]:
    charts = [grid.chart for grid in view.page(wish.lang).grids if grid.chart is not None]
    if not charts:
        raise UsageError(
            f"nothing in this answer of mivd {view.name} can be drawn", hint="mivd trend draws series of two or more years"
        )
    from mivdcli.render.svg import svg

    return [svg(charts)]


def _table(view: View, wish: Wish, *, screen: bool) -> Iterator[str]:
    from mivdcli.render.terminal import draw

    page = view.page(wish.lang)
    if page.effort > MOST_DRAWN:
        yield from _instead_of_a_table(view, page, quiet=wish.quiet)
        return
    color = screens.color_wanted(wish.color, screen=screen)
    link = (view.link or _no_link) if screens.links_wanted(color=color, screen=screen) else None
    yield draw(page, width=screens.width() if screen else screens.PLAIN_WIDTH, color=color, link=link)


def _instead_of_a_table(view: View, page: Page, *, quiet: bool) -> Iterator[str]:
    """Everything that the table would say, without the work of making it fit."""
    if not quiet:
        say("mivd: too long to be drawn as a table, so it is written as --format vertical writes it")
    yield from map(printable, formats.vertical(view))
    notes = [f"{printable(note)}\n" for grid in page.grids for note in grid.notes]
    yield from ("\n", *notes) if notes else ()


def _page(corpus: Corpus, id: str) -> str | None:
    """The official page of a document that the answer has read; press and mirrors are never linked."""
    from mivdcli.sources.hosts import official_page

    document = corpus.at_hand(id)
    return None if document is None else official_page(document)


def _no_link(_: str) -> None:
    """Addresses are hyperlinks by themselves; documents are none where nobody knows their pages."""


def _to_screen(text: str, *, pager: bool) -> None:
    from mivdcli.cli.pager import paged, pager_command

    command = pager_command() if pager and text.count("\n") >= screens.height() else []
    if not (command and paged(screens.for_pager(text), command)):
        to_stdout([text])
