"""Cold whole processes, timed against each other in interleaved rounds."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Run(NamedTuple):
    """One process from its start to its end."""

    wall: float
    """Milliseconds."""
    cpu: float
    """Milliseconds of the process itself, in user and system mode."""
    memory: float
    """The peak, in MiB, as the system counts it (ru_maxrss)."""
    code: int
    output: int
    """Bytes on stdout."""


class Timing(NamedTuple):
    """All rounds of one command."""

    wall: float
    ratio: float
    """The median over the rounds of its time divided by that of the base in the same round."""
    low: float
    """The quartiles of that ratio."""
    high: float
    cpu_ratio: float
    memory: float
    code: int
    walls: tuple[float, ...]
    cpus: tuple[float, ...]


TIMER = """
import os, sys, time
ours, theirs = os.pipe()
silent = os.open(os.devnull, os.O_RDWR)
actions = [(os.POSIX_SPAWN_DUP2, silent, 0), (os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_DUP2, silent, 2),
           (os.POSIX_SPAWN_CLOSE, ours)]
started = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
os.close(theirs)
size = 0
while piece := os.read(ours, 1 << 16):
    size += len(piece)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - started
print(wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), size)
"""
"""Starts one command, its stdout a pipe read to the end: tools that see /dev/null stop at the first match.

It is a process of its own because a child's peak memory begins at that of the process that starts it, and a bare
interpreter without its site packages is the smallest that can tell it.
"""


def run(command: Sequence[str], settings: Mapping[str, str]) -> Run:
    """One cold process."""
    timer = [sys.executable, "-I", "-S", "-c", TIMER, *command]
    done = subprocess.run(timer, env=dict(settings), capture_output=True, encoding="utf-8", check=True)
    wall, cpu, memory, code, output = done.stdout.split()
    return Run(float(wall), float(cpu), float(memory), int(code), int(output))


def environment(**more: str) -> dict[str, str]:
    """The settings that every command gets: what would slow Python down or change an answer is left out."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "MIVD_DATA", "COLUMNS")
    return {**{key: value for key, value in os.environ.items() if key not in unwanted}, **more}


def compare(commands: Mapping[str, Sequence[str]], rounds: int, base: str, settings: Mapping[str, str]) -> dict[str, Timing]:
    """Every command once a round, in an order shuffled anew for each; a round before the first only warms caches."""
    shuffled, chance = list(commands), random.Random(1)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        print(f"  round {number} of {rounds}, {len(shuffled)} commands", file=sys.stderr, flush=True)
        chance.shuffle(shuffled)
        for name in shuffled:
            one = run(commands[name], settings)
            if number:
                runs[name].append(one)
    return {name: _timing(several, runs[base]) for name, several in runs.items()}


def _timing(runs: Sequence[Run], base: Sequence[Run]) -> Timing:
    ratios = [one.wall / other.wall for one, other in zip(runs, base, strict=True)]
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return Timing(
        wall=median(one.wall for one in runs),
        ratio=median(ratios),
        low=low,
        high=high,
        cpu_ratio=median(one.cpu / (other.cpu or 1.0) for one, other in zip(runs, base, strict=True)),
        memory=max(one.memory for one in runs),
        code=max(one.code for one in runs),
        walls=tuple(one.wall for one in runs),
        cpus=tuple(one.cpu for one in runs),
    )


def paired(one: Timing, other: Timing) -> float:
    """How long the one takes in times of the other: the median over the rounds that they share."""
    return median(a / b for a, b in zip(one.walls, other.walls, strict=True))
