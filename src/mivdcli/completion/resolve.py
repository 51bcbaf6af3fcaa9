"""From a half-typed command line to what may stand there."""

from __future__ import annotations

import os

from mivdcli.completion.candidates import Asked, Candidate, begins, of_kind
from mivdcli.completion.commands import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mivdcli.completion.grammar import Option, Values

FILES = ("file", "folder")
"""Kinds that the shell itself completes, in its own way."""


class Found:
    """What to offer: candidates, or the shell's own files or folders."""

    def __init__(self, candidates: list[Candidate], files: str = "", prefix: str = "") -> None:
        self.candidates = candidates
        self.files = files
        """``file`` or ``folder`` where names of files are to be offered too."""
        self.prefix = prefix
        """What stands before the value in the same word: ``--output=``."""


class Typed:
    """The words before the cursor, understood."""

    def __init__(self, words: list[str]) -> None:
        self.command = ""
        self.arguments: list[str] = []
        self.options: dict[str, list[str]] = {}
        self.waiting = ""
        """An option whose value comes next."""
        self.only_arguments = False
        """After ``--``."""
        for word in words:
            self._take(word)

    @property
    def known(self) -> dict[str, Option]:
        return COMMANDS[self.command][2]

    def _take(self, word: str) -> None:
        if self.waiting:
            self.options.setdefault(self.waiting, []).append(word)
            self.waiting = ""
        elif self.only_arguments:
            self.arguments.append(word)
        elif word == "--":
            self.only_arguments = True
        elif word.startswith("-") and word != "-":
            self._take_option(word)
        elif not self.arguments and f"{self.command} {word}".strip() in COMMANDS:
            self.command = f"{self.command} {word}".strip()
        else:
            self.arguments.append(word)

    def _take_option(self, word: str) -> None:
        name, equals, value = word.partition("=")
        if not word.startswith("--"):
            name, equals, value = word[:2], word[2:], word[2:]
        name = long_name(self.known, name)
        if equals:
            self.options.setdefault(name, []).append(value)
        elif name in self.known and self.known[name][3]:
            self.waiting = name
        else:
            self.options.setdefault(name, [])


def long_name(known: dict[str, Option], name: str) -> str:
    """``--output`` for ``-o``."""
    return next((long for long, option in known.items() if option[0] == name), name)


def complete(words: list[str], current: str) -> Found:
    """What may stand at the cursor, after ``words`` (without the name of the program) and ``current``."""
    typed = Typed(words)
    if typed.waiting:
        return _value(typed, typed.waiting, current)
    if current.startswith("-") and not typed.only_arguments:
        name, equals, value = current.partition("=")
        if equals:
            return _value(typed, name, value, f"{name}=")
        return Found(_options(typed, current))
    found = _argument(typed, current)
    if not found.candidates and not found.files and not current and not typed.only_arguments:
        return Found(_options(typed, ""))
    return found


def _options(typed: Typed, current: str) -> list[Candidate]:
    """The options that have not been given yet, or may be given again; ``-o`` only where it was begun like that."""
    found: list[Candidate] = []
    for name, (short, says, repeatable, _) in typed.known.items():
        if repeatable or name not in typed.options:
            found += [(form, says, False) for form in (name, short) if form and form.startswith(current)]
    return found if current == "-" else [one for one in found if one[0].startswith("--") or current]


def _value(typed: Typed, name: str, current: str, prefix: str = "") -> Found:
    option = typed.known.get(long_name(typed.known, name))
    if option is None or not option[3]:
        return Found([])
    return _values(typed, option[3], current, typed.options.get(name, []), prefix)


def _argument(typed: Typed, current: str) -> Found:
    """What comes next without a dash: a command of the group, or a value of the argument whose turn it is."""
    _, arguments, _ = COMMANDS[typed.command]
    if not arguments:
        return Found(_commands(typed.command, current) if not typed.arguments else [])
    at = len(typed.arguments)
    values, repeatable = arguments[min(at, len(arguments) - 1)]
    if at >= len(arguments) and not repeatable:
        return Found([])
    return _values(typed, values, current, typed.arguments)


def _commands(group: str, current: str) -> list[Candidate]:
    before = f"{group} ".lstrip()
    return [
        (name[len(before) :], says, False)
        for name, (says, _, _) in COMMANDS.items()
        if name.startswith(before + current) and name and " " not in name[len(before) :]
    ]


def _values(typed: Typed, values: Values, current: str, given: list[str], prefix: str = "") -> Found:
    kinds, choices, listed = values
    if listed:
        before, comma, current = current.rpartition(",")
        given = given + before.split(",")
        prefix += before + comma
    asked = Asked(current, given, _data_folder(typed))
    found = [(choice, "", False) for choice in choices if begins(choice, current) and choice not in given]
    for kind in kinds:
        if kind == "series" and "topic" in kinds:
            continue  # a topic opens its series
        found += _commands(" ".join(given), current) if kind == "command" else of_kind(kind, asked)
    once: dict[str, Candidate] = {}
    as_typed = [one for one in found if one[0].startswith(current)]
    for value, says, more in as_typed or found:
        if value.isprintable():  # a name of a file may hold a line end, or what a terminal obeys
            once.setdefault(value, (prefix + value, says, more))
    if not prefix.isprintable():
        return Found([])  # typed by the user, and nothing that ours could follow
    return Found(list(once.values()), next((kind for kind in kinds if kind in FILES), ""), prefix)


def _data_folder(typed: Typed) -> str | None:
    return next(iter(typed.options.get("--data", [])), os.environ.get("MIVD_DATA"))
