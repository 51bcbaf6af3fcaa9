"""The benchmarks write what they measured and nothing else; how long anything takes is no test."""

import re
import sys
from pathlib import Path

import pytest
from benchmarks import report
from benchmarks.__main__ import PARTS
from benchmarks.big_corpus import make, make_pair
from benchmarks.process import compare, environment, paired, run

from mivdcli.corpus import Corpus
from mivdcli.diff import compare as diff
from mivdcli.search import Searcher


def test_a_part_rewrites_its_own_tables_and_leaves_the_rest(tmp_path: Path) -> None:
    """A run that was interrupted must not cost the tables of the others, nor a sentence that somebody wrote."""
    page = tmp_path / "page.md"
    kept = (
        "By hand.\n<!-- measured: one -->\nold\n<!-- end of one -->\nMore.\n<!-- measured: two -->\nold\n<!-- end of two -->\n"
    )
    page.write_text(kept, "utf-8")
    report.write("two", ["new \\1"], page)
    assert page.read_text("utf-8") == kept.replace("\nold\n<!-- end of two", "\n\nnew \\1\n\n<!-- end of two")
    with pytest.raises(SystemExit, match="no place for three"):
        report.write("three", [], page)


def test_the_page_has_a_place_for_every_part() -> None:
    text = report.PAGE.read_text("utf-8")
    assert re.findall(r"<!-- measured: (\S+) -->", text) == list(PARTS)
    assert all(f"<!-- end of {part} -->" in text for part in PARTS)


def test_a_process_is_timed_with_its_own_exit_code_output_and_memory() -> None:
    """Memory above all: a child begins at the peak of what starts it, and that must not be this process."""
    code = "import sys; block = b'x' * 60_000_000; print('y' * 99); sys.exit(3)"
    small, large = (run([sys.executable, "-I", "-c", one], environment()) for one in ("pass", code))
    assert (large.code, large.output, small.code, small.output) == (3, 100, 0, 0)
    assert large.memory - small.memory > 50
    assert small.memory < 20


def test_ratios_are_taken_within_a_round() -> None:
    base, again = ([sys.executable, "-I", "-S", "-c", "pass"] for _ in range(2))
    found = compare({"base": base, "again": again}, 2, "base", environment())
    assert (found["base"].ratio, len(found["again"].walls)) == (1.0, 2)
    assert paired(found["base"], found["base"]) == 1.0


def test_a_made_up_corpus_is_the_same_every_time_and_can_be_asked(tmp_path: Path) -> None:
    one, two = make(tmp_path / "one", 40), make(tmp_path / "two", 40)
    assert one.read_bytes() == two.read_bytes()
    corpus = Corpus(tmp_path / "one")
    assert len(corpus.document("events-3000").passages) == 40
    assert Searcher(corpus, documents=["events-3000"]).ask("kabelinterseptie").total


def test_a_made_up_pair_can_be_compared(tmp_path: Path) -> None:
    make_pair(tmp_path, 3, 20)
    found = diff(Corpus(tmp_path), "plan-2999", "report-2999")
    assert (len(found.commitments), found.comparable) == (3, True)
