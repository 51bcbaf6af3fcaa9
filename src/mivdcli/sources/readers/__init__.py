"""One reader per format; ``read`` finds out which one a file needs, or refuses it by name."""

from pathlib import Path

from mivdcli.errors import SourceError
from mivdcli.files import in_mib
from mivdcli.files import read_file as read_bytes
from mivdcli.sources.block import Reading
from mivdcli.sources.readers.detect import LARGEST, LARGEST_TEXT, Format, detect


def read_file(path: Path) -> Reading:
    """The text of an official document in a file. Raises SourceError where it is not, or not wholly, readable."""
    return read(load(path), path.name)


def load(path: Path) -> bytes:
    """The bytes of a file, unless it is too large to be a document. Raises SourceError."""
    try:
        return read_bytes(path, LARGEST)
    except OSError as error:
        raise SourceError(f'cannot read "{path}": {error.strerror or error}') from None


def read(data: bytes, name: str) -> Reading:
    """The same for bytes; ``name`` is what errors call them."""
    try:
        return _read(data, name)
    except RecursionError:
        raise SourceError(f'"{name}" is nested too deeply to be a document') from None
    except UnicodeError:
        raise SourceError(f'"{name}" is no text: its bytes are neither UTF-8 nor UTF-16 nor Windows-1252') from None


def _read(data: bytes, name: str) -> Reading:
    format = detect(data, name)
    if format is not Format.PDF and len(data) > LARGEST_TEXT:
        raise SourceError(
            f'"{name}" is larger than {in_mib(LARGEST_TEXT)}, the most for {format.value}', hint="give the document alone"
        )
    match format:
        case Format.XML:
            from mivdcli.sources.readers.kamerstuk_xml import read_xml

            return read_xml(data, name)
        case Format.HTML:
            from mivdcli.sources.readers.html import read_html

            return read_html(data, name)
        case Format.PDF:
            from mivdcli.sources.readers.pdf import read_pdf

            return read_pdf(data, name)
        case Format.TEXT:
            from mivdcli.sources.readers.plain import read_plain

            return read_plain(data, name)
