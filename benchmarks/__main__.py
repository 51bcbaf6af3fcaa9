"""Everything is measured by one command, which writes the tables of docs/performance.md.

    python -m benchmarks [--only cold,inside] [--quick] [--rounds N] [--work DIR] [--peers DIR]

Each part rewrites its own tables and nothing else, so that one that was interrupted can be run again alone. What is needed
(an environment with the wheel, one with the peers in Python, made-up corpora) is made in ``--work`` and kept there. The other
peers are found on PATH: apt-get install ripgrep ugrep fzf. A peer that is missing is said to be.
"""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from benchmarks import report
from benchmarks.workshop import ROOT, Workshop

PARTS = ("cold", "inside", "quality", "scale", "scale-1m")
USUAL = PARTS[:-1]
"""The last one takes several minutes and several GB of disk, and is run only when it is asked for."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--only", metavar="PART,...", default=",".join(USUAL), help=f"of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="a sixth of the rounds, and no corpus beyond 5,000 passages")
    parser.add_argument("--rounds", type=int, help="for every part, in place of its own number")
    parser.add_argument("--work", type=Path, default=ROOT / ".benchmarks", help="a folder to work in (default: .benchmarks)")
    parser.add_argument("--peers", type=Path, help="an environment, or a folder of programs, with the peers in Python")
    parser.add_argument("--page", type=Path, default=report.PAGE, help="the page to write into")
    options = parser.parse_args()
    parts = options.only.split(",")
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"unknown part {', '.join(unknown)}; choose from {', '.join(PARTS)}")
    shop = Workshop(options.work, options.peers, options.rounds, quick=options.quick)
    for part in parts:
        started = time.monotonic()
        print(f"{part} ...", file=sys.stderr, flush=True)
        module = import_module(f"benchmarks.{part.replace('-', '_')}")
        report.write(part, module.measure(shop), options.page)
        print(f"{part}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
