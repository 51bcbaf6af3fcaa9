"""How well ``mivd search`` and other ways of searching answer the judged queries of ``tests/search/queries.tsv``.

    python -m benchmarks.search_quality [--half tuning|held-out|fresh] [--file QUERIES.tsv] [--official]

Every way searches the same descriptions (Dutch and English) of the same passages. ``--official`` takes the queries of
../shared/eval/queries.tsv, whose patterns are then matched against our descriptions; a query whose pattern none of them
matches is left out, and named.
"""

import argparse
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from rapidfuzz import fuzz, process
from tests.search.quality import KINDS, Judged, Search, answered_nonsense, judged, measure, texts

from mivdcli.corpus import Corpus
from mivdcli.query import STOP_WORDS, tokens
from mivdcli.search import Searcher
from mivdcli.text import searchable

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval" / "queries.tsv"
NAMES = {"inflect": "inflection", "abbrev": "abbreviation"}


def mivd(corpus: Corpus) -> Search:
    searcher = Searcher(corpus)
    return lambda text: [hit.ref for hit in searcher.ask(text).hits]


def of_rapidfuzz(plain: Mapping[str, str], scorer: Callable[..., float]) -> Search:
    def ask(text: str) -> list[str]:
        return [ref for _, _, ref in process.extract(" ".join(tokens(text)), plain, scorer=scorer, limit=20)]

    return ask


def fts5(plain: Mapping[str, str], *, trigrams: bool) -> Search:
    base = sqlite3.connect(":memory:")
    base.execute(f"create virtual table t using fts5(ref unindexed, body, tokenize='{'trigram' if trigrams else 'unicode61'}')")
    base.executemany("insert into t values (?, ?)", plain.items())

    def ask(text: str) -> list[str]:
        words = [word for word in tokens(text) if word not in STOP_WORDS] or list(tokens(text))
        if trigrams:
            words = [word[at : at + 3] for word in words for at in range(len(word) - 2)] or words
        match = " OR ".join(f'"{word}"' for word in words)
        return [ref for (ref,) in base.execute("select ref from t where t match ? order by rank limit 20", (match,))]

    return ask


def fzf(plain: Mapping[str, str]) -> Search:
    lines = "".join(f"{ref}\t{text}\n" for ref, text in plain.items()).encode()

    def ask(text: str) -> list[str]:
        command = ["fzf", "--filter", " ".join(tokens(text)), "-i", "--delimiter", "\t", "--nth", "2.."]
        found = subprocess.run(command, input=lines, capture_output=True, check=False).stdout.decode()
        return [line.partition("\t")[0] for line in found.splitlines()[:20]]

    return ask


def official(plain: Mapping[str, str]) -> list[Judged]:
    """The queries made against the official wording, judged by the same patterns on our descriptions."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [line.split("\t") for line in EVAL.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        file = Path(folder) / "queries.tsv"
        lines = [f"eval\t{NAMES.get(kind, kind)}\t{text}\t{'-' if r == 'NONE' else f'/{r}/'}" for kind, text, r in rows]
        file.write_text("\n".join(["half\tkind\tquery\trelevant", *lines]), "utf-8")
        found = judged(plain, file=file)
    print("left out:", ", ".join(query.text for query in found if query.kind != "none" and not query.relevant))
    return found


def ways(corpus: Corpus, plain: Mapping[str, str]) -> dict[str, Search]:
    """Every way of searching that is there."""
    folded = {ref: searchable(text).strip() for ref, text in plain.items()}
    found: dict[str, Search] = {
        "mivd search": mivd(corpus),
        "rapidfuzz partial_ratio": of_rapidfuzz(folded, fuzz.partial_ratio),
        "rapidfuzz WRatio": of_rapidfuzz(folded, fuzz.WRatio),
        "SQLite FTS5 trigram": fts5(folded, trigrams=True),
        "SQLite FTS5 words": fts5(folded, trigrams=False),
    }
    if shutil.which("fzf"):
        found["fzf --filter"] = fzf(folded)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("tuning", "held-out", "fresh"))
    parser.add_argument("--file", type=Path)
    parser.add_argument("--official", action="store_true")
    options = parser.parse_args()
    corpus = Corpus()
    plain = texts(corpus)
    more = {"file": options.file} if options.file else {}
    queries = official(plain) if options.official else judged(plain, options.half, **more)
    nonsense = sum(1 for query in queries if query.kind == "none")
    for name, ask in ways(corpus, plain).items():
        started = time.perf_counter()
        reached = measure(ask, queries)
        each = (time.perf_counter() - started) / max(reached["all"].queries, 1) * 1000
        print(
            f"\n{name} ({each:.1f} ms a query, {len(answered_nonsense(ask, queries))} of {nonsense} nonsense queries answered)"
        )
        for kind in (*KINDS, "all"):
            if kind in reached:
                q = reached[kind]
                print(f"  {kind:14}{q.queries:4}  recall@5 {q.recall:.3f}  MRR {q.mrr:.3f}  hit@1 {q.hit1:.3f}")


if __name__ == "__main__":
    main()
