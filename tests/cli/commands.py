"""Every command of the program with questions to ask it, for the tests that hold for all of them.

``{data}`` is the small folder, ``{text}`` the official text of its plan, ``{other}`` another text, ``{papers}`` the folder of
our own papers, ``{tmp}`` an empty folder, ``{stamp}`` a true stamp and ``{forged}`` one of another answer.
"""

from collections.abc import Iterator
from typing import NamedTuple

from mivdcli.cli import program


class Asked(NamedTuple):
    """A question with the schema of its answer and the exit code that it leaves with."""

    arguments: tuple[str, ...]
    schema: str
    code: int = 0

    @property
    def command(self) -> str:
        """``source add`` for a command of a group."""
        return " ".join(self.arguments[: 2 if self.arguments[0] in ("config", "source") else 1])


def _asked(line: str, schema: str = "", code: int = 0) -> Asked:
    arguments = tuple(line.split())
    return Asked(arguments, schema or arguments[0], code)


ANSWERS = [
    _asked("documents"),
    _asked("documents --data {data}"),
    _asked("themes"),
    _asked("themes 2024"),
    _asked("themes report-2020"),
    _asked("themes plan-2025", code=1),
    _asked("figures"),
    _asked("figures uvo --year 2020"),
    _asked("figures uvo.decisions --wide"),
    _asked("figures taps.placed --year 2024", code=1),
    _asked("figures --conflicts", code=1),
    _asked("trend taps"),
    _asked("trend uvo.investigations uvo.decided-in-time tib.unlawful-share budget.cyber-extra uvo.decisions"),
    _asked("trend taps --year 2024", code=1),
    _asked("search cyber"),
    _asked("search cyber --context 2 --explain --in passages,commitments,figures,sections,glossary"),
    _asked("search zxqvwk --explain", code=1),
    _asked("search cyber --count", "search-count"),
    _asked("search zxqvwk --count", "search-count", 1),
    _asked("show report-2020:1.1.china/3"),
    _asked("show report-2020"),
    _asked("show plan-2024 --quote"),
    _asked("show report-2024"),
    _asked("show plan-2025", code=1),
    _asked("show uvo.decisions", "show-series"),
    _asked("show taps.placed", "show-series"),
    _asked("cite plan-2024 report-2020:1.1.china/3 taps.placed --dataset"),
    _asked("cite -", code=1),
    _asked("diff 2024"),
    _asked("diff 2020 --quote"),
    _asked("diff plan-2024 report-2020"),
    _asked("diff plan-2020 plan-2024 --quote"),
    _asked("diff report-2020 report-2020"),
    _asked("diff 2024 --summary"),
    _asked("diff 2024 --only missed", code=1),
    _asked("diff 2031 --data {data}"),
    _asked("gaps 2024"),
    _asked("gaps 2020", code=1),
    _asked("glossary"),
    _asked("glossary uvo"),
    _asked("glossary zxqvwk", code=1),
    Asked(("replay", "{stamp}"), "replay"),
    Asked(("replay", "{forged}"), "replay", 1),
    _asked("source list", code=1),
    _asked("source add plan-2031 {text} --data {data}"),
    _asked("verify", code=4),
    _asked("verify plan-2031 --file {text} --data {data}"),
    _asked("verify plan-2031 --file {other} --data {data}", code=3),
    _asked("check"),
    _asked("check {damaged}", code=3),
    _asked("schema"),
    _asked("config show"),
]
"""At least one for every command whose answer can be JSON, an empty answer where there can be one."""
NO_JSON = {"source remove", "source fetch", "draft", "help", "export", "config path", "completion"}
"""They print no envelope: nothing, TOML, prose, a path, a script, or the files written. ``source fetch``, whose records are
those of ``source add``, needs the network."""


def leaves() -> Iterator[str]:
    """Every command there is, ``source add`` and not ``source``."""
    for name, command in program().commands.items():
        inner = getattr(command, "commands", None)
        if inner is None:
            yield name
        else:
            yield from (f"{name} {one}" for one in inner)
