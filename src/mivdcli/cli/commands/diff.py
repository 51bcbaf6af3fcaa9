"""``mivd diff``"""

from typing import Annotated, Any, cast

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.diff import STATUSES
from mivdcli.errors import UsageError
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.view import View

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd diff plan-2024 report-2024": "what was planned, and what is known of it",
            "mivd diff 2020 --only reported,partly-reported --format md": "the answered commitments of 2020, as Markdown",
        }
    )
)
def diff(
    left: Annotated[
        str, typer.Argument(metavar="A|YEAR", help="A document such as plan-2024, or a year for its plan and report.")
    ],
    right: Annotated[
        str | None, typer.Argument(metavar="[B]", help="The other document; left out after a year.", show_default=False)
    ] = None,
    method: Annotated[
        str,
        typer.Option(
            "--method", metavar="METHOD", help="Who found it: curated, computed, or both (computed only where nobody curated)."
        ),
    ] = "both",
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="THEME", help="Only this theme and those below it.", show_default=False)
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="FINDING[,FINDING]",
            help="Only findings of these kinds, such as reported; mivd help method explains them.",
            show_default=False,
        ),
    ] = None,
    commitments: Annotated[
        bool, typer.Option("--commitments", help="Only the commitments; these four may be combined.")
    ] = False,
    themes: Annotated[bool, typer.Option("--themes", help="Only the themes.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="Only the figures.")] = False,
    passages: Annotated[bool, typer.Option("--passages", help="Only the passages (two documents of one kind).")] = False,
    quote: Annotated[
        bool, typer.Option("--quote", help="With the official wording, where you have added the texts (mivd source).")
    ] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only the summary and the counts.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where the two sides differ, else with 0.")
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
    """What was planned, and what is known to have come of it: by commitment, theme and figure."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    chosen = {"commitments": commitments, "themes": themes, "figures": figures, "passages": passages}
    parts = [name for name, wanted in chosen.items() if wanted]

    def ask(bundle: Bundle) -> Answer[Any]:
        found = bundle.diff(left, right, method=cast(Any, method), theme=theme, only=_kinds(only), parts=parts, quote=quote)
        return found.counts() if summary else found

    answer(wish, ask, _by_difference if exit_code else None)


def _by_difference(found: View) -> Exit:
    return Exit.DIFFERS if found.differs else Exit.ANSWERED


def _kinds(only: str | None) -> list[str]:
    kinds = [kind.strip() for kind in (only or "").split(",") if kind.strip()]
    if only is not None and not kinds:
        raise UsageError("--only names no kind of finding", hint="kinds: " + ", ".join(STATUSES))
    return kinds
