"""``mivd verify``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.corpus import Corpus
from mivdcli.errors import UsageError
from mivdcli.render.views.verify import summary, view
from mivdcli.sources.store import Store
from mivdcli.sources.verify import VerifyItem
from mivdcli.sources.verify import verify as find

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd verify plan-2024 --file my-data/plan.xml": "one document against a text that is not kept",
            "mivd verify report-2020 --strict": "exit 4 unless everything could be checked",
        }
    )
)
def verify(
    document: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="A document; if left out, all that can be checked.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="Its official text, read but not kept.", show_default=False)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 4 where anything could not be checked.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Every passage and figure of a document against its official text."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet, data).checked()
    if file is not None and document is None:
        raise UsageError(
            "--file needs to know of which document it is the text", hint="for instance: mivd verify plan-2024 --file FILE"
        )
    corpus = Corpus(wish.data)
    items = find(corpus, document, Store(Path()) if file is not None else Store(), file)
    query = {"document": document, "file": str(file) if file else None, "strict": strict}
    finish(wish, view(items, query, tuple(summary(items))), _exit(items, strict=strict), corpus.notices)


def _exit(items: list[VerifyItem], *, strict: bool) -> Exit:
    """A contradiction outweighs what could not be checked; where nothing at all could be, that is the answer."""
    statuses = {item.status for item in items}
    if not items:
        return Exit.NOTHING_MATCHED
    if statuses & {"differs", "not-found"}:
        return Exit.DATA
    if "could-not-check" in statuses and (strict or "verified" not in statuses):
        return Exit.UNVERIFIED
    return Exit.ANSWERED
