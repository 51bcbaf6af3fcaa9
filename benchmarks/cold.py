"""Cold whole processes: mivd, a bare interpreter, a minimal Typer application and the peers, on the same rows and texts."""

import csv
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.process import Timing, compare, environment, paired
from benchmarks.report import measured, table
from benchmarks.workshop import Workshop

BARE, TYPER = "bare interpreter", "minimal Typer application"
MINIMAL = '''\
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    """Say hello."""
    print("hello", name)


app()
'''
FTS5 = """\
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
for ref, body in base.execute("select ref, body from t where t match ? order by rank limit 20", (sys.argv[2],)):
    print(ref, body, sep="\\t")
"""
WORD, SLIP = "kabelinterceptie", "kabelinterseptie"


class Goal(NamedTuple):
    """A bound that was set before anything was measured."""

    what: str
    bound: float
    against: str = BARE


THEMES, RICH, FIGURES, SEARCH, DIFF = (
    "mivd themes 2024", "mivd themes 2024 --format table", "mivd figures uvo --year 2020", f"mivd search {WORD}",
    "mivd diff plan-2024 report-2024",
)  # fmt: skip
TYPO, VERSION, COMPLETION = f"mivd search {SLIP}", "mivd --version", "Tab after mivd themes 20"
UTILS = "sqlite-utils rows --table"
GOALS = (
    Goal(THEMES, 7.0), Goal(THEMES, 0.60, UTILS), Goal(THEMES, 1.2, TYPER), Goal(RICH, 10.5), Goal(FIGURES, 7.5),
    Goal(SEARCH, 8.5), Goal(SEARCH, 1.45, TYPER), Goal(DIFF, 10), Goal(VERSION, 6), Goal(COMPLETION, 6),
)  # fmt: skip
MEMORY = 25.0
"""MiB, for every answer into a pipe."""


def measure(shop: Workshop) -> list[str]:
    folder = shop.folder / "cold"
    settings = environment(XDG_CONFIG_HOME=str(folder / "config"), XDG_CACHE_HOME=str(folder / "cache"))
    commands = {**_python(shop, folder, settings), **_peers(shop, folder, settings)}
    present = {name: command for name, command in commands.items() if command[0]}
    rounds = shop.rounds(30)
    timings = compare(present, rounds, BARE, settings)
    lines = measured(f"{rounds} rounds, each command once a round in shuffled order. {shop.versions()}.")
    lines += ["Ratios are medians of the ratio within a round; the quartiles stand beside them.", ""]
    lines += table(
        ("command", "wall, ms", "× bare", "quartiles", "CPU, × bare", "× Typer", "peak, MiB"),
        [_row(name, timings.get(name), timings[TYPER]) for name in commands],
    )
    return [*lines, "Goals set before:", "", *_goals(timings)]


def _row(name: str, timing: Timing | None, typer: Timing) -> tuple[str, ...]:
    if timing is None:
        return (name, "missing", "", "", "", "", "")
    if timing.code:
        return (f"{name} (fails: exit {timing.code})", "", "", "", "", "", "")
    return (
        name, f"{timing.wall:.0f}", f"{timing.ratio:.2f}", f"{timing.low:.2f} to {timing.high:.2f}", f"{timing.cpu_ratio:.2f}",
        f"{paired(timing, typer):.2f}", f"{timing.memory:.0f}",
    )  # fmt: skip


def _goals(timings: dict[str, Timing]) -> list[str]:
    rows = []
    for goal in GOALS:
        one, other = timings.get(goal.what), timings.get(goal.against)
        if one is None or other is None or one.code or other.code:
            rows.append((goal.what, f"≤ {goal.bound:g} × {goal.against}", "not measured", ""))
            continue
        found = paired(one, other)
        rows.append(
            (goal.what, f"≤ {goal.bound:g} × {goal.against}", f"{found:.2f}", "met" if found <= goal.bound else "**missed**")
        )
    piped = [name for name in (THEMES, FIGURES, SEARCH, TYPO, DIFF) if name in timings]
    worst = max(piped, key=lambda name: timings[name].memory)
    most = timings[worst].memory
    rows.append(("peak memory, piped", f"< {MEMORY:g} MiB", f"{most:.0f} ({worst})", "met" if most < MEMORY else "**missed**"))
    return table(("what", "goal", "measured", ""), rows)


