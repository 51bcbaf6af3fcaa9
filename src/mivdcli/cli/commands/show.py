"""``mivd show``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.corpus import Corpus
from mivdcli.items import PassageItem
from mivdcli.render.view import View
from mivdcli.render.views.show import view
from mivdcli.show import show as find

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
    answer(wish, lambda corpus: _ask(corpus, name, quote=quote))


def _ask(corpus: Corpus, name: str, *, quote: bool) -> View:
    items = find(corpus, name)
    warnings = []
    if name in corpus.entries:
        document = corpus.document(name)
        if document.coverage != "full":
            warnings.append(f"{name}: {document.scope_en}")
    quotes = _quotes(corpus, [item.ref for item in items if isinstance(item, PassageItem)]) if quote else None
    if quotes is not None:
        warnings += dict.fromkeys(note for text, note in quotes.values() if text is None)
    return view(items, name, tuple(warnings), quotes)


def _quotes(corpus: Corpus, refs: list[str]) -> dict[str, tuple[str | None, str]]:
    from mivdcli.cli.official import quotes_of

    return quotes_of(corpus, refs)
