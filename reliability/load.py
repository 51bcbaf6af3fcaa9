"""Many commands one after the other, and many at once: is every answer the right one, to the byte?

    python -m reliability.load [--row 10000] [--at-once 200] [--rounds 3]

Each command is first run alone, twice; what it then says is what it must say ever after: exit code and every byte of stdout.
An empty answer counts as a wrong one. Ends with 1 where any answer was wrong.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests import small

MIVD = str(Path(sys.executable).parent / "mivd")
COMMANDS = [
    line.split()
    for line in """
        themes 2024
        themes plan-2024 --format json
        documents --format csv
        figures uvo --year 2020
        figures taps --format jsonl
        trend taps --format table
        search kabelinterceptie --format json
        search kabelinterseptie
        search cyber rusland --in passages,figures --limit 50
        show report-2020:1.1.china/3
        show plan-2024 --format md
        diff plan-2024 report-2024 --format jsonl
        gaps 2024
        cite report-2020:1.1.china/3
        glossary uvo
        search boten --data {}
        check {}
    """.strip().splitlines()
]


class Answer:
    """What one process said."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.started = time.perf_counter()
        self.process = subprocess.Popen([MIVD, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def done(self) -> tuple[int, bytes]:
        out, self.said = self.process.communicate()
        self.seconds = time.perf_counter() - self.started
        return self.process.returncode, out


def expected(commands: list[list[str]]) -> list[tuple[int, bytes]]:
    """What each command says when it runs alone. Raises SystemExit where that is nothing, or not twice the same."""
    found = [[Answer(command).done() for command in commands] for _ in range(2)]
    for command, one, other in zip(commands, *found, strict=True):
        if one != other or not one[1].strip() or one[0] not in (0, 1):
            ends = f"exit {one[0]} and {other[0]}, {len(one[1])} and {len(other[1])} bytes"
            sys.exit(f"{command}: {ends}: nothing to compare with")
    return found[0]


def told(answer: Answer, right: tuple[int, bytes]) -> bool:
    """Whether the answer is right; says on stderr in what it is not."""
    code, out = answer.done()
    if (code, out) != right:
        print(f"WRONG {answer.command}: exit {code}, {len(out)} bytes; {answer.said[-300:]!r}", file=sys.stderr, flush=True)
    return (code, out) == right


def in_a_row(commands: list[list[str]], right: list[tuple[int, bytes]], count: int) -> None:
    wrong, times, started = 0, [], time.perf_counter()
    for number in range(count):
        which = number % len(commands)
        answer = Answer(commands[which])
        wrong += not told(answer, right[which])
        times.append(answer.seconds * 1000)
        if (number + 1) % 1000 == 0:
            print(f"  {number + 1} commands, {wrong} wrong, {time.perf_counter() - started:.0f} s", flush=True)
    times.sort()
    spread = f"median {median(times):.0f} ms, 99th of 100 {times[len(times) * 99 // 100]:.0f} ms, longest {times[-1]:.0f} ms"
    print(f"{count} in a row: {wrong} wrong; {spread}", flush=True)
    if wrong:
        sys.exit(1)


def at_once(commands: list[list[str]], right: list[tuple[int, bytes]], count: int) -> None:
    started = time.perf_counter()
    running = [(Answer(commands[number % len(commands)]), right[number % len(commands)]) for number in range(count)]
    wrong = sum(not told(answer, one) for answer, one in running)
    print(f"{count} at once: {wrong} wrong, {time.perf_counter() - started:.1f} s on {os.cpu_count()} cores", flush=True)
    if wrong:
        sys.exit(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--row", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="how often so many at once")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mivd-load-") as folder:
        small.write(Path(folder) / "data")
        commands = [[part.replace("{}", f"{folder}/data") for part in command] for command in COMMANDS]
        right = expected(commands)
        for _ in range(options.rounds):
            at_once(commands, right, options.at_once)
        in_a_row(commands, right, options.row)


if __name__ == "__main__":
    main()
