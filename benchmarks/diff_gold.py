"""The judgements that the computed matching is measured with, and how far their readers agree.

``first`` is tests/diff/gold.toml: one reader, who listed for each commitment the passages that treat its subject. ``pooled``
is tests/diff/pooled.tsv: for each commitment the best of several methods, the passages of the first judgement and two random
ones, and in a second round the best by keywords, shuffled and without a word on where they came from, graded 0 to 2 against the
official text. There a passage is relevant if every reader who has graded the pair gave at least 1; that was fixed before the
grades were seen. A passage outside the pool is not.

``whole`` is tests/diff/whole.tsv: the commitments of plan 2024 and all passages on report 2024, 1,500 pairs, each graded 0 to 2
by two readers apart from each other, who saw nothing but the texts. What is not listed got 0 from both. Relevant is
what both gave at least 1, as in the pool.

``read_through`` is tests/diff/read.tsv: what ``mivd diff plan-2024 report-2020`` showed on 2026-11-22, with runners-up and what
it missed, each place judged beside the official text by one reader who knew that it had been shown: ``yes`` where it
treats the thing that the commitment turns on, ``loosely`` where it treats its field, ``no``.
"""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parents[1] / "tests" / "diff"
READERS = ("a", "b")
GOLD, POOLED, WHOLE, READ = TESTS / "gold.toml", TESTS / "pooled.tsv", TESTS / "whole.tsv", TESTS / "read.tsv"


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


def halved(judged: list[Judged]) -> Halves:
    """Every second of the answered and every second of the unanswered is held out, in the order given."""
    answered, empty = [one for one in judged if one.passages], [one for one in judged if not one.passages]
    return answered[::2] + empty[::2], answered[1::2] + empty[1::2]


def first() -> Halves:
    rows = tomllib.loads(GOLD.read_text("utf-8"))["judged"]
    return halved([Judged(one["commitment"], frozenset(one["passages"])) for one in rows])


def pooled() -> Halves:
    """The same commitments in the same halves, with what both readers of the pool found relevant."""
    relevant = _relevant(grades(POOLED))
    tuning, held = ([Judged(one.commitment, relevant[one.commitment]) for one in half] for half in first())
    return tuning, held


def whole(commitments: Iterable[str]) -> Halves:
    """Those of plan 2024, in its order."""
    relevant = _relevant(grades(WHOLE))
    return halved([Judged(commitment, relevant[commitment]) for commitment in commitments])


def _relevant(graded: Iterable[Grade]) -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for grade in graded:
        if grade.relevant:
            found[grade.commitment] |= {grade.passage}
    return found


def grades(file: Path) -> list[Grade]:
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            Grade(row["commitment"], row["passage"], tuple(int(row[reader]) for reader in READERS if row[reader]))
            for row in csv.DictReader(rows, delimiter="\t")
        ]


def read_through() -> dict[tuple[str, str], str]:
    """The grade of each commitment and passage that the reader of the output judged."""
    with READ.open(encoding="utf-8", newline="") as rows:
        return {(row["commitment"], row["passage"]): row["grade"] for row in csv.DictReader(rows, delimiter="\t")}


def kappa(pairs: list[tuple[int, int]]) -> float:
    """Cohen's kappa: agreement beyond what chance would give two readers with these habits."""
    same = sum(1 for one, other in pairs if one == other) / len(pairs)
    chance = sum(
        sum(1 for pair in pairs if pair[0] == value) * sum(1 for pair in pairs if pair[1] == value)
        for value in {value for pair in pairs for value in pair}
    ) / len(pairs) ** 2  # fmt: skip
    return (same - chance) / (1 - chance) if chance < 1 else 1.0
