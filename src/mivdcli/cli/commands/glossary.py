"""``mivd glossary``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd glossary UVO": "one abbreviation",
            'mivd glossary "screening unit" --lang en': "a term by its English name",
            "mivd glossary --format csv": "all terms, for a spreadsheet",
        }
    )
)
def glossary(
    term: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TERM]...",
            help="An abbreviation or a term, in Dutch or English; all terms if left out.",
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
    """What UVO, ABDO, VGB and the like mean, and where they occur."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.glossary(" ".join(term) if term else None))
