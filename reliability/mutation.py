"""A mutation check: is there a test that notices when a line of the code is wrong?

    python -m reliability.mutation parse [figures …] [--show] [--jobs N] [--afresh]

``mutmut`` (``pip install mutmut``) changes one thing at a time in a copy of the project below ``build/mutation/`` and runs the
tests of that module; a mutant that no test notices survives. ``--show`` prints what each survivor changes. A second run tries
again what survived the first, and what changed since; ``--afresh`` tries everything.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "mutation"
COPIED = (
    "src",
    "data",
    "tests",
    "benchmarks",
    "docs",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "pyproject.toml",
)
MODULES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "parse": (["src/mivdcli/parse.py"], ["tests/test_parse.py"], []),
    "matching": (["src/mivdcli/matching.py"], ["tests/test_matching.py"], []),
    "figures": (["src/mivdcli/figures.py"], ["tests/test_figures.py"], []),
    "search": (
        ["src/mivdcli/search/*"],
        ["tests/search"],
        [
            "tests/search/test_quality.py",
            "tests/search/test_index.py::test_an_index_answers_as_memory_does",
            "tests/search/test_index.py::test_two_builders_at_once_both_answer",
        ],
    ),
    "diff": (["src/mivdcli/diff/*"], ["tests/diff"], ["tests/diff/test_quality.py"]),
}
"""What is changed; the tests that are to notice, those of the module alone, so that each says what it protects; and those of
them that take seconds each: they measure quality over hundreds of queries, and every mutant would ask them all."""
MUTMUT = (sys.executable, "-m", "mutmut")
ENDS: dict[str, tuple[int | None, ...]] = {
    "killed": (1, 3),
    "survived": (0,),
    "untested": (5, 33),
    "timed out": (24, -24, 36, 152, 255),
}
"""The exit codes by which mutmut tells what became of a mutant."""
CONFIG = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = {sources}
also_copy = {copied}
pytest_add_cli_args = ["-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "-q"{left}]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
"""


def prepare(module: str) -> Path:
    """A copy of the project, told to mutate one module; the results of an earlier run stay in it."""
    folder = WORK / module
    folder.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        old, new = folder / name, ROOT / name
        if new.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            shutil.copytree(new, old, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(new, old)
    _forget_survivors(folder / "mutants")
    sources, tests, slow = MODULES[module]
    also = [name for name in COPIED if name not in ("src", "tests", "pyproject.toml")]
    left = "".join(f', "--deselect={name}"' for name in slow)
    config = CONFIG.format(sources=sources, tests=tests, copied=also, left=left).replace("'", '"')
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(config)
    return folder


def _forget_survivors(folder: Path) -> None:
    """mutmut remembers them, whatever tests have come since."""
    again = ENDS["survived"] + ENDS["untested"]
    for path in (folder / "src").rglob("*.meta"):
        known = json.loads(path.read_text("utf-8"))
        codes = known["exit_code_by_key"]
        known["exit_code_by_key"] = {name: None if code in again else code for name, code in codes.items()}
        path.write_text(json.dumps(known), "utf-8")
    (folder / "mutmut-stats.json").unlink(missing_ok=True)


class Counts(NamedTuple):
    """What became of the mutants of a module."""

    killed: int
    survived: list[str]
    untested: list[str]
    """No test comes by their function at all; they count as survivors."""
    timed_out: int
    other: int

    def __str__(self) -> str:
        total = self.killed + len(self.survived) + len(self.untested) + self.timed_out + self.other
        rate = (self.killed + self.timed_out) / max(total, 1)
        return (
            f"{total} mutants: {self.killed} killed, {len(self.survived)} survived, {len(self.untested)} without a test, "
            f"{self.timed_out} timed out, {self.other} other; killed or timed out: {rate:.1%}"
        )


def counted(folder: Path) -> Counts:
    """The results as mutmut left them."""
    codes: dict[str, int | None] = {}
    for path in sorted((folder / "mutants" / "src").rglob("*.meta")):
        codes |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    found = {status: [name for name, code in codes.items() if code in ends] for status, ends in ENDS.items()}
    known = sum(map(len, found.values()))
    return Counts(len(found["killed"]), found["survived"], found["untested"], len(found["timed out"]), len(codes) - known)


def show(folder: Path, name: str) -> str:
    """The lines that a mutant changes, below its name."""
    done = subprocess.run([*MUTMUT, "show", name], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    changed = [line for line in done.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("---", "+++")]
    return "\n".join([name, *changed])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modules", nargs="+", choices=list(MODULES))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what each survivor changes")
    parser.add_argument("--afresh", action="store_true", help="forget the last run")
    parser.add_argument("--results", action="store_true", help="run nothing, only tell of the last run")
    options = parser.parse_args()
    for module in options.modules:
        folder = WORK / module
        if options.afresh:
            shutil.rmtree(folder, ignore_errors=True)
        if not options.results:
            WORK.mkdir(parents=True, exist_ok=True)
            with (WORK / f"{module}.log").open("w", encoding="utf-8") as log:
                command = [*MUTMUT, "run", "--max-children", str(options.jobs)]
                subprocess.run(command, cwd=prepare(module), stdout=log, stderr=log, check=True)
        counts = counted(folder)
        print(f"{module}: {counts}", flush=True)
        if options.show:
            print(*(show(folder, name) for name in (*counts.survived, *counts.untested)), sep="\n")


if __name__ == "__main__":
    main()
