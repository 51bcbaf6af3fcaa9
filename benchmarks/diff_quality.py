"""How well the computed matching of ``mivd diff`` finds what treats a commitment's subject, against two plain baselines.

    python -m benchmarks.diff_quality [--data DIR] [--half tuning] [--plan plan-2024]

Each is measured on both judgements of ``benchmarks.diff_gold``; their two halves are never mixed. Recall@3 is hits / min(3,
relevant), averaged over the commitments that something answers. Precision@3 is hits / shown over all commitments, so that
whatever is shown where nothing answers counts as wrong; where fewer than three are shown, fewer count. ``empty`` is how often
nothing is shown where nothing answers. In brackets: the middle 95 of 100 draws with replacement of as many commitments.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from math import fsum, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.diff_gold import POOLED, WHOLE, Halves, Judged, first, grades, kappa, pooled, read_through, whole
from mivdcli.corpus import Corpus, Place, commitments_by_id, places
from mivdcli.diff.match import MOST
from mivdcli.diff.related import Candidates, subject_of_commitment
from mivdcli.diff.subject import Subject
from mivdcli.query import STOP_WORDS
from mivdcli.text import words

HALVES = ("tuning", "held out")
DRAWS = 2000


class Quality(NamedTuple):
    precision: float
    recall: float
    empty: int
    unanswered: int


Finder = Callable[[str], list[str]]
"""From a commitment's id to the locators shown."""


def measure(half: list[Judged], finder: Finder) -> Quality:
    shown = {one.commitment: finder(one.commitment) for one in half}
    hits = {one.commitment: len(one.passages & set(shown[one.commitment])) for one in half}
    answered = [one for one in half if one.passages]
    return Quality(
        precision=sum(hits.values()) / (sum(map(len, shown.values())) or 1),
        recall=fsum(hits[one.commitment] / min(MOST, len(one.passages)) for one in answered) / (len(answered) or 1),
        empty=sum(1 for one in half if not one.passages and not shown[one.commitment]),
        unanswered=len(half) - len(answered),
    )


def intervals(half: list[Judged], finder: Finder) -> tuple[tuple[float, float], tuple[float, float]]:
    """Of precision and of recall: how far they would move with other commitments of the same kind. The same draws each time."""
    shown = {one.commitment: finder(one.commitment) for one in half}
    draw = Random(2020)
    drawn = [measure(draw.choices(half, k=len(half)), shown.__getitem__) for _ in range(DRAWS)]
    return _middle([one.precision for one in drawn]), _middle([one.recall for one in drawn])


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[len(ordered) // 40], ordered[-len(ordered) // 40]


class Bench:
    """The judged commitments, and the passages of one report."""

    def __init__(self, corpus: Corpus, report: str) -> None:
        self._corpus = corpus
        self._candidates = Candidates(corpus, places(corpus.document(report)))
        self._places = self._candidates.places

    def finders(self) -> dict[str, Finder]:
        return {"ours": self.ours, "theme overlap": self.theme_overlap, "bag of words": self.bag_of_words}

    def ours(self, id: str) -> list[str]:
        return [one.place.passage.locator for one in self._candidates.match(self._asked(id)).related]

    def _asked(self, id: str) -> Subject:
        plan = self._corpus.document(id.partition(".")[0])
        return subject_of_commitment(plan, commitments_by_id(plan)[id])

    def theme_overlap(self, id: str) -> list[str]:
        """The passages that share the most themes, in the report's order where that ties."""
        themes = set(self._asked(id).themes)
        return self._best(lambda place: len(themes & set(place.passage.themes)))

    def bag_of_words(self, id: str) -> list[str]:
        """The cosine of the Dutch words as they stand."""
        ours = _bag(self._asked(id).nl)
        return self._best(lambda place: _cosine(ours, _bag(place.passage.nl)))

    def _best(self, score: Callable[[Place], float]) -> list[str]:
        scored = sorted(((score(place), -index) for index, place in enumerate(self._places)), reverse=True)[:MOST]
        return [self._places[-index].passage.locator for one, index in scored if one > 0]


def _bag(text: str) -> Counter[str]:
    return Counter(word.folded for word in words(text) if word.folded not in STOP_WORDS)


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    lengths = sqrt(fsum(count**2 for count in one.values()) * fsum(count**2 for count in other.values()))
    return fsum(count * other[word] for word, count in one.items()) / (lengths or 1.0)  # the same on every Python


class Judgement(NamedTuple):
    name: str
    report: str
    halves: Halves


def judgements(corpus: Corpus) -> list[Judgement]:
    plan = commitments_by_id(corpus.document("plan-2024"))
    return [
        Judgement("first", "report-2020", first()),
        Judgement("pooled", "report-2020", pooled()),
        Judgement("whole", "report-2024", whole(plan)),
    ]


def _option(name: str) -> str | None:
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


def main() -> None:
    extra, only, plan = (_option(name) for name in ("--data", "--half", "--plan"))
    corpus = Corpus(Path(extra) if extra else None)
    print(f"{'':<14}{'judgement':<11}{'half':<10}{'precision@3':<20}{'recall@3':<20}empty")
    for name in ("ours", "theme overlap", "bag of words"):
        for judgement in judgements(corpus):
            finder = Bench(corpus, judgement.report).finders()[name]
            for half, judged in zip(HALVES, judgement.halves, strict=True):
                if only in (None, half):
                    of_plan = [one for one in judged if plan in (None, one.commitment.partition(".")[0])]
                    print(f"{name:<14}{judgement.name:<11}{half:<10}{_line(of_plan, finder)}")
    print(_read_line(Bench(corpus, "report-2020"), commitments_by_id(corpus.document("plan-2024"))))
    print(_agreement("pooled", POOLED, unlisted=0))
    print(_agreement("whole", WHOLE, unlisted=1500 - len(grades(WHOLE))))


def read(bench: Bench, commitments: Iterable[str]) -> Counter[str]:
    """How often what is shown now was given each grade by who read the output; ``not judged`` where it was not shown then."""
    grades = read_through()
    return Counter(grades.get((id, locator), "not judged") for id in commitments for locator in bench.ours(id))


def _read_line(bench: Bench, commitments: Iterable[str]) -> str:
    found = read(bench, commitments)
    each = ", ".join(f"{found[grade]} {grade}" for grade in ("yes", "loosely", "no", "not judged"))
    share = (found["yes"] + found["loosely"]) / (found.total() or 1)
    return f"read through, plan 2024 beside report 2020: {found.total()} shown, {each}; yes or loosely {share:.2f}"


def _agreement(name: str, file: Path, unlisted: int) -> str:
    """How far two readers agree on relevant or not; ``unlisted`` pairs got 0 from both."""
    pairs = [(min(one, 1), min(other, 1)) for one, other in (grade.given for grade in grades(file))] + [(0, 0)] * unlisted
    alike = sum(one == other for one, other in pairs) / len(pairs)
    return f"readers of {name}: {len(pairs)} pairs, alike in {alike:.0%}, Cohen's kappa {kappa(pairs):.2f}"


def _line(judged: list[Judged], finder: Finder) -> str:
    found = measure(judged, finder)
    cells = [
        f"{value:.2f} ({low:.2f} - {high:.2f})"
        for value, (low, high) in zip((found.precision, found.recall), intervals(judged, finder), strict=True)
    ]
    return f"{cells[0]:<20}{cells[1]:<20}{found.empty}/{found.unanswered}"


if __name__ == "__main__":
    main()
