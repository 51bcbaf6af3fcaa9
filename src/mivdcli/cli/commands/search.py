"""``mivd search``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.corpus import Corpus
from mivdcli.render.view import View
from mivdcli.render.views.search import view
from mivdcli.search import search as find

app = typer.Typer()


@app.command(epilog='Examples: mivd search kabelinterceptie; mivd search "cyber -china" --doc report-2020')
def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help="Words; -word excludes inside quotes or after --.")],
    year: options.Year = None,
    doc: options.Doc = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most this many passages.")] = 20,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Passages that match, why, and where."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda corpus: _ask(corpus, " ".join(query), year, doc or [], limit))


def _ask(corpus: Corpus, text: str, year: str | None, doc: list[str], limit: int) -> View:
    items, total = find(corpus, text, documents=doc, years=year, limit=limit)
    warnings = []
    if not items:
        warnings.append("no passage described here matches; that is not proof that no document says it")
    if total > len(items):
        warnings.append(f"{total} passages match, the best {len(items)} are shown; --limit {total} shows all")
    query = {"text": text, "year": year, "doc": doc, "limit": limit}
    return view(items, query, tuple(warnings))
