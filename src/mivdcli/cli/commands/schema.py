"""``mivd schema``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish, write_text
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.cli.extras import EXTRAS
from mivdcli.errors import UsageError
from mivdcli.render.views.schema import view
from mivdcli.schemas import list_schemas, schema_of

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "mivd schema": "which schemas there are",
            "mivd schema search": "what the JSON of a search holds",
            "mivd schema figures --fields period,printed,ref": "of an answer narrowed to these fields",
        }
    )
)
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A name from the list, such as search.", show_default=False)
    ] = None,
    format: options.Format = None,
    fields: options.Fields = None,
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """The JSON Schema of an answer, for a validator; alone it lists them. With --fields, of an answer narrowed to these."""
    wish = Wish(format, fields, "nl", output, color, no_pager, quiet).checked()
    if name is None:
        finish(wish, view(list_schemas()), Exit.ANSWERED)
    extras = EXTRAS.get()
    if format not in (None, "json") or extras.raw is not None or extras.stamp:
        raise UsageError("a schema is one JSON object", hint="leave out --format, --raw and --stamp")
    from json import dumps

    wanted = [field.strip() for field in (fields or "").split(",") if field.strip()]
    write_text(wish, dumps(schema_of(name or "", wanted), ensure_ascii=False, indent=2) + "\n")
