"""The two judgements that the computed matching is measured with, and how far the readers of the second one agree.

``first`` is tests/diff/gold.toml: one reader, who listed for each commitment the passages that treat its subject. ``pooled``
is tests/diff/pooled.tsv: for each commitment the best of several methods, the passages of the first judgement and two random
ones, shuffled and without a word on where they came from, graded 0 to 2 against the official text. There a passage is
relevant if every reader who has graded the pool gave at least 1; that was fixed before the grades were seen. A passage
outside the pool is not.
"""

import csv
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parents[1] / "tests" / "diff"
READERS = ("a", "b")
GOLD, POOLED = TESTS / "gold.toml", TESTS / "pooled.tsv"


class Judged(NamedTuple):
    commitment: str
    passages: frozenset[str]


class Grade(NamedTuple):
    commitment: str
    passage: str
    given: tuple[int, ...]
    """0 to 2 by each reader who has graded the pool."""

    @property
    def relevant(self) -> bool:
        return min(self.given) >= 1


Halves = tuple[list[Judged], list[Judged]]
"""For tuning and held out."""


def first() -> Halves:
    """Every second of the answered and every second of the unanswered is held out, in the file's order."""
    judged = [Judged(one["commitment"], frozenset(one["passages"])) for one in tomllib.loads(GOLD.read_text("utf-8"))["judged"]]
    answered, empty = [one for one in judged if one.passages], [one for one in judged if not one.passages]
    return answered[::2] + empty[::2], answered[1::2] + empty[1::2]


def pooled() -> Halves:
    """The same commitments in the same halves, with what both readers of the pool found relevant."""
    relevant = defaultdict(set)
    for grade in grades():
        if grade.relevant:
            relevant[grade.commitment].add(grade.passage)
    tuning, held = ([Judged(one.commitment, frozenset(relevant[one.commitment])) for one in half] for half in first())
    return tuning, held


def grades() -> list[Grade]:
    with POOLED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [
            Grade(row["commitment"], row["passage"], tuple(int(row[reader]) for reader in READERS if row[reader]))
            for row in rows
        ]


def kappa(pairs: list[tuple[int, int]]) -> float:
    """Cohen's kappa: agreement beyond what chance would give two readers with these habits."""
    same = sum(1 for one, other in pairs if one == other) / len(pairs)
    chance = sum(
        sum(1 for pair in pairs if pair[0] == value) * sum(1 for pair in pairs if pair[1] == value)
        for value in {value for pair in pairs for value in pair}
    ) / len(pairs) ** 2  # fmt: skip
    return (same - chance) / (1 - chance) if chance < 1 else 1.0
