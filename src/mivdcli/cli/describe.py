"""The command line described as data, read from the commands themselves: for ``help --json``, completion and the manual."""

from collections.abc import Iterator
from typing import Any

import typer
from msgspec import Struct

from mivdcli.cli.examples import Example, examples_in
from mivdcli.cli.settings import KEYS, Key
from mivdcli.cli.values import values_of


class Parameter(Struct, frozen=True, kw_only=True):
    """An argument or an option."""

    names: tuple[str, ...]
    """As typed, such as ``--output`` and ``-o``; of an argument the word that the help shows."""
    metavar: str | None
    """None for an option that takes no value."""
    help: str
    required: bool
    repeatable: bool
    default: str | int | None
    environment: str | None
    """The variable that stands in for it."""
    values: tuple[str, ...]
    """The kinds of value that it takes, such as ``document``; what they are depends on the data."""
    choices: tuple[str, ...]
    listed: bool
    """Whether several values may be given, joined by commas."""


class Command(Struct, frozen=True, kw_only=True):
    name: str
    """Without the name of the program; ``source add`` is a command of the group ``source``."""
    usage: str
    line: str
    """One line, as in the list of all commands."""
    help: str
    group: bool
    arguments: tuple[Parameter, ...]
    options: tuple[Parameter, ...]
    examples: tuple[Example, ...]


def commands(program: Any) -> Iterator[Command]:
    """Every command of the program and of its groups, in the order of the help; the program itself comes first."""
    yield _command(program, "", "")
    yield from _below(program, "")


def _below(group: Any, path: str) -> Iterator[Command]:
    lines = group.lines()
    for name, command in group.commands.items():
        full = f"{path} {name}".strip()
        yield _command(command, full, lines[name])
        if hasattr(command, "commands"):
            yield from _below(command, full)


def _command(command: Any, name: str, line: str) -> Command:
    context = typer.Context(command, info_name=f"mivd {name}".strip())
    every = [one for one in command.get_params(context) if not getattr(one, "hidden", False)]
    return Command(
        name=name,
        usage=" ".join([context.command_path, *command.collect_usage_pieces(context)]),
        line=line,
        help=" ".join((command.help or "").split()),
        group=hasattr(command, "commands"),
        arguments=tuple(_parameter(one, name, context) for one in every if one.param_type_name == "argument"),
        options=tuple(_parameter(one, name, context) for one in every if one.param_type_name == "option"),
        examples=tuple(examples_in(command.epilog)),
    )


def _usual(default: Any, setting: Key | None) -> str | int | None:
    """What it is where nothing is typed and nothing is set."""
    if callable(default):
        return setting.usual if setting else None
    return default if isinstance(default, int | str | None) else str(default)


def _parameter(parameter: Any, command: str, context: Any) -> Parameter:
    flag = bool(getattr(parameter, "is_flag", False))
    metavar = None if flag else str(parameter.metavar)
    argument = parameter.param_type_name == "argument"
    values = values_of(command, metavar) if metavar is not None else None
    default = parameter.get_default(context, call=False)
    setting = KEYS.get(parameter.name) if callable(default) or (parameter.name == "format" and not parameter.multiple) else None
    return Parameter(
        names=(str(metavar),) if argument else tuple(parameter.opts),
        metavar=metavar,
        help=parameter.help or "",
        required=parameter.required,
        repeatable=parameter.multiple or parameter.nargs == -1,
        default=None if flag else _usual(default, setting),
        environment=setting.variable if setting else None,
        values=values.kinds if values else (),
        choices=values.choices if values else (),
        listed=values.listed if values else False,
    )
