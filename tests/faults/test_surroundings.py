"""What surrounds a command goes wrong: folders that are none, homes that are none, clocks that jump, files that change."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import Searcher, opening
from mivdcli.search.opening import index_path
from tests import small
from tests.conftest import Command

pytestmark = pytest.mark.slow

MIVD = [sys.executable, "-m", "mivdcli"]


def alone(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in a process with nothing in its environment but this."""
    command = [*MIVD, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env={"PATH": os.defpath, **environment})


@pytest.mark.parametrize("arguments", [["themes", "2024"], ["source", "list"], ["search", "kabelinterceptie"]], ids=" ".join)
@pytest.mark.parametrize("home", ["", "absent", "file", "unset"])
def test_without_a_home_the_answer_comes_or_the_reason(tmp_path: Path, arguments: list[str], home: str) -> None:
    file = small.put(tmp_path / "file", "no folder")
    settings = {"": {"HOME": ""}, "absent": {"HOME": str(tmp_path / "absent")}, "file": {"HOME": str(file)}, "unset": {}}[home]
    done = alone(*arguments, **settings)
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if arguments[0] == "source" else 0), done.stderr
    assert done.stdout


def test_folders_of_the_user_that_are_files_are_named(tmp_path: Path) -> None:
    file = small.put(tmp_path / "file", "no folder")
    folder, text = small.write(tmp_path / "data"), small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    added = alone("source", "add", "plan-2031", text, "--data", folder, HOME=str(tmp_path), XDG_DATA_HOME=str(file))
    assert (added.returncode, "Traceback" in added.stderr) == (3, False)
    assert "cannot keep the text" in added.stderr
    assert file.read_text("utf-8") == "no folder"


def test_a_folder_that_is_none_is_named_by_every_writer(mivd: Command, folder: Path, tmp_path: Path) -> None:
    """Root may write anywhere, so the place where nobody can write is below a file."""
    below = small.put(tmp_path / "file", "no folder") / "out"
    assert f'cannot write "{below}' in mivd("themes", "--data", folder, "-o", below, code=3).err
    assert "cannot write" in mivd("export", below, "--data", folder, code=3).err
    assert (tmp_path / "file").read_text("utf-8") == "no folder"


