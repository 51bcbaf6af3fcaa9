"""The official wording beside what we say of it, where a reader has added the texts and asked for it."""

from collections.abc import Iterable, Mapping
from typing import Any

Quotes = Mapping[str, tuple[str | None, str]]
"""By ref: the official wording, or None, and where it is from, or why it is missing."""


def add_quotes(findings: Iterable[dict[str, Any]], quotes: Quotes, *, differences: bool = False) -> None:
    """Put ``quote`` on each finding and on each piece of its evidence; None where the wording is not to be had.

    With ``differences`` the evidence also says, word by word, how its wording differs from that of the finding: two
    documents of one kind often repeat each other.
    """
    for finding in findings:
        ours = finding["quote"] = _text(quotes, finding)
        for one in finding["evidence"]:
            theirs = one["quote"] = _text(quotes, one)
            if differences:
                one["difference"] = _difference(ours, theirs)


def official(record: Mapping[str, Any]) -> str | None:
    """What a table shows of it: the differences where there are any to show, else the wording."""
    if record.get("difference"):
        return f"official, compared: {record['difference']}"
    return f"official: {record['quote']}" if record.get("quote") else None


def _text(quotes: Quotes, record: Mapping[str, Any]) -> str | None:
    return quotes.get(record["ref"], (None, ""))[0]


def _difference(ours: str | None, theirs: str | None) -> str | None:
    from mivdcli.sources.difference import word_difference

    return word_difference(ours, theirs) if ours and theirs and ours != theirs else None
