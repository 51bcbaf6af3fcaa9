"""``mivd trend``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId
from mivdcli.render.view import View
from mivdcli.render.views.trend import PLOTS, view
from mivdcli.trend import trend as find

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
    if plot not in PLOTS:
        raise UnknownId("plot", plot, PLOTS, hint="choices: " + ", ".join(PLOTS))
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda corpus: _ask(corpus, names, year, across_breaks, plot))


def _ask(corpus: Corpus, names: list[str], year: str | None, across_breaks: bool, plot: str) -> View:
    found = find(corpus, names, years=year, across_breaks=across_breaks)
    warnings = [f"not shown: {', '.join(found.left_out)}; mivd trend SERIES shows one"] if found.left_out else []
    if not found.items:
        warnings.append("no figure is known; that is silence of the documents described here, not a zero")
    query = {"names": names, "year": year, "across_breaks": across_breaks}
    return view(found, query, tuple(warnings), corpus, plot)
