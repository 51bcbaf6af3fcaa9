"""Errors in words: what happened, why, what to type next. The one place that knows stderr and exit codes."""

import sys
from typing import Any

from mivdcli.cli.exits import Exit
from mivdcli.errors import DataError, MivdError, OutputError, SourceError, UnknownId
from mivdcli.text import one_line, printable

LONGEST = 2000
"""Characters of a line; with --format json a message is whole."""


def report(error: MivdError, *, as_json: bool) -> Exit:
    """Write the error to stderr and return the exit code that the contract names for it."""
    candidates = list(error.candidates) or _nearest(error)
    if as_json:
        import json

        facts: dict[str, Any] = {"code": error.code, "message": error.message, "hint": error.hint, "candidates": candidates}
        if isinstance(error, DataError):
            facts["problems"] = [problem._asdict() for problem in error.problems]
        print(json.dumps({"error": facts}, ensure_ascii=True), file=sys.stderr)
    else:
        print(_words(error, candidates), file=sys.stderr)
    return Exit.DATA if isinstance(error, DataError | OutputError | SourceError) else Exit.USAGE


def _words(error: MivdError, candidates: list[str]) -> str:
    told = _lines(error)
    if candidates:
        told[-1] += f"; did you mean {_either(candidates)}?"
    lines = [f"mivd: {_short(line)}" for line in told]
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


def _nearest(error: MivdError) -> list[str]:
    if not isinstance(error, UnknownId):
        return []
    from mivdcli.matching import nearest

    return nearest(error.value, error.known)
