"""The folder that an export becomes: whole or not at all, and never over somebody's files."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from json import dumps
from pathlib import Path

from mivdcli import __version__
from mivdcli.corpus import Corpus, bundled_folder, data_version
from mivdcli.errors import OutputError, UnknownId, UsageError
from mivdcli.export import flat, opensearch
from mivdcli.export.datapackage import Written, datapackage
from mivdcli.export.table import Table
from mivdcli.export.tables import tables
from mivdcli.files import MIB, read_file
from mivdcli.items import Item
from mivdcli.whole import beside, exchange

FORMATS = ("csv", "jsonl", "sqlite", "opensearch")
USUAL = ("csv", "jsonl", "sqlite")
LARGEST_SUMS = MIB
SUMS = "SHA256SUMS"
"""In the form of ``sha256sum -c``; it lists every other file."""


class ExportItem(Item, frozen=True, kw_only=True):
    """A file of the export."""

    path: str
    bytes: int
    sha256: str


def export(
    corpus: Corpus, target: Path, *, formats: Sequence[str] = USUAL, force: bool = False, safe_csv: bool = False
) -> list[ExportItem]:
    """Write everything to the folder ``target``.

    It appears when it is complete. A folder with anything in it is replaced only with ``force``, and only if every file in it
    comes from an export. Raises UsageError, UnknownId, OutputError.
    """
    for format in formats:
        if format not in FORMATS:
            raise UnknownId("format", format, FORMATS, hint="formats: " + ", ".join(FORMATS))
    refuse_foreign(target, force=force)
    try:
        target = Path(os.path.abspath(target))  # noqa: PTH100 - what is written stands beside it, and ".." has no name; links stay
        target.parent.mkdir(parents=True, exist_ok=True)
        with beside(target, folder=True) as part:
            _write(corpus, part, formats, safe_csv=safe_csv)
            _move(part, target, force=force)
    except OSError as error:
        raise OutputError(f'cannot write "{target}": {error.strerror or error}') from None
    return [ExportItem(path=one.path, bytes=one.bytes, sha256=one.sha256) for one in _files(target)]


def refuse_foreign(target: Path, *, force: bool) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f'"{target}" is a file', hint="export takes the name of a folder")
    with suppress(OSError):
        if target.samefile(os.curdir):  # another folder takes its place, and whoever stands in the old one would see nothing
            raise UsageError(f'"{target}" is the folder that you are in', hint="export takes the name of a folder to make")
    if next(_held(target), None) is None:
        return
    if not force:
        raise UsageError(f'"{target}" is not empty', hint="--force replaces an earlier export; or name a new folder")
    listed = _listed(target / SUMS) | {SUMS}
    foreign = next((path for path in _held(target) if path.relative_to(target).as_posix() not in listed), None)
    if foreign is not None:
        raise UsageError(f'"{foreign}" does not come from an export, so nothing is replaced', hint="name another folder")


def _listed(sums: Path) -> set[str]:
    return {line.split("  ", 1)[-1] for line in _text(sums).splitlines()} if sums.is_file() else set()


def _text(sums: Path) -> str:
    try:
        return read_file(sums, LARGEST_SUMS).decode("utf-8", "surrogateescape")
    except OSError as error:
        raise UsageError(f'cannot read "{sums}": {error.strerror or error}', hint="name another folder") from None


def _write(corpus: Corpus, folder: Path, formats: Sequence[str], *, safe_csv: bool) -> None:
    found = tables(corpus)
    versions = {"data": data_version(), "tool": __version__}
    if "csv" in formats:
        files = {table.name: _put(folder, f"csv/{table.name}.csv", flat.csv(table, safe=safe_csv)) for table in found}
        package = dumps(datapackage(found, files, versions), ensure_ascii=False, indent=2)
        _put(folder, "datapackage.json", [package, "\n"])
    if "jsonl" in formats:
        for table in found:
            _put(folder, f"jsonl/{table.name}.jsonl", flat.jsonl(table))
    if "sqlite" in formats:
        _sqlite(folder, found, versions)
    if "opensearch" in formats:
        _put(folder, "opensearch/passages.ndjson", opensearch.passages(corpus))
        _put(folder, "opensearch/figures.ndjson", opensearch.figures(corpus))
        _put(folder, "opensearch/index.json", [opensearch.settings()])
    _put(folder, "LICENSE", [(bundled_folder() / "LICENSE").read_text("utf-8")])
    _put(folder, SUMS, (f"{one.sha256}  {one.path}\n" for one in list(_files(folder))))


def _sqlite(folder: Path, found: Sequence[Table], versions: dict[str, str]) -> None:
    from mivdcli.export.sqlite import write_sqlite

    write_sqlite(folder / "mivd.sqlite", found, versions)


def _put(folder: Path, name: str, pieces: Iterable[str]) -> Written:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "surrogateescape"))
    return _written(folder, path)


def _files(folder: Path) -> Iterator[Written]:
    return (_written(folder, path) for path in _paths(folder))


def _held(folder: Path) -> Iterator[Path]:
    """Every file in it, one after the other: the first one may decide, and somebody may have named his whole disk."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        inside = Path(place)
        yield from (inside / name for name in sorted((*files, *(name for name in folders if (inside / name).is_symlink()))))


def _paths(folder: Path) -> list[Path]:
    """Sorted by name: what the file system returns has no order."""
    return sorted(_held(folder), key=lambda path: path.relative_to(folder).as_posix())


def _written(folder: Path, path: Path) -> Written:
    content = path.read_bytes()
    return Written(path.relative_to(folder).as_posix(), len(content), sha256(content).hexdigest())


def _move(new: Path, target: Path, *, force: bool) -> None:
    """Into place in one step; the old export ends up under the new one's name, and is removed with it.

    Once more nothing foreign: while we wrote, somebody else may have put a file there, or a whole export.
    """
    try:
        new.rename(target)  # over nothing, or over an empty folder
    except OSError:
        if not target.is_dir():
            raise
    else:
        return
    if not exchange(new, target):
        refuse_foreign(target, force=force)
        _in_two_steps(new, target)
        return
    try:
        refuse_foreign(new, force=force)
    except UsageError:
        exchange(new, target)
        raise


def _in_two_steps(new: Path, target: Path) -> None:
    """Where names cannot be swapped: for a moment there is no export. The old one comes back if the new one cannot come."""
    with beside(target, folder=True) as old:
        old.rmdir()
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
