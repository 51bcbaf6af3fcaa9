"""What a file is, judged by its content and never by its name; what is no document is refused here by its own name."""

import re
from enum import StrEnum
from itertools import takewhile

from mivdcli.errors import SourceError
from mivdcli.files import MIB

LARGEST = 64 * MIB
"""Of a file: a PDF with many pictures. The largest annual report known is under 4 MiB."""
LARGEST_TEXT = 2 * MIB
"""Of a file that is text itself, and of the text in a PDF; the longest report known has a twentieth."""
_HEAD = 4096
_ROOT = re.compile(rb"<(?![?!])([A-Za-z_][\w.:-]*)")
_METADATA = {b"metadata_gegevens": "metadata.xml", b"owms-metadata": "metadata_owms.xml"}
_DOCUMENTS = (b"officiele-publicatie", b"kamerwrk")
_MAGIC = {
    b"PK\x03\x04": "a ZIP, ODT or Word file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"{\\rtf": "an RTF file",
}


class Format(StrEnum):
    XML = "xml"
    HTML = "html"
    PDF = "pdf"
    TEXT = "text"


def detect(data: bytes, name: str) -> Format:
    """The format of a file. Raises SourceError that says what the file is where it is no text of a document."""
    start = _without_utf16(data[: 2 * _HEAD]).lstrip(b"\xef\xbb\xbf \t\r\n")[:_HEAD]
    if not start:
        raise SourceError(f'"{name}" is empty')
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(f'"{name}" is {what}', hint="give the XML, HTML, PDF or plain text of the document")
    if start.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return Format.PDF
    if start.startswith(b"<"):
        return _markup(start, name)
    if start[:1] in b"{[" and re.match(rb'[\[{]\s*["{\]}]', start):
        raise SourceError(f'"{name}" is JSON, not the text of a document', hint="give the XML, HTML, PDF or plain text")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(f'"{name}" is no text: it holds bytes of another kind of file')
    return Format.TEXT


def _markup(start: bytes, name: str) -> Format:
    if re.search(rb"<!DOCTYPE\s+html|<html[\s>]", start, re.IGNORECASE):
        return Format.HTML
    found = _ROOT.search(start)
    root = found.group(1) if found else b""
    if root in _METADATA:
        raise SourceError(
            f'"{name}" is the {_METADATA[root]} of a publication, not its text', hint="the text is the .xml or .html beside it"
        )
    if root in _DOCUMENTS:
        return Format.XML
    shown = root.decode("ascii", "replace") or "nothing"
    expected = " or ".join(known.decode() for known in _DOCUMENTS)
    raise SourceError(f'"{name}" is XML with the root {shown}, which is no Kamerstuk', hint=f"known roots: {expected}")


def _without_utf16(start: bytes) -> bytes:
    """The first bytes as ASCII would have them, enough to look at."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            text = start[2 : len(start) - len(start) % 2].decode(encoding, "ignore")
            return "".join(takewhile(lambda character: character != "\0", text)).encode("utf-8", "ignore")
    return start
