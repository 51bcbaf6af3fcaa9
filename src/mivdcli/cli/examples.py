"""Examples at the foot of a command's help: what each shows, and the command itself, ready to be copied."""

from collections.abc import Iterator

from msgspec import Struct

_AS_IT_IS = "\b\n"
"""Tells typer to leave the lines of a paragraph alone: a command must not be broken over two of them."""


class Example(Struct, frozen=True):
    command: str
    says: str
    """What it shows."""


def examples(shown: dict[str, str]) -> str:
    """The foot of a help page out of commands and what each of them shows; the comment may be pasted along."""
    pairs = "".join(f"\n  # {says}\n  {command}" for command, says in shown.items())
    return f"{_AS_IT_IS}Examples:{pairs}"


def examples_in(foot: str | None) -> Iterator[Example]:
    """The examples that ``examples`` wrote."""
    says = ""
    for line in (foot or "").splitlines()[2:]:
        text = line.strip()
        if text.startswith("# "):
            says = text.removeprefix("# ")
        else:
            yield Example(text, says)
