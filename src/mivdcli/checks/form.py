"""Canonical form: found to differ, or rewritten. Only the form is touched, never what a file says."""

from collections.abc import Iterator
from typing import Any

from mivdcli.checks.scope import File, Scope
from mivdcli.corpus import LARGEST_FILE, parse_toml
from mivdcli.errors import OutputError, Problem
from mivdcli.toml_form import canonical, leading_comment
from mivdcli.whole import replace_file


def check_form(scope: Scope) -> Iterator[Problem]:
    for file in scope.files:
        match _wanted(file, _raw(file)):
            case Problem() as problem:
                yield problem
            case str():
                yield Problem("form", file.name, "", "not in canonical form", "what mivd check --fix writes")


def fix_form(scope: Scope) -> list[str]:
    """Rewrite each readable file that is not in canonical form; the names of those rewritten."""
    fixed = []
    for file in scope.files:
        raw = _raw(file)
        wanted = _wanted(file, raw)
        if isinstance(wanted, str):
            _replace(file, raw, wanted)
            fixed.append(file.name)
    return fixed


def _raw(file: File) -> bytes:
    """What a file holds, read once: it may be another the next time. Empty where it cannot be read."""
    try:
        return file.path.read_bytes() if file.path.stat().st_size <= LARGEST_FILE else b""
    except OSError:
        return b""


def _wanted(file: File, raw: bytes) -> str | Problem | None:
    """The canonical text where it differs; a problem where a rewrite would lose a comment; None where all is well.

    A file that cannot be read at all has its own problem already.
    """
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    data = _says(text)
    if not data or "\ufffd" in text:
        return None
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
    except (ValueError, RecursionError, ArithmeticError):
        return None


def _replace(file: File, raw: bytes, wanted: str) -> None:
    if _says(wanted) != _says(raw.decode("utf-8")):
        raise OutputError(f"{file.name}: the canonical form would say something else; left as it is")
    try:
        done = replace_file(file.path, [wanted.encode()], only_over=raw)
    except OSError as error:
        raise OutputError(f'cannot rewrite "{file.path}": {error.strerror or error}') from None
    if not done:
        raise OutputError(
            f'"{file.path}" was changed by somebody else meanwhile; left as it is', hint="run mivd check --fix again"
        )
