"""``mivd search``"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.stdin import LARGEST_INPUT, stdin_bytes
from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.files import read_file
from mivdcli.render.view import View
from mivdcli.render.views.search import count_view, view
from mivdcli.search import SORTS, Answer, Searcher
from mivdcli.search.entries import Entry
from mivdcli.text import printable

app = typer.Typer()

STDIN = "-"


@app.command(epilog='Examples: mivd search kabelinterceptie; mivd search "cyber -china" --doc report-2020 --count')
def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY...", help='Words; "two words", a OR b, -word inside quotes or after --; - reads stdin.'),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="One query a line; - for stdin.", show_default=False)
    ] = None,
    what: Annotated[
        str, typer.Option("--in", metavar="A,B", help="passages, commitments, figures, sections, glossary, official.")
    ] = "passages",
    year: options.Year = None,
    doc: options.Doc = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="Only this theme; may be repeated.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="plan, report, events or statistics; may be repeated.")
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Only the words as typed.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most this many answers a query.")] = 20,
    sort: Annotated[
        str, typer.Option("--sort", metavar="score|place", help="The best ones by score, or as they stand.")
    ] = "score",
    context: Annotated[int, typer.Option("--context", min=0, max=20, metavar="N", help="N passages before and after.")] = 0,
    count: Annotated[bool, typer.Option("--count", help="How many answers each document has.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="How the query was understood, on stderr and in JSON.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """Passages, and other things, that match: why, and where."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    if sort not in SORTS:
        raise UnknownId("order", sort, SORTS, hint="choices: " + ", ".join(SORTS))
    queries = list(_queries(query or [], file))

    def ask(corpus: Corpus) -> View:
        asked = {"text": "\n".join(queries), "queries": queries, "year": year, "doc": doc or [], "limit": limit}
        more = {
            "in": what.split(","),
            "theme": theme or [],
            "kind": kind or [],
            "exact": exact,
            "sort": sort,
            "context": context,
        }
        parts = [part.strip() for part in what.split(",")]
        searcher = Searcher(
            corpus, documents=doc or [], years=year, kinds=kind or [], themes=theme or [],
            what=parts, report=None if quiet else _report, official=_official(corpus) if "official" in parts else (),
        )  # fmt: skip
        answers = [
            searcher.ask(text, limit=limit, exact=exact, sort=sort, context=context, count=count, explain=explain)
            for text in queries
        ]
        explained = {"explain": [_explained(one) for one in answers]} if explain else {}
        warnings = tuple(line for one in answers for line in _notices(one, many=len(answers) > 1, explain=explain, count=count))
        return (count_view if count else view)(answers, {**asked, **more, **explained}, warnings)

    answer(wish, ask)


def _official(corpus: Corpus) -> Iterator[Entry]:
    """The texts that the reader has added; imported only when they are asked for."""
    from mivdcli.cli.official import official_entries

    found = list(official_entries(corpus))
    if not found:
        corpus.notices.append("no official text is here; mivd source add DOC FILE adds one that you have")
    yield from found


def _report(line: str) -> None:
    print(f"mivd: {printable(line)}", file=sys.stderr, flush=True)


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


def _explained(one: Answer) -> dict[str, object]:
    return {
        "text": one.query.text,
        "excluded": [" ".join(words) for words in one.query.excluded],
        "words": [thing._asdict() for thing in one.explained],
    }


def _notices(one: Answer, *, many: bool, explain: bool, count: bool) -> Iterator[str]:
    """What the answer alone does not say: how it was understood, what to try, how much more there is."""
    of = f'"{one.query.text}": ' if many else ""
    if explain:
        for thing in one.explained:
            yield f"{of}{thing}"
        for words in one.query.excluded:
            yield f"{of}without: {' '.join(words)}"
    if one.query.left_out:
        yield f"{of}too many words; the last {one.query.left_out} were left out"
    if not one.total:
        yield f"{of}nothing described here matches; that is not proof that no document says it"
        for word, near in one.suggested.items():
            yield f"{of}{word} occurs nowhere; nearest: {', '.join(near)}"
    if one.partly:
        yield f"{of}{one.partly[1]} answer without the words that occur nowhere; try: {one.partly[0]}"
    if one.total > len(one.hits) and not count:
        yield f"{of}{one.total} match, the best {len(one.hits)} are shown; --limit {one.total} shows all"
