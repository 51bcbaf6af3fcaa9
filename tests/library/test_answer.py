"""An answer as a value: a sequence that nobody can change by accident, shown as what it is."""

import copy
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import mivdcli
from mivdcli import Answer, Bundle
from tests import small
from tests.library.questions import PAIRS


@pytest.fixture
def bundle() -> Bundle:
    return mivdcli.load(lang="en")


def test_an_answer_is_a_sequence_of_its_items(bundle: Bundle) -> None:
    answer = bundle.figures("uvo", year=2020)
    assert answer[0] in answer
    assert answer[-1] == list(answer)[-1]
    assert answer[:2] == tuple(answer)[:2]
    assert next(reversed(answer)) == answer[-1]
    assert not bundle.search("zxqvwk")


def test_items_can_be_compared_copied_and_pickled(bundle: Bundle) -> None:
    for answer in (bundle.figures("uvo", year=2020), bundle.diff(2024), bundle.trend("taps"), bundle.glossary("uvo")):
        items: list[Any] = list(answer)
        assert pickle.loads(pickle.dumps(items)) == items
        assert copy.deepcopy(items) == items
        with pytest.raises(AttributeError):
            items[0].status = "changed"


def test_the_same_question_gives_an_equal_answer(bundle: Bundle) -> None:
    assert bundle.figures("uvo") == mivdcli.load().figures("uvo")
    assert bundle.figures("uvo") != bundle.figures("taps")
    assert bundle.figures("uvo") != list(bundle.figures("uvo"))


def test_an_answer_that_cannot_be_pickled_says_what_can(bundle: Bundle) -> None:
    with pytest.raises(TypeError, match="to_records"):
        pickle.dumps(bundle.documents())
    assert copy.deepcopy(bundle.documents()) == bundle.documents()


def test_a_bundle_goes_to_another_process_and_answers_the_same(folder: Path) -> None:
    bundle = mivdcli.load(folder)
    bundle.diff(2031)
    sent: Bundle = pickle.loads(pickle.dumps(bundle))
    assert sent.diff(2031) == bundle.diff(2031)


def test_changing_what_was_handed_out_changes_no_later_answer(bundle: Bundle) -> None:
    """A record is the caller's own; so is a dictionary inside an item."""
    before = bundle.figures("uvo.decisions").to_json()
    answer = bundle.figures("uvo.decisions")
    answer.to_records()[0]["dimensions"]["level"] = "Z"
    answer.query["doc"].append("x")
    answer[0].dimensions["level"] = "Z"
    assert answer.to_json() == before
    assert bundle.figures("uvo.decisions").to_json() == before


def test_two_bundles_do_not_see_each_other(folder: Path) -> None:
    ours, theirs = mivdcli.load(folder), mivdcli.load()
    assert {item.document for item in ours.themes(2031)} == {"plan-2031", "report-2031"}
    with pytest.raises(mivdcli.UnknownId):
        theirs.themes(2031)


def test_a_bundle_keeps_what_it_has_read_and_a_new_one_reads_again(folder: Path) -> None:
    """In a long-running process an answer must not change under its reader; whoever wants the new text loads anew."""
    old = mivdcli.load(folder)
    assert len(old.show("plan-2031:boats/1")) == 1
    plan = small.plan()
    plan["title_en"] = "Another plan"
    small.write(folder, plan, small.report())
    assert {item.title_en for item in old.documents()} >= {"Plan of the harbour watch"}
    assert {item.title_en for item in mivdcli.load(folder).documents()} >= {"Another plan"}


def test_threads_get_the_answers_that_one_thread_gets(folder: Path, tmp_path: Path) -> None:
    """One bundle, first read by many at once: what is read twice is read alike, and no notice is said twice."""
    alone = mivdcli.load(folder, sources=tmp_path)
    expected = [pair.call(alone).to_json() for pair in PAIRS]
    shared = mivdcli.load(folder, sources=tmp_path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda pair: pair.call(shared).to_json(), PAIRS))
        notices = pool.submit(lambda: shared.documents().notices).result()
    assert found == expected
    assert len(notices) == len(set(notices))


def test_one_name_alone_is_not_taken_for_its_letters(bundle: Bundle) -> None:
    assert bundle.figures(documents="report-2020") == bundle.figures(documents=["report-2020"])


