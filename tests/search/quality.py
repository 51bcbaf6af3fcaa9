"""The judged queries, and how well a way of searching answers them. The benchmark and the test with floors share this.

``queries.tsv`` holds, per query, its kind, its half and what answers it: refs that were judged by reading, or between
slashes a pattern that the description (Dutch or English) of a passage must match; ``-`` where nothing may be found.
The engine was tuned on the half ``tuning`` only; the split was made before, every second query of a kind.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from mivdcli.corpus import Corpus, places

FILE = Path(__file__).with_name("queries.tsv")
KINDS = ("typo", "inflection", "compound", "abbreviation", "english", "name", "phrase", "multi")
Search = Callable[[str], Sequence[str]]
"""A way of searching: from a query to refs, best first."""


class Judged(NamedTuple):
    half: str
    kind: str
    text: str
    relevant: frozenset[str]
    """Refs; empty where nothing may be found."""


class Quality(NamedTuple):
    queries: int
    recall: float
    """At five: the share of the relevant passages, five at most, among the first five hits."""
    mrr: float
    hit1: float


def texts(corpus: Corpus) -> dict[str, str]:
    """The descriptions of every passage, by ref, in the order of the corpus."""
    return {
        place.ref: f"{place.passage.nl}\n{place.passage.en}" for document in corpus.documents() for place in places(document)
    }


def judged(corpus_texts: Mapping[str, str], half: str | None = None, file: Path = FILE) -> list[Judged]:
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()[1:]]
    return [
        Judged(row[0], row[1], row[2], frozenset(_relevant(row[3], corpus_texts))) for row in rows if half in (None, row[0])
    ]


def _relevant(judgement: str, corpus_texts: Mapping[str, str]) -> Iterable[str]:
    if judgement == "-":
        return []
    if judgement.startswith("/"):
        pattern = re.compile(judgement.strip("/"), re.IGNORECASE)
        return [ref for ref, text in corpus_texts.items() if pattern.search(text)]
    return [ref for ref in judgement.split() if ref in corpus_texts]


def measure(search: Search, queries: Sequence[Judged]) -> dict[str, Quality]:
    """The quality by kind of query, and as ``all`` over every query that has an answer."""
    by_kind: dict[str, list[tuple[float, float, float]]] = {}
    for query in queries:
        if query.relevant:
            points = _points(list(search(query.text)), query.relevant)
            by_kind.setdefault(query.kind, []).append(points)
            by_kind.setdefault("all", []).append(points)
    return {
        kind: Quality(len(points), *(mean(column) for column in zip(*points, strict=True))) for kind, points in by_kind.items()
    }


def _points(refs: Sequence[str], relevant: frozenset[str]) -> tuple[float, float, float]:
    first = next((place for place, ref in enumerate(refs, 1) if ref in relevant), None)
    recall = len(relevant.intersection(refs[:5])) / min(5, len(relevant))
    return recall, 1 / first if first else 0.0, float(first == 1)


def answered_nonsense(search: Search, queries: Sequence[Judged]) -> list[str]:
    """The queries that should find nothing but do."""
    return [query.text for query in queries if query.kind == "none" and search(query.text)]
