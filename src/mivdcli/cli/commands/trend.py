"""``mivd trend``"""

from typing import Annotated, Any, cast

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd trend taps": "the MIVD's taps through the years",
            "mivd trend uvo.refused-aivd tib.requests --lang en --plot line": "two series, drawn as lines in a table",
        }
    )
)
def trend(
    names: Annotated[
        list[str], typer.Argument(metavar="SERIES...", help="Series such as taps.placed; a topic stands for its MIVD series.")
    ],
    year: options.Year = None,
    across_breaks: Annotated[
        bool, typer.Option("--across-breaks", help="Give the change even where another way of counting begins.")
    ] = False,
    plot: Annotated[str, typer.Option("--plot", metavar="bar|line|none", help="How tables and SVG draw the numbers.")] = "bar",
    format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help=options.FORMAT_HELP.replace("md or html", "md, html or svg"), show_default=False
        ),
    ] = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """A series through the years: values, changes, what stands beside them, what is missing and where counting changes."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.trend(*names, year=year, across_breaks=across_breaks, plot=cast(Any, plot)))
