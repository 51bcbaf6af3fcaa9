"""A made-up corpus of many passages, and how long one cold typo query over it takes, beside ugrep and a bare interpreter.

    python -m benchmarks.big_corpus [PASSAGES] [--rounds N] [--keep DIR]

Every round starts each command once, in turn; the figures are medians over the rounds, and ratios are taken within a round.
The words are those of the bundled descriptions, drawn by their real frequencies, with made-up compounds for the long tail.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from statistics import median

from mivdcli.corpus import Corpus, places

EACH = 1000
"""Passages in a document."""
NEEDLE = "kabelinterceptie"
SLIP = "kabelinterseptie"
SLIP_OF_TWO = "kabelinterseptei"
HEAD = """\
id = 'events-{year}'
kind = 'events'
year = {year}
title_nl = 'Verzonnen {year}'
title_en = 'Made up {year}'
coverage = 'secondary'
scope_nl = 'Verzonnen.'
scope_en = 'Made up.'

[[sections]]
id = '~x'
title = 'Verzonnen'
title_en = 'Made up'
"""
PASSAGE = """
[[passages]]
locator = '~x/{number}'
themes = ['cyber']
nl = '{nl}'
en = '{en}'
attribution = 'event'
date = '{year}'
sources = [{{ url = 'https://example.org/{number}', kind = 'press' }}]
"""


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Made-up passages of about 45 words in each language; the needle stands in every five-thousandth."""
    chance = random.Random(1)
    passages = [place.passage for document in Corpus().documents() for place in places(document)]
    dutch, english = (
        Counter(word.strip(".,;:()'").replace("'", "") for text in column for word in text.split())
        for column in ([passage.nl for passage in passages], [passage.en for passage in passages])
    )
    drawn = [(list(words), list(accumulate(words.values()))) for words in (dutch, english)]
    long = [word.lower() for word in dutch if len(word) > 4 and word.isalpha()]
    for number in range(count):
        nl, en = (chance.choices(words, cum_weights=weights, k=45) for words, weights in drawn)
        nl[chance.randrange(45)] = chance.choice(long) + chance.choice(long)
        if number % 5000 == 17:
            nl[20] = NEEDLE
        yield " ".join(nl), " ".join(en)


def make(folder: Path, count: int) -> Path:
    """Write the corpus as TOML below ``folder`` and as one text, a passage a line, which it returns."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    path, made = folder / "passages.txt", texts(count)
    with path.open("w", encoding="utf-8") as lines:
        for year in range(3000, 3000 + -(-count // EACH)):
            some = list(islice(made, EACH))
            lines.writelines(f"{nl} {en}\n" for nl, en in some)
            passages = (PASSAGE.format(number=number, nl=nl, en=en, year=year) for number, (nl, en) in enumerate(some, 1))
            (folder / "events" / f"{year}.toml").write_text(HEAD.format(year=year) + "".join(passages), "utf-8")
    return path


def run(command: list[str], settings: dict[str, str]) -> tuple[float, float]:
    """Milliseconds of one cold process whose output goes into a pipe, and its peak memory in MiB."""
    ours, theirs = os.pipe()
    started = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_CLOSE, ours)]
    child = os.posix_spawn(command[0], command, settings, file_actions=actions)
    os.close(theirs)
    while os.read(ours, 1 << 20):
        pass
    _, _, used = os.wait4(child, 0)
    os.close(ours)
    return (time.perf_counter() - started) * 1000, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("passages", nargs="?", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--keep", type=Path, help="a folder to make the corpus in, and to use again")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp())
    text = folder / "passages.txt"
    if not text.exists():  # in a process of its own, whose memory would else be counted as that of every command
        child = os.fork()
        if not child:
            make(folder, options.passages)
            os._exit(0)
        os.waitpid(child, 0)
    settings = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONWARNINGS": ""}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    mivd = [str(Path(sys.executable).parent / "mivd"), "search", "--data", str(folder), "-q"]
    print(f"first query, index built: {run([*mivd, SLIP], settings)[0] / 1000:.1f} s")
    [index] = (folder / "cache" / "mivd").glob("*.sqlite3")
    print(f"index: {index.stat().st_size / 2**20:.0f} MiB; text: {text.stat().st_size / 2**20:.0f} MiB")
    commands = {
        "bare interpreter": [sys.executable, "-c", "pass"],
        "mivd, one slip": [*mivd, SLIP],
        "mivd, two slips": [*mivd, SLIP_OF_TWO],
        "mivd, a word": [*mivd, NEEDLE],
        "mivd, common word": [*mivd, "mivd"],
        "mivd, five words": [*mivd, "hoeveel", "kabelinterseptie", "rusland", "inlichtingendienst", "gemeld", "bevoegdheid"],
    }
    if ugrep := shutil.which("ugrep"):
        commands["ugrep -Z2 -i"] = [ugrep, "-Z2", "-i", SLIP, str(text)]
    if rg := shutil.which("rg"):
        commands["rg -i, exact"] = [rg, "-i", NEEDLE, str(text)]
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    for number in range(options.rounds + 1):
        for name, command in commands.items():
            spent, used = run(command, settings)
            memory[name] = max(memory.get(name, 0.0), used)
            if number:  # the first round only warms the caches of the system
                times[name].append(spent)
    for name, every in times.items():
        ratio = median(one / bare for one, bare in zip(every, times["bare interpreter"], strict=True))
        print(f"{name:20}{median(every):8.0f} ms {ratio:7.1f} x bare {memory[name]:7.0f} MiB")
    if options.keep is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
