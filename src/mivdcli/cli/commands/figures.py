"""``mivd figures``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer

app = typer.Typer()


@app.command(epilog="Examples: mivd figures uvo --year 2020; mivd figures uvo.decisions --wide; mivd figures --role norm")
def figures(
    about: Annotated[
        str | None, typer.Argument(metavar="[TOPIC|SERIES]", help="A topic or a series.", show_default=False)
    ] = None,
    year: options.Year = None,
    doc: options.Doc = None,
    body: Annotated[list[str] | None, typer.Option("--body", metavar="BODY", help="mivd, joint, aivd or other.")] = None,
    role: Annotated[
        list[str] | None, typer.Option("--role", metavar="ROLE", help="actual, target, forecast or norm; may be repeated.")
    ] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="Levels, outcomes and the like side by side in tables for people.")
    ] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only what two documents give differently.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """The numbers, as printed and as values, with source and note; alone it shows people which topics there are."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(
        wish,
        lambda bundle: bundle.figures(
            about, year=year, documents=doc or (), bodies=body or (), roles=role or (), conflicts=conflicts, wide=wide
        ),
    )
