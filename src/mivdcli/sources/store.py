"""Where the reader's official texts are kept: one file per document and version, written whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from mivdcli.errors import MissingExtra, SourceError, UnknownId
from mivdcli.files import MIB, read_file
from mivdcli.model import Document
from mivdcli.sources.align import Found
from mivdcli.text import normal_form
from mivdcli.whole import beside, move_new

VARIABLE = "MIVD_SOURCES"
"""Names another folder than the platform's own."""
SCHEMA = "mivd-source/1"
LARGEST_STORED = 16 * MIB
"""Of a kept text with its alignment; four times what the largest text takes."""


class Stored(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An official text with its origin, and where in it the passages of the document stand."""

    schema: str
    document: str
    version: Annotated[int, Meta(ge=1)]
    origin: str
    """The file or the address that it came from."""
    added: str
    """When, in UTC."""
    format: str
    size: int
    """Of the file as it came, in bytes."""
    sha256: str
    """Of the file as it came."""
    publication_id: str
    described: str
    """Which fingerprints the alignment was made for: another edition of the data needs another alignment."""
    text: str
    alignment: tuple[Found, ...]


class Store:
    """The folder of official texts. Reading one needs no library beyond the core; only its place may."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else default_folder()

    def documents(self) -> list[str]:
        """The ids of the documents of which a text is there, sorted."""
        if not self.folder.is_dir():
            return []
        found = (path.name for path in self.folder.iterdir() if not path.name.startswith("."))
        return sorted(name for name in found if self._versions(name))

    def current(self, id: str) -> Stored | None:
        """The newest text of a document; None where there is none. Raises SourceError where it is damaged."""
        return next(self.history(id), None)

    def history(self, id: str) -> Iterator[Stored]:
        """Every version of a document's text, newest first; without one that another process removes meanwhile."""
        for version in reversed(self._versions(id)):
            try:
                stored = self._read(self.path(id, version))
            except FileNotFoundError:
                continue
            yield stored

    def path(self, id: str, version: int) -> Path:
        return self.folder / id / f"{version}.json"

    def save(self, stored: Stored) -> Stored:
        """Keep a text as the next version. What was there before stays; the same file again is kept once."""
        place = self.folder / stored.document
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with beside(place) as part:
                return self._numbered(stored, part)
        except OSError as error:
            raise SourceError(f'cannot keep the text in "{place}": {error.strerror or error}') from None

    def _numbered(self, stored: Stored, part: Path) -> Stored:
        """Give the text the next free number. Another process may take that number, or remove the folder, at any moment."""
        while True:
            version = max(self._versions(stored.document), default=0) + 1
            newest = self.current(stored.document)
            if newest is not None and (newest.sha256, newest.described) == (stored.sha256, stored.described):
                return newest
            numbered = msgspec.structs.replace(stored, version=version)
            _write(part, msgspec.json.encode(numbered))
            target = self.path(stored.document, version)
            target.parent.mkdir(exist_ok=True)
            try:
                move_new(part, target)
            except (FileExistsError, FileNotFoundError):
                continue
            return numbered

    def remove(self, id: str) -> int:
        """Remove every version of a document's text; how many there were. Raises UnknownId where there is none."""
        versions = self._versions(id)
        if id not in self.documents():  # a name such as ../other would lead out of this folder
            raise UnknownId("source", id, self.documents(), hint="mivd source list shows the texts that are there")
        place = self.folder / id
        ours = {self.path(id, version) for version in versions}
        try:
            foreign = sorted(path for path in place.iterdir() if path not in ours and not path.name.startswith("."))
            if foreign:
                raise SourceError(
                    f'"{foreign[0]}" is not ours, so nothing was removed', hint="move it elsewhere, then try again"
                )
            with beside(place, folder=True) as gone:
                gone.rmdir()
                place.rename(gone)  # in one step: a process that is stopped leaves all versions or none
        except OSError as error:
            raise SourceError(f"cannot remove the text of {id}: {error.strerror or error}") from None
        return len(versions)

    def _versions(self, id: str) -> list[int]:
        found = () if "\0" in id else (self.folder / id).glob("*.json")  # Python 3.14 no longer finds nothing there: it raises
        return sorted(int(path.stem) for path in found if path.stem.isdecimal())

    def _read(self, path: Path) -> Stored:
        try:
            stored = msgspec.json.decode(read_file(path, LARGEST_STORED), type=Stored)
        except FileNotFoundError:
            raise
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            told = getattr(error, "strerror", None) or error
            raise SourceError(
                f'"{path}" is damaged: {told}', hint=f"mivd source remove {path.parent.name}, then add it again"
            ) from None
        if stored.schema != SCHEMA or any(end > len(stored.text) for f in stored.alignment for _, end in f.pieces):
            raise SourceError(
                f'"{path}" is damaged or of another version of mivd', hint=f"mivd source remove {path.parent.name}"
            )
        return stored


def _write(path: Path, data: bytes) -> None:
    """Down to the disk before it gets its name, so that a power cut leaves either nothing or all of it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def default_folder() -> Path:
    """The folder of the variable, else the platform's folder for the data of a user."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    try:
        from platformdirs import user_data_path
    except ModuleNotFoundError:
        raise MissingExtra(f"finding your data folder (or set {VARIABLE})", "platformdirs") from None
    return user_data_path("mivd", appauthor=False) / "sources"


def described(document: Document) -> str:
    """One hash over the fingerprints of a document, the same as long as they are."""
    from hashlib import sha256

    prints = " ".join(
        f"{passage.locator} {normal_form(passage.incipit or '')} {passage.sha256}" for passage in document.passages
    )
    return sha256(prints.encode()).hexdigest()
