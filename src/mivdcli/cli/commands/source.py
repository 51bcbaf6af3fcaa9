"""``mivd source``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.exits import Exit
from mivdcli.corpus import Corpus
from mivdcli.errors import SourceError, UsageError
from mivdcli.render.views.source import view
from mivdcli.sources.keep import SourceItem, add_file, list_sources
from mivdcli.sources.store import Store
from mivdcli.text import printable

app = typer.Typer(
    help="The official texts that you have; kept in your own data folder.",
    epilog="Examples: mivd source add plan-2024 my-data/plan.xml; mivd source fetch plan-2024; mivd source list",
    add_completion=False,
    rich_markup_mode=None,
)
Document = Annotated[str, typer.Argument(metavar="DOC", help="The document that it is the text of.")]


@app.command()
def add(
    document: Document,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="XML, HTML, PDF, or plain text taken from a PDF.")],
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Keep the official text in a file, after making sure that it is the document it is said to be."""
    wish = Wish(format, fields, output=output, quiet=quiet, data=data).checked()
    item = add_file(Corpus(data), document, file, Store())
    finish(wish, view([item], {"add": document, "file": str(file)}, (_kept(item),)), Exit.ANSWERED)


@app.command()
def fetch(
    document: Annotated[str | None, typer.Argument(metavar="DOC", help="The document to fetch.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every document with an address on an official host.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Fetch the official text over HTTPS from the official hosts; nothing else in mivd uses the network."""
    from mivdcli.sources import fetch as net

    if (document is None) is not everything:
        raise UsageError("fetch takes one document, or --all", hint="for instance: mivd source fetch plan-2024")
    wish = Wish(format, fields, output=output, quiet=quiet, data=data).checked()
    corpus, store = Corpus(data), Store()
    wanted = [corpus.document(document)] if document else [d for d in corpus.documents() if any(net.addresses(d, net.RULES))]
    items, failed = [], []
    for one in wanted:
        try:
            items.append(net.fetch(one, store))
        except SourceError as error:
            if document is not None:
                raise
            failed.append(error.message)
    warnings = (*map(_kept, items), *failed)
    finish(wish, view(items, {"fetch": document}, warnings), Exit.DATA if failed else Exit.ANSWERED)


@app.command(name="list")
def list_(
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """The official texts that are here, with origin, date, size and SHA-256."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet).checked()
    store = Store()
    items = list_sources(store)
    warnings = () if items else (f"no official text is here yet ({store.folder}); mivd source add DOC FILE adds one",)
    finish(wish, view(items, {}, warnings), Exit.ANSWERED if items else Exit.NOTHING_MATCHED)


@app.command()
def remove(document: Document, quiet: options.Quiet = False) -> None:
    """Remove every version of a document's official text from your data folder."""
    removed = Store().remove(document)
    if not quiet:
        typer.echo(printable(f"mivd: {document}: {removed} removed"), err=True)


def _kept(item: SourceItem) -> str:
    told = f"{item.found} of {item.passages} paragraphs found as described" if item.passages else "no paragraph can be checked"
    return f"{item.document}: kept as version {item.version} ({item.path}); {told}"
