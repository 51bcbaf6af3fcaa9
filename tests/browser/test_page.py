"""The web page of a diff in a real browser: landmarks, contrast, keyboard, filter, print, width, and no request at all.

Needs Chromium, node, and a folder whose node_modules holds playwright-core and axe-core, named by MIVD_BROWSER_MODULES;
CONTRIBUTING.md says how to get them. What can be read without a browser is tested in tests/render/test_diff_page.py.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command

SCRIPT = Path(__file__).with_name("check.mjs")


@pytest.fixture(scope="module")
def tools() -> tuple[str, str, str]:
    """node, the folder of modules, and Chromium; skips, saying what is missing."""
    node = shutil.which("node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    modules = os.environ.get("MIVD_BROWSER_MODULES", "")
    if node is None or chromium is None:
        pytest.skip("no node or no chromium on the path: the page was not opened in a browser")
    if not (Path(modules) / "node_modules" / "axe-core").is_dir():
        pytest.skip(
            "MIVD_BROWSER_MODULES names no folder with playwright-core and axe-core: the page was not opened in a browser"
        )
    return node, modules, chromium


def seen(tools: tuple[str, str, str], page: Path) -> dict[str, Any]:
    node, modules, chromium = tools
    done = subprocess.run([node, str(SCRIPT), str(page), modules, chromium], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("arguments", [["2031"], ["plan-2024", "report-2024"]], ids=" ".join)
def test_the_page_holds_in_a_browser(
    tools: tuple[str, str, str], mivd: Command, folder: Path, tmp_path: Path, arguments: list[str]
) -> None:
    page = tmp_path / "page.html"
    mivd("diff", *arguments, "--data", folder, "--format", "html", "--output", page, code=0)
    found = seen(tools, page)
    assert found["violations"] == []
    assert found["requests"] == []
    assert found["messages"] == [], "the page's own policy forbids something that the page uses"
    assert found["overflow"] == [], "nothing may be wider than the screen"
    assert found["sideways"] == [], "a table is read without moving it sideways, on a phone too"
    assert found["filtered"]["after"] == found["filtered"]["before"] - found["filtered"]["of_kind"]
    assert found["filtered"]["of_kind"] > 0
    assert found["keyboard"] is True
    assert found["printed"] == {"evidence": True, "filter": False}
