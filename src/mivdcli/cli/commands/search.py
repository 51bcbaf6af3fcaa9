"""``mivd search``"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.cli.progress import say
from mivdcli.cli.stdin import LARGEST_INPUT, stdin_bytes
from mivdcli.errors import UsageError
from mivdcli.files import read_file
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle

app = typer.Typer()

STDIN = "-"


@app.command(
    epilog=examples(
        {
            "mivd search kabelinterceptie": "every passage that matches, the best first",
            'mivd search "cyber -china" --doc report-2020 --count': "how many passages have one word and not the other",
            "mivd search veiligheidsonderzoek --in commitments,figures": "promises and numbers instead of passages",
        }
    )
)
def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY...", help='Words; "two words", a OR b, -word inside quotes or after --; - reads stdin.'),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", metavar="FILE", help="Take the queries from a file, one a line; - for stdin.", show_default=False
        ),
    ] = None,
    what: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="THING[,THING]",
            help="What to search: passages, commitments, figures, sections, glossary, or the official texts that you added.",
        ),
    ] = "passages",
    year: options.Year = None,
    doc: options.Doc = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="Only passages of this theme; may be repeated.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only in documents of this kind: plan, report, events or statistics; may be repeated.",
        ),
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Only the words as typed: no inflections, other names or misspellings.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most this many answers a query.")] = 20,
    sort: Annotated[
        str, typer.Option("--sort", metavar="score|place", help="The best first, or in the order of the documents.")
    ] = "score",
    context: Annotated[
        int, typer.Option("--context", min=0, max=20, metavar="N", help="With N passages before and after each.")
    ] = 0,
    count: Annotated[bool, typer.Option("--count", help="Only how many answers each document has.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say on stderr, and in JSON, how the query was understood.")
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
    """Passages, and other things, that match a query: which, why, and where."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    queries = list(_queries(query or [], file))

    def ask(bundle: Bundle) -> Answer[Any]:
        method = bundle.search_counts if count else bundle.search
        return method(
            *queries, what=[part.strip() for part in what.split(",")], year=year, documents=doc or (), themes=theme or (),
            kinds=kind or (), exact=exact, limit=limit, sort=cast(Any, sort), context=context, explain=explain,
            report=say,
        )  # fmt: skip

    answer(wish, ask)


def _queries(words: list[str], file: Path | None) -> Iterator[str]:
    """The one query on the command line, or one for each line of a file that is not empty."""
    if file is None and words != [STDIN]:
        yield " ".join(words)
        return
    if file is not None and words:
        raise UsageError("a query and --file together", hint="put the query into the file, or leave one out")
    found = [line.strip() for line in _text(file).splitlines() if line.strip()]
    if not found:
        raise UsageError("no query to read", hint="one query a line")
    yield from dict.fromkeys(found)


def _text(file: Path | None) -> str:
    try:
        raw = stdin_bytes() if file is None or str(file) == STDIN else read_file(file, LARGEST_INPUT)
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f'cannot read "{file}": {error.strerror or error}', hint="--file takes a text file") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"the queries are not UTF-8 (byte {error.start})", hint="save the file as UTF-8") from None
