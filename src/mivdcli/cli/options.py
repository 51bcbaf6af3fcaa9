"""The options that several commands take, each written once."""

from pathlib import Path
from typing import Annotated

import typer

FORMAT_HELP = "table, vertical, tsv, csv, json, jsonl, md or html; if left out, table on a terminal and tsv elsewhere."
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help=FORMAT_HELP, show_default=False),
]
Fields = Annotated[str | None, typer.Option("--fields", metavar="FIELD[,FIELD]", help="Only these fields, in this order.")]
Lang = Annotated[str, typer.Option("--lang", metavar="nl|en", help="Language of what people read; machine formats hold both.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the answer to this file, whole or not at all.")
]
Color = Annotated[str, typer.Option("--color", metavar="auto|always|never", help="Colour in tables.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Never hand a long table to a pager.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notices on stderr; errors stay.")]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="A folder with documents of your own, beside the bundled ones.",
        show_default=False,
    ),
]
Year = Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Only this year, or a range: 2020, 2018..2022.")]
Doc = Annotated[list[str] | None, typer.Option("--doc", metavar="DOC", help="Only this document; may be repeated.")]
