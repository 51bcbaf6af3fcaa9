"""Files and folders that appear whole or not at all, whatever stops the program in between.

What is written stands beside its target under a name of its own and takes its place by renaming. Whoever writes keeps a lock on
it as long as he lives; a process that is killed leaves it without one, and the next writer of the same target removes it. No
clock and no process number has a say in that: clocks jump, and numbers come back.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM
from glob import escape
from pathlib import Path

MARK = ".mivd-part"
"""How a name ends that is ours to remove."""


def replace_file(target: Path, pieces: Iterable[bytes], *, only_over: bytes | None = None, through_links: bool = True) -> bool:
    """Write a file anew; what was there stays until all of it is on the disk. A link stays a link, and the mode what it was.

    With ``only_over``, nothing is written unless that is still what the file holds; False then. Without ``through_links`` a
    link is replaced, and what it points to, which may stand anywhere, is left alone. Raises OSError.
    """
    if through_links:
        target = Path(os.path.realpath(target))
    with beside(target) as part:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name with nothing in it
        with suppress(FileNotFoundError):
            part.chmod(target.stat().st_mode & 0o7777)
        if only_over is not None and target.read_bytes() != only_over:
            return False
        part.replace(target)
    return True


@contextmanager
def beside(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """A new file or folder next to ``target``, to be filled and moved to its place; removed where that did not happen.

    First removes what killed processes left here of the same target. Raises OSError.
    """
    sweep(target)
    part, lock = _new(target, folder=folder)
    try:
        yield part
    finally:
        _remove(part)
        if lock is not None:
            os.close(lock)


def sweep(target: Path) -> None:
    """Remove what killed processes left beside ``target``: everything of our mark that nobody holds a lock on."""
    with suppress(OSError):  # no folder yet, or one that cannot be listed: nothing to remove, and no reason to fail
        for path in target.parent.glob(f"{escape(_stem(target))}*{MARK}"):
            with suppress(BlockingIOError):
                if (lock := _lock(path)) is not None:
                    _remove(path)
                    os.close(lock)


def _new(target: Path, *, folder: bool) -> tuple[Path, int | None]:
    """A new part with a lock on it, as far as there are locks here."""
    while True:
        part = target.with_name(f"{_stem(target)}{os.urandom(4).hex()}{MARK}")
        try:
            part.mkdir() if folder else part.open("xb").close()
            lock = _lock(part)
        except (FileExistsError, BlockingIOError):  # the name is taken, or somebody is sweeping what looks like nobody's
            continue
        if _still_there(part, lock):
            return part, lock
        if lock is not None:
            os.close(lock)


def _still_there(part: Path, lock: int | None) -> bool:
    """Whether what we made, and hold the lock on, has its name still; it may have been swept before we had the lock."""
    try:
        facts = part.stat()
    except FileNotFoundError:
        return False
    return lock is None or os.path.samestat(os.fstat(lock), facts)


def _stem(target: Path) -> str:
    return f".{target.name[:48]}."  # short enough for any file system, in any script


def _lock(path: Path) -> int | None:
    """A descriptor that holds the only lock on ``path``; None where there are no such locks, or nothing of that name.

    Raises BlockingIOError where another process holds it.
    """
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows: what is left stays there
        return None
    try:
        lock = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return lock


def _remove(path: Path) -> None:
    """A part may be gone by now: moved to its place, or swept where there are no locks."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            from shutil import rmtree

            path.chmod(0o700)  # under a umask that takes the owner's own rights, not even he could look into it
            rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def move_new(part: Path, target: Path) -> None:
    """Give a part its name, never replacing what has that name. Raises FileExistsError, and OSError."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in (EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK):
            raise
        with target.open("xb"):  # a file system without links, such as that of a memory stick: take the name, then fill it
            pass
        part.replace(target)


def exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step, so that there is no moment at which either is missing. False where the system cannot."""
    import ctypes
    import sys

    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        return bool(library.renameat2(here, paths[0], here, paths[1], swap) == 0)  # type: ignore[union-attr]
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, 2) == 0)  # RENAME_SWAP
    return False
