"""One reader per format; ``read`` finds out which one a file needs, or refuses it by name."""

from pathlib import Path

from mivdcli.errors import SourceError
from mivdcli.sources.block import Reading
from mivdcli.sources.readers.detect import LARGEST, Format, detect


def read_file(path: Path) -> Reading:
    """The text of an official document in a file. Raises SourceError where it is not, or not wholly, readable."""
    return read(load(path), path.name)


def load(path: Path) -> bytes:
    """The bytes of a file, unless it is too large to be a document. Raises SourceError."""
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(f'"{path}" is larger than {LARGEST // 1024**2} MiB', hint="give the document alone")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f'cannot read "{path}": {error.strerror or error}') from None


def read(data: bytes, name: str) -> Reading:
    """The same for bytes; ``name`` is what errors call them."""
    try:
        return _read(data, name)
    except UnicodeError:
        raise SourceError(f'"{name}" is no text: its bytes are neither UTF-8 nor UTF-16 nor Windows-1252') from None


def _read(data: bytes, name: str) -> Reading:
    match detect(data, name):
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
