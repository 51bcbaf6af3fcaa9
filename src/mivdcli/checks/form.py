"""Canonical form: found to differ, or rewritten. Only the form is touched, never what a file says."""

import os
from collections.abc import Iterator
from typing import Any

from mivdcli.checks.scope import File, Scope
from mivdcli.corpus import parse_toml, read_toml
from mivdcli.errors import DataError, OutputError, Problem
from mivdcli.toml_form import canonical, leading_comment


def check_form(scope: Scope) -> Iterator[Problem]:
    for file in scope.files:
        match _wanted(file):
            case Problem() as problem:
                yield problem
            case str():
                yield Problem("form", file.name, "", "not in canonical form", "what mivd check --fix writes")


def fix_form(scope: Scope) -> list[str]:
    """Rewrite each readable file that is not in canonical form; the names of those rewritten."""
    fixed = []
    for file in scope.files:
        wanted = _wanted(file)
        if isinstance(wanted, str):
            _replace(file, wanted)
            fixed.append(file.name)
    return fixed


def _wanted(file: File) -> str | Problem | None:
    """The canonical text where it differs; a problem where a rewrite would lose a comment; None where all is well.

    A file that cannot be read at all has its own problem already.
    """
    try:
        data = read_toml(file.path, file.name)
    except DataError:
        return None
    text = file.path.read_text(encoding="utf-8")
    comment = leading_comment(text)
    wanted = canonical(data, file.kind, comment)
    if wanted == text:
        return None
    line = _comment_below(text, comment, data)
    if line is not None:
        expected = "comments at the top, notes in note_nl and note_en"
        return Problem("comment", file.name, f"line {line}", "a rewrite would lose this comment", expected)
    return wanted


def _comment_below(text: str, comment: str, data: dict[str, Any]) -> int | None:
    """The first line after the leading comment that holds another: one that can be cut at a ``#`` without changing the data."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for place in (at for at, character in enumerate(line) if character == "#"):
            shorter = "\n".join([*lines[:number], line[:place], *lines[number + 1 :]])
            if number >= comment.count("\n") and _says(shorter) == data:
                return number + 1
    return None


def _says(text: str) -> dict[str, Any] | None:
    try:
        return parse_toml(text)
    except ValueError:
        return None


def _replace(file: File, text: str) -> None:
    beside = file.path.with_name(f".{file.path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(text, encoding="utf-8")
        if read_toml(beside, file.name) != read_toml(file.path, file.name):
            raise OutputError(f"{file.name}: the canonical form would say something else; left as it is")
        beside.replace(file.path)
    except OSError as error:
        raise OutputError(f'cannot rewrite "{file.path}": {error.strerror or error}') from None
    finally:
        beside.unlink(missing_ok=True)
