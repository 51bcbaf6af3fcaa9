"""Files that a user names. Only a file is read, and only as far as it may be large: a device or a pipe would never end."""

import os
from errno import EFBIG, EINVAL
from pathlib import Path
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK

MIB = 1024 * 1024
_USUAL = 64 * 1024
"""Bytes; few files have more."""
_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""What a shell hands over as ``<(command)`` is open already and has an end; a pipe with a name may wait for ever."""
_KINDS = ((S_ISDIR, "a folder"), (S_ISFIFO, "a pipe"), (S_ISCHR, "a device"), (S_ISBLK, "a device"), (S_ISSOCK, "a socket"))


def read_file(path: Path, largest: int) -> bytes:
    """The bytes of a regular file. Raises OSError where it is none, cannot be read, or has more than ``largest`` bytes."""
    waits = os.name == "nt" or str(path).startswith(_OPEN_STREAMS)
    if not waits:
        _refuse_other(path, path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | (0 if waits else os.O_NONBLOCK)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not waits:  # once more: between the look and the opening another thing may have taken the name
            _refuse_other(path, os.fstat(file.fileno()).st_mode)
        usual = min(_USUAL, largest + 1)  # to ask for the largest at once is to take all that memory for the smallest file
        data = file.read(usual)
        if len(data) == usual:
            data += file.read(largest + 1 - usual)
    if len(data) > largest:
        raise OSError(EFBIG, f"larger than {in_mib(largest)}")
    return data


def in_mib(size: int) -> str:
    return f"{size / MIB:g} MiB"


def _refuse_other(path: Path, mode: int) -> None:
    if not S_ISREG(mode):
        what = next((name for is_kind, name in _KINDS if is_kind(mode)), "no file")
        raise OSError(EINVAL, f"it is {what}, not a file", str(path))
