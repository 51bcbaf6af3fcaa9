"""What stands in the place of a file: links, pipes, sockets and devices; and names that lead out of a folder."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import small
from tests.conftest import Command
from tests.hostile.large import limited

READERS = (
    ("draft", "{}", "--kind", "plan", "--year", "2031"),
    ("verify", "plan-2031", "--file", "{}", "--data", "{data}"),
    ("source", "add", "plan-2031", "{}", "--data", "{data}"),
    ("search", "--file", "{}", "--data", "{data}"),
    ("replay", "{}"),
)


@pytest.fixture
def odd(tmp_path: Path) -> dict[str, Path]:
    """One of each thing that has a name and is no file."""
    names = {
        name: tmp_path / "odd" / f"{name}.txt" for name in ("pipe", "socket", "loop", "device", "gone", "folder", "upwards")
    }
    (tmp_path / "odd").mkdir()
    os.mkfifo(names["pipe"])
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(tmp_path / "odd")  # the name of a socket is short
        try:
            one.bind("socket.txt")
        finally:
            os.chdir(here)
    names["loop"].symlink_to(names["loop"].name)
    names["device"].symlink_to("/dev/zero")
    names["gone"].symlink_to("nowhere")
    names["folder"].mkdir()
    names["upwards"].symlink_to("/")
    return names


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
@pytest.mark.parametrize("what", ["pipe", "socket", "loop", "device", "gone", "folder", "upwards"])
def test_what_is_no_file_is_an_error_and_nobody_waits(
    command: tuple[str, ...], what: str, odd: dict[str, Path], folder: Path, mivd: Command
) -> None:
    """A pipe without a writer, or a device without an end, would keep the program for ever."""
    found = mivd(*(word.format(odd[what], data=folder) for word in command))
    assert found.code in (2, 3)
    assert found.out == ""
    assert found.err.startswith("mivd: ")
    assert "Traceback" not in found.err


def test_a_pipe_that_the_shell_hands_over_is_read(folder: Path) -> None:
    """``mivd search --file <(command)`` names an open pipe, which has an end."""
    ours, theirs = os.pipe()
    os.write(theirs, b"boten\n")
    os.close(theirs)
    try:
        import subprocess
        import sys

        done = subprocess.run(
            [sys.executable, "-m", "mivdcli", "search", "--file", f"/dev/fd/{ours}", "--data", str(folder), "--fields", "ref"],
            pass_fds=(ours,), capture_output=True, check=False,
        )  # fmt: skip
    finally:
        os.close(ours)
    assert b"plan-2031:boats/1" in done.stdout, done.stderr


def test_things_in_a_data_folder_that_are_no_files_are_not_read_and_said(
    odd: dict[str, Path], folder: Path, mivd: Command
) -> None:
    """Silence about them would look like an answer."""
    for what, year in (("pipe", 2032), ("socket", 2033), ("loop", 2034), ("device", 2035), ("gone", 2036)):
        (folder / "plans" / f"{year}.toml").symlink_to(odd[what])
    os.mkfifo(folder / "plans" / "2037.toml")
    found = mivd("documents", "--data", folder, "--fields", "id", code=0)
    assert "plan-2031" in found.out
    assert not any(f"plan-{year}" in found.out for year in range(2032, 2038))
    assert all(f"{year}.toml is not read" in found.err for year in range(2032, 2038))


def test_a_linked_document_is_read_like_any_other(folder: Path, tmp_path: Path, mivd: Command) -> None:
    """The folder is the reader's own; what he links into it he wants read."""
    aside = (folder / "plans" / "2031.toml").rename(tmp_path / "aside.toml")
    (folder / "plans" / "2031.toml").symlink_to(aside)
    assert "boats/1" in mivd("show", "plan-2031", "--data", folder, code=0).out


def test_a_link_given_as_output_stays_one_as_with_a_redirection(folder: Path, tmp_path: Path, mivd: Command) -> None:
    theirs = small.put(tmp_path / "theirs", "precious")
    (tmp_path / "out").symlink_to(theirs)
    mivd("documents", "--data", folder, "--output", tmp_path / "out", code=0)
    assert (tmp_path / "out").is_symlink()
    assert "plan-2031" in theirs.read_text()


def test_a_link_under_the_name_of_the_unfinished_file_is_not_written_through(
    folder: Path, tmp_path: Path, mivd: Command
) -> None:
    """In a folder that others may write to, somebody could guess that name."""
    theirs = small.put(tmp_path / "theirs", "precious")
    (tmp_path / f".out.{os.getpid()}.tmp").symlink_to(theirs)
    mivd("documents", "--data", folder, "--output", tmp_path / "out", code=0)
    assert theirs.read_text() == "precious"
    assert "plan-2031" in (tmp_path / "out").read_text()


def test_fixing_a_linked_file_leaves_what_it_points_to(folder: Path, tmp_path: Path, mivd: Command) -> None:
    text = (folder / "themes.toml").read_text() + "\n\n"
    theirs = small.put(tmp_path / "theirs.toml", text)
    (folder / "themes.toml").unlink()
    (folder / "themes.toml").symlink_to(theirs)
    mivd("check", folder, "--fix")
    assert theirs.read_text() == text
    assert (folder / "themes.toml").read_text() != text


