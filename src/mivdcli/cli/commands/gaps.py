"""``mivd gaps``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer

app = typer.Typer()


@app.command(epilog="Examples: mivd gaps 2024; mivd gaps 2022 --lang en --format json")
def gaps(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="The year of the report.")],
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Themes and figures of the plan or the report before that the report of the year does not mention."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.gaps(year))
