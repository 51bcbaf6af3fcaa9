"""Canonical form: found to differ, or rewritten. Only the form is touched, never what a file says."""

import os
from collections.abc import Iterator

from mivdcli.checks.scope import File, Scope
from mivdcli.corpus import read_toml
from mivdcli.errors import DataError, OutputError, Problem
from mivdcli.toml_form import canonical, leading_comment


def check_form(scope: Scope) -> Iterator[Problem]:
    for file in scope.files:
        wanted = _canonical(file)
        if wanted is not None and wanted.encode() != file.path.read_bytes():
            yield Problem("form", file.name, "", "not in canonical form", "what mivd check --fix writes")


def fix_form(scope: Scope) -> list[str]:
    """Rewrite each readable file that is not in canonical form; the names of those rewritten."""
    fixed = []
    for file in scope.files:
        wanted = _canonical(file)
        if wanted is not None and wanted.encode() != file.path.read_bytes():
            _replace(file, wanted)
            fixed.append(file.name)
    return fixed


def _canonical(file: File) -> str | None:
    """The canonical text, or None for a file that cannot be read or has comments that a rewrite would lose."""
    try:
        data = read_toml(file.path, file.name)
    except DataError:
        return None
    comment = leading_comment(file.path.read_text(encoding="utf-8"))
    return canonical(data, file.kind, comment)


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
