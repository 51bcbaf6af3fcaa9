"""Within one process: searching and comparing again and again, and 2,000 rows in every format."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.big_corpus import make
from benchmarks.process import environment
from benchmarks.report import measured, table
from benchmarks.workshop import ROOT, Workshop

QUERIES = (
    "kabelinterceptie", "kabelinterseptie", "veiligheidsonderzoeken", "china", "rusland", "cyber security", "onderzoek",
    "hoeveel taps", "samenwerking met de aivd", "counter-intelligence", "bevoegdheden van de dienst", "nucleaire wapens",
)  # fmt: skip
ROWS = 2000
FORMATS = ("tsv", "csv", "jsonl", "json", "vertical", "md", "html", "table")


def measure(shop: Workshop) -> list[str]:
    folder = shop.folder / "made-5000"
    if not (folder / "passages.txt").exists():
        make(folder, 5000)
    rounds = shop.rounds(30)
    command = [shop.python, "-m", "benchmarks.inside", str(folder), str(rounds)]
    settings = environment(XDG_CACHE_HOME=str(folder / "cache"))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT, env=settings)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    lines = measured(f"Medians of {rounds} rounds in one process, of processor time.")
    lines += table(
        ("searching the bundled passages", "ms a query"),
        [(name, f"{value:.2f}") for name, value in found["search"].items()],
    )
    lines += table(("work", "ms"), [(name, f"{value:.1f}") for name, value in found["work"].items()])
    lines += table(
        (f"{ROWS:,} hits as", "ms", "× tsv"),
        [(name, f"{value:.1f}", f"{value / found['output']['tsv']:.1f}") for name, value in found["output"].items()],
    )
    return lines


def _times(rounds: int, **ways: Callable[[], Any]) -> dict[str, float]:
    """The median milliseconds of processor time of each way, a round of all of them after the other."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            started = time.process_time()
            way()
            if number:
                spent[name].append((time.process_time() - started) * 1000)
    return {name: median(several) for name, several in spent.items()}


def _searching(rounds: int) -> dict[str, float]:
    from rapidfuzz import fuzz
    from tests.search.quality import texts

    from benchmarks.search_quality import fts5, mivd, of_rapidfuzz
    from mivdcli.corpus import Corpus
    from mivdcli.text import searchable

    corpus = Corpus()
    plain = {ref: searchable(text).strip() for ref, text in texts(corpus).items()}
    ways = {
        "mivd": mivd(corpus),
        "rapidfuzz WRatio": of_rapidfuzz(plain, fuzz.WRatio),
        "rapidfuzz partial_ratio": of_rapidfuzz(plain, fuzz.partial_ratio),
        "SQLite FTS5 words (no misspellings)": fts5(plain, trigrams=False),
        "SQLite FTS5 trigram": fts5(plain, trigrams=True),
    }
    asked = {name: lambda ask=ask: [ask(query) for query in QUERIES] for name, ask in ways.items()}
    return {name: spent / len(QUERIES) for name, spent in _times(rounds, **asked).items()}


def _working(rounds: int) -> dict[str, float]:
    from mivdcli.corpus import Corpus, read_document
    from mivdcli.diff import compare

    def read() -> None:
        for entry in Corpus().entries.values():
            read_document(entry)

    corpus = Corpus()
    compare(corpus, "plan-2024", "report-2020")
    return _times(
        rounds,
        **{
            "every bundled document from TOML, checked": read,
            "the same as the wheel holds them": lambda: list(Corpus().documents()),
            "diff plan-2024 report-2024": lambda: compare(corpus, "plan-2024", "report-2024"),
            "diff plan-2024 report-2020": lambda: compare(corpus, "plan-2024", "report-2020"),
        },
    )


def _writing(folder: Path, rounds: int) -> dict[str, float]:
    from mivdcli import load
    from mivdcli.cli.answer import Wish, render

    found = load(folder).search("mivd", limit=ROWS)
    assert len(found) == ROWS
    ways = {name: lambda name=name: "".join(render(found.view, name, Wish(), screen=False)) for name in FORMATS}
    return _times(max(rounds // 6, 3), **ways)


if __name__ == "__main__":
    made, times = Path(sys.argv[1]), int(sys.argv[2])
    print(json.dumps({"search": _searching(times), "work": _working(times), "output": _writing(made, times)}))