def test_the_repr_says_how_many_what_and_what_must_be_said(bundle: Bundle) -> None:
    text = repr(bundle.themes(2024))
    head, *rows = text.splitlines()
    assert head == f"<mivdcli themes: {len(bundle.themes(2024))} items>"
    assert rows[0].startswith("  theme=")
    assert rows[5].startswith("  … and ")
    assert rows[-1].startswith("  ! events-2024")
    assert repr(bundle.figures("uvo.investigations", year=2020)).splitlines()[0] == "<mivdcli figures: 1 item>"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.command)
def test_every_answer_is_short_in_an_interpreter_and_harmless_in_a_notebook(bundle: Bundle, pair: Any) -> None:
    answer: Answer[Any] = pair.call(bundle)
    assert len(repr(answer).splitlines()) <= 7 + len(answer.warnings) + len(answer.notices)
    html = answer._repr_html_()
    assert html.count("<div") == html.count("</div>") == 1
    assert all(part not in html for part in ("<script", "<html", "<body", "<!doctype"))
    for warning in answer.warnings:
        assert warning.split()[-1].strip(";.").replace("&", "&amp;") in html


def test_a_notebook_shows_data_as_data(folder: Path) -> None:
    plan = small.plan()
    plan["title_nl"] = "<script>alert(1)</script> & [sic]"
    small.write(folder, plan, small.report())
    html = mivdcli.load(folder).documents()._repr_html_()
    assert "<script>" not in html


def test_a_long_table_in_a_notebook_says_what_it_left_out(bundle: Bundle) -> None:
    html = bundle.figures(roles="actual")._repr_html_()
    assert html.count("<tr>") == 21
    assert "more rows: to_html() has all" in html


def test_a_data_frame_has_a_column_for_each_key(bundle: Bundle) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed; to_dataframe says so to a user")
    answer = bundle.figures("uvo", year=2020)
    frame = answer.to_dataframe()
    assert list(frame.columns) == list(answer.to_records()[0])
    assert len(frame) == len(answer)
    assert list(bundle.search("zxqvwk").to_dataframe().columns)[:2] == ["rank", "score"]
    assert pandas.to_numeric(frame.value).max() == 47791


def test_without_pandas_the_error_says_what_to_install(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(mivdcli.MissingExtra, match="a data frame needs the package pandas") as caught:
        bundle.documents().to_dataframe()
    assert "pip install pandas" in caught.value.hint


@pytest.mark.parametrize("call", [lambda: mivdcli.load("nowhere"), lambda: mivdcli.load(lang="de")])  # type: ignore[arg-type]
def test_a_wrong_load_fails_at_once(call: Callable[[], Bundle]) -> None:
    with pytest.raises(mivdcli.UsageError):
        call()


def test_an_unknown_language_is_said_to_be_one(bundle: Bundle) -> None:
    with pytest.raises(mivdcli.UnknownId, match='unknown language "fr"'):
        bundle.documents().to_markdown("fr")


@pytest.mark.parametrize(
    "error",
    [
        mivdcli.UnknownId("document", "plan-2042", ["plan-2024"], where="in data", hint="look"),
        mivdcli.DataError([mivdcli.Problem("toml", "a.toml", "", "wrong")], hint="mend it"),
        mivdcli.MissingExtra("a data frame", "pandas"),
        mivdcli.UsageError("wrong", candidates=["right"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_back_whole_from_another_process(error: mivdcli.MivdError) -> None:
    """One that cannot be unpickled breaks the pool it was raised in, and the reason is lost."""
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_a_notice_on_one_answer_is_not_said_of_the_next(folder: Path, tmp_path: Path) -> None:
    """Nor does a bundle that is asked for days grow."""
    bundle = mivdcli.load(folder, sources=tmp_path / "none")
    for _ in range(3):
        bundle.diff(2031)
        assert any("no official text" in notice for notice in bundle.search("boten", what="official").notices)
    assert not any("no official text" in notice for notice in bundle.documents().notices)
    assert len(bundle.corpus.notices) == len(set(bundle.corpus.notices))


def test_the_environment_of_the_command_line_does_not_reach_a_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIVD_DATA", str(folder))
    assert "plan-2031" not in {item.id for item in mivdcli.load().documents()}
