"""How good the answers are that were timed: speed that costs quality is none."""

from tests.search.quality import answered_nonsense, judged, texts
from tests.search.quality import measure as reached

from benchmarks import diff_quality, search_quality
from benchmarks.report import measured, table
from benchmarks.workshop import Workshop
from mivdcli.corpus import Corpus


def measure(shop: Workshop) -> list[str]:  # noqa: ARG001 - nothing here depends on where it runs
    corpus = Corpus()
    plain = texts(corpus)
    queries = judged(plain, "held-out")
    nonsense = sum(1 for query in queries if query.kind == "none")
    lines = measured("The judgement is that of the tests; every way searches the same texts.")
    rows = []
    for name, ask in search_quality.ways(corpus, plain).items():
        found = reached(ask, queries)["all"]
        answered = f"{len(answered_nonsense(ask, queries))} of {nonsense}"
        rows.append((name, f"{found.recall:.3f}", f"{found.mrr:.3f}", f"{found.hit1:.3f}", answered))
    lines += table(("search, held-out half", "recall@5", "MRR", "hit@1", "nonsense answered"), rows)
    rows = [
        (judgement.name, name, f"{q.precision:.2f}", f"{q.recall:.2f}", f"{q.empty}/{q.unanswered}")
        for judgement in diff_quality.judgements(corpus)
        for name, finder in diff_quality.Bench(corpus, judgement.report).finders().items()
        for q in [diff_quality.measure(judgement.halves[1], finder)]
    ]
    return lines + table(("diff, held-out halves", "", "precision@3", "recall@3", "left empty"), rows)
