"""Which shelf a question is answered from: memory for the few thousand passages there usually are, a file beyond that."""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from os import stat_result
from pathlib import Path
from typing import TYPE_CHECKING

from mivdcli.compiled import checksum
from mivdcli.corpus import LISTS, Corpus, read_document
from mivdcli.search.entries import OFFICIAL, WHAT, Entry, entries, term_entries
from mivdcli.search.shelf import DamagedIndex, MemoryShelf, Scope, Shelf

if TYPE_CHECKING:
    from mivdcli.search.index import File

MANY = 2000
"""From about so many passages on, reading and folding all of them for one question takes longer than an index does."""
SURELY_FEW = 1_000_000
"""Bytes of documents; fewer hold less than MANY passages, and are not worth a look."""
SURELY_MANY = 16_000_000
SHIPPED = "search.sqlite3"
"""In the folder of the bundled data, in a wheel: nobody should have to wait for an index of what everybody has."""
YOUNG = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system ticks every two seconds."""
Report = Callable[[str], None]
"""Takes a line about progress."""


def open_shelf(
    corpus: Corpus, scope: Scope, report: Report | None = None, official: Iterable[Entry] = (), *, shipped: bool = True
) -> Shelf:
    """The entries in the scope, ready to be searched; ``official`` are those of ``--in official``, which no index holds.

    Without ``shipped`` the index that comes with the bundled data is left alone.
    """
    if OFFICIAL in scope.what:
        taken = (one for one in official if scope.takes_document(one.document or "", one.kind, one.year))
        return MemoryShelf(chain(entries_in(corpus, scope), taken), scope)
    if shipped and (shelf := _shipped(corpus, scope)):
        return shelf
    if is_big(corpus):
        try:
            return _indexed(corpus, scope, report)
        except OSError as error:
            corpus.notice(f"no search index could be kept ({error.strerror or error}); everything was read instead")
    return MemoryShelf(entries_in(corpus, scope), scope)


def is_big(corpus: Corpus) -> bool:
    """Whether the corpus has about MANY passages, told from the files without reading what they say."""
    paths = [known.path for known in corpus.entries.values()]
    try:
        size = sum(path.stat().st_size for path in paths)
        if size < SURELY_FEW or size > SURELY_MANY:
            return size > SURELY_MANY
        return sum(path.read_bytes().count(b"[[passages]]") for path in paths) >= MANY
    except OSError:  # one that went away since it was listed: whoever reads it next says which
        return False


def entries_in(corpus: Corpus, scope: Scope) -> Iterator[Entry]:
    """The entries of a scope, kind after kind, each in reading order; only the documents that may hold any are read."""
    for what in WHAT:
        if what not in scope.what:
            continue
        if what == "glossary":
            narrowed = scope.documents or scope.years or scope.kinds or scope.themes
            yield from () if narrowed else term_entries(corpus)
            continue
        for known in list(corpus.entries.values()):
            if scope.takes_document(known.id, known.kind.value, known.year):
                yield from entries(corpus, corpus.document(known.id), what)


def _shipped(corpus: Corpus, scope: Scope) -> Shelf | None:
    """The index that the wheel holds beside the bundled data; None where there is none, or the data is not alone or another."""
    path = corpus.folders[0] / SHIPPED
    if len(corpus.folders) > 1 or not path.is_file():
        return None
    from mivdcli.search.index import IndexShelf

    try:
        shelf = IndexShelf(path, scope)
        return shelf if shelf.files == _bundled_files(corpus) else None
    except DamagedIndex:
        return None


def ship(corpus: Corpus) -> None:
    """Write the index that comes with the bundled data."""
    from mivdcli.search.indexing import build

    build(corpus.folders[0] / SHIPPED, _bundled_files(corpus), _everything(corpus), lambda _: None)


def _bundled_files(corpus: Corpus) -> list["File"]:
    """Every bundled file whose contents stand in the index; told by their contents, since an installation sets new times."""
    from mivdcli.search.index import File

    found = []
    for path in _searched(corpus):
        raw = path.read_bytes()
        found.append(File(path.relative_to(corpus.folders[0]).as_posix(), len(raw), 0, checksum(raw).hex()))
    return found


def _indexed(corpus: Corpus, scope: Scope, report: Report | None) -> Shelf:
    """The index of this corpus, built where there is none, or where there is one of other data or a damaged one."""
    from mivdcli.search.index import IndexShelf, refresh

    path, files = index_path(corpus), data_files(corpus)
    try:
        shelf = IndexShelf(path, scope)
        changed = _changed(shelf.files, files)
        if changed is not None:
            if changed:
                refresh(path, changed)
            return shelf
        shelf.close()
        reason = "the data has changed"
    except DamagedIndex:
        reason = "the index is damaged" if path.exists() else "there is no index yet"
    if report:
        report(f"indexing a big corpus once ({reason}): {path}")
    _build(path, corpus, files, report)
    try:
        return IndexShelf(path, scope)
    except DamagedIndex as error:
        raise OSError(str(error)) from None


def index_path(corpus: Corpus) -> Path:
    """Where the index of the corpus in these folders is kept: the user's cache folder, one file for each set of folders.

    Should two sets ever have the same name, then each rebuilds what the other has left: an index tells what it was built from.
    """
    from platformdirs import user_cache_path

    key = "\n".join(str(folder.resolve()) for folder in corpus.folders)
    return user_cache_path("mivd") / f"search-{checksum(key.encode()).hex()}.sqlite3"


def data_files(corpus: Corpus) -> list["File"]:
    """Every file whose contents stand in the index, with its size and the time of its last change."""
    from mivdcli.search.index import File

    found = []
    for path in _searched(corpus):
        facts = path.stat()
        found.append(File(str(path.absolute()), facts.st_size, _state(facts)))
    return found


def _searched(corpus: Corpus) -> list[Path]:
    lists = [folder / name for folder in corpus.folders for name in LISTS if (folder / name).is_file()]
    return [known.path for known in corpus.entries.values()] + lists


def _state(facts: stat_result) -> int:
    """A number that is another one whenever the file may be another one.

    The time of its last change can be set back, so the time at which that was done and the file behind the name count too. A
    file that was changed just now may change again before the clock moves, and one from the future tells that clocks are
    wrong here: such a file never looks as before, and is compared by its contents.
    """
    now = time.time_ns()
    if max(facts.st_mtime_ns, facts.st_ctime_ns) > now - YOUNG:
        return -now
    return hash((facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino))


def _changed(known: list["File"], now: list["File"]) -> list["File"] | None:
    """The files that were only touched, or None where any was changed, came or went. Only what looks changed is read."""
    before = {file.path: file for file in known}
    if [file.path for file in known] != [file.path for file in now]:
        return None
    touched = [file for file in now if file != before[file.path]._replace(digest="")]
    same = all(file.size == before[file.path].size and _digest(file.path) == before[file.path].digest for file in touched)
    return touched if same else None


def _digest(path: str) -> str:
    from hashlib import blake2b

    return blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()


def _build(path: Path, corpus: Corpus, files: list["File"], report: Report | None) -> None:
    from mivdcli.search.indexing import build

    known = [file._replace(digest=_digest(file.path)) for file in files]
    build(path, known, _everything(corpus), lambda line: report(f"indexing: {line}") if report else None)


def _everything(corpus: Corpus) -> Iterator[Entry]:
    """Every entry, document after document; a document is forgotten when the next is read, for there may be many."""
    for known in list(corpus.entries.values()):
        document = read_document(known)
        for what in WHAT:
            if what != "glossary":
                yield from entries(corpus, document, what)
    yield from term_entries(corpus)
