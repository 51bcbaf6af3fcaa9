"""What a terminal gets beyond the words: colour, hyperlinks, a pager; and which variable decides."""

import re
from pathlib import Path

import pytest

from mivdcli.cli import answer, screen
from mivdcli.corpus import Corpus
from mivdcli.render.terminal import draw, without_links
from mivdcli.render.view import Grid, Head, Page
from mivdcli.sources.hosts import official_page
from tests.cli.test_process import MIVD, on_a_terminal
from tests.conftest import Command

installed = pytest.mark.skipif(not Path(MIVD).exists(), reason="the command is not installed beside this interpreter")
ON, OFF = True, False


@pytest.mark.parametrize(
    ("choice", "variables", "on_terminal", "in_pipe"),
    [
        (None, {}, ON, OFF),
        ("auto", {}, ON, OFF),
        ("always", {}, ON, ON),
        ("never", {}, OFF, OFF),
        # the flag before every variable
        ("always", {"NO_COLOR": "1", "TERM": "dumb", "CLICOLOR": "0"}, ON, ON),
        ("never", {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, OFF, OFF),
        ("always", {"MIVD_COLOR": "never"}, ON, ON),
        # the program's own variable before those of all programs
        (None, {"MIVD_COLOR": "always", "NO_COLOR": "1"}, ON, ON),
        (None, {"MIVD_COLOR": "never", "FORCE_COLOR": "1"}, OFF, OFF),
        (None, {"MIVD_COLOR": "auto", "NO_COLOR": "1"}, OFF, OFF),
        # NO_COLOR before those that force
        (None, {"NO_COLOR": "1"}, OFF, OFF),
        (None, {"NO_COLOR": "0"}, OFF, OFF),
        (None, {"NO_COLOR": ""}, ON, OFF),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, OFF, OFF),
        # those that force before what the terminal is
        (None, {"FORCE_COLOR": "1"}, ON, ON),
        (None, {"FORCE_COLOR": "", "TERM": "dumb"}, OFF, OFF),
        (None, {"FORCE_COLOR": "1", "TERM": "dumb", "CLICOLOR": "0"}, ON, ON),
        (None, {"CLICOLOR_FORCE": "1"}, ON, ON),
        (None, {"CLICOLOR_FORCE": "0"}, ON, OFF),
        (None, {"CLICOLOR_FORCE": ""}, ON, OFF),
        (None, {"CLICOLOR_FORCE": "1", "CLICOLOR": "0", "TERM": "dumb"}, ON, ON),
        # and last what the terminal is
        (None, {"CLICOLOR": "0"}, OFF, OFF),
        (None, {"CLICOLOR": "1"}, ON, OFF),
        (None, {"TERM": "dumb"}, OFF, OFF),
    ],
)
def test_who_decides_on_colour(
    choice: str | None, variables: dict[str, str], on_terminal: bool, in_pipe: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert screen.color_wanted(choice, screen=True) is on_terminal
    assert screen.color_wanted(choice, screen=False) is in_pipe


def test_a_settings_file_that_wants_colour_is_stronger_than_no_color(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As no-color.org asks: the variable is for all programs, the file for this one."""
    path = tmp_path / "config.toml"
    path.write_text('color = "always"')
    monkeypatch.setenv("MIVD_CONFIG", str(path))
    monkeypatch.setenv("NO_COLOR", "1")
    assert screen.color_wanted(None, screen=True)


@pytest.mark.parametrize("format", ["vertical", "tsv", "csv", "json", "jsonl", "md", "html"])
def test_only_a_table_is_ever_coloured(mivd: Command, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("MIVD_HYPERLINKS", "always")
    assert "\x1b" not in mivd("search", "cyber", "--format", format, "--color", "always", code=0).out
    assert "\x1b[" in mivd("search", "cyber", "--format", "table", code=0).out


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({}, OFF),
        ({"TERM": "xterm-256color"}, OFF),
        ({"TERM": "xterm-kitty"}, ON),
        ({"TERM_PROGRAM": "iTerm.app"}, ON),
        ({"TERM_PROGRAM": "vscode"}, ON),
        ({"TERM_PROGRAM": "Apple_Terminal"}, OFF),
        ({"WT_SESSION": "x"}, ON),
        ({"VTE_VERSION": "7000"}, ON),
        ({"VTE_VERSION": "4900"}, OFF),
        ({"VTE_VERSION": "5000"}, OFF),
        ({"VTE_VERSION": "soon"}, OFF),
        ({"KONSOLE_VERSION": "230400"}, ON),
        ({"VTE_VERSION": "7000", "TERM": "dumb"}, OFF),
        ({"VTE_VERSION": "7000", "MIVD_HYPERLINKS": "never"}, OFF),
        ({"MIVD_HYPERLINKS": "always"}, ON),
        ({"MIVD_HYPERLINKS": "always", "TERM": "dumb"}, OFF),
    ],
)
def test_hyperlinks_only_where_the_terminal_is_known_to_take_them(
    variables: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert screen.links_wanted(color=True, screen=True) is wanted
    assert screen.links_wanted(color=False, screen=True) is False, "without colour no escape code at all"
    assert screen.links_wanted(color=True, screen=False) is False, "never in a pipe or a file"


def page(*cells: str) -> Page:
    return Page(grids=(Grid(heads=(Head("a"),), rows=[(cell,) for cell in cells]),))


def links_in(drawn: str) -> list[tuple[str, str]]:
    """Each hyperlink of a drawn page: its address and the words that carry it."""
    return re.findall(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b\\([^\x1b]*)", drawn)


def test_a_ref_leads_to_the_page_of_its_document_and_an_address_to_itself() -> None:
    known = {"plan-2031": "https://example.org/plan"}
    drawn = draw(page("see plan-2031:boats/1, plan-2032 and https://example.org/x?a=1."), width=100, color=True, link=known.get)
    assert links_in(drawn) == [
        ("https://example.org/plan", "plan-2031:boats/1"),
        ("https://example.org/x?a=1", "https://example.org/x?a=1."),
    ]
    assert "\x1b]8" not in without_links(drawn)
    assert without_links(drawn) == draw(
        page("see plan-2031:boats/1, plan-2032 and https://example.org/x?a=1."), width=100, color=True
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://example.org/\x1b]8;;",
        "https://example.org/\x07",
        "https://example.org/a b",
        "https://example.org/\u202ex",
        "https://exämple.org/",
        "https://" + "x" * 3000,
        "",
    ],
)
def test_an_address_that_is_not_plain_http_is_no_hyperlink(address: str) -> None:
    """An address comes from data that somebody else may have written; it must not be able to end the escape code."""
    assert "\x1b]8" not in draw(page("plan-2031"), width=80, color=True, link=lambda _: address)
    assert all(
        found[0].isascii() and found[0].isprintable()
        for found in links_in(draw(page(address), width=80, color=True, link=lambda _: None))
    )


def test_without_colour_there_is_no_hyperlink_either() -> None:
    assert "\x1b" not in draw(
        page("plan-2031 https://example.org"), width=80, color=False, link=lambda _: "https://example.org"
    )


def test_press_and_mirrors_are_never_given_for_the_official_page(bundled: Corpus) -> None:
    pages = {document.id: official_page(document) for document in bundled.documents()}
    assert pages["plan-2024"] == "https://zoek.officielebekendmakingen.nl/kst-29924-255.html"
    assert pages["statistics-press"] is None
    assert not any("openkamer" in (address or "") or "blogspot" in (address or "") for address in pages.values())


@installed
def test_a_terminal_that_takes_hyperlinks_gets_them_and_a_pager_does_not() -> None:
    arguments = ["show", "report-2020"]
    takes = {"VTE_VERSION": "7000"}
    assert b"\x1b]8;" in on_a_terminal(*arguments, "--no-pager", **takes)
    assert b"\x1b]8;" not in on_a_terminal(*arguments, "--no-pager", TERM="dumb", **takes)
    assert b"\x1b]8;" not in on_a_terminal(*arguments, "--no-pager", "--color", "never", **takes)
    assert b"\x1b]8;" not in on_a_terminal(*arguments, MIVD_PAGER="cat", **takes)
    assert b"\x1b]8;" in on_a_terminal(*arguments, MIVD_PAGER="cat", MIVD_HYPERLINKS="always")
    assert b"\x1b]8;" not in on_a_terminal(*arguments, "--format", "table", **takes)


SHOUT = "tr a-z A-Z"


@installed
@pytest.mark.parametrize(
    ("variables", "flags", "through"),
    [
        ({"PAGER": SHOUT}, [], True),
        ({"MIVD_PAGER": SHOUT}, [], True),
        ({"MIVD_PAGER": SHOUT, "PAGER": "cat"}, [], True),
        ({"MIVD_PAGER": "", "PAGER": SHOUT}, [], False),
        ({"MIVD_PAGER": SHOUT}, ["--no-pager"], False),
        ({"MIVD_PAGER": SHOUT, "LINES": "5000"}, [], False),
        ({"MIVD_PAGER": "no-such-pager-anywhere"}, [], False),
        ({"MIVD_PAGER": "false"}, [], False),
        ({"MIVD_PAGER": "'never closed"}, [], False),
        ({"MIVD_PAGER": SHOUT}, ["--format", "table"], False),
        ({"MIVD_PAGER": SHOUT}, ["--format", "tsv"], False),
    ],
)
def test_when_a_table_goes_through_the_pager(variables: dict[str, str], flags: list[str], through: bool) -> None:
    """Only a screenful and more, only on a terminal without a chosen format; and never at the cost of the answer."""
    shown = on_a_terminal("show", "report-2020", *flags, **variables)
    assert (b"REPORT-2020:1.1.CHINA/3" in shown) is through
    assert (b"report-2020:1.1.china/3" in shown) is not through


@installed
def test_a_pager_that_is_left_early_ends_the_answer_without_a_word() -> None:
    shown = on_a_terminal("show", "report-2020", MIVD_PAGER="head -2")
    assert len(shown.splitlines()) == 2


def test_in_a_pipe_there_is_no_pager(mivd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIVD_PAGER", SHOUT)
    assert "report-2020:1.1.china/3" in mivd("show", "report-2020", code=0).out


def test_what_is_too_long_for_a_table_is_written_field_by_field_with_its_notes(
    mivd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left out, what the answer does not know least of all."""
    asked = ("figures", "patrols", "--data", folder, "--format")
    whole, drawn = mivd(*asked, "vertical", code=0), mivd(*asked, "table", code=0)
    note = "mivd show SERIES says what a figure counts"
    assert note in drawn.out
    monkeypatch.setattr(answer, "MOST_DRAWN", 100)
    instead = mivd(*asked, "table", code=0)
    assert instead.out.startswith(whole.out)
    assert note in instead.out.removeprefix(whole.out)
    assert "too long to be drawn as a table" in instead.err
    assert mivd(*asked, "table", "-q", code=0).err == ""
