"""The small invented world of the tests as files, made once, and inputs cut out of bytes."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests import small

from mivdcli.corpus import Corpus


@cache
def scratch() -> Path:
    """A folder of this process, gone when it ends."""
    folder = Path(tempfile.mkdtemp(prefix="mivd-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def folder() -> Path:
    return small.write(scratch() / "data")


@cache
def corpus() -> Corpus:
    return Corpus(bundled=folder())


class Bytes:
    """Choices and texts out of the bytes of an input, the same ones each time; when they are used up everything is 0."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def number(self, below: int) -> int:
        size = 1 if below <= 256 else 3
        part = self.data[self.at : self.at + size]
        self.at += size
        return int.from_bytes(part, "big") % below

    def text(self) -> str:
        """Up to 255 bytes, as many as the next byte says."""
        size = self.number(256)
        part = self.data[self.at : self.at + size]
        self.at += size
        return part.decode("utf-8", "ignore")

    @property
    def rest(self) -> bytes:
        return self.data[self.at :]
