"""All of the help in one piece, out of the one description of the command line: as JSON, and as the manual page mivd(1)."""

from collections import Counter
from collections.abc import Iterator
from json import dumps
from typing import Any

from msgspec import to_builtins

from mivdcli import __version__, cli
from mivdcli.cli import roff
from mivdcli.cli.describe import Command, Parameter, commands
from mivdcli.cli.exits import MEANINGS
from mivdcli.cli.topics import TOPICS, topic_page
from mivdcli.cli.topics.environment import OF_LIBRARIES, VARIABLES
from mivdcli.corpus import data_version

COMMON = 5
"""An option that this many commands have in the same words stands in the manual once."""


def as_json(program: Any) -> str:
    """The envelope of every answer, with the commands as its items."""
    items = [to_builtins(command) for command in commands(program)]
    envelope = {
        "schema": "mivd/help/1",
        "tool_version": __version__,
        "data_version": data_version(),
        "query": {},
        "count": len(items),
        "items": items,
        "topics": [{"topic": name, "line": line} for name, line in TOPICS.items()],
        "exit_codes": [{"code": code.value, "meaning": meaning} for code, meaning in MEANINGS.items()],
        "environment": [{"variable": name, "meaning": meaning} for name, meaning in (VARIABLES | OF_LIBRARIES).items()],
        "warnings": [],
    }
    return dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def as_roff(program: Any) -> str:
    return "\n".join(_roff(list(commands(program)))) + "\n"


def _roff(every: list[Command]) -> Iterator[str]:
    counted = Counter(_words(option) for command in every for option in command.options)
    common = {words for words, count in counted.items() if count >= COMMON}
    top, *rest = every
    yield f'.TH MIVD 1 "{data_version().replace(".", "-")}" "mivd {__version__}" "User Commands"'
    yield roff.request("SH", "NAME")
    yield "mivd \\- query and compare the public plans and reports of the MIVD"
    yield roff.request("SH", "SYNOPSIS")
    yield roff.request("B", top.usage)
    yield roff.request("SH", "DESCRIPTION")
    yield from roff.running(top.help)
    yield from roff.paragraph(cli.MEANT_FOR)
    yield roff.request("SH", "OPTIONS")
    for option in top.options:
        yield from _parameter(option)
    yield roff.request("SH", "COMMANDS")
    for command in rest:
        yield from _command(command, common)
    yield roff.request("SH", "COMMON OPTIONS")
    yield from roff.running("These mean the same in every command that takes them; mivd COMMAND --help says which it takes.")
    shown = {_words(option): option for command in every for option in command.options}
    for words, option in shown.items():
        if words in common:
            yield from _parameter(option)
    for name in TOPICS:
        yield from roff.blocks(topic_page(name))


def _command(command: Command, common: set[tuple[str, ...]]) -> Iterator[str]:
    yield roff.request("SS", f"mivd {command.name}")
    yield from roff.running(command.help)
    yield from roff.verbatim([command.usage])
    for one in (*command.arguments, *command.options):
        if _words(one) not in common:
            yield from _parameter(one)
    if command.examples:
        yield from roff.paragraph("Examples:")
        yield from roff.verbatim(line for one in command.examples for line in (f"# {one.says}", one.command))


def _words(parameter: Parameter) -> tuple[str, ...]:
    return (*parameter.names, parameter.help)


def _parameter(parameter: Parameter) -> Iterator[str]:
    names = ", ".join(parameter.names)
    option = parameter.names[0].startswith("-")
    tag = f"{names} {parameter.metavar}" if option and parameter.metavar else names
    said = [parameter.help]
    if parameter.choices and parameter.metavar not in ("FIELD", "FIELD[,FIELD]"):
        missing = [choice for choice in parameter.choices if choice not in f"{parameter.help} {parameter.metavar}"]
        said += [f"One of: {', '.join(parameter.choices)}."] if missing else []
    if parameter.default not in (None, ""):
        said.append(f"Usual: {parameter.default}.")
    if parameter.environment:
        said.append(f"Variable: {parameter.environment}.")
    yield from roff.tagged(tag, " ".join(said))
