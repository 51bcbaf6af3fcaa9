"""``mivd figures``"""

from typing import Annotated, NamedTuple

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.corpus import Corpus
from mivdcli.figures import conflicts as find_conflicts
from mivdcli.figures import list_figures, list_topics
from mivdcli.render.view import View
from mivdcli.render.views.figures import overview, view

app = typer.Typer()
SILENCE = "no such figure is known; that is silence of the documents described here, not a zero"
NO_CONFLICT = "no two of the documents described here give the same quantity differently; others may"


class Question(NamedTuple):
    """What is asked for, in the order in which the envelope repeats it."""

    about: str | None
    year: str | None
    doc: list[str]
    body: list[str]
    role: list[str]
    conflicts: bool


@app.command(
    epilog=examples(
        {
            "mivd figures uvo --year 2020": "every number on security screenings in 2020",
            "mivd figures uvo.decisions --wide": "one series; on a terminal its levels and outcomes side by side",
            "mivd figures --role norm --format csv": "the norms that the service is held to, for a spreadsheet",
        }
    )
)
def figures(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC|SERIES]", help="A topic such as uvo, or a series such as uvo.decisions.", show_default=False
        ),
    ] = None,
    year: options.Year = None,
    doc: options.Doc = None,
    body: Annotated[
        list[str] | None,
        typer.Option("--body", metavar="BODY", help="Whose work is counted: mivd, joint, aivd or other; may be repeated."),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE", help="What the number is: actual, target, forecast or norm; may be repeated."),
    ] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="In tables for people, levels, outcomes and the like side by side.")
    ] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only numbers that two documents give differently.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """The numbers, as printed and as values, with source and note; alone it shows people which topics there are."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    question = Question(about, year, doc or [], body or [], role or [], conflicts)
    answer(wish, lambda corpus: _ask(corpus, question, wide=wide))


def _ask(corpus: Corpus, question: Question, *, wide: bool) -> View:
    about, year, doc, body, role, conflicts = question
    items = list_figures(corpus, about, years=year, documents=doc, bodies=body, roles=role)
    query = question._asdict()
    if not any(question) and not wide:
        return overview(items, list_topics(items), query)
    found = find_conflicts(items) if conflicts else items
    warnings = () if found else (NO_CONFLICT if conflicts else SILENCE,)
    return view(found, query, warnings, series=corpus.series if wide else {})
