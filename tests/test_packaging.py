"""The wheel holds everything that it needs, and nothing of the folder it was built in."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]

SCRIPTS = ROOT / "src" / "mivdcli" / "completion" / "scripts"


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
    compiled = {name.removesuffix(".toml") + ".msgpack" for name in ours} | {"mivdcli/data/search.sqlite3"}
    compiled |= {name.removesuffix(".toml") + ".matches" for name in ours if "/plans/" in name or "/reports/" in name}
    assert held == ours | compiled | {"mivdcli/data/__init__.py", "mivdcli/data/LICENSE"}


def test_every_schema_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.endswith(".schema.json")}
    assert held == {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.schema.json")} != set()


def test_every_module_is_in_the_wheel(wheel: Path) -> None:
    """The packages are listed by hand because of data/; a forgotten one would only fail at a user's."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.endswith(".py") and not name.startswith("mivdcli/data/")}
    assert held == {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}


def test_the_wheel_has_the_manual_page_and_the_completion_scripts_where_shells_look(wheel: Path) -> None:
    """Each is the file that the program prints, not another copy."""
    shared = {
        "man/man1/mivd.1": ROOT / "docs" / "mivd.1",
        "bash-completion/completions/mivd.bash": SCRIPTS / "mivd.bash",
        "zsh/site-functions/_mivd": SCRIPTS / "_mivd",
        "fish/vendor_completions.d/mivd.fish": SCRIPTS / "mivd.fish",
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {
            name.partition(".data/data/share/")[2]: archive.read(name) for name in archive.namelist() if ".data/data/" in name
        }
        packed = {name for name in archive.namelist() if name.startswith("mivdcli/completion/scripts/")}
    assert held == {name: path.read_bytes() for name, path in shared.items()}
    assert packed == {f"mivdcli/completion/scripts/{path.name}" for path in SCRIPTS.iterdir()}


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
    code = (
        "import sys; from mivdcli.cli import run; run(['search', 'kabelinterseptie', '--raw', 'ref']); "
        "print(*sorted({'tomli', 'sqlite3'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=settings,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert lines[-1] == "sqlite3", "the index of the wheel answers, and no TOML is read"
    assert "report-2020:2.verantwoordelijk-naar-politiek-en-samenleving/1" in lines


def test_a_type_checker_reads_the_types_of_the_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    """Somebody else's program, in an environment of its own: without ``py.typed`` all that it asks for would be ``Any``."""
    pytest.importorskip("mypy", reason="mypy is not installed; it is part of the extra dev")
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    site = next(environment.glob("lib*/python*/site-packages"), environment / "Lib" / "site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")  # msgspec and the like, but not our sources
    shutil.copy(ROOT / "tests" / "typing" / "public.py", tmp_path / "program.py")
    python = next(path for path in (environment / "bin" / "python", environment / "Scripts" / "python.exe") if path.exists())
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        str(python),
        "--cache-dir",
        str(tmp_path / "cache"),
    ]
    done = subprocess.run([*command, "program.py"], capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout == "Success: no issues found in 1 source file\n", done.stdout + done.stderr
    (site / "mivdcli" / "py.typed").unlink()
    blind = subprocess.run([*command, "program.py"], capture_output=True, text=True, cwd=tmp_path)
    assert "py.typed marker" in blind.stdout
