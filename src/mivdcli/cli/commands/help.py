"""``mivd help``"""

import sys
from typing import Annotated, Any

import typer

from mivdcli.cli.answer import Wish, write_text
from mivdcli.cli.examples import examples
from mivdcli.cli.topics import TOPICS, topic_text
from mivdcli.cli.topics.page import WIDTH, Entry, Heading, Paragraph, as_text
from mivdcli.errors import UnknownId, UsageError

app = typer.Typer()
FURTHER = "mivd help TOPIC shows one of them, mivd help COMMAND explains a command, and mivd --help lists the commands."


@app.command(
    epilog=examples(
        {
            "mivd help exit-codes": "a subject",
            "mivd help figures": "a command, as mivd figures --help",
            "mivd help --man > mivd.1": "all of it as a manual page, for man -l mivd.1",
        }
    )
)
def help(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC|COMMAND]", help="A subject or a command; if left out, a list.", show_default=False),
    ] = None,
    subcommand: Annotated[
        str | None, typer.Argument(metavar="[SUBCOMMAND]", help="A command of a group such as source.", show_default=False)
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Every command, option, choice, topic and exit code, as JSON.")] = False,
    man: Annotated[bool, typer.Option("--man", help="The manual page mivd(1), for man or groff.")] = False,
) -> None:
    """Help on a subject or a command; alone it lists the subjects."""
    if json or man:
        if topic is not None or (json and man):
            raise UsageError("--json and --man each give all of the help", hint="leave out one, and the topic")
        text = _whole(_root(context).command, as_json=json)
    elif topic is None:
        entries = (Entry(name, line) for name, line in TOPICS.items())
        text = as_text([Heading("Topics:"), *entries, Paragraph(FURTHER)], _width())
    elif topic in TOPICS and subcommand is None:
        text = topic_text(topic, _width())
    else:
        text = _page(_root(context), [name for name in (topic, subcommand) if name is not None]) + "\n"
    write_text(Wish(), text)


def _width() -> int:
    """A page of text is the same everywhere but on a terminal too narrow for it."""
    from shutil import get_terminal_size

    return max(min(WIDTH, get_terminal_size().columns), 40) if sys.stdout.isatty() else WIDTH


def _root(context: typer.Context) -> Any:
    return context.find_root()


def _page(context: Any, names: list[str]) -> str:
    """The help of a command, found from the program down."""
    for name in names:
        known = list(getattr(context.command, "commands", ()))
        if not known:
            raise UsageError(
                f"{context.command_path} has no commands of its own", hint=f"mivd help {context.info_name} explains it"
            )
        if name not in known:
            top = context.parent is None
            every = [*TOPICS, *known] if top else known
            where = "" if top else f"of {context.command_path}"
            raise UnknownId(
                "topic or command" if top else "command", name, every, where=where, hint="known: " + ", ".join(every)
            )
        context = typer.Context(context.command.commands[name], info_name=name, parent=context)
    return str(context.get_help())


def _whole(program: Any, *, as_json: bool) -> str:
    """All of the help in one piece; every command is loaded for it, so only here."""
    if as_json:
        from mivdcli.cli.manual import as_json as whole
    else:
        from mivdcli.cli.manual import as_roff as whole
    return whole(program)
