"""From a view to bytes on the right stream: which format, where to, in what colour, through a pager or not."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from mivdcli import __version__
from mivdcli.cli.exits import Exit
from mivdcli.cli.extras import ARGUMENTS, CAPTURED, EXTRAS
from mivdcli.corpus import Corpus, data_version
from mivdcli.errors import DataError, OutputError, UnknownId, UsageError
from mivdcli.render import formats
from mivdcli.render.view import View, as_text, narrowed
from mivdcli.stamp import Stamp, digest, stamped_arguments
from mivdcli.text import one_line, printable

FORMATS = ("table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html")
"""For every answer."""
DRAWING = "svg"
"""Only for an answer that can be drawn."""
PLAIN_WIDTH = 100
"""Columns of a table that was asked for by name: the same on every screen, in a pipe and in a file."""


class Wish(NamedTuple):
    """How the answer is wanted: the options that every listing command takes."""

    format: str | None = None
    fields: str | None = None
    lang: str = "nl"
    output: Path | None = None
    color: str = "auto"
    no_pager: bool = False
    quiet: bool = False
    data: Path | None = None

    def checked(self) -> "Wish":
        """The same wish; raises UnknownId for a choice that does not exist."""
        for what, value, known in (
            ("format", self.format, (*FORMATS, DRAWING)),
            ("language", self.lang, ("nl", "en")),
            ("colour choice", self.color, ("auto", "always", "never")),
        ):
            if value is not None and value not in known:
                raise UnknownId(what, value, known, hint="choices: " + ", ".join(known))
        return self


def answer(wish: Wish, ask: Callable[[Corpus], View], code: Callable[[View], Exit] | None = None) -> None:
    """Ask the question, write the answer, say the notices; ends the command with the contract's exit code.

    ``code`` chooses another one, for a command that answers a script by its exit code.
    """
    wish.checked()
    corpus = Corpus(wish.data)
    try:
        view = ask(corpus)
    except DataError as error:
        error.hint = error.hint or f"mivd check{f' {wish.data}' if wish.data else ''} lists every problem of the data"
        raise
    ordinary = Exit.ANSWERED if view.records else Exit.NOTHING_MATCHED
    finish(wish, view, ordinary if code is None else code(view), corpus.notices)


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
        captured.append(digest(formats.jsonl(view)))
        raise typer.Exit(code)
    write(wish, view)
    if extras.stamp:
        print(_shown(_stamp(wish, view)), file=sys.stderr)
    if not wish.quiet:
        for notice in dict.fromkeys((*notices, *view.warnings)):
            print(f"mivd: {printable(notice)}", file=sys.stderr)
    raise typer.Exit(code)


def _stamp(wish: Wish, view: View) -> Stamp:
    arguments = stamped_arguments(ARGUMENTS.get(), None if wish.data is None else str(wish.data))
    return Stamp(__version__, data_version(), digest(formats.jsonl(view)), arguments)


def _shown(stamp: Stamp) -> str:
    """A stamp is one line of text that is copied by hand; a command that is none has no stamp, and that is said."""
    if one_line(str(stamp)) != str(stamp):
        return "mivd: no stamp: the command has a control character or a line end in it, and a stamp is one line of text"
    return str(stamp)


def write(wish: Wish, view: View) -> None:
    """The view in the format wished for, to the file wished for or to stdout."""
    screen = wish.format is None and wish.output is None and sys.stdout.isatty() and view.text is None
    name = wish.format or ("table" if screen else "tsv")
    bare = view.text is not None and wish.format is None
    text: Iterable[str] = [view.text or ""] if bare else render(view, name, wish, screen=screen)
    if wish.output is not None:
        _to_file(wish.output, text)
    elif screen:
        _to_screen("".join(text), pager=not wish.no_pager)
    else:
        _to_stdout(text if name == "table" else _seen(text))


def write_text(wish: Wish, text: str) -> None:
    """A text that is no view, such as a draft, to the file wished for or to stdout."""
    if wish.output is not None:
        _to_file(wish.output, [text])
    else:
        _to_stdout(_seen([text]))


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

        if name == "html" and view.html is not None:
            return view.html(wish.lang)
        page = view.page(wish.lang)
        return pages.markdown(page) if name == "md" else pages.html(page, f"mivd {view.name}")
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

    color = wish.color == "always" or (screen and wish.color == "auto" and _color_wanted())
    yield draw(view.page(wish.lang), width=_screen_width() if screen else PLAIN_WIDTH, color=color)


def _color_wanted() -> bool:
    """NO_COLOR (no-color.org) and a terminal that knows no colours are both respected."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _screen_width() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size((PLAIN_WIDTH, 40)).columns, 40)


def _to_stdout(pieces: Iterable[str]) -> None:
    """UTF-8 whatever the locale says, so that the bytes are the same everywhere."""
    try:
        sys.stdout.flush()
        stream = sys.stdout.buffer
        for piece in pieces:
            stream.write(piece.encode("utf-8", "surrogateescape"))
        stream.flush()
    except BrokenPipeError:
        # The reader has seen enough, which is no error. Handled here because typer would end the process with 1;
        # stdout is pointed away so that the interpreter's own flush at the end stays silent too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_screen(text: str, *, pager: bool) -> None:
    from shutil import get_terminal_size

    command = os.environ.get("MIVD_PAGER", os.environ.get("PAGER", "less -FRX"))
    if pager and command.strip() and text.count("\n") >= get_terminal_size().lines and _paged(text, command):
        return
    _to_stdout([text])


def _paged(text: str, command: str) -> bool:
    """Whether a pager took the text; one that cannot be started is no reason to keep the answer back."""
    import shlex
    from subprocess import PIPE, Popen

    try:
        process = Popen(shlex.split(command), stdin=PIPE)
    except (OSError, ValueError):
        return False
    try:
        process.communicate(text.encode("utf-8", "surrogateescape"))
    except BrokenPipeError:
        process.wait()
    return process.returncode == 0


def _to_file(path: Path, pieces: Iterable[str]) -> None:
    """Written beside the target and moved into place, so that a failure leaves what was there."""
    if path.is_dir():
        raise UsageError(f'"{path}" is a folder', hint="--output takes the name of a file")
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:  # never through a link that somebody put there under this name
            for piece in pieces:
                file.write(piece.encode("utf-8", "surrogateescape"))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f'cannot write "{path}": {error.strerror or error}') from None
