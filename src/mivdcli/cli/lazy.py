"""Commands whose modules are imported when they are asked for, so that no command pays for another's imports."""

import importlib
from typing import Any

import typer
from typer.core import TyperGroup

from mivdcli.cli.extras import with_extras

COMMANDS = {
    "documents": "what is bundled, how completely, from which source",
    "themes": "themes with passages, commitments and figures; a year shows plan beside report",
    "figures": "the numbers, as printed and as values, with source and note",
    "trend": "a series through the years: change, target or norm, breaks marked",
    "search": "passages and other things that match, why, and where",
    "show": "one thing whole: a passage, a section, a document, a series",
    "cite": "what to write below a quotation: legal style, plain, BibLaTeX, CSL-JSON, RIS",
    "diff": "plan against report by commitment, theme and figure",
    "gaps": "what plan or earlier report had and the report of a year does not mention",
    "glossary": "what UVO, ABDO, VGB and the like mean, and where they occur",
    "export": "everything as CSV, JSON Lines and SQLite, with a datapackage.json",
    "replay": "a stamped answer again: still the same?",
    "source": "the official texts that you have: add, fetch, list, remove",
    "verify": "every passage and figure against the official text",
    "draft": "a new document to start from, out of an official text",
    "check": "the data itself: schema, references, duplicates, provenance",
    "schema": "the JSON Schema of an answer",
    "help": "help on a subject, such as how diff works",
}
"""Each command with its line in the help; the module of the same name holds it."""


class LazyCommands(dict[str, Any]):
    """Name to command, where a command is a module's name until somebody looks at it."""

    def __getitem__(self, name: str) -> Any:
        command = super().__getitem__(name)
        if command is None:
            module = importlib.import_module(f"mivdcli.cli.commands.{name}")
            self[name] = command = with_extras(typer.main.get_command(module.app))
            for inner in getattr(command, "commands", {}).values():
                with_extras(inner)
        return command

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401 - dict.get would hand out the unloaded None

    def values(self) -> Any:
        return [self[name] for name in self]

    def items(self) -> Any:
        return [(name, self[name]) for name in self]


class LazyGroup(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = LazyCommands(dict.fromkeys(COMMANDS))

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order of the list above, not of the alphabet."""
        return list(self.commands)
