"""One bibliographic record, and how BibLaTeX, CSL-JSON and RIS write it."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from mivdcli.printable import printable


class Entry(Struct, frozen=True, kw_only=True):
    """What is known of a thing that can stand in a bibliography. A field that is None is not known and is left out."""

    id: str
    kind: str
    """``report``, ``document`` (a letter to parliament), ``webpage`` or ``dataset``: the words of CSL."""
    title: str
    author: str | None = None
    issued: str | None = None
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    number: str | None = None
    """The official reference, whole."""
    section: str | None = None
    """The place in the document, in Dutch, as its headings are."""
    url: str | None = None
    version: str | None = None
    language: str | None = None
    note: str | None = None


def csl(entry: Entry) -> dict[str, Any]:
    """The record for any CSL processor; every value is text, as the schema of CSL-JSON wants it."""
    author = [{"literal": entry.author}] if entry.author else None
    issued = {"date-parts": [[int(part) for part in entry.issued.split("-")]]} if entry.issued else None
    found: dict[str, Any] = {
        "id": entry.id, "type": entry.kind, "title": entry.title, "author": author, "issued": issued, "number": entry.number,
        "section": entry.section, "URL": entry.url, "version": entry.version, "language": entry.language, "note": entry.note,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


_BIBLATEX = {"report": "report", "document": "misc", "webpage": "online", "dataset": "dataset"}
_LATEX = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
     "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " "}
)  # fmt: skip


def biblatex(entry: Entry) -> str:
    """The record for biber, in UTF-8; an institution as author stands in double braces, or it would be cut into names."""
    report = entry.kind == "report"
    fields = {
        "author": entry.author and f"{{{_latex(entry.author)}}}",
        "title": _latex(entry.title),
        "institution": entry.author and _latex(entry.author) if report else None,
        "type": "Kamerstuk" if report and entry.number else None,
        "number" if report else "howpublished": entry.number and _latex(entry.number),
        "date": entry.issued,
        "version": entry.version,
        "url": entry.url,
        "langid": {"nl": "dutch", "en": "english"}.get(entry.language or ""),
        "addendum": _latex("; ".join(filter(None, (entry.section, entry.note)))) or None,
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{_BIBLATEX[entry.kind]}{{{entry.id},\n{lines}}}\n"


def _latex(text: str) -> str:
    return printable(text).translate(_LATEX)


_RIS = {"report": "RPRT", "document": "GOVDOC", "webpage": "ELEC", "dataset": "DATA"}


def ris(entry: Entry) -> str:
    """The record for reference managers; the tag ``SP`` (page) is never written."""
    return (
        "".join(f"{tag}  - {printable(value.replace(chr(10), ' '))}\n" for tag, value in _ris_fields(entry) if value)
        + "ER  - \n"
    )


def _ris_fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    yield "TY", _RIS[entry.kind]
    yield "ID", entry.id
    yield "TI", entry.title
    yield "AU", entry.author and f"{entry.author},"  # the comma keeps an institution in one piece
    if entry.issued:
        yield "PY", entry.issued[:4]
        yield "DA", "/".join(entry.issued.split("-"))
    yield "M1", entry.number
    yield "SE", entry.section
    yield "ET", entry.version
    yield "UR", entry.url
    yield "LA", entry.language
    yield "N1", entry.note


def key(*parts: str) -> str:
    """A key that BibLaTeX, Markdown footnotes and CSL all take."""
    return re.sub(r"[^a-z0-9.]+", "-", "-".join(("mivd", *parts)).lower()).strip("-")
