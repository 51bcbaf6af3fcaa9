"""``mivd verify``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.cli.progress import working
from mivdcli.cli.store import opened
from mivdcli.library.answer import Answer
from mivdcli.render.view import asked
from mivdcli.sources.verify import VerifyItem

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd verify plan-2024 --file my-data/plan.xml": "one document against a text that is not kept",
            "mivd verify report-2020 --strict": "exit 4 unless everything could be checked",
        }
    )
)
def verify(
    document: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="A document; if left out, all that can be checked.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="Its official text, read but not kept.", show_default=False)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 4 where anything could not be checked.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Every passage and figure of a document against its official text."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet, data).checked()
    with working(f"verify {document or 'every text that is here'}", quiet=quiet):
        found = opened(wish).verify(document, file=file)
    finish(wish, asked(found.view, strict=strict), _exit(found, strict=strict), found.notices)


def _exit(items: Answer[VerifyItem], *, strict: bool) -> Exit:
    """A contradiction outweighs what could not be checked; where nothing at all could be, that is the answer."""
    statuses = {item.status for item in items}
    if not items:
        return Exit.NOTHING_MATCHED
    if statuses & {"differs", "not-found"}:
        return Exit.DATA
    if "could-not-check" in statuses and (strict or "verified" not in statuses):
        return Exit.UNVERIFIED
    return Exit.ANSWERED
