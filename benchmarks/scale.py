"""The same commands over made-up corpora of more and more passages, cold, and comparisons of bigger and bigger pairs."""

import sys
from pathlib import Path

from benchmarks.big_corpus import NEEDLE, SLIP, SLIP_OF_TWO, make, make_pair
from benchmarks.process import Timing, compare, environment, run
from benchmarks.report import measured, table
from benchmarks.workshop import Workshop

BARE = "bare interpreter"
SIZES = (250, 5000, 100_000)
COMMON, RARE = "mivd", "vuurtorenwachter"
MANY = ("hoeveel", SLIP, "rusland", "inlichtingendienst", "gemeld", "bevoegdheid")
PAIRS = ((60, 250), (250, 2500), (1000, 10_000))
"""Commitments and passages; the goal is about the last."""
SECONDS = 5


def measure(shop: Workshop) -> list[str]:
    sizes = SIZES[:2] if shop.quick else SIZES
    rounds = shop.rounds(5)
    lines = measured(f"{rounds} rounds; cold whole processes over folders given by `--data`, beside the bundled data.")
    made = {size: corpus_of(shop, size) for size in sizes}
    lines += table(
        ("made-up passages", "files", "TOML, MiB", "first query, index built, s", "index, MiB"),
        [_size(size, folder, *_index(shop, folder)) for size, folder in made.items()],
    )
    timings = {size: _measure(shop, folder, rounds) for size, folder in made.items()}
    names = [name for name in timings[sizes[0]] if name != BARE]
    lines += table(
        ("× bare, peak MiB", *(f"{size:,}" for size in sizes)),
        [(name, *(_cell(timings[size][name]) for size in sizes)) for name in names],
    )
    return lines + _pairs(shop)


def corpus_of(shop: Workshop, size: int) -> Path:
    """The made-up corpus of that size, made in the first run; unfinished ones have no passages.txt and are made again."""
    folder = shop.folder / f"made-{size}"
    if not (folder / "passages.txt").exists():
        print(f"  making {size:,} passages", file=sys.stderr, flush=True)
        make(folder, size)
    return folder


def commands(shop: Workshop, folder: Path) -> dict[str, list[str]]:
    data = ["--data", str(folder), "-q"]
    found = {
        BARE: [shop.python, "-c", "pass"],
        "show, one passage": [shop.mivd, "show", "events-3000:~x/17", *data],
        "themes of one document": [shop.mivd, "themes", "events-3000", *data],
        "themes of all": [shop.mivd, "themes", *data],
        "figures of all (none in the made-up ones)": [shop.mivd, "figures", *data],
        "diff plan-2024 report-2024 (beside them)": [shop.mivd, "diff", "plan-2024", "report-2024", *data],
    }
    return found | searches(shop, folder)


def searches(shop: Workshop, folder: Path) -> dict[str, list[str]]:
    data, text = ["--data", str(folder), "-q"], str(folder / "passages.txt")
    found = {
        "search, a word": [shop.mivd, "search", *data, NEEDLE],
        "search, one slip": [shop.mivd, "search", *data, SLIP],
        "search, two slips": [shop.mivd, "search", *data, SLIP_OF_TWO],
        "search, a word that occurs nowhere": [shop.mivd, "search", *data, RARE],
        "search, a word in two thirds of all": [shop.mivd, "search", *data, COMMON],
        "search, six words, one slip": [shop.mivd, "search", *data, *MANY],
    }
    if ugrep := shop.peer("ugrep"):
        found["ugrep -Z2 -i, one slip"] = [ugrep, "-Z2", "-i", SLIP, text]
    if rg := shop.peer("rg"):
        found["rg -i, a word"] = [rg, "-i", NEEDLE, text]
    if fzf := shop.peer("fzf"):
        found["fzf --filter, one slip"] = ["/bin/sh", "-c", f"{fzf} --filter {SLIP} -i < '{text}'"]
    return found


def settings(folder: Path) -> dict[str, str]:
    return environment(XDG_CACHE_HOME=str(folder / "cache"))


def _measure(shop: Workshop, folder: Path, rounds: int) -> dict[str, Timing]:
    return compare(commands(shop, folder), rounds, BARE, settings(folder))


def _cell(timing: Timing) -> str:
    failed = "" if timing.code in (0, 1) else f" (exit {timing.code})"
    return f"{timing.ratio:.1f} ({timing.wall:.0f} ms), {timing.memory:.0f}{failed}"


def _size(size: int, folder: Path, seconds: float, index: float) -> tuple[str, ...]:
    files = list((folder / "events").glob("*.toml"))
    toml = sum(path.stat().st_size for path in files) / 2**20
    built = (f"{seconds:.1f}", f"{index:.0f}") if index else ("none: memory", "")
    return (f"{size:,}", f"{len(files):,}", f"{toml:.1f}", *built)


def _index(shop: Workshop, folder: Path) -> tuple[float, float]:
    """Seconds of a first query that builds the index, and its size in MiB; 0 where the corpus is too small to need one."""
    print(f"  indexing {folder.name}", file=sys.stderr, flush=True)
    for old in (folder / "cache" / "mivd").glob("search-*"):
        old.unlink()
    first = run([shop.mivd, "search", "--data", str(folder), "-q", SLIP], settings(folder))
    built = list((folder / "cache" / "mivd").glob("search-*.sqlite3"))
    return first.wall / 1000, sum(path.stat().st_size for path in built) / 2**20


def _pairs(shop: Workshop) -> list[str]:
    """Each run once: the last takes so long that rounds would tell nothing more."""
    rows = [_pair(shop, *sizes) for sizes in PAIRS]
    heads = ("diff, reading included; cold, once", "s", "CPU, s", "µs a pair", "peak, MiB", "goal", "")
    return table(heads, rows)


def _pair(shop: Workshop, commitments: int, passages: int) -> tuple[str, ...]:
    what = f"{commitments:,} commitments and {passages:,} passages"
    print(f"  diff of {what}", file=sys.stderr, flush=True)
    folder = shop.folder / f"made-pair-{commitments}-{passages}"
    if not (folder / "reports" / "2999.toml").exists():
        make_pair(folder, commitments, passages)
    asked = [shop.mivd, "diff", "plan-2999", "report-2999", "--data", str(folder), "--summary", "-q"]
    found = run(asked, settings(folder))
    seconds, each = found.wall / 1000, 1000 * found.cpu / (commitments * passages)
    last = (commitments, passages) == PAIRS[-1]
    goal = (f"≤ {SECONDS} s", "met" if seconds <= SECONDS else "**missed**") if last else ("", "")
    return (what, f"{seconds:.2f}", f"{found.cpu / 1000:.2f}", f"{each:.2f}", f"{found.memory:.0f}", *goal)
