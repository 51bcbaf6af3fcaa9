"""``mivd figures``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.corpus import Corpus
from mivdcli.figures import list_figures
from mivdcli.render.view import View
from mivdcli.render.views.figures import view

app = typer.Typer()


@app.command(epilog="Examples: mivd figures uvo --year 2020; mivd figures taps.placed --format csv")
def figures(
    about: Annotated[
        str | None, typer.Argument(metavar="[TOPIC|SERIES]", help="A topic or a series.", show_default=False)
    ] = None,
    year: options.Year = None,
    doc: options.Doc = None,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """The numbers, as printed and as values, with source and note."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda corpus: _ask(corpus, about, year, doc or []))


def _ask(corpus: Corpus, about: str | None, year: str | None, doc: list[str]) -> View:
    items = list_figures(corpus, about, years=year, documents=doc)
    warnings = () if items else ("no such figure is known; that is silence of the documents described here, not a zero",)
    return view(items, {"about": about, "year": year, "doc": doc}, warnings)
