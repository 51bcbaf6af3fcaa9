"""Every command shown in the documentation runs, and prints what the documentation says it prints.

``pytest tests/test_docs.py --update`` writes the true output into the pages; read the difference before you commit it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mivdcli.cli.lazy import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
EXAMPLES = [(page, found["command"], found["output"]) for page in PAGES for found in BLOCK.finditer(page.read_text("utf-8"))]


def output_of(command: str) -> str:
    """What a shell shows of stdout, with the ``mivd`` and ``python3`` of this environment first on the path."""
    scripts = str(Path(sys.executable).parent)
    settings = {
        **os.environ,
        "MIVD_SOURCES": str(ROOT / "no-sources"),
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONWARNINGS": "",
    }
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=settings, cwd=ROOT, check=False)
    return done.stdout.decode()


@pytest.mark.parametrize(("page", "command", "shown"), EXAMPLES, ids=[command for _, command, _ in EXAMPLES])
def test_an_example_prints_what_the_page_shows(page: Path, command: str, shown: str, request: pytest.FixtureRequest) -> None:
    true = output_of(command)
    if request.config.getoption("--update"):
        text = page.read_text("utf-8")
        page.write_text(text.replace(f"$ {command}\n{shown}```", f"$ {command}\n{true}```"), "utf-8")
    else:
        assert shown == true


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`mivd {name}" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


NEED_A_TEXT = {"source", "verify", "draft"}
"""Their examples need an official text, which the project does not have: they must be well formed, no more."""


@pytest.mark.parametrize("name", [*COMMANDS])
def test_the_examples_in_the_help_run(name: str) -> None:
    """A help text whose examples fail is worse than none."""
    text = (ROOT / "src" / "mivdcli" / "cli" / "commands" / f"{name}.py").read_text("utf-8")
    epilog = re.search(r"epilog=(['\"])Examples: (.*?)\1[,)]", text)
    assert epilog is not None
    examples = [example for example in epilog[2].split("; ") if " fetch " not in example]
    assert examples
    for example in examples:
        if "my-data" in example and name not in NEED_A_TEXT:
            continue
        code = output_of(f"{example} > /dev/null; printf %s $?")
        assert code in ({"0", "1", "3", "4"} if name in NEED_A_TEXT else {"0"}), example


def test_the_python_in_the_readme_runs() -> None:
    """The second door must open as easily as the first."""
    codes = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert codes
    for code in codes:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
        assert (done.returncode, done.stderr) == (0, b""), code
