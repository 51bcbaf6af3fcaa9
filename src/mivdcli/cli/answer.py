"""From a view to bytes on the right stream: which format, where to, in what colour, through a pager or not."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from mivdcli import __version__
from mivdcli.cli.exits import Exit
from mivdcli.corpus import Corpus, data_version
from mivdcli.errors import OutputError, UnknownId, UsageError
from mivdcli.render import formats
from mivdcli.render.view import View, narrowed
from mivdcli.text import printable

FORMATS = ("table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html")
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
            ("format", self.format, FORMATS),
            ("language", self.lang, ("nl", "en")),
            ("colour choice", self.color, ("auto", "always", "never")),
        ):
            if value is not None and value not in known:
                raise UnknownId(what, value, known, hint="choices: " + ", ".join(known))
        return self


def answer(wish: Wish, ask: Callable[[Corpus], View]) -> None:
    """Ask the question, write the answer, say the notices; ends the command with the contract's exit code."""
    wish.checked()
    corpus = Corpus(wish.data)
    view = ask(corpus)
    finish(wish, view, Exit.ANSWERED if view.records else Exit.NOTHING_MATCHED, corpus.notices)


def finish(wish: Wish, view: View, code: Exit, notices: Iterable[str] = ()) -> None:
    """Write a view that is already there and end the command with ``code``."""
    if wish.fields is not None:
        view = narrowed(view, [field.strip() for field in wish.fields.split(",") if field.strip()])
    write(wish, view)
    if not wish.quiet:
        for notice in dict.fromkeys((*notices, *view.warnings)):
            print(f"mivd: {printable(notice)}", file=sys.stderr)
    raise typer.Exit(code)


def write(wish: Wish, view: View) -> None:
    """The view in the format wished for, to the file wished for or to stdout."""
    screen = wish.format is None and wish.output is None and sys.stdout.isatty()
    name = wish.format or ("table" if screen else "tsv")
    text = render(view, name, wish, screen=screen)
    if wish.output is not None:
        _to_file(wish.output, text)
    elif screen:
        _to_screen("".join(text), pager=not wish.no_pager)
    else:
        _to_stdout(text)


def write_text(wish: Wish, text: str) -> None:
    """A text that is no view, such as a draft, to the file wished for or to stdout."""
    if wish.output is not None:
        _to_file(wish.output, [text])
    else:
        _to_stdout([text])


def render(view: View, name: str, wish: Wish, *, screen: bool) -> Iterable[str]:
    """The view in one of the formats; only a table on a screen depends on anything but the data."""
    if name == "table":
        return _table(view, wish, screen=screen)
    if name == "json":
        return formats.json(view, __version__, data_version())
    if name in ("md", "html"):
        from mivdcli.render import pages

        page = view.page(wish.lang)
        return pages.markdown(page) if name == "md" else pages.html(page, f"mivd {view.name}")
    return {"tsv": formats.tsv, "csv": formats.csv, "jsonl": formats.jsonl, "vertical": formats.vertical}[name](view)


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
        with beside.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "surrogateescape"))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f'cannot write "{path}": {error.strerror or error}') from None
