"""Every command that writes, each with the two states that its files may be in, whatever stops it."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tests import small

from mivdcli.search import opening
from mivdcli.whole import MARK
from reliability.child import run_to_its_end, said

State = dict[str, str]
"""The files below a folder by name, with a hash of each."""


class Scenario(NamedTuple):
    name: str
    prepare: Callable[[Path], object]
    """Makes the old state in an empty folder."""
    command: list[str]
    """Leads to the new one; ``{}`` stands for the folder."""
    whole: str
    """What of the folder is old or new as one: a file or folder, or ``*`` where each file is."""

    def arguments(self, folder: Path) -> list[str]:
        return [part.replace("{}", str(folder)) for part in self.command]


def state(folder: Path) -> State:
    """What stands there, without the parts that a killed process leaves, and without the time at which a text was added."""
    return {
        path.relative_to(folder).as_posix(): sha256(_lasting(path)).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and MARK not in str(path)
    }


def _lasting(path: Path) -> bytes:
    raw = path.read_bytes()
    before, found, after = raw.partition(b'"added":"')
    return before + after.partition(b'"')[2] if found else raw


def parts(folder: Path) -> list[str]:
    """What killed processes left."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*{MARK}"))


def torn(found: State, old: State, new: State, whole: str) -> list[str]:
    """What is neither old nor new."""
    if whole == "*":
        return [name for name in {*found, *old, *new} if found.get(name) not in (old.get(name), new.get(name))]
    mine = [{name: sha for name, sha in one.items() if name.split("/")[0] == whole} for one in (found, old, new)]
    return [] if mine[0] in mine[1:] else sorted(mine[0])


def _data(folder: Path) -> Path:
    return small.write(folder / "data")


def _output(folder: Path) -> None:
    _data(folder)
    small.put(folder / "out" / "answer.json", "what was there")


def _draft(folder: Path) -> None:
    small.put(folder / "letter.txt", small.as_text(small.OFFICIAL_PLAN))
    small.put(folder / "out" / "2031.toml", "what was there")


def _unformed(folder: Path) -> None:
    for path in sorted(_data(folder).rglob("*.toml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("\n\n", "\n\n\n").replace(" = ", "   =  "), "utf-8")


def _one_text(folder: Path) -> None:
    _data(folder)
    small.put(folder / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    _done(folder, "source", "add", "plan-2031", "{}/plan.txt", "--data", "{}/data")
    small.put(folder / "plan.txt", small.as_text(small.OFFICIAL_PLAN).replace("two new boats", "ten new boats"))


def _three_texts(folder: Path) -> None:
    _one_text(folder)
    for boats in ("ten", "six"):
        changed = small.as_text(small.OFFICIAL_PLAN).replace("two new boats", f"{boats} new boats")
        small.put(folder / "plan.txt", changed)
        _done(folder, "source", "add", "plan-2031", "{}/plan.txt", "--data", "{}/data")


def _older_export(folder: Path) -> None:
    _data(folder)
    _done(folder, "export", "{}/out", "--format", "csv", "--data", "{}/data")


def _older_index(folder: Path) -> None:
    _data(folder)
    _done(folder, "search", "boten", "--data", "{}/data")
    small.write(folder / "data", small.plan() | {"title_nl": "Een ander plan"}, small.report())


def _done(folder: Path, *command: str) -> None:
    code = run_to_its_end([part.replace("{}", str(folder)) for part in command], lambda: at_home(folder))
    if code:
        raise RuntimeError(f"{command} ended with {code}: {said()}")


def at_home(folder: Path) -> None:
    """Everything that is the user's own lies below ``folder``, and every corpus counts as a big one."""
    os.environ |= {"MIVD_SOURCES": str(folder / "sources"), "XDG_CACHE_HOME": str(folder / "cache"), "MIVD_DATA": ""}
    del os.environ["MIVD_DATA"]
    opening.SURELY_FEW, opening.MANY = 0, 1


KINDS = ("--format", "jsonl", "--format", "sqlite")
SCENARIOS = (
    Scenario("output", _output, ["themes", "--format", "json", "--data", "{}/data", "-o", "{}/out/answer.json"], "out"),
    Scenario("draft", _draft, ["draft", "{}/letter.txt", "--kind", "plan", "--year", "2031", "-o", "{}/out/2031.toml"], "out"),
    Scenario("check --fix", _unformed, ["check", "{}/data", "--fix"], "*"),
    Scenario("source add", _one_text, ["source", "add", "plan-2031", "{}/plan.txt", "--data", "{}/data"], "sources"),
    Scenario("source remove", _three_texts, ["source", "remove", "plan-2031"], "sources"),
    Scenario("export", _data, ["export", "{}/out", *KINDS, "--data", "{}/data"], "out"),
    Scenario("export --force", _older_export, ["export", "{}/out", "--force", *KINDS, "--data", "{}/data"], "out"),
    Scenario("index", _data, ["search", "boten", "--data", "{}/data"], "cache"),
    Scenario("index anew", _older_index, ["search", "boten", "--data", "{}/data"], "cache"),
)
