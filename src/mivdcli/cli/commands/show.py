"""``mivd show``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd show report-2020:1.1.china/3": "one passage with its place, source and figures",
            "mivd show report-2020:1.1.china": "every passage of a section",
            "mivd show uvo.investigations": "what a series counts, and all its figures",
        }
    )
)
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REF|SECTION|DOC|SERIES",
            help="What to show, such as report-2020:1.1.china/3, plan-2024:cyber, report-2020 or uvo.decisions.",
        ),
    ],
    quote: Annotated[
        bool, typer.Option("--quote", help="With the official wording, where you have added the text (mivd source).")
    ] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """One thing whole: a passage, a section, a document, a series or a commitment."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.show(name, quote=quote))
