"""Where it is measured: an environment with the wheel as a user installs it, another with the peers, and made-up corpora."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON_PEERS = ("sqlite-utils", "csvkit", "papis", "visidata")


class Workshop:
    """A folder that is filled when something in it is needed, and kept for the next run."""

    def __init__(self, folder: Path, peers: Path | None, rounds: int | None, *, quick: bool) -> None:
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._peers = peers
        self._rounds = rounds
        self.quick = quick

    def rounds(self, usual: int) -> int:
        return self._rounds or (max(3, usual // 6) if self.quick else usual)

    @cached_property
    def python(self) -> str:
        """The interpreter of an environment in which nothing but the wheel is installed, its bytecode compiled.

        Not the environment of a developer: an editable installation puts a hook into every start of its interpreter, which
        makes the bare interpreter more than twice as slow and every ratio to it worth nothing.
        """
        place, state = self.folder / "mivd", self._state()
        note = place / "built-from"
        if not note.is_file() or note.read_text("utf-8") != state:
            with tempfile.TemporaryDirectory() as temporary:
                copy = Path(temporary) / "copy"  # setuptools leaves a build folder behind, and takes old files from one
                ignored = shutil.ignore_patterns("build", "dist", ".*", "*.egg-info", "__pycache__")
                shutil.copytree(ROOT, copy, ignore=ignored)
                _install(place, [str(copy)])
            note.write_text(state, "utf-8")
        return str(place / "bin" / "python")

    @property
    def mivd(self) -> str:
        return str(Path(self.python).parent / "mivd")

    def _state(self) -> str:
        found = sha256(sys.version.encode())
        for path in [ROOT / "pyproject.toml", ROOT / "setup.py", *sorted((ROOT / "src").rglob("*.py"))]:
            found.update(path.read_bytes())
        for path in sorted((ROOT / "data").rglob("*.toml")):
            found.update(path.read_bytes())
        return found.hexdigest()

    @cached_property
    def peer_folder(self) -> Path | None:
        """The scripts of the peers that are written in Python; None where they cannot be installed."""
        if self._peers is not None:
            return self._peers / "bin" if (self._peers / "bin").is_dir() else self._peers
        place = self.folder / "peers"
        if not (place / "bin" / "sqlite-utils").is_file():
            try:
                _install(place, PYTHON_PEERS)
            except SystemExit as error:
                print(error, file=sys.stderr)
                return None
        return place / "bin"

    def peer(self, name: str) -> str | None:
        """The path of a peer, in the folder of the peers or on PATH; None where it is missing."""
        inside = self.peer_folder / name if self.peer_folder else None
        return str(inside) if inside and inside.is_file() else shutil.which(name)

    def versions(self) -> str:
        """Of the interpreter, of what the wheel stands on, and of the peers that are there."""
        code = (
            "import sys, importlib.metadata as m; names = ['mivdcli', 'typer', 'rich', 'rapidfuzz', 'msgspec', 'tomli']; "
            "print('CPython', sys.version.split()[0], *(f', {n} {m.version(n)}' for n in names), sep='')"
        )
        found = [_said([self.python, "-c", code]).replace("CPython", "CPython ")]
        for name, question in (
            ("sqlite-utils", "--version"), ("csvlook", "--version"), ("papis", "--version"), ("vd", "--version"),
            ("rg", "--version"), ("ugrep", "--version"), ("fzf", "--version"),
        ):  # fmt: skip
            path = self.peer(name)
            line = _said([path, question]).splitlines()[:1] if path else ["missing"]
            found.append(f"{name} {_number(line[0]) if line else '?'}")
        found.append(f"SQLite {_said([self.python, '-c', 'import sqlite3; print(sqlite3.sqlite_version)'])}")
        return ", ".join(found)


def _install(place: Path, what: Sequence[str]) -> None:
    """A fresh environment without pip and setuptools, whose hooks every start would pay for."""
    shutil.rmtree(place, ignore_errors=True)
    print(f"installing {' '.join(Path(one).name for one in what)} into {place}", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    command = [sys.executable, "-m", "pip", "--python", str(place / "bin" / "python"), "install", "--quiet", "--compile", *what]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    _forgotten(place)


def _forgotten(place: Path) -> None:
    """Let the system read the libraries from the disk again, as after a restart.

    It keeps a file that was just written in larger pieces, and counts a whole piece as resident where one byte of it is used:
    a mebibyte more for rapidfuzz. Nothing is done where the system cannot be told.
    """
    for path in place.rglob("*.so") if hasattr(os, "posix_fadvise") else ():
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _said(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return (done.stdout or done.stderr).strip()


def _number(line: str) -> str:
    return next((word.strip(",v") for word in line.split() if word.strip(",v")[:1].isdigit()), line)
