"""The scripts under examples/ work as a stranger first writes them, and print what the pages beside them say.

``--update`` writes the true output; read the difference before you commit it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.cli import _command
from tests import small

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = sorted((ROOT / "examples").glob("*.sh"))


def environment(folder: Path) -> dict[str, str]:
    scripts = str(Path(sys.executable).parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MIVD_")}
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "MIVD_SOURCES": str(folder), "PATH": path, "PYTHONWARNINGS": ""}


def usage(script: Path) -> list[str]:
    """The arguments of the example at the head of the script."""
    found = re.search(rf"^#   examples/{re.escape(script.name)} (.+)$", script.read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1].split()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_is_kept_beside_it(script: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if "jq" in script.read_text("utf-8") and shutil.which("jq") is None:
        pytest.skip(f"{script.name} needs jq, which is not installed here")
    done = subprocess.run(["bash", str(script), *usage(script)], capture_output=True, env=environment(tmp_path), check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    expected = script.parent / "expected" / f"{script.stem}.txt"
    if request.config.getoption("--update"):
        small.put(expected, done.stdout)
    assert done.stdout == expected.read_bytes()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_without_its_argument_says_what_it_takes(script: Path, tmp_path: Path) -> None:
    done = subprocess.run(["bash", str(script)], capture_output=True, env=environment(tmp_path), check=False)
    assert done.returncode != 0
    assert b"usage: " in done.stderr


def test_the_examples_touch_every_listing_command() -> None:
    """Each command that lists is piped into other programs at least once."""
    text = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    groups = {name: getattr(command, "commands", {"": command}) for name, command in _command().commands.items()}
    lists = {name for name, inner in groups.items() for one in inner.values() if any("--fields" in p.opts for p in one.params)}
    assert {name for name in lists if f"mivd {name}" not in text} == set()


def test_the_scripts_are_strict() -> None:
    for script in SCRIPTS:
        assert "\nset -euo pipefail\n" in script.read_text("utf-8"), script.name
        assert os.access(script, os.X_OK), script.name
