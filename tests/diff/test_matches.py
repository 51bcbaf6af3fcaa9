"""What the wheel holds of the matching is what would be computed, and never outlives the files that it was found in."""

import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus, bundled_folder
from mivdcli.diff import Method, compare
from mivdcli.diff.match import Match
from mivdcli.diff.matches import READ_BESIDES, SUFFIX, computed, matches, speaking, store_matches
from tests import small

PLAN, REPORT = "plan-2031", "report-2031"
STORED = f"plans/2031{SUFFIX}"


@pytest.fixture
def stored(folder: Path) -> Path:
    """The small folder with what is matched of its plan and of an older report beside them, as in a wheel."""
    older = small.report() | {"id": "report-2030", "year": 2030}
    older["passages"][0]["nl"] += " Eerder dan gedacht."
    small.write(folder, small.plan(), small.report(), older)
    store_matches(Corpus(bundled=folder))
    return folder


def not_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mivdcli.diff.matches.computed", lambda *_: pytest.fail("the matching was computed"))


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize(("left", "right"), [(PLAN, REPORT), (PLAN, "report-2030"), ("report-2030", REPORT)])
def test_what_is_stored_gives_the_comparison_that_computing_gives(
    stored: Path, monkeypatch: pytest.MonkeyPatch, left: str, right: str, method: Method
) -> None:
    with monkeypatch.context() as context:
        not_computed(context)
        found = compare(Corpus(bundled=stored), left, right, method)
    for file in stored.rglob(f"*{SUFFIX}"):
        file.unlink()
    assert compare(Corpus(bundled=stored), left, right, method) == found
    statuses = {one.status for one in found.commitments} | {one.status for one in found.passages}
    assert "related" in statuses or method is not Method.COMPUTED


def test_the_bundled_documents_are_matched_in_the_wheel_as_they_would_be_now(bundled: Corpus, tmp_path: Path) -> None:
    """Of all the documents, and to the last digit: a plan in two reports, and a report in another."""
    pairs = [("plan-2024", "report-2024"), ("plan-2024", "report-2020"), ("report-2016", "report-2024")]
    for name in (*READ_BESIDES, *{f"{id.partition('-')[0]}s/{id[-4:]}.toml" for pair in pairs for id in pair}, "series.toml"):
        small.put(tmp_path / name, (bundled_folder() / name).read_bytes())
    corpus = Corpus(bundled=tmp_path)
    store_matches(corpus)
    for left, right in pairs:
        sides = corpus.document(left), corpus.document(right)
        kept, anew = matches(corpus, *sides), computed(bundled, *sides)
        ids = [one.id for one in sides[0].commitments] or [place.passage.locator for place in speaking(sides[0])]
        assert ids
        assert kept.__qualname__ != anew.__qualname__, "one is read, the other computed"
        assert [kept(id) for id in ids] == [anew(id) for id in ids]


@pytest.mark.parametrize("name", ["plans/2031.toml", "reports/2031.toml", *READ_BESIDES])
def test_a_changed_file_is_matched_anew(stored: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A comment is enough: what it would change nobody knows before it is read."""
    path = stored / name
    path.write_bytes((path.read_bytes() if path.exists() else b"terms = []\n") + b"# changed\n")
    monkeypatch.setattr("mivdcli.diff.matches.computed", lambda *_: lambda _: Match([], None))
    found = compare(Corpus(bundled=stored), PLAN, REPORT, Method.COMPUTED)
    assert {finding.status for finding in found.commitments} == {"not-found"}


def test_a_document_or_a_theme_of_the_users_own_is_matched_anew(stored: Path, tmp_path: Path) -> None:
    plan = small.plan()
    plan["commitments"] = plan["commitments"][:1]
    own = small.write(tmp_path / "own", plan)
    assert len(compare(Corpus(own, bundled=stored), PLAN, REPORT).commitments) == 1
    (own / "plans" / "2031.toml").unlink()
    small.put(own / STORED, b"nothing that lies here is read")
    assert compare(Corpus(own, bundled=stored), PLAN, REPORT) == compare(Corpus(bundled=stored), PLAN, REPORT)


@pytest.mark.parametrize("spoilt", [b"", b"\x80", b"\x81\xabreport-2031\x01"])
def test_a_damaged_file_of_matches_costs_time_and_no_answer(stored: Path, spoilt: bytes) -> None:
    found = compare(Corpus(bundled=stored), PLAN, REPORT)
    (stored / STORED).write_bytes(spoilt)
    assert compare(Corpus(bundled=stored), PLAN, REPORT) == found


def test_the_matching_reads_nothing_but_the_files_that_its_result_is_tied_to(stored: Path) -> None:
    """Were it to look at one file more, a change of that file would leave an old answer in use."""
    code = (
        "import sys; from pathlib import Path; from mivdcli.corpus import Corpus; from mivdcli.diff.matches import computed\n"
        "corpus = Corpus(bundled=Path(sys.argv[1])); sides = corpus.document(sys.argv[2]), corpus.document(sys.argv[3])\n"
        "note = lambda event, values: event == 'open' and str(values[0]).startswith(sys.argv[1]) and print(values[0])\n"
        "sys.addaudithook(note); match = computed(corpus, *sides)\n"
        "for one in sides[0].commitments: match(one.id)"
    )
    small.put(stored / "glossary.toml", "terms = []\n")
    done = subprocess.run([sys.executable, "-c", code, str(stored), PLAN, REPORT], capture_output=True, text=True, check=True)
    read = {Path(line).relative_to(stored).as_posix() for line in done.stdout.splitlines()}
    assert {name for name in read if name.endswith(".toml")} <= {*READ_BESIDES}


def test_where_it_is_stored_the_matching_is_not_even_loaded(stored: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from mivdcli.corpus import Corpus; from mivdcli.diff import compare\n"
        "compare(Corpus(bundled=Path(sys.argv[1])), sys.argv[2], sys.argv[3]); print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(stored), PLAN, REPORT], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {f"mivdcli.{name}" for name in ("diff.related", "diff.subject", "diff.wording", "text", "query")} & loaded
    assert "mivdcli.diff.matches" in loaded
