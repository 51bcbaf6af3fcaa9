"""``mivd gaps``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd gaps 2024": "what the report of 2024 does not mention",
            "mivd gaps 2022 --lang en --format json": "the same question for 2022, for a program",
        }
    )
)
def gaps(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="The year of the report, such as 2020.")],
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Themes and figures that a year's plan, or the report before, had and that the year's report does not mention."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.gaps(year))