def _python(shop: Workshop, folder: Path, settings: dict[str, str]) -> dict[str, list[str]]:
    """The bare interpreter, the minimal application and mivd, all of one environment."""
    folder.mkdir(parents=True, exist_ok=True)
    minimal = folder / "minimal.py"
    minimal.write_text(MINIMAL, "utf-8")
    asked = {name: [shop.mivd, *name.split()[1:], "-q"] for name in (THEMES, RICH, FIGURES, SEARCH, TYPO, DIFF)}
    completed = ["/usr/bin/env", "_MIVD_COMPLETE=bash", shop.mivd, " \t\n\"'@><=;|&(:", "mivd themes 20"]
    return {
        BARE: [shop.python, "-c", "pass"],
        TYPER: [shop.python, str(minimal)],
        VERSION: [shop.mivd, "--version"],
        COMPLETION: completed,
        **asked,
        f"mivd check ({_count(shop, settings)} files)": [shop.mivd, "check"],
    }


def _count(shop: Workshop, settings: dict[str, str]) -> int:
    code = "from mivdcli.corpus import bundled_folder as f; print(len([*f().rglob('*.toml')]))"
    return int(subprocess.run([shop.python, "-c", code], capture_output=True, text=True, check=True, env=settings).stdout)


def _peers(shop: Workshop, folder: Path, settings: dict[str, str]) -> dict[str, list[str]]:
    """The same rows as ``themes 2024``, the same texts as ``search``, in the form that each peer reads."""
    rows, texts = folder / "themes.csv", folder / "passages.txt"
    _make(shop, rows, texts, folder, settings)
    base, words = str(folder / "rows.sqlite3"), str(folder / "words.sqlite3")
    script = folder / "fts5.py"
    script.write_text(FTS5, "utf-8")
    sqlite, look, papis, visidata, rg, ugrep, fzf = (
        shop.peer(name) or "" for name in ("sqlite-utils", "csvlook", "papis", "vd", "rg", "ugrep", "fzf")
    )
    return {
        UTILS: [sqlite, "rows", base, "themes", "--table"],
        "csvlook": [look, str(rows)],
        "papis list (the same documents)": [papis, "-l", str(folder / "papis"), "list", "--all"],
        "VisiData, batch": [visidata, "-b", str(rows), "-o", "-", "--save-filetype", "tsv"],
        f"rg -i {WORD}": [rg, "-i", WORD, str(texts)],
        f"ugrep -Z2 -i {SLIP}": [ugrep, "-Z2", "-i", SLIP, str(texts)],
        f"fzf --filter {SLIP}": ["/bin/sh", "-c", f"{fzf} --filter {SLIP} -i < '{texts}'"] if fzf else [""],
        f"SQLite FTS5 {WORD}": [shop.python, str(script), words, WORD],
    }


def _make(shop: Workshop, rows: Path, texts: Path, folder: Path, settings: dict[str, str]) -> None:
    def asked(*arguments: str) -> str:
        command = [shop.mivd, *arguments, "-q"]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=settings).stdout

    rows.write_text(asked("themes", "2024", "--format", "csv"), "utf-8")
    documents = asked("documents", "--raw", "id").split()
    passages = [tuple(one) for id in documents for one in _passages(asked, id)]
    texts.write_text("".join(f"{ref}\t{nl} {en}\n" for ref, nl, en in passages), "utf-8")
    for name, sql, values in (
        ("rows", "create table themes ({})", list(csv.reader(rows.read_text("utf-8").splitlines()))),
        (
            "words",
            "create virtual table t using fts5({})",
            [("ref", "body"), *((ref, f"{nl} {en}") for ref, nl, en in passages)],
        ),
    ):
        path = folder / f"{name}.sqlite3"
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as base:
            base.execute(sql.format(", ".join(values[0])))
            holes, target = ", ".join("?" * len(values[0])), "themes" if name == "rows" else "t"
            base.executemany(f"insert into {target} values ({holes})", values[1:])
        base.close()
    for id in documents:
        place = folder / "papis" / id
        place.mkdir(parents=True, exist_ok=True)
        (place / "info.yaml").write_text(f"title: {id}\nauthor: MIVD\nref: {id}\npapis_id: {id}\n", "utf-8")


def _passages(asked, id: str) -> Iterator[list[str]]:  # type: ignore[no-untyped-def]
    try:
        found = asked("show", id, "--format", "csv", "--fields", "ref,text_nl,text_en")
    except subprocess.CalledProcessError:  # a document of which nothing is described
        return
    yield from list(csv.reader(found.splitlines()))[1:]
