"""A line that says what was asked of which version and what came out, so that anybody can ask again."""

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mivdcli.items import Item


class Stamp(NamedTuple):
    tool_version: str
    data_version: str
    sha256: str
    """Of what the command prints with ``--format jsonl``: the records, whatever format they were shown in."""
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        versions = f"mivd {self.tool_version}, data {self.data_version}"
        return f"{versions}, sha256:{self.sha256}, command: {shlex.join(('mivd', *self.arguments))}"


class ReplayItem(Item, frozen=True, kw_only=True):
    """A stamp beside what the same command answers now."""

    status: str
    """``same``, ``different``, or ``failed`` where the command no longer answers at all."""
    command: str
    sha256_then: str
    sha256_now: str | None
    tool_version_then: str
    tool_version_now: str
    data_version_then: str
    data_version_now: str


_FORM = re.compile(r"mivd (?P<tool>\S+), data (?P<data>\S+), sha256:(?P<sha>[0-9a-f]{64}), command: mivd (?P<command>.+)")


def digest(pieces: Iterator[str]) -> str:
    from hashlib import sha256  # loads a library of 4 MB, which only a stamp needs

    found = sha256()
    for piece in pieces:
        found.update(piece.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def read_stamps(text: str) -> list[Stamp]:
    """Every stamp in a text, a line each; what stands around it does not matter."""
    found = []
    for line in text.splitlines():
        if match := _FORM.search(line):
            try:
                arguments = tuple(shlex.split(match["command"]))
            except ValueError:  # a quote that never ends: cut off when it was copied
                continue
            if arguments:
                found.append(Stamp(match["tool"], match["data"], match["sha"], arguments))
    return found


def stamped_arguments(arguments: Sequence[str], data: str | None) -> tuple[str, ...]:
    """The command line to be repeated: without ``--stamp``, with the user's own folder where only the environment names it."""
    kept = list(arguments)
    if "--stamp" in kept:
        kept.remove("--stamp")
    named = any(argument == "--data" or argument.startswith("--data=") for argument in kept)
    return tuple(kept if named or data is None or not kept else [kept[0], "--data", data, *kept[1:]])