@pytest.mark.parametrize("seconds", [1, 4_000_000_000])
def test_a_changed_file_is_noticed_whatever_its_clock_says(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    """Same size, and a time set back to what it was: an index that trusted the clock would answer with the old text."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(opening, "SURELY_FEW", 0)
    monkeypatch.setattr(opening, "MANY", 1)
    monkeypatch.setattr(opening, "YOUNG", 0)
    plan = folder / "plans" / "2031.toml"
    os.utime(plan, (seconds, seconds))
    assert Searcher(Corpus(bundled=folder)).ask("mistonderzoek").total == 1
    assert index_path(Corpus(bundled=folder)).exists()
    plan.write_text(plan.read_text("utf-8").replace("Mistonderzoek", "Rookonderzoek"), "utf-8")
    os.utime(plan, (seconds, seconds))
    assert Searcher(Corpus(bundled=folder)).ask("mistonderzoek").total == 0
    assert Searcher(Corpus(bundled=folder)).ask("rookonderzoek").total == 1


def test_a_file_that_was_changed_just_now_is_compared_by_its_contents(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock ticks seldom: two changes in one tick look the same from outside."""
    monkeypatch.setattr(opening, "YOUNG", 10**18)
    facts = (folder / "plans" / "2031.toml").stat()
    first = opening._state(facts)
    time.sleep(0.001)
    assert opening._state(facts) != first
    monkeypatch.setattr(opening, "YOUNG", 0)
    assert opening._state(facts) == opening._state(facts)


def test_while_a_file_is_being_rewritten_the_answer_is_right_or_an_error(mivd: Command, folder: Path) -> None:
    """Cut off, empty, gone, whole again, a thousand times over: the old answer, a clear error, never a traceback."""
    plan = folder / "plans" / "2031.toml"
    whole = plan.read_bytes()
    right = mivd("show", "plan-2031:boats/1", "--data", folder, "--fields", "text_nl", code=0).out
    stop = threading.Event()

    def rewrite() -> None:
        cuts = 0
        while not stop.is_set():
            cuts += 1
            plan.write_bytes(whole[: cuts * 37 % len(whole)])
            plan.unlink()
            plan.write_bytes(whole)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        answers = [mivd("show", "plan-2031:boats/1", "--data", folder, "--fields", "text_nl") for _ in range(60)]
    finally:
        stop.set()
        writer.join()
    for one in answers:
        assert one.code in (0, 2, 3), one.err
        assert one.out == (right if one.code == 0 else "")
        assert one.code == 0 or one.err.startswith("mivd: ")


def test_two_exports_at_once_leave_one_whole_export(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    command = [*MIVD, "export", str(target), "--data", str(folder), "--format", "jsonl", "--force", "-q"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ends = [(process.communicate(), process.returncode) for process in running]
    assert all(code in (0, 3) and "Traceback" not in err for (_, err), code in ends), ends
    assert 0 in [code for _, code in ends]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    check = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=target, capture_output=True)
    assert check.returncode == 0, check.stderr


def test_adding_and_removing_at_once_ends_with_all_or_nothing(mivd: Command, folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "sources"
    text = small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    settings = {**os.environ, "MIVD_SOURCES": str(store)}
    add = [*MIVD, "source", "add", "plan-2031", str(text), "--data", str(folder), "-q"]
    remove = [*MIVD, "source", "remove", "plan-2031", "-q"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings)
        for command in (add, remove, add, remove, add)
    ]
    ends = [(process.communicate(), process.returncode) for process in running]
    assert all(code in (0, 2, 3) and "Traceback" not in err for (_, err), code in ends), ends
    listed = mivd("source", "list", "--fields", "document,found")
    assert listed.code in (0, 1)
    assert listed.out in ("document\tfound\n", "document\tfound\nplan-2031\t3\n")
    mivd("source", "add", "plan-2031", text, "--data", folder, code=0)
    assert [path.name for path in store.iterdir()] == ["plan-2031"]


def test_nothing_foreign_is_lost_with_a_removed_text(mivd: Command, folder: Path, tmp_path: Path) -> None:
    text = small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    mivd("source", "add", "plan-2031", text, "--data", folder, code=0)
    notes = small.put(tmp_path / "sources" / "plan-2031" / "notes.txt", "mine")
    assert "is not ours" in mivd("source", "remove", "plan-2031", code=3).err
    assert notes.read_text("utf-8") == "mine"
    notes.unlink()
    mivd("source", "remove", "plan-2031", code=0)


def test_what_somebody_changes_while_it_is_being_rewritten_is_left_to_him(
    mivd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mivdcli import whole

    plan = folder / "plans" / "2031.toml"
    plan.write_text(plan.read_text("utf-8") + "\n\n", "utf-8")
    real = whole.beside

    def meanwhile(target: Path, *, folder: bool = False) -> object:
        plan.write_text("id = 'theirs'\n", "utf-8")
        return real(target, folder=folder)

    monkeypatch.setattr(whole, "beside", meanwhile)
    assert "changed by somebody else" in mivd("check", folder, "--fix", code=3).err
    assert plan.read_text("utf-8") == "id = 'theirs'\n"


def test_an_answer_keeps_the_mode_of_the_file_that_it_replaces(mivd: Command, tmp_path: Path) -> None:
    """What its owner kept to himself stays so, and a link stays a link."""
    file = small.put(tmp_path / "answer.tsv", "before")
    file.chmod(0o600)
    link = tmp_path / "link.tsv"
    link.symlink_to(file)
    mivd("themes", "2024", "-o", link, code=0)
    assert file.stat().st_mode & 0o777 == 0o600
    assert link.is_symlink()
    assert file.read_text("utf-8").startswith("theme\t")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write and look anywhere")
def test_a_umask_that_takes_every_right_is_an_error_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    """The folder that was begun could not even be looked into by its owner, and stayed."""
    (tmp_path / "out").mkdir()
    for arguments in (["export", "out/x", "--data", folder], ["documents", "-o", "out/y"]):
        command = [*MIVD, *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, umask=0o777, capture_output=True, text=True, encoding="utf-8")
        assert (done.returncode, "Permission denied" in done.stderr) == (3, True), done.stderr
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look anywhere")
def test_a_folder_of_texts_that_may_not_be_read_is_named(mivd: Command, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir(mode=0)
    said = mivd("source", "list", code=3).err
    (tmp_path / "sources").chmod(0o700)
    assert f'"{tmp_path / "sources"}' in said


def test_a_terminal_that_can_do_nothing_and_a_locale_without_letters_get_the_whole_answer() -> None:
    """``LC_ALL=C`` is what a service gets; the words are those of the corpus all the same."""
    usual = alone("search", "Oekraïne", "--format", "table")
    for settings in (
        {"LC_ALL": "C"},
        {"LANG": "xx_YY.none"},
        {"TERM": "dumb"},
        {"TERM": "\x1b[31m"},
        {"PYTHONIOENCODING": "ascii"},
    ):
        found = alone("search", "Oekraïne", "--format", "table", **settings)
        assert (found.returncode, found.stdout, found.stderr) == (0, usual.stdout, usual.stderr), settings
    assert "Oekraïne" in usual.stdout


@pytest.mark.parametrize("stdout", ["/dev/full", "&-"])
def test_completion_says_nothing_where_nobody_can_read_it(stdout: str) -> None:
    """A traceback would stand in the line that is being typed."""
    if stdout == "/dev/full" and not Path(stdout).exists():
        pytest.skip("there is no /dev/full here; the closed stdout covers the rule")
    program = f"'{sys.executable}' -c 'from mivdcli.command import main; main()' the"
    done = subprocess.run(
        ["bash", "-c", f"{program} >{stdout}"], env={"PATH": os.defpath, "_MIVD_COMPLETE": "zsh"}, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_too_little_memory_is_an_error(mivd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(_: Corpus, __: str) -> None:
        raise MemoryError

    monkeypatch.setattr(Corpus, "document", none_left)
    found = mivd("show", "plan-2024", code=3)
    assert (found.out, found.err) == ("", "mivd: there is not enough memory for this\n")
