"""The wheel holds everything that it needs, and nothing of the folder it was built in."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree, built with the setuptools of this environment and thus without a network."""
    pytest.importorskip("setuptools", minversion="77")
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"  # setuptools would leave a build folder behind, and take old files from one that is there
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("build", "dist", ".*", "*.egg-info", "__pycache__"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return next(folder.glob("*.whl"))


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("mivdcli/data/")}
    ours = {f"mivdcli/data/{path.relative_to(ROOT / 'data').as_posix()}" for path in (ROOT / "data").rglob("*.toml")}
    assert held == ours | {"mivdcli/data/__init__.py", "mivdcli/data/LICENSE"}


def test_every_schema_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.endswith(".schema.json")}
    assert held == {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.schema.json")} != set()


def test_every_module_is_in_the_wheel(wheel: Path) -> None:
    """The packages are listed by hand because of data/; a forgotten one would only fail at a user's."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.endswith(".py") and not name.startswith("mivdcli/data/")}
    assert held == {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}


def test_the_installed_wheel_answers_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    settings = {**os.environ, "PYTHONPATH": str(target), "PYTHONWARNINGS": ""}
    where = subprocess.run(
        [sys.executable, "-c", "import mivdcli.data; print(mivdcli.data.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=settings,
    )  # fmt: skip
    assert where.stdout.startswith(str(target))
    done = subprocess.run(
        [sys.executable, "-m", "mivdcli", "figures", "uvo.investigations-mivd", "--year", "2020", "--fields", "value"],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=settings,
    )  # fmt: skip
    assert done.stdout == "value\n15117\n"
