"""Wording and small pieces that several views share."""

from collections.abc import Sequence
from typing import Any

from mivdcli.render.view import Cell

EXTENT = {
    "full": "described in full",
    "partial": "known in part",
    "secondary": "known from announcements and press only",
    "none": "known to exist, not seen",
}
"""What a coverage means, for people."""

VOICE = {
    "nl": {
        None: "naar de officiële tekst, in onze woorden", "report": "het document, volgens bronnen",
        "presentation": "gezegd bij de presentatie", "event": "gebeurtenis, niet uit het verslag",
        "later": "latere gebeurtenis, niet uit het verslag", "before": "vóór het jaar, ter vergelijking",
    },
    "en": {
        None: "from the official text, in our words", "report": "the document, according to sources",
        "presentation": "said when presenting it", "event": "event, not from the report",
        "later": "later event, not from the report", "before": "before the year, for comparison",
    },
}  # fmt: skip
"""Who speaks in a passage, for people. What stands below it is a description: nobody is to quote it as the document's words."""


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_language(record: dict[str, Any], name: str, lang: str) -> str:
    """The field in the language asked for."""
    return record[f"{name}_{lang}"] or ""


def lines(*parts: str | None) -> str:
    """The parts that say something, each on its own line."""
    return "\n".join(part for part in parts if part)


def sources_text(sources: Sequence[dict[str, Any]]) -> str:
    return "\n".join(
        f"{source['kind']}: {source['url']}" + (f" ({source['date']})" if source["date"] else "") for source in sources
    )


def marked(text: str, matches: Sequence[dict[str, Any]], field: str, *, before: str = "", after: str = "") -> Cell:
    """The text with its matches marked, between unmarked lines."""
    shift = len(before)
    marks = tuple((match["start"] + shift, match["end"] + shift) for match in matches if match["field"] == field)
    return Cell(before + text + after, marks)
