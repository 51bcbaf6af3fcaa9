"""What a caller gives, in the one form that the core takes."""

from collections.abc import Iterable


def several(values: str | Iterable[str] | None) -> list[str]:
    """A list of names; one name alone is meant as a list of it, never as its letters."""
    if values is None:
        return []
    return [values] if isinstance(values, str) else list(values)


def spelt(year: int | str | None) -> str | None:
    """A year as the command line has it."""
    return None if year is None else str(year)