@pytest.mark.parametrize(
    "id", ["../theirs", "..", ".", "/etc", "plan-2031/../../theirs", "con", "nul", "a\0b", "", "plan-2031\n"]
)
def test_no_name_leads_out_of_the_folder_of_texts(id: str, tmp_path: Path, folder: Path, mivd: Command) -> None:
    """``source remove ../theirs`` once removed the numbered files of any folder."""
    theirs = small.put(tmp_path / "theirs" / "1.json", "{}")
    letter = small.put(tmp_path / "letter.txt", small.as_text(small.OFFICIAL_PLAN))
    (tmp_path / "sources").mkdir()
    for arguments in (("remove", id), ("add", id, letter, "--data", folder)):
        found = mivd("source", *arguments)
        assert found.code == 2
        assert "unknown" in found.err
    assert theirs.is_file()
    assert list((tmp_path / "sources").iterdir()) == []


def test_an_export_over_a_folder_with_a_link_in_it_is_refused(folder: Path, tmp_path: Path, mivd: Command) -> None:
    """A link to a folder does not come from an export."""
    mivd("export", tmp_path / "out", "--data", folder, code=0)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "out" / "link").symlink_to(tmp_path / "theirs")
    assert "does not come from an export" in mivd("export", tmp_path / "out", "--force", "--data", folder, code=2).err
    assert (tmp_path / "out" / "link").is_symlink()


@pytest.mark.parametrize(
    "name", ["²⁰²⁵.toml", "9" * 200 + ".toml", "con.toml", "x\ny.toml", "\x1b[31m.toml", "...toml", " .toml"]
)
def test_a_strange_file_name_is_an_error_in_the_data_or_no_document(name: str, folder: Path, mivd: Command) -> None:
    text = (folder / "plans" / "2031.toml").read_text()
    small.put(folder / "plans" / name, text)
    for arguments in (("documents",), ("search", "boten"), ("themes", "2031")):
        found = mivd(*arguments, "--data", folder)
        assert found.code in (0, 3)
        assert "\x1b" not in found.err


def test_the_program_reads_dev_zero_under_no_name() -> None:
    """In a process with limits, so that a mistake here does not fill the machine."""
    found = limited("draft", "/dev/zero", "--kind", "plan", "--year", "2031")
    assert found.code == 3
    assert b"it is a device, not a file" in found.err


@pytest.mark.parametrize("what", ["pipe", "loop", "gone", "device", "closed"])
def test_a_folder_of_documents_that_is_none_is_said_and_checked(
    what: str, odd: dict[str, Path], folder: Path, mivd: Command
) -> None:
    """With a link that leads nowhere in the place of ``plans`` every plan of the reader's was gone without a word."""
    plans = folder / "plans"
    if what == "closed":
        if os.geteuid() == 0:
            pytest.skip("root may read every folder")
        plans.chmod(0)
    else:
        plans.rename(folder / "aside")
        plans.symlink_to(odd[what])
    try:
        found = mivd("documents", "--data", folder, "--fields", "id", code=0)
        assert "plans is not read: it is no folder that can be reached" in found.err
        assert "unreadable\tplans\t" in mivd("check", folder, code=3).out
    finally:
        if what == "closed":
            plans.chmod(0o700)


def test_a_list_that_is_no_file_is_a_problem_of_its_own(odd: dict[str, Path], folder: Path, mivd: Command) -> None:
    """The themes that the other files name are unknown then; the first line says why."""
    (folder / "themes.toml").unlink()
    (folder / "themes.toml").symlink_to(odd["device"])
    assert mivd("check", folder, code=3).out.splitlines()[1].startswith("unreadable\tthemes.toml\t")


def test_a_folder_without_a_data_file_is_not_silently_answered_from_the_bundle(tmp_path: Path, mivd: Command) -> None:
    """Somebody who typed another folder than he meant would take the answer for that of his own documents."""
    assert "holds no data file, so only the bundled data answer" in mivd("documents", "--data", tmp_path, code=0).err
    (tmp_path / "plans").mkdir()
    assert mivd("documents", "--data", tmp_path, code=0).err == ""


@pytest.mark.parametrize("name", [".", "../here", "./", "{}"])
def test_an_export_into_the_folder_that_one_stands_in_is_refused(
    name: str, tmp_path: Path, mivd: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``mivd export .`` was a traceback; another folder in its place would leave the reader in one that is gone."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "is the folder that you are in" in mivd("export", name.format(tmp_path / "here"), code=2).err
    assert list(tmp_path.rglob("*")) == [tmp_path / "here"]


def test_an_export_to_a_place_with_dots_in_its_name_leaves_nothing_beside_it(
    tmp_path: Path, folder: Path, mivd: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not finished stands beside its target, and beside ``x/..`` is not in ``x``."""
    (tmp_path / "empty" / "x").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "empty" / "x")
    mivd("export", "../../out/../out", "--data", folder, code=0)
    assert (tmp_path / "out" / "SHA256SUMS").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "empty", "out"]


def test_a_whole_disk_given_as_an_export_is_refused_at_its_first_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mivd: Command
) -> None:
    """All of it was listed before: minutes, or for ever."""
    for name in ("a", "b", "c"):
        small.put(tmp_path / "disk" / name / "file", "precious")
    seen: list[str] = []

    def walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for one in os_walk(folder):
            seen.append(one[0])
            yield one

    os_walk = os.walk
    monkeypatch.setattr(os, "walk", walk)
    for force in ([], ["--force"]):
        mivd("export", tmp_path / "disk", *force, code=2)
    assert not any(path.endswith(("b", "c")) for path in seen)
