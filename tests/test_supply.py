"""What a user installs: locked by hash for those who develop, the same bytes from every builder, and licensed by name."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = ROOT / "requirements" / "dev.txt"


def name_of(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement.strip(), maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def locked() -> dict[str, list[str]]:
    """Each locked package with its hashes."""
    found: dict[str, list[str]] = {}
    for line in LOCK.read_text("utf-8").replace("\\\n", " ").splitlines():
        requirement, *hashes = line.split("--hash=")
        assert "==" in requirement, line
        found.setdefault(name_of(requirement), []).extend(one.strip() for one in hashes)
    return found


def test_every_locked_package_has_its_hashes() -> None:
    for name, hashes in locked().items():
        assert hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), name


def test_the_lock_names_no_host() -> None:
    """Whoever installs from it chooses where from; the hashes say whether it is the same thing."""
    text = LOCK.read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted|@ ?file|^-", text, re.MULTILINE)


def test_everything_that_the_project_asks_for_is_locked() -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = {name_of(one) for one in [*PROJECT["dependencies"], *(one for several in extras.values() for one in several)]}
    assert wanted - {"mivdcli"} <= set(locked())


def test_what_users_get_has_both_ends_of_its_range() -> None:
    """A dependency without a floor was never tried there, and one without an end will break some day by itself."""
    extras = PROJECT["optional-dependencies"]
    for requirement in [*PROJECT["dependencies"], *extras["svg"], *extras["sources"], *extras["interop"]]:
        assert re.search(r">=[\d.]+,<\d", requirement), requirement


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the files of a build are those that git knows")
@pytest.mark.slow
def test_two_builders_in_two_folders_make_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("setuptools", minversion="77")
    built = []
    for folder, umask, zone in (("one", 0o022, "UTC"), ("an other", 0o077, "Asia/Tokyo")):
        clone = tmp_path / folder / "mivd"
        clone.parent.mkdir()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True, umask=umask)
        # Of the working tree, should it be ahead of the commit:
        for name in ("reliability/build.py", "pyproject.toml", "MANIFEST.in", "SECURITY.md"):
            shutil.copyfile(ROOT / name, clone / name)
        command = [sys.executable, "-m", "reliability.build", "--out", str(tmp_path / folder / "dist"), "--epoch", "1700000000"]
        settings = {**os.environ, "TZ": zone, "PYTHONWARNINGS": ""}
        subprocess.run(command, cwd=clone, check=True, umask=umask, env=settings, capture_output=True)
        built.append({path.name: path.read_bytes() for path in sorted((tmp_path / folder / "dist").iterdir())})
    assert built[0].keys() == built[1].keys()
    assert [name for name in built[0] if built[0][name] != built[1][name]] == []
    assert {name.rpartition(".")[2] for name in built[0]} == {"whl", "gz"}
    _holds_what_tests_and_licences_need(tmp_path / "one" / "dist")


def _holds_what_tests_and_licences_need(dist: Path) -> None:
    [wheel], [archive] = dist.glob("*.whl"), dist.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        held = {name.partition("/")[2] for name in tar.getnames()}
    wanted = (
        "tests/conftest.py",
        "tests/small.py",
        "docs/data-format.md",
        "LICENSE",
        "data/LICENSE",
        "README.md",
        "SECURITY.md",
    )
    assert [name for name in wanted if name not in held] == []
    with zipfile.ZipFile(wheel) as zipped:
        [metadata] = [name for name in zipped.namelist() if name.endswith(".dist-info/METADATA")]
        text = zipped.read(metadata).decode()
        licences = [name for name in zipped.namelist() if ".dist-info/licenses/" in name]
    assert "License-Expression: MIT AND CC0-1.0" in text
    assert len(licences) == 2
