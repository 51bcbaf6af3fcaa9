"""A million made-up passages: how long the index takes, and what one cold query over it costs."""

import shutil

from benchmarks.process import compare
from benchmarks.report import measured, table
from benchmarks.scale import BARE, _cell, _index, _size, corpus_of, searches, settings
from benchmarks.workshop import Workshop

SIZE = 1_000_000
MINUTES, SECONDS, MEMORY = 10, 1.0, 40


def measure(shop: Workshop) -> list[str]:
    folder, rounds = corpus_of(shop, SIZE), shop.rounds(3)
    free = shutil.disk_usage(folder).free / 2**30
    if free < 5:
        raise SystemExit(f"the index of a million passages takes about 3 GiB; only {free:.0f} are free in {folder}")
    seconds, index = _index(shop, folder)
    asked = {BARE: [shop.python, "-c", "pass"], **searches(shop, folder)}
    asked = {name: command for name, command in asked.items() if not name.startswith("fzf")}  # a minute and 2 GB a query
    timings = compare(asked, rounds, BARE, settings(folder))
    lines = measured(f"{rounds} rounds; every index as it was left by its first query.")
    lines += table(
        ("made-up passages", "files", "TOML, MiB", "first query, index built, s", "index, MiB"),
        [_size(SIZE, folder, seconds, index)],
    )
    lines += table(
        ("cold, × bare (wall), peak MiB", f"{SIZE:,}", f"≤ {SECONDS:g} s, ≤ {MEMORY} MiB"),
        [(name, _cell(one), _met(name, one.wall / 1000 <= SECONDS and one.memory <= MEMORY)) for name, one in timings.items()],
    )
    within = "met" if seconds <= 60 * MINUTES else "**missed**"
    return [*lines, f"Indexed within {MINUTES} minutes: {within} ({seconds / 60:.1f}).", ""]


def _met(name: str, fits: bool) -> str:
    if not name.startswith("search"):
        return ""
    return "met" if fits else "**missed**"
