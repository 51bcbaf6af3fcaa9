"""``mivd export``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.corpus import Corpus
from mivdcli.errors import UsageError
from mivdcli.export import FORMATS
from mivdcli.export import export as write
from mivdcli.export.folder import USUAL
from mivdcli.render.view import View
from mivdcli.render.views.export import view

app = typer.Typer()


@app.command(epilog="Examples: mivd export my-data; mivd export my-data --force --format csv --format opensearch")
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an earlier export with --force.")],
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
    chosen = tuple(dict.fromkeys(formats or USUAL))
    answer(
        Wish(no_pager=no_pager, quiet=quiet, data=data),
        lambda corpus: _ask(corpus, folder, chosen, force=force, safe_csv=safe_csv),
    )


def _ask(corpus: Corpus, folder: Path, formats: tuple[str, ...], *, force: bool, safe_csv: bool) -> View:
    if safe_csv and "csv" not in formats:
        raise UsageError("--safe-csv is about CSV", hint="add --format csv, or leave it out")
    written = write(corpus, folder, formats=formats, force=force, safe_csv=safe_csv)
    return view(written, {"folder": str(folder), "formats": formats, "force": force, "safe_csv": safe_csv})
