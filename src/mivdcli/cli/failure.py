"""Errors in words: what happened, why, what to type next. The one place that knows stderr and exit codes."""

from typing import Any

from mivdcli.cli.exits import Exit
from mivdcli.cli.streams import say
from mivdcli.errors import DataError, MivdError, OutputError, SourceError, UnknownId
from mivdcli.printable import one_line, printable

LONGEST = 2000
"""Characters of a line; with --format json a message is whole."""


def report(error: MivdError, *, as_json: bool) -> Exit:
    """Write the error to stderr and return the exit code that the contract names for it."""
    if as_json:
        import json

        facts: dict[str, Any] = {
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "candidates": candidates_of(error),
        }
        if isinstance(error, DataError):
            facts["problems"] = [problem._asdict() for problem in error.problems]
        say(json.dumps({"error": facts}, ensure_ascii=True))
    else:
        say(_words(error))
    return Exit.DATA if isinstance(error, DataError | OutputError | SourceError) else Exit.USAGE


def told(error: MivdError) -> str:
    """The error in words, with what may have been meant."""
    return "\n".join(_told(error))


def _told(error: MivdError) -> list[str]:
    lines, candidates = _lines(error), candidates_of(error)
    if candidates:
        lines[-1] += f"; did you mean {_either(candidates)}?"
    return lines


def _words(error: MivdError) -> str:
    lines = [f"mivd: {_short(line)}" for line in _told(error)]
    if error.hint:
        lines.append(f"mivd: {error.hint}")
    return printable("\n".join(lines))


def _lines(error: MivdError) -> list[str]:
    """What a message says; only those of several parts have several lines, whatever a user's own word in one may hold."""
    if isinstance(error, DataError):
        return [one_line(str(problem)) for problem in error.problems]
    return error.message.split("\n") if isinstance(error, SourceError) else [one_line(error.message)]


def _short(line: str) -> str:
    """A message is for reading: of a value of a million characters the beginning is enough."""
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} … ({len(line) - LONGEST} characters more)"


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


def candidates_of(error: MivdError) -> list[str]:
    """What may have been meant: what the error itself knows, else the nearest of the ids there are."""
    if error.candidates or not isinstance(error, UnknownId):
        return list(error.candidates)
    from mivdcli.matching import nearest

    return nearest(error.value, error.known, names=error.names)
