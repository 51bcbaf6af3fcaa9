"""``--raw``, ``--stamp`` and ``--safe-csv``, which every listing command takes without having to know of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from typer.core import TyperOption


class Extras(NamedTuple):
    """What is wanted of the answer besides its format."""

    raw: str | None = None
    stamp: bool = False
    safe_csv: bool = False


NO_EXTRAS = Extras()
EXTRAS: ContextVar[Extras] = ContextVar("extras", default=NO_EXTRAS)
ARGUMENTS: ContextVar[tuple[str, ...]] = ContextVar("arguments", default=())
"""The command line as it was typed, without the name of the program."""


CAPTURED: ContextVar[list[str] | None] = ContextVar("captured", default=None)
"""While a stamp is replayed, the hashes of the answers; nothing is written then."""


@contextmanager
def capturing() -> Iterator[list[str]]:
    """Collects the hash of each answer instead of writing it, whatever the command says about where to write."""
    found: list[str] = []
    token = CAPTURED.set(found)
    try:
        yield found
    finally:
        CAPTURED.reset(token)


def typed_instead(old: str, new: Sequence[str]) -> None:
    """Repeats what stdin held as if it had been typed, for a stamp must not depend on a pipe that is gone."""
    place = ARGUMENTS.get()
    if old in place:
        at = place.index(old)
        ARGUMENTS.set((*place[:at], *new, *place[at + 1 :]))


@contextmanager
def typed(arguments: Sequence[str]) -> Iterator[None]:
    token = ARGUMENTS.set(tuple(arguments))
    try:
        yield
    finally:
        ARGUMENTS.reset(token)


def with_extras(command: Any) -> Any:
    """The command with both options, if it is one that lists: one that takes ``--fields``."""
    if not any("--fields" in parameter.opts for parameter in command.params):
        return command
    inner = command.callback

    def callback(*, raw: str | None, stamp: bool, safe_csv: bool, **rest: Any) -> Any:
        token = EXTRAS.set(Extras(raw, stamp, safe_csv))
        try:
            return inner(**rest)
        finally:
            EXTRAS.reset(token)

    command.callback = callback
    command.params += [
        TyperOption(param_decls=["--raw"], metavar="FIELD", help="Only this field of each record, bare, one record a line."),
        TyperOption(param_decls=["--safe-csv"], is_flag=True, help="In CSV: what a spreadsheet takes for a formula as text."),
        TyperOption(
            param_decls=["--stamp"],
            is_flag=True,
            help="Say on stderr what was asked of which version, with a hash; mivd replay asks it again.",
        ),
    ]
    return command
