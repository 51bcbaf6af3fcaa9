"""``mivd help``"""

from importlib import import_module
from typing import Annotated

import typer

from mivdcli.cli.topics import TOPICS
from mivdcli.errors import UnknownId

app = typer.Typer()


@app.command(epilog="Examples: mivd help; mivd help method")
def help(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="A subject.", show_default=False)] = None,
) -> None:
    """Help on a subject; alone it lists the subjects. For a command: mivd COMMAND --help."""
    if topic is None:
        print("topics:\n" + "".join(f"  {name:<12}{line}\n" for name, line in TOPICS.items()))
        print("mivd help TOPIC shows one; mivd COMMAND --help explains a command")
    elif topic in TOPICS:
        print(import_module(f"mivdcli.cli.topics.{topic}").text(), end="")
    else:
        raise UnknownId("topic", topic, list(TOPICS), hint="topics: " + ", ".join(TOPICS))
