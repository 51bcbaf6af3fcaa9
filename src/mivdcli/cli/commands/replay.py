"""``mivd replay``"""

import shlex
from errno import ENAMETOOLONG, ENOTDIR
from pathlib import Path
from typing import Annotated

import typer

from mivdcli import __version__
from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.exits import Exit
from mivdcli.cli.extras import capturing
from mivdcli.cli.stdin import LARGEST_INPUT, stdin_text
from mivdcli.corpus import data_version
from mivdcli.errors import UsageError
from mivdcli.files import read_file
from mivdcli.render.views.replay import view
from mivdcli.stamp import ReplayItem, Stamp, read_stamps

app = typer.Typer()
REPLAYED = ("documents", "themes", "figures", "trend", "search", "show", "cite", "diff", "gaps", "glossary")
"""Commands that only read; a stamp comes from somebody else and must not be able to change anything here."""


@app.command(epilog="Examples: mivd themes 2024 --stamp 2>&1 >/dev/null | mivd replay -")
def replay(
    stamps: Annotated[list[str], typer.Argument(metavar="STAMP|FILE|-", help="A stamp, a file with stamps, or stdin.")],
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """Run a stamped answer again and say whether it is still the same; exit 1 if it is not."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet).checked()
    items = [_replayed(stamp) for text in stamps for stamp in _read(text)]
    same = all(item.status == "same" for item in items)
    finish(wish, view(items), Exit.ANSWERED if same else Exit.NOTHING_MATCHED)


def _read(text: str) -> list[Stamp]:
    found = read_stamps(text)
    if not found:
        found = read_stamps(stdin_text() if text == "-" else _file(text))
    if not found:
        raise UsageError(
            "no stamp found", hint="a stamp is the line that --stamp prints: mivd 0.1.0, data …, sha256:…, command: mivd …"
        )
    for stamp in found:
        if stamp.arguments[0] not in REPLAYED:
            raise UsageError(f"mivd {stamp.arguments[0]} is not replayed", hint="replayed are: " + ", ".join(REPLAYED))
    return found


def _file(name: str) -> str:
    """The text of a file; empty where there is none of that name, for then it was meant to be a stamp and is not one."""
    try:
        return read_file(Path(name), LARGEST_INPUT).decode("utf-8", "replace")
    except (FileNotFoundError, ValueError):
        return ""
    except OSError as error:
        if error.errno in (ENAMETOOLONG, ENOTDIR):
            return ""
        raise UsageError(
            f'cannot read "{name}": {error.strerror}', hint="replay takes a stamp, a file with stamps, or -"
        ) from None


def _replayed(stamp: Stamp) -> ReplayItem:
    from mivdcli.cli import run

    with capturing() as found:
        run(list(stamp.arguments))
    now = found[0] if found else None
    return ReplayItem(
        status="failed" if now is None else "same" if now == stamp.sha256 else "different",
        command=shlex.join(("mivd", *stamp.arguments)),
        sha256_then=stamp.sha256,
        sha256_now=now,
        tool_version_then=stamp.tool_version,
        tool_version_now=__version__,
        data_version_then=stamp.data_version,
        data_version_now=data_version(),
    )
