"""``mivd check``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.cli.progress import working
from mivdcli.cli.store import opened
from mivdcli.library.questions.check import check as ask

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd check": "the bundled data",
            "mivd check my-data --fix": "a folder of your own; its form is put in order first",
        }
    )
)
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="A data folder; the bundled one if left out.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Put the form of the files in order; never what they say.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """Check the data itself: schema, references, duplicates, dates, provenance, both languages, order and form."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet).checked()
    with working(f"check {folder or 'the bundled data'}", quiet=quiet):
        found = ask(opened(), folder, fix=fix)
    finish(wish, found.view, Exit.DATA if found else Exit.ANSWERED)
