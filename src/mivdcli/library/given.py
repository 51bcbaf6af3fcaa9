"""What a caller gives, in the one form that the core takes."""

from collections.abc import Iterable

from mivdcli.errors import UnknownId

LANGUAGES = ("nl", "en")


def language(lang: str) -> str:
    """Raises UnknownId for one that the data is not in."""
    if lang not in LANGUAGES:
        raise UnknownId("language", lang, LANGUAGES, hint="choices: " + ", ".join(LANGUAGES))
    return lang


def several(values: str | Iterable[str] | None) -> list[str]:
    """A list of names; one name alone is meant as a list of it, never as its letters."""
    if values is None:
        return []
    return [values] if isinstance(values, str) else list(values)


def spelt(year: int | str | None) -> str | None:
    """A year as the command line has it."""
    return None if year is None else str(year)
