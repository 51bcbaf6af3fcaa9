"""``mivd diff``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.corpus import Corpus
from mivdcli.diff import Method, compare, pair_of_year
from mivdcli.errors import UnknownId, UsageError
from mivdcli.render.view import View
from mivdcli.render.views.diff import view

app = typer.Typer()


@app.command(epilog="Examples: mivd diff plan-2024 report-2024; mivd diff 2020 --format json")
def diff(
    left: Annotated[str, typer.Argument(metavar="A|YEAR", help="A document, or a year for its plan and report.")],
    right: Annotated[str | None, typer.Argument(metavar="[B]", help="The other document.", show_default=False)] = None,
    method: Annotated[
        str, typer.Option("--method", metavar="METHOD", help="curated, computed, or both (computed where nobody curated).")
    ] = "both",
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """What was planned, and what is known to have come of it: by commitment, theme and figure."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda corpus: _ask(corpus, left, right, method))


def _ask(corpus: Corpus, left: str, right: str | None, method: str) -> View:
    methods = [choice.value for choice in Method]
    if method not in methods:
        raise UnknownId("method", method, methods, hint="methods: " + ", ".join(methods))
    if right is None:
        if not left.isdecimal():
            raise UsageError(
                f"{left} needs a second document", hint=f"for instance: mivd diff {left} report-2020, mivd diff 2024"
            )
        left, right = pair_of_year(corpus, int(left))
    query = {"left": left, "right": right, "method": method}
    return view(compare(corpus, left, right, Method(method)), query, ())
