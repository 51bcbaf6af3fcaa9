"""What lies in a user's data folder and no question would ever read: silence about it would look like an answer."""

import os
from collections.abc import Collection
from pathlib import Path

LINKS = "links"
"""The folder that holds no documents."""


def told_of_astray(folder: Path, folders: Collection[str], lists: Collection[str]) -> list[str]:
    """Notices on it; ``folders`` are those of documents, ``lists`` the data files beside them."""
    where = f"documents stand in {', '.join(folders)}, for instance {folder / 'plans' / '2025.toml'}"
    astray = [path for path in sorted(folder.glob("*.toml")) if path.name not in lists]
    beyond = out_of_reach(folder, folders)
    if not (astray or beyond or any((folder / name).exists() for name in (*folders, LINKS, *lists))):
        return [f"{folder} holds no data file, so only the bundled data answer: {where}"]
    return [f"{path} is not read: {where}" for path in astray] + [
        f"{path} is not read: it is no {'file' if path.suffix else 'folder'} that can be reached" for path in beyond
    ]


def out_of_reach(folder: Path, folders: Collection[str]) -> list[Path]:
    """What has the name of a data file, or of a folder of them, and cannot be read as one: a pipe, a link to nowhere."""
    inner = [folder / name for name in (*folders, LINKS)]
    closed = [path for path in inner if os.path.lexists(path) and not (path.is_dir() and os.access(path, os.R_OK | os.X_OK))]
    files = (path for one in (folder, *inner) if one not in closed for path in sorted(one.glob("*.toml")))
    return closed + [path for path in files if not path.is_file()]
