"""``mivd cite``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.examples import examples
from mivdcli.cli.extras import typed_instead
from mivdcli.cli.stdin import stdin_text
from mivdcli.errors import UsageError
from mivdcli.render.views.cite import STYLES

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd cite report-2020:1.1.china/3": "a passage, in every style",
            "mivd search cyber --raw ref | mivd cite - --style ris": "all that a search found, for a reference manager",
        }
    )
)
def cite(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REF|DOC|SERIES]...",
            help="What to cite, such as report-2020:1.1.china/3 or plan-2024; - reads refs from stdin, one a line.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str | None, typer.Option("--style", metavar="STYLE", help="Only this, as bare text: " + ", ".join(STYLES) + ".")
    ] = None,
    dataset: Annotated[bool, typer.Option("--dataset", help="Cite the data of this program itself.")] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """What to write below a quotation, in legal style, plain words, BibLaTeX, CSL-JSON, RIS or as a footnote."""
    if style is not None and (format or fields):
        raise UsageError("--style is bare text", hint="leave out --format and --fields, or --style")
    if not names and not dataset:
        raise UsageError("nothing to cite", hint="for instance: mivd cite plan-2024, mivd cite --dataset")
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    answer(wish, lambda bundle: bundle.cite(*_expanded(names or []), style=style, dataset=dataset))


def _expanded(names: list[str]) -> list[str]:
    """``-`` replaced by the refs on stdin; of a line with several columns the first counts."""
    found: list[str] = []
    for name in names:
        if name == "-":
            lines = [line.split("\t")[0].strip() for line in stdin_text().splitlines() if line.strip()]
            typed_instead("-", lines)
            found += lines
        else:
            found.append(name)
    return list(dict.fromkeys(found))
