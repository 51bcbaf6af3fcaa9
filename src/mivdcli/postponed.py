"""Modules that libraries import at their top and a command hardly ever looks into: read when somebody first does.

Together they are about a tenth of the start of a short command. Only the installed command puts them off: what a program that
imports this library loads, and when, is its own affair.
"""

import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

POSTPONED = frozenset(
    {
        *("shellingham", "subprocess", "textwrap"),  # typer: to install completion, to open a file, to write a help page
        *("ast", "linecache", "tokenize"),  # inspect and traceback: to read source
        *("bz2", "lzma"),  # shutil: archives
        *("ipaddress", "ntpath"),  # urllib.parse and pathlib: addresses of hosts, the paths of Windows
        *("msgspec.inspect", "msgspec.toml", "msgspec.yaml"),
        *("rapidfuzz.fuzz", "rapidfuzz.process", "rapidfuzz.utils"),
        *(
            f"rapidfuzz.distance.{name}"
            for name in (
                *("DamerauLevenshtein", "Hamming", "Indel", "Jaro", "JaroWinkler"),
                *("LCSseq", "Levenshtein", "OSA", "Postfix", "Prefix"),
            )
        ),
    }
)
"""Python modules that have no effect but their own content, so that nobody can tell when they were read."""


class Postponed:
    """Finds the modules of the list before the interpreter's own finders do, and stands in for the loader of each.

    ``importlib.util.LazyLoader`` would be shorter, but what it made is read at the second ``import`` of it already, which
    asks for its ``__spec__``; here only a name that the module does not have yet has it read (PEP 562).
    """

    def __init__(self, loader: SourceFileLoader) -> None:
        self._loader = loader

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where the module is, with a loader that waits; None for a module that is not postponed, or not there at all."""
        if name not in POSTPONED:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = cls(spec.loader)  # type: ignore[assignment]  # it has the two methods that are asked for
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module empty, but for what fills it when it is asked for a name."""

        def read(name: str) -> Any:
            del vars(module)["__getattr__"]  # first: while it is being read the module may ask itself
            vars(module)["__loader__"] = self._loader
            self._loader.exec_module(module)
            return getattr(module, name)

        vars(module)["__getattr__"] = read


def postpone() -> None:
    """From now on in this process; a module that is loaded already stays so."""
    sys.meta_path.insert(0, Postponed)
