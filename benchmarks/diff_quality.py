"""How well the computed matching of ``mivd diff`` finds what treats a commitment's subject, against two plain baselines.

    python -m benchmarks.diff_quality [--data DIR]

The judgement is tests/diff/gold.toml, made by reading; its two halves are never mixed. Recall@3 is hits / min(3, relevant),
averaged over the commitments that something answers. Precision@3 is hits / shown over all commitments, so that whatever is
shown where nothing answers counts as wrong. ``empty`` is how often nothing is shown where nothing answers.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from mivdcli.corpus import Corpus, Place, places
from mivdcli.diff.related import MOST, Candidates, subject_of_commitment
from mivdcli.diff.subject import Subject
from mivdcli.query import STOP_WORDS
from mivdcli.text import words

GOLD = Path(__file__).resolve().parents[1] / "tests" / "diff" / "gold.toml"


class Judged(NamedTuple):
    commitment: str
    passages: frozenset[str]


class Quality(NamedTuple):
    precision: float
    recall: float
    empty: int
    unanswered: int


Finder = Callable[[str], list[str]]
"""From a commitment's id to the locators shown."""


def halves() -> tuple[list[Judged], list[Judged]]:
    """For tuning and held out: every second of the answered and every second of the unanswered, in the file's order."""
    judged = [Judged(one["commitment"], frozenset(one["passages"])) for one in tomllib.loads(GOLD.read_text("utf-8"))["judged"]]
    answered, empty = [one for one in judged if one.passages], [one for one in judged if not one.passages]
    return answered[::2] + empty[::2], answered[1::2] + empty[1::2]


def measure(half: list[Judged], finder: Finder) -> Quality:
    shown = {one.commitment: finder(one.commitment) for one in half}
    hits = {one.commitment: len(one.passages & set(shown[one.commitment])) for one in half}
    answered = [one for one in half if one.passages]
    return Quality(
        precision=sum(hits.values()) / (sum(map(len, shown.values())) or 1),
        recall=sum(hits[one.commitment] / min(MOST, len(one.passages)) for one in answered) / len(answered),
        empty=sum(1 for one in half if not one.passages and not shown[one.commitment]),
        unanswered=len(half) - len(answered),
    )


class Bench:
    """The judged commitments of all plans, and the passages of report 2020."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._places = list(places(corpus.document("report-2020")))
        self._candidates: dict[str, Candidates] = {}

    def finders(self) -> dict[str, Finder]:
        return {"ours": self.ours, "theme overlap": self.theme_overlap, "bag of words": self.bag_of_words}

    def _asked(self, id: str) -> tuple[list[Subject], Subject]:
        plan = self._corpus.document(id.partition(".")[0])
        every = {one.id: subject_of_commitment(plan, one) for one in plan.commitments}
        return list(every.values()), every[id]

    def ours(self, id: str) -> list[str]:
        every, asked = self._asked(id)
        plan = id.partition(".")[0]
        if plan not in self._candidates:
            self._candidates[plan] = Candidates(self._corpus, self._places, every)
        return [one.place.passage.locator for one in self._candidates[plan].match(asked).related]

    def theme_overlap(self, id: str) -> list[str]:
        """The passages that share the most themes, in the report's order where that ties."""
        themes = set(self._asked(id)[1].themes)
        return self._best(lambda place: len(themes & set(place.passage.themes)))

    def bag_of_words(self, id: str) -> list[str]:
        """The cosine of the Dutch words as they stand."""
        ours = _bag(self._asked(id)[1].nl)
        return self._best(lambda place: _cosine(ours, _bag(place.passage.nl)))

    def _best(self, score: Callable[[Place], float]) -> list[str]:
        scored = sorted(((score(place), -index) for index, place in enumerate(self._places)), reverse=True)[:MOST]
        return [self._places[-index].passage.locator for one, index in scored if one > 0]


def _bag(text: str) -> Counter[str]:
    return Counter(word.folded for word in words(text) if word.folded not in STOP_WORDS)


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    lengths = sqrt(sum(count**2 for count in one.values()) * sum(count**2 for count in other.values()))
    return sum(count * other[word] for word, count in one.items()) / (lengths or 1.0)


def main() -> None:
    extra = Path(sys.argv[sys.argv.index("--data") + 1]) if "--data" in sys.argv else None
    bench = Bench(Corpus(extra))
    print(f"{'':<16}{'half':<10}{'precision@3':>12}{'recall@3':>10}{'empty':>8}")
    for name, finder in bench.finders().items():
        for half, judged in zip(("tuning", "held out"), halves(), strict=True):
            found = measure(judged, finder)
            kept = f"{found.empty}/{found.unanswered}"
            print(f"{name:<16}{half:<10}{found.precision:>12.2f}{found.recall:>10.2f}{kept:>8}")


if __name__ == "__main__":
    main()
