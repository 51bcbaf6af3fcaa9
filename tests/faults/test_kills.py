"""Killed at fixed points, every command that writes leaves the old or the new state; ``reliability.kills`` tries them all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from reliability.child import KILLED, full_after, kill_at, run_to_its_end, said
from reliability.kills import Trial, at_point
from reliability.scenarios import SCENARIOS, Scenario, at_home, parts, state

pytestmark = pytest.mark.slow

pytest.importorskip("resource", reason="processes are killed and limited as POSIX knows it")


@pytest.fixture(params=SCENARIOS, ids=lambda scenario: scenario.name)
def trial(request: pytest.FixtureRequest, tmp_path: Path) -> Trial:
    return Trial(request.param, tmp_path / "home")


def test_a_killed_command_leaves_the_old_or_the_new_state_and_the_next_one_works(trial: Trial) -> None:
    """At the first points, before anything has a name, and at one in the middle; each is a kill of its own."""
    for point in (1, 3, 5):
        code, _, wrong = trial.stop(partial(at_point, point))
        assert wrong == []
        assert code == KILLED


def test_the_last_point_before_the_end_is_told_by_the_new_state(tmp_path: Path) -> None:
    """That a kill can come after the renaming too, and that the trial notices which side it came on."""
    trial = Trial(next(one for one in SCENARIOS if one.name == "output"), tmp_path / "home")
    seen = [trial.stop(partial(at_point, point))[1] for point in range(1, 8)]
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {"old", "new"}


def full_at(home: Path, size: int) -> Callable[[], None]:
    def prepare() -> None:
        at_home(home)
        full_after(size)()

    return prepare


WRITERS = [one for one in SCENARIOS if one.name not in ("index", "index anew", "source remove")]


@pytest.mark.parametrize("scenario", WRITERS, ids=[one.name for one in WRITERS])
def test_a_full_disk_is_an_error_and_leaves_what_was_there(tmp_path: Path, scenario: Scenario) -> None:
    """No file may grow beyond some bytes, so that the first larger one fails in the middle."""
    home = tmp_path / "home"
    home.mkdir()
    scenario.prepare(home)
    before = state(home)
    code = run_to_its_end(scenario.arguments(home), full_at(home, 100))
    assert (code, "Traceback" in said()) == (3, False), said()
    assert "cannot " in said()
    assert state(home) == before
    assert parts(home) == []


def test_where_no_index_can_be_kept_the_answer_comes_all_the_same(tmp_path: Path) -> None:
    scenario = next(one for one in SCENARIOS if one.name == "index")
    home = tmp_path / "home"
    home.mkdir()
    scenario.prepare(home)
    assert run_to_its_end(scenario.arguments(home), full_at(home, 5000)) == 0
    assert "no search index could be kept" in said()
    assert parts(home) == []


def test_what_a_killed_process_left_is_removed_by_the_next_and_that_of_a_living_one_is_not(tmp_path: Path) -> None:
    from mivdcli.whole import beside, sweep

    target = tmp_path / "out.txt"
    dead = tmp_path / ".out.txt.00000000.mivd-part"
    dead.write_text("half", "utf-8")
    with beside(target) as part:
        assert not dead.exists()
        sweep(target)
        assert part.exists(), "its writer lives"
    assert list(tmp_path.iterdir()) == []


def test_a_kill_at_a_point_that_never_comes_is_no_kill(tmp_path: Path) -> None:
    assert kill_at(["documents"], 999, lambda: at_home(tmp_path)) == 0
