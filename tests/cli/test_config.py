"""The settings: which place decides, and what a broken one says."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mivdcli.cli import config_file
from mivdcli.cli.settings import KEYS, Settings
from tests.conftest import Command


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file that is read; empty at first."""
    path = tmp_path / "config.toml"
    path.write_text("")
    monkeypatch.setenv("MIVD_CONFIG", str(path))
    return path


def shown(mivd: Command) -> dict[str, dict[str, Any]]:
    envelope = json.loads(mivd("config", "show", "--format", "json", code=0).out)
    assert envelope["schema"] == "mivd/config/1"
    return {item["key"]: item for item in envelope["items"]}


VALUES = {
    "format": ("csv", "json", None),
    "lang": ("en", "nl", "nl"),
    "color": ("always", "never", "auto"),
    "data": ("one", "two", None),
    "sources": ("one", "two", None),
    "pager": ("more", "most", "less -FRX"),
    "hyperlinks": ("always", "never", "auto"),
}
"""For each key what the file says, what the variable says, and what is usual."""


@pytest.mark.parametrize("name", VALUES)
def test_a_variable_decides_before_the_file_and_the_file_before_what_is_usual(
    mivd: Command, file: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_file, in_variable, usual = VALUES[name]
    monkeypatch.delenv("MIVD_SOURCES", raising=False)
    for folder in ("one", "two"):
        (file.parent / folder).mkdir()
    whole = (lambda value: str(file.parent / value)) if name in ("data", "sources") else str
    variable = KEYS[name].variable
    item = shown(mivd)[name]
    assert (item["value"], item["source"], item["where"]) == (usual, "default", None)
    file.write_text(f'{name} = "{in_file}"\n')
    item = shown(mivd)[name]
    assert (item["value"], item["source"], item["where"]) == (whole(in_file), "file", str(file))
    monkeypatch.setenv(variable, whole(in_variable))
    item = shown(mivd)[name]
    assert (item["value"], item["source"], item["where"]) == (whole(in_variable), "environment", variable)


def test_every_key_is_in_the_table_above() -> None:
    assert list(VALUES) == list(KEYS)


def first_line(mivd: Command, *flags: str) -> str:
    return mivd("themes", "2024", *flags, code=0).out.splitlines()[0]


def test_the_format_of_the_file_the_variable_or_the_flag_is_what_a_pipe_gets(
    mivd: Command, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_line(mivd).startswith("theme\t")
    file.write_text('format = "csv"')
    assert first_line(mivd).startswith("theme,")
    monkeypatch.setenv("MIVD_FORMAT", "json")
    assert first_line(mivd) == "{"
    assert first_line(mivd, "--format", "tsv").startswith("theme\t")


def test_the_language_of_the_file_the_variable_or_the_flag_is_what_people_see(
    mivd: Command, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ("themes", "2024", "--format", "md")
    assert "Veiligheidsonderzoeken" in mivd(*page).out
    file.write_text('lang = "en"')
    assert "Security screening" in mivd(*page).out
    monkeypatch.setenv("MIVD_LANG", "nl")
    assert "Veiligheidsonderzoeken" in mivd(*page).out
    assert "Security screening" in mivd(*page, "--lang", "en").out


def test_the_colour_of_the_file_the_variable_or_the_flag_is_what_a_table_gets(
    mivd: Command, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ("themes", "2024", "--format", "table")
    assert "\x1b[" not in mivd(*page).out
    file.write_text('color = "always"')
    assert "\x1b[" in mivd(*page).out
    monkeypatch.setenv("MIVD_COLOR", "never")
    assert "\x1b[" not in mivd(*page).out
    assert "\x1b[" in mivd(*page, "--color", "always").out


def test_the_data_folder_of_the_file_the_variable_or_the_flag_is_read(
    mivd: Command, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A relative one stands beside the file that names it, wherever the command is run."""
    empty = tmp_path / "empty"
    empty.mkdir()
    mivd("themes", "2031", code=2)
    file.write_text(f'data = "{folder.name}"')
    mivd("themes", "2031", code=0)
    monkeypatch.setenv("MIVD_DATA", str(empty))
    mivd("themes", "2031", code=2)
    mivd("themes", "2031", "--data", folder, code=0)


def test_the_folder_of_official_texts_is_that_of_the_file(mivd: Command, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIVD_SOURCES")
    file.write_text('sources = "texts"')
    assert str(file.parent / "texts") in mivd("source", "list", code=1).err


@pytest.mark.parametrize(
    "arguments",
    [
        ["cite", "plan-2024", "--style", "ris"],
        ["themes", "2024", "--raw", "theme"],
        ["help", "method"],
        ["--version"],
        ["config", "path"],
    ],
)
@pytest.mark.parametrize("format", ["json", "html", "table"])
def test_a_format_of_the_settings_leaves_bare_text_as_it_is(
    mivd: Command, monkeypatch: pytest.MonkeyPatch, file: Path, arguments: list[str], format: str
) -> None:
    plain = mivd(*arguments, code=0).out
    monkeypatch.setenv("MIVD_FORMAT", format)
    assert mivd(*arguments, code=0).out == plain


def test_a_draft_is_toml_whatever_format_the_settings_name(mivd: Command, file: Path, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("A heading\n\nA paragraph of our own about boats in the harbour.\n")
    file.write_text('format = "json"')
    out = mivd("draft", text, "--kind", "plan", "--year", "2031", code=0).out
    assert "plan-2031" in out
    assert "[[passages]]" in out


def test_an_error_is_json_too_where_the_settings_name_json(mivd: Command, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('format = "json"')
    assert json.loads(mivd("themes", "2042", code=2).err)["error"]["code"] == "unknown-id"
    assert mivd("themes", "2042", "--format", "tsv", code=2).err.startswith("mivd: ")
    file.write_text("")
    monkeypatch.setenv("MIVD_FORMAT", "json")
    assert json.loads(mivd("themess", code=2).err)["error"]["candidates"] == ["themes"]


BROKEN: list[tuple[bytes, list[str]]] = [
    (b'langauge = "en"', ['unknown key "langauge"', "config.toml", "did you mean lang?", "keys: format, lang"]),
    (b'lang = "fr"', ['unknown language "fr"', "config.toml", "nl, en"]),
    (b'color = "alway"', ['unknown colour choice "alway"', "did you mean always?"]),
    (b"lang = 3", ["lang in ", "config.toml", "a number", '"nl", "en"']),
    (b"pager = true", ["pager in ", "true or false", "a text in quotes"]),
    (b"format = []", ["format in ", "a list"]),
    (b'format = ""', ["format in ", "an empty text"]),
    (b'format = "svg"', ['unknown format "svg"', "table, vertical"]),
    (b'[lang]\nx = "en"', ["lang in ", "a table"]),
    (b'data = "nowhere-at-all"', ["data in ", "nowhere-at-all", "is not a folder"]),
    (b'sources = "~x\\u0000"', ["sources in ", "config.toml", "a NUL character"]),
    (b'pager = "less\\u0000"', ["pager in ", "config.toml", "a NUL character", "a command"]),
    (b"lang = ", ["config.toml", "is not valid TOML", "Invalid value"]),
    (b"\xff\xfel\x00", ["config.toml", "is not UTF-8 (byte 0)"]),
    (b"#" * 100_000, ["config.toml", "larger than 64 KiB"]),
]


@pytest.mark.parametrize(("content", "said"), BROKEN, ids=lambda value: value[0] if isinstance(value, list) else "")
def test_a_broken_file_is_one_clear_error_and_config_show_explains_it(
    mivd: Command, file: Path, content: bytes, said: list[str]
) -> None:
    """Every command refuses, so that no answer rests on half of the settings; the one that shows them goes on."""
    file.write_bytes(content)
    for arguments in (["themes", "2024"], ["documents", "--lang", "nl"]):
        result = mivd(*arguments, code=2)
        assert result.out == ""
        assert [part for part in said if part not in result.err] == []
        assert len(result.err.splitlines()) == 2
    survived = mivd("config", "show", "--format", "json", code=0)
    assert any(said[0] in warning for warning in json.loads(survived.out)["warnings"])
    assert mivd("config", "path", code=0).out == f"{file}\n"
    mivd("themes", "--help", code=0)
    mivd("help", code=0)


@pytest.mark.parametrize("variable", ["MIVD_FORMAT", "MIVD_LANG", "MIVD_COLOR", "MIVD_DATA", "MIVD_HYPERLINKS"])
def test_a_variable_that_says_what_cannot_be_is_named(mivd: Command, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "nonsense")
    result = mivd("themes", "2024", code=2)
    assert variable in result.err
    assert "nonsense" in result.err
    assert variable in mivd("config", "show", code=0).err


def test_a_folder_that_has_gone_matters_to_nobody_whose_flag_names_another(
    mivd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIVD_DATA", "nowhere-at-all")
    mivd("themes", "2031", "--data", folder, code=0)
    mivd("themes", "2024", code=2)


@pytest.mark.parametrize("variable", ["MIVD_FORMAT", "MIVD_LANG", "MIVD_COLOR", "MIVD_DATA", "MIVD_HYPERLINKS"])
def test_an_empty_variable_counts_as_none(mivd: Command, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    plain = mivd("themes", "2024", code=0)
    monkeypatch.setenv(variable, "")
    assert mivd("themes", "2024", code=0) == plain


def test_a_folder_in_place_of_the_file_and_a_named_file_that_is_not_there_are_errors(
    mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIVD_CONFIG", str(tmp_path))
    assert "cannot read the settings file" in mivd("themes", "2024", code=2).err
    monkeypatch.setenv("MIVD_CONFIG", str(tmp_path / "none.toml"))
    assert "does not exist" in mivd("themes", "2024", code=2).err


def test_what_is_no_file_is_not_waited_for(mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe without a writer kept every command waiting for ever; a device has no end."""
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    for name, what in (("pipe", "a pipe"), ("device", "a device")):
        monkeypatch.setenv("MIVD_CONFIG", str(tmp_path / f"{name}.toml"))
        assert f"it is {what}, not a file" in mivd("themes", "2024", code=2).err
        assert f"it is {what}, not a file" in mivd("config", "show", code=0).err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_an_error(mivd: Command, file: Path) -> None:
    file.chmod(0)
    assert "cannot read the settings file" in mivd("themes", "2024", code=2).err


def test_no_file_is_no_error_and_an_empty_variable_means_none(
    mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mivd("config", "path", code=1).out == ""
    monkeypatch.delenv("MIVD_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    mivd("themes", "2024", code=0)
    assert "it is not there yet" in mivd("config", "path", code=0).err
    assert mivd("config", "path", "-q", code=0).err == ""


@pytest.mark.parametrize("home", [None, "", "elsewhere"])
def test_the_folder_is_the_platforms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    """It is worked out without the library where that saves time, so the two must agree."""
    from platformdirs import user_config_path

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / home) if home else "")
    assert config_file.config_folder() == user_config_path("mivd", appauthor=False)


def test_a_pager_of_the_program_or_the_file_comes_before_the_pager_of_all_programs(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As git asks GIT_PAGER, then its own settings, then PAGER."""
    monkeypatch.setenv("PAGER", "more")
    assert Settings().find("pager")[1:] == ("more", "environment", "PAGER")
    file.write_text('pager = ""')
    assert Settings().find("pager")[1:3] == ("", "file")
    monkeypatch.setenv("MIVD_PAGER", "")
    assert Settings().find("pager")[1:3] == ("", "environment")


def test_a_settings_file_costs_no_import() -> None:
    """Its reader is the one that reads the data; looking for it needs no library."""
    code = "import sys; from mivdcli.cli import run; run(['themes', '2024', '-q']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "'tomli'" in done.stderr
    assert "'platformdirs'" not in done.stderr
