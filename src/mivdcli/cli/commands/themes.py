"""``mivd themes``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd themes 2024": "plan and report of a year side by side",
            "mivd themes report-2020 --lang en": "one document, with its themes named in English",
        }
    )
)
def themes(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[YEAR|DOC]",
            help="A year for its plan and report, or a document; all documents if left out.",
            show_default=False,
        ),
    ] = None,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Themes with their passages, commitments and figures; a year shows plan beside report."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.themes(about))
