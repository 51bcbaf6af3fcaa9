"""A data file as the wheel holds it besides the TOML: already read and checked, as a ``.pyc`` is to a ``.py``.

The TOML stays the truth. What was compiled counts only while the TOML is byte for byte what it was compiled from.
"""

from pathlib import Path
from typing import TypeVar
from zlib import crc32

from msgspec import DecodeError, msgpack

from mivdcli.model import Record

R = TypeVar("R", bound=Record)
SUFFIX = ".msgpack"
_LENGTH = 4
"""Bytes of the checksum that stand before the record."""


def checksum(raw: bytes) -> bytes:
    """Of the contents of a file; against a change that somebody made, not against one that somebody hides."""
    return crc32(raw).to_bytes(_LENGTH)


def read_compiled(path: Path, kind: type[R]) -> R | None:
    """The record of a TOML file; None where it was not compiled, or the file is another by now."""
    try:
        stored = path.with_suffix(SUFFIX).read_bytes()
        if stored[:_LENGTH] == checksum(path.read_bytes()):
            return msgpack.decode(memoryview(stored)[_LENGTH:], type=kind)
    except (OSError, DecodeError):  # the TOML can still be read
        pass
    return None


def write_compiled(path: Path, record: Record) -> None:
    """Store the record that the TOML file at ``path`` holds beside it."""
    path.with_suffix(SUFFIX).write_bytes(checksum(path.read_bytes()) + msgpack.encode(record))
