"""``mivd figures``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd figures uvo --year 2020": "every number on security screenings in 2020",
            "mivd figures uvo.decisions --wide": "one series; on a terminal its levels and outcomes side by side",
            "mivd figures --role norm --format csv": "the norms that the service is held to, for a spreadsheet",
        }
    )
)
def figures(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC|SERIES]", help="A topic such as uvo, or a series such as uvo.decisions.", show_default=False
        ),
    ] = None,
    year: options.Year = None,
    doc: options.Doc = None,
    body: Annotated[
        list[str] | None,
        typer.Option("--body", metavar="BODY", help="Whose work is counted: mivd, joint, aivd or other; may be repeated."),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE", help="What the number is: actual, target, forecast or norm; may be repeated."),
    ] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="In tables for people, levels, outcomes and the like side by side.")
    ] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only numbers that two documents give differently.")] = False,
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
