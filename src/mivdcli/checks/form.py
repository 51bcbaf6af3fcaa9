"""Canonical form: found to differ, or rewritten. Only the form is touched, never what a file says."""

import re
from collections.abc import Iterator

from mivdcli import parse
from mivdcli.checks.scope import File, Scope
from mivdcli.corpus import LARGEST_FILE, toml_of
from mivdcli.errors import DataError, OutputError, Problem
from mivdcli.files import read_file
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
        return read_file(file.path, LARGEST_FILE)
    except OSError:
        return b""


def _wanted(file: File, raw: bytes) -> str | Problem | None:
    """The canonical text where it differs; a problem where a rewrite would lose a comment; None where all is well.

    A file that cannot be read, or holds what no such file may hold, has its own problem already.
    """
    try:
        data = toml_of(raw, file.name)
        parse.record(file.kind, data, file.name)
    except DataError:
        return None
    text = raw.decode("utf-8").replace("\r\n", "\n")
    comment = leading_comment(text)
    wanted = canonical(data, file.kind, comment)
    if wanted == text:
        return None
    line = _comment_below(text, comment)
    if line is not None:
        expected = "comments at the top, notes in note_nl and note_en"
        return Problem("comment", file.name, f"line {line}", "a rewrite would lose this comment", expected)
    return wanted


_STRING_OR_COMMENT = re.compile(
    r'''"""(?:\\.|[^\\])*?"""+|\'{3}.*?\'{3,}|"(?:\\.|[^"\\])*"|\'[^\']*\'|(?P<comment>#)''', re.DOTALL
)
"""In text that is valid TOML a ``#`` outside a string begins a comment."""


def _comment_below(text: str, comment: str) -> int | None:
    """The first line after the leading comment that holds another."""
    below = sum(map(len, text.splitlines(keepends=True)[: comment.count("\n")]))
    for found in _STRING_OR_COMMENT.finditer(text, below):
        if found["comment"]:
            return text.count("\n", 0, found.start()) + 1
    return None


def _replace(file: File, raw: bytes, wanted: str) -> None:
    if toml_of(wanted.encode(), file.name) != toml_of(raw, file.name):
        raise OutputError(f"{file.name}: the canonical form would say something else; left as it is")
    try:
        done = replace_file(file.path, [wanted.encode()], only_over=raw, through_links=False)
    except OSError as error:
        raise OutputError(f'cannot rewrite "{file.path}": {error.strerror or error}') from None
    if not done:
        raise OutputError(
            f'"{file.path}" was changed by somebody else meanwhile; left as it is', hint="run mivd check --fix again"
        )
