"""``mivd glossary``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer

app = typer.Typer()


@app.command(epilog='Examples: mivd glossary UVO; mivd glossary "screening unit" --lang en; mivd glossary --format csv')
def glossary(
    term: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TERM]...", help="An abbreviation or words, in Dutch or English.", show_default=False),
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
    """What UVO, ABDO, VGB and the like mean, and where they occur."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.glossary(" ".join(term) if term else None))
