"""``mivd source``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.cli.lazy import WholeLines
from mivdcli.cli.progress import working
from mivdcli.cli.store import opened, store
from mivdcli.cli.streams import say
from mivdcli.corpus import Corpus
from mivdcli.errors import SourceError, UsageError
from mivdcli.printable import printable
from mivdcli.render.views.source import view
from mivdcli.sources.keep import SourceItem, add_file

app = typer.Typer(
    cls=WholeLines,
    help="The official texts that you have; kept in your own data folder.",
    epilog=examples(
        {
            "mivd source add plan-2024 my-data/plan.xml": "keep a text that you have",
            "mivd source list": "what is kept, and where",
        }
    ),
    add_completion=False,
    rich_markup_mode=None,
)
Document = Annotated[str, typer.Argument(metavar="DOC", help="The document whose official text it is, such as plan-2024.")]


@app.command(
    epilog=examples(
        {
            "mivd source add plan-2024 my-data/plan.xml": "keep a text that you have",
            "mivd source add report-2020 my-data/report.pdf -q": "the same, without a word on what was found",
        }
    )
)
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
    with working(f"source add {document}", quiet=quiet):
        item = add_file(Corpus(data), document, file, store())
    finish(wish, view([item], {"add": document, "file": str(file)}, (_kept(item),)), Exit.ANSWERED)


@app.command(
    epilog=examples(
        {"mivd source fetch plan-2024": "one document", "mivd source fetch --all": "every document with an official address"}
    )
)
def fetch(
    document: Annotated[str | None, typer.Argument(metavar="DOC", help="The document whose text to fetch.")] = None,
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
    corpus, shelf = Corpus(data), store()
    wanted = [corpus.document(document)] if document else [d for d in corpus.documents() if any(net.addresses(d, net.RULES))]
    items, failed = [], []
    for one in wanted:
        try:
            with working(f"source fetch {one.id}", quiet=quiet):
                items.append(net.fetch(one, shelf))
        except SourceError as error:
            if document is not None:
                raise
            failed.append(error.message)
    warnings = (*map(_kept, items), *failed)
    finish(wish, view(items, {"fetch": document}, warnings), Exit.DATA if failed else Exit.ANSWERED)


@app.command(
    name="list",
    epilog=examples(
        {
            "mivd source list": "what is kept, and where",
            "mivd source list --fields document,added": "which texts, and since when",
        }
    ),
)
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
    found = opened().sources()
    finish(wish, found.view, Exit.ANSWERED if found else Exit.NOTHING_MATCHED)


@app.command(
    epilog=examples(
        {"mivd source remove plan-2024": "one document's text", "mivd source remove report-2020 --quiet": "say nothing"}
    )
)
def remove(document: Document, quiet: options.Quiet = False) -> None:
    """Remove every version of a document's official text from your data folder."""
    removed = store().remove(document)
    if not quiet:
        say(printable(f"mivd: {document}: {removed} removed"))


def _kept(item: SourceItem) -> str:
    told = f"{item.found} of {item.passages} paragraphs found as described" if item.passages else "no paragraph can be checked"
    return f"{item.document}: kept as version {item.version} ({item.path}); {told}"
