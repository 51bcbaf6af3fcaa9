"""The notebook in examples/ runs from beginning to end, and what is kept of it holds no output that could grow stale."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.ipynb"))
RUN = """
import json, sys, nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
print(json.dumps(notebook))
"""
"""In a process of its own: the packages of Jupyter warn of things that are not ours to mend."""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_its_output(path: Path) -> None:
    """Output goes stale with the data and hides a real change in the difference; who opens the notebook runs it."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells if cell["cell_type"] == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_and_shows_tables_with_their_sources(path: Path, tmp_path: Path) -> None:
    for package in ("nbclient", "ipykernel"):
        pytest.importorskip(package, reason=f"{package} is not installed; it is part of the extra notebook")
    settings = {**os.environ, "IPYTHONDIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path), "MIVD_SOURCES": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path)], capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=settings
    )
    assert done.returncode == 0, done.stderr[-2000:]
    outputs: list[dict[str, Any]] = [one for cell in json.loads(done.stdout)["cells"] for one in cell.get("outputs", [])]
    assert not [one for one in outputs if one["output_type"] == "error" or one.get("name") == "stderr"]
    tables = ["".join(one["data"]["text/html"]) for one in outputs if "text/html" in one.get("data", {})]
    assert sum('<div class="mivd">' in table for table in tables) >= 4
    assert "47.791" in tables[0]
    assert "report-2020:1.3.veiligheidsonderzoeken/2" in tables[0]
