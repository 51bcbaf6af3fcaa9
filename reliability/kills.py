"""Kill every command that writes, at every point and at random moments, and look at what it left.

    python -m reliability.kills [--random N] [--seed S] [SCENARIO …]

After each kill everything must be as it was before or as it would be after, and the same command must then work and leave
nothing of the killed one behind. The points are every announced step of the file system, all of them; the random moments are N
for each scenario, spread over the time that the command takes. Ends with 1 where anything was neither old nor new.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from reliability.child import KILLED, kill_after, kill_at, run_to_its_end, said
from reliability.scenarios import SCENARIOS, Scenario, State, at_home, parts, state, torn

Kill = Callable[[list[str], Callable[[], None]], int]


class Trial:
    """One scenario with its old and its new state, to be stopped as often as one likes."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario = scenario
        self.folder = folder
        self._kept = folder.with_name(f"{folder.name}-old")
        folder.mkdir()
        scenario.prepare(folder)
        shutil.copytree(folder, self._kept, symlinks=True)
        self.old = state(folder)
        started = time.perf_counter()
        self._finish()
        self.seconds = time.perf_counter() - started
        self.new = state(folder)

    def stop(self, kill: Kill) -> tuple[int, str, list[str]]:
        """From the old state: how the process ended, which state it left, and what is wrong with that."""
        shutil.rmtree(self.folder)
        shutil.copytree(self._kept, self.folder, symlinks=True)
        self.old = state(self.folder)
        code = kill(self.scenario.arguments(self.folder), lambda: at_home(self.folder))
        wrong = [f"neither old nor new: {name}" for name in self._torn(state(self.folder))]
        which = "old" if self._same(self.old) else "new"
        if code not in (0, KILLED):
            wrong.append(f"ended with {code}: {said()[-300:]}")
        if code != 0 and not (which == "new" and self.scenario.name in ONCE):
            wrong += self._again()
        return code, which, wrong

    def _again(self) -> list[str]:
        """The same command once more, as its user would type it."""
        wrong = []
        try:
            self._finish()
        except RuntimeError as error:
            wrong.append(str(error))
        wrong += [f"after the next run still torn: {name}" for name in self._torn(state(self.folder), only_new=True)]
        return wrong + [f"left behind: {name}" for name in parts(self.folder)]

    def _finish(self) -> None:
        arguments = self.scenario.arguments(self.folder)
        if self.scenario.name == "export" and (self.folder / "out").exists():
            arguments.append("--force")
        code = run_to_its_end(arguments, lambda: at_home(self.folder))
        if code:
            raise RuntimeError(f"the next run ended with {code}: {said()[-300:]}")

    def _torn(self, found: State, *, only_new: bool = False) -> list[str]:
        whole = self.scenario.whole
        if whole == "cache":  # a time stands in the index; that it is whole shows in that it answers without being built
            return []
        return torn(found, self.new if only_new else self.old, self.new, whole)

    def _same(self, other: State) -> bool:
        return state(self.folder) == other


ONCE = ("source remove",)
"""Where the new state is that there is nothing left to do, the next run is an error by contract."""


def points(trial: Trial) -> list[tuple[int, str, list[str]]]:
    """A kill at every step of the file system, until the command gets to its end."""
    found = []
    for point in count(1):
        code, which, wrong = trial.stop(partial(at_point, point))
        if code != KILLED:
            break
        found.append((code, which, wrong))
    return found


def at_point(point: int, arguments: list[str], before: Callable[[], None]) -> int:
    return kill_at(arguments, point, before)


def moments(trial: Trial, count: int, chance: random.Random) -> list[tuple[int, str, list[str]]]:
    """Kills at random, spread a little beyond the time that the command takes."""
    return [
        trial.stop(lambda arguments, before: kill_after(arguments, chance.uniform(0, trial.seconds * 1.2), before))
        for _ in range(count)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help=", ".join(one.name for one in SCENARIOS))
    parser.add_argument("--random", type=int, default=60, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, bad, killed = random.Random(options.seed), 0, 0
    for scenario in SCENARIOS:
        if options.scenarios and scenario.name not in options.scenarios:
            continue
        with tempfile.TemporaryDirectory(prefix="mivd-kills-") as folder:
            trial = Trial(scenario, Path(folder) / "home")
            for how, results in (("at each step", points(trial)), ("at random", moments(trial, options.random, chance))):
                left = Counter(which for code, which, _ in results if code == KILLED)
                wrong = [line for _, _, lines in results for line in lines]
                killed += left.total()
                bad += len(wrong)
                ends = f"{left['old']} old, {left['new']} new, {len(wrong)} wrong"
                print(f"{scenario.name:15} {how:13} {left.total():4} kills: {ends}")
                print(*sorted(set(wrong))[:5], sep="\n", end="\n" if wrong else "", flush=True)
    print(f"{killed} kills in all, {bad} things wrong")
    sys.exit(bool(bad))


if __name__ == "__main__":
    os.umask(0o022)
    main()
