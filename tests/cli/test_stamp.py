"""A stamp must be repeatable by somebody else, and repeating it must not be able to do any harm."""

import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from mivdcli.stamp import read_stamps, stamped_arguments
from tests import small
from tests.conftest import Command

STAMP = re.compile(r"mivd \S+, data \S+, sha256:([0-9a-f]{64}), command: mivd .*")
FORGED = f"mivd 0.1.0, data 2026.11.21, sha256:{'0' * 64}, command: mivd "


def stamp(mivd: Command, *arguments: str | Path) -> str:
    found = STAMP.search(mivd(*arguments, "--stamp").err)
    assert found is not None
    return found[0]


def test_the_answer_is_the_same_with_and_without_a_stamp(mivd: Command) -> None:
    assert mivd("figures", "uvo", "--stamp").out == mivd("figures", "uvo").out


def test_the_hash_can_be_checked_without_this_program(mivd: Command) -> None:
    """It is that of the JSON Lines, whatever format the answer was shown in."""
    lines = mivd("figures", "uvo", "--format", "jsonl").out
    for format in ("table", "json", "tsv"):
        found = STAMP.search(stamp(mivd, "figures", "uvo", "--format", format))
        assert found is not None
        assert found[1] == hashlib.sha256(lines.encode()).hexdigest()


@pytest.mark.parametrize(
    "arguments",
    [["themes", "2024"], ["search", "a b", "--", "-china"], ["diff", "2024", "--lang", "en"], ["figures", "--raw", "ref"],
     ["cite", "plan-2024", "--style", "ris"], ["glossary", "uvo"], ["trend", "taps", "--plot", "none"]],
    ids=" ".join,
)  # fmt: skip
def test_a_replayed_stamp_is_the_same(mivd: Command, arguments: list[str]) -> None:
    text = stamp(mivd, arguments[0], "--stamp", *arguments[1:]) if "--" in arguments else stamp(mivd, *arguments)
    result = mivd("replay", text, "--format", "json", code=0)
    assert [item["status"] for item in json.loads(result.out)["items"]] == ["same"]


def test_another_answer_is_exit_1_and_says_so(mivd: Command) -> None:
    result = mivd("replay", FORGED + "themes 2024", code=1)
    assert "different" in result.out
    assert "another answer" in result.err


def test_a_command_that_no_longer_answers_has_failed(mivd: Command) -> None:
    assert mivd("replay", FORGED + "themes 1066", code=1).out.splitlines()[1].startswith("failed\t")


def test_a_change_of_the_users_own_data_is_noticed(mivd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIVD_DATA", str(folder))
    text = stamp(mivd, "show", "report-2031")
    monkeypatch.delenv("MIVD_DATA")
    assert str(folder) in text, "a folder that only the environment names is part of the question"
    mivd("replay", text, code=0)
    changed = small.report()
    changed["passages"][0]["en"] = "Two new boats came in summer: Heron and Tern."
    small.write(folder, small.plan(), changed)
    mivd("replay", text, code=1)


@pytest.mark.parametrize("command", ["check data --fix", "export nowhere", "replay x", "source add x"])
def test_a_stamp_never_runs_a_command_that_can_change_something(mivd: Command, command: str) -> None:
    assert "is not replayed" in mivd("replay", FORGED + command, code=2).err


def test_a_stamp_never_writes_a_file(mivd: Command, tmp_path: Path) -> None:
    target = tmp_path / "written"
    mivd("replay", FORGED + f"themes 2024 --output {target}", code=1)
    assert not target.exists()


def test_stamps_are_read_from_a_file_and_from_stdin(mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Noot 3: {stamp(mivd, 'themes', '2024')}\nmivd: a notice\n{stamp(mivd, 'documents')}\n"
    path = small.put(tmp_path / "stamps.txt", text)
    assert mivd("replay", path, code=0).out.count("\nsame\t") == 2
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert mivd("replay", "-", code=0).out.count("\nsame\t") == 2


def test_bytes_that_are_no_text_are_no_bug(mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no stamp found" in mivd("replay", small.put(tmp_path / "x", b"\xff\xfe"), code=2).err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n"), encoding="utf-8"))
    assert "unknown reference" in mivd("cite", "-", code=2).err


def test_what_is_no_stamp_is_refused(mivd: Command) -> None:
    assert "no stamp found" in mivd("replay", "hello", code=2).err
    assert read_stamps(FORGED + "themes 'cut off") == []


def test_refs_from_stdin_stand_in_the_stamp(mivd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("plan-2024\n\nreport-2020:1.1.china/3\tmore\n"))
    text = stamp(mivd, "cite", "-")
    assert text.endswith("command: mivd cite plan-2024 report-2020:1.1.china/3")


def test_a_data_folder_is_named_once() -> None:
    assert stamped_arguments(["show", "x", "--stamp", "--data", "d"], "d") == ("show", "x", "--data", "d")
    assert stamped_arguments(["show", "x"], "d") == ("show", "--data", "d", "x")


@pytest.mark.parametrize("name", ["documents", "themes", "figures", "search", "diff", "cite", "glossary"])
def test_raw_prints_one_field_and_nothing_else(mivd: Command, name: str) -> None:
    arguments = {
        "figures": ["figures", "uvo"],
        "search": ["search", "cyber"],
        "diff": ["diff", "2024"],
        "cite": ["cite", "plan-2024"],
    }
    field = {"documents": "id", "themes": "theme", "diff": "ref", "glossary": "term"}.get(name, "ref")
    lines = mivd(*arguments.get(name, [name]), "--raw", field, code=0).out.splitlines()
    objects = mivd(*arguments.get(name, [name]), "--format", "jsonl", code=0).out.splitlines()
    assert lines == [json.loads(one)[field] or "" for one in objects]


def test_raw_is_bare_and_takes_no_format(mivd: Command) -> None:
    mivd("themes", "2024", "--raw", "theme", "--format", "json", code=2)
    assert "did you mean theme?" in mivd("themes", "2024", "--raw", "themee", code=2).err
