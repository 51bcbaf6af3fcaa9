"""How an answer is wanted: what the options of a listing command say, before the settings fill in the rest."""

from pathlib import Path
from typing import NamedTuple

from mivdcli.cli.settings import COLORS, FORMATS, LANGUAGES, current
from mivdcli.errors import UnknownId

DRAWING = "svg"
"""Only for an answer that can be drawn."""

NAMES = {"nl": ("Dutch", "Nederlands", "nl-NL"), "en": ("English", "Engels", "en-GB", "en-US"), "md": ("markdown",)}
"""What people call a choice."""


class Wish(NamedTuple):
    """The options that every listing command takes."""

    format: str | None = None
    """None where the command line names none: then the settings decide, and failing that the kind of stdout."""
    fields: str | None = None
    lang: str = "nl"
    output: Path | None = None
    color: str | None = None
    no_pager: bool = False
    quiet: bool = False
    data: Path | None = None

    def checked(self) -> "Wish":
        """The same wish. Raises UnknownId for a choice that does not exist, and says what is wrong with the settings."""
        for what, value, known in (
            ("format", self.format, (*FORMATS, DRAWING)),
            ("language", self.lang, LANGUAGES),
            ("colour choice", self.color, COLORS),
        ):
            if value is not None and value not in known:
                raise UnknownId(what, value, known, hint="choices: " + ", ".join(known), names=NAMES)
        current().check()
        return self
