"""``mivd draft``"""

from pathlib import Path
from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, write_text
from mivdcli.cli.examples import examples
from mivdcli.cli.progress import working
from mivdcli.corpus import Corpus
from mivdcli.errors import OutputError, UnknownId
from mivdcli.kinds import Kind
from mivdcli.sources.draft import draft as make
from mivdcli.sources.readers import read_file

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd draft my-data/letter.xml --kind plan --year 2032 | head -40": "look at it first",
            "mivd draft my-data/letter.xml --kind plan --year 2032 -o my-data/plans/2032.toml": "keep it in a data folder",
        }
    )
)
def draft(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An official text: XML, HTML, PDF or plain text.")],
    kind: Annotated[str, typer.Option("--kind", metavar="plan|report", help="What sort of document it is.")],
    year: Annotated[int, typer.Option("--year", min=1900, max=2999, metavar="YEAR", help="The year that it is about.")],
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Make a document to start from out of an official text, as TOML: sections, locators, fingerprints, marked suggestions."""
    if kind not in ("plan", "report"):
        raise UnknownId("kind", kind, ["plan", "report"], hint="choices: plan, report")
    with working(f"draft {file.name}"):
        text = make(Corpus(data), read_file(file), Kind(kind), year)
    if output is not None:
        _make_folder(output)
    write_text(Wish(output=output), text)


def _make_folder(output: Path) -> None:
    """``my-data/plans`` for the first draft in it: the layout of a data folder is fixed, so nobody has to make it by hand."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f'cannot make the folder "{output.parent}": {error.strerror or error}') from None
