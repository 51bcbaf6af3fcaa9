"""Files of ten megabytes, and of the most that is read, as hard to read as we could think of: an answer or a clear error.

A process that computes for more than ten seconds is ended by the system, and the test fails.
"""

from pathlib import Path

import pytest

from mivdcli.sources.readers.detect import LARGEST_TEXT
from tests import small
from tests.hostile import large
from tests.hostile.large import MB, Outcome, limited

pytestmark = pytest.mark.slow

pytest.importorskip("lxml")
SOURCES = {"text": large.TEXT, "xml": large.XML, "html": large.HTML}
CASES = [(format, name) for format, several in SOURCES.items() for name in several]


def holds(outcome: Outcome) -> None:
    assert outcome.code in (0, 1, 2, 3, 4), outcome.err[-1000:]
    assert b"Traceback" not in outcome.err
    assert outcome.megabytes <= large.MOST_MEMORY, f"{outcome.megabytes:.0f} MB"
    assert outcome.code == 0 or outcome.err.startswith(b"mivd: "), outcome.err[:200]


@pytest.mark.parametrize(("format", "name"), CASES)
def test_a_text_of_the_most_that_is_read_is_drafted_or_refused(format: str, name: str, tmp_path: Path) -> None:
    """Just below the limit, where nothing but the work itself protects."""
    path = large.write(tmp_path / f"letter.{format}", SOURCES[format][name](LARGEST_TEXT - 8000))
    assert path.stat().st_size <= LARGEST_TEXT or name == "a billion laughs"
    holds(limited("draft", path, "--kind", "plan", "--year", "2031"))


@pytest.mark.parametrize("format", SOURCES)
def test_a_text_of_ten_megabytes_is_refused_by_its_size(format: str, tmp_path: Path) -> None:
    path = large.write(tmp_path / f"letter.{format}", next(iter(SOURCES[format].values()))(10 * MB))
    found = limited("draft", path, "--kind", "plan", "--year", "2031")
    holds(found)
    assert b"is larger than 2 MiB" in found.err


@pytest.mark.parametrize("name", ["first words again and again", "one line of words", "rows of a table"])
def test_a_text_that_repeats_itself_is_compared_in_time(name: str, tmp_path: Path) -> None:
    path = large.write(tmp_path / "letter.txt", large.TEXT[name](LARGEST_TEXT - 8000))
    holds(limited("verify", "report-2020", "--file", path, MIVD_SOURCES=str(tmp_path)))


@pytest.mark.parametrize("name", large.TOML)
def test_a_data_file_of_ten_megabytes_is_answered(name: str, tmp_path: Path) -> None:
    large.write(tmp_path / "plans" / "2031.toml", large.TOML[name](10 * MB))
    found = limited("check", tmp_path)
    holds(found)
    assert found.code == 3, "none of them is a document"
    assert len(found.out) < MB, "a message is for reading"


HEADINGS = [
    *(("table", words) for words in ("ab ", "a", "é", "a b\\n")),
    *((f, "ab ") for f in ("vertical", "md", "html", "json")),
]


@pytest.mark.parametrize(("format", "words"), HEADINGS)
def test_a_heading_of_ten_megabytes_is_written_in_every_format(format: str, words: str, tmp_path: Path) -> None:
    """To lay it out as a table once took minutes."""
    plan = small.write(tmp_path) / "plans" / "2031.toml"
    text = words * (10 * MB // len(words.encode()))
    large.write(plan, plan.read_text("utf-8").replace("title = 'Boten'", f'title = "{text}"'))
    found = limited("show", "plan-2031", "--data", tmp_path, "--format", format)
    holds(found)
    assert found.code == 0
    assert found.out.count(words.replace("\\n", "").encode()) > 1_000_000, "all of it"


def test_a_data_file_beyond_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "2031.toml"
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    found = limited("show", "plan-2031", "--data", tmp_path)
    holds(found)
    assert b"larger than 64 MiB" in found.err


def test_queries_without_end_are_refused(tmp_path: Path) -> None:
    holds(limited("search", "--file", large.write(tmp_path / "queries", "a OR " * (2 * MB // 5)), "--data", tmp_path))
    assert b"larger than 4 MiB" in limited("search", "--file", large.write(tmp_path / "queries", "a" * 10 * MB)).err
