"""``mivd export``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.errors import UsageError
from mivdcli.export import FORMATS
from mivdcli.export.folder import USUAL

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd export my-export": "a new folder with CSV, JSON Lines and SQLite",
            "mivd export my-export --force --format csv --format opensearch": "replace it, in two other formats",
        }
    )
)
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; an earlier export only with --force.")],
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}; may be repeated. Usual: {', '.join(USUAL)}."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace an earlier export; files of others are never touched.")
    ] = False,
    safe_csv: Annotated[
        bool, typer.Option("--safe-csv", help="In CSV: what a spreadsheet takes for a formula as text.")
    ] = False,
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Everything as CSV, JSON Lines and SQLite, with a Frictionless datapackage.json and checksums."""
    chosen = formats or USUAL
    if safe_csv and "csv" not in chosen:
        raise UsageError("--safe-csv is about CSV", hint="add --format csv, or leave it out")
    wish = Wish(no_pager=no_pager, quiet=quiet, data=data)
    answer(wish, lambda bundle: bundle.export(folder, formats=chosen, force=force, safe_csv=safe_csv))
