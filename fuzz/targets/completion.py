"""Half-typed lines, with the cursor anywhere: what Tab offers is candidates, and nothing that a terminal would obey."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tests import small

from fuzz.oracle import Target, text_of
from fuzz.world import folder, scratch
from mivdcli.completion.reply import reply
from mivdcli.completion.resolve import complete
from mivdcli.completion.split import Line

SHELLS = ("bash", "zsh", "fish")
BREAKS = (" \t\n\"'><=;|&(:", " \t\n")
"""COMP_WORDBREAKS as it is, and as some set it to keep the colon in a word."""
QUOTING = "'\"\\<>&"


def one(data: bytes) -> None:
    """The first byte says which shell and which folder of the reader's own, the second where the cursor is."""
    how, cursor, line = (*data[:2], *(0, 0))[0], (*data[:2], *(0, 0))[1], text_of(data[2:]).replace("\0", "")
    shell, theirs = SHELLS[how % 3], how // 3 % 3
    typed = line[: len(line) - cursor] if cursor < len(line) else line
    with _data((None, str(folder()), str(_odd()))[theirs]):
        if shell == "bash":
            _asked_by_bash(typed, BREAKS[how // 9 % 2])
        else:
            _asked_word_by_word(shell, typed.split("\n"))


def _asked_by_bash(typed: str, breaks: str) -> None:
    first, *offered = _lines(reply("bash", [breaks, typed]))
    assert first in ("words", "more", "file", "folder"), first
    line = Line(typed, breaks)
    if line.redirected or any(sign in typed for sign in QUOTING):
        return
    before = typed[: len(typed) - len(line.current) + len(line.head)]
    meant = {value for value, _, _ in complete(line.words[1:], line.current).candidates}
    for one in offered:
        taken = Line(before + one, breaks)
        assert taken.current in meant, f"{typed!r} becomes {before + one!r}, which is read as {taken.current!r}"
        assert taken.words == line.words, f"{one!r} is more than one word"


def _asked_word_by_word(shell: str, words: list[str]) -> None:
    first, *offered = _lines(reply(shell, words))
    what, prefix = first.split("\t")
    assert what in ("words", "file", "folder"), what
    for one in offered:
        value, _, more = one.split("\t")
        assert value.startswith(prefix), f"{value!r} does not begin with {prefix!r}"
        assert more in ("", "more"), more


def _lines(answer: str) -> list[str]:
    """The lines of an answer as the shells part them."""
    answer.encode("utf-8", "surrogateescape")
    assert answer.endswith("\n"), answer
    lines = answer[:-1].split("\n")
    for one in lines:
        assert one.replace("\t", "").isprintable(), f"what a terminal would obey: {one!r}"
    return lines


def _odd() -> str:
    """A folder with names that nobody means, one of them no text at all."""
    place = scratch() / "completing"
    if not place.exists():
        for name in (
            "2031.toml",
            "x\ny.toml",
            "\x1b[31m.toml",
            "\u202e1302.toml",
            "a b\t$(id)`'\".toml",
            "~#.toml",
            "2\udcff.toml",
        ):
            small.put(place / "plans" / name, "")
        small.put(place / "reports", "no folder")
    return str(place)


@contextmanager
def _data(folder: str | None) -> Iterator[None]:
    """The folder as the one that the reader has set."""
    usual = os.environ.pop("MIVD_DATA", None)
    if folder is not None:
        os.environ["MIVD_DATA"] = folder
    try:
        yield
    finally:
        os.environ.pop("MIVD_DATA", None)
        if usual is not None:
            os.environ["MIVD_DATA"] = usual


def seeds() -> list[bytes]:
    lines = (
        "mivd ", "mivd fig", "mivd show report-2020:1.1.venezuela/", "mivd themes --lang=e", "mivd figures --role norm --ro", "mivd -o x ",
        "mivd diff 2024 --only reported,partly", "mivd glossary gemandateerden\\ v", "mivd glossary 'gemandateerden v", "mivd themes >o",
        "mivd show \"report-2020", "mivd figures --year 2020..", "mivd source add plan-", "mivd help so", "mivd -- --", "mivd cite ~#",
        "mivd themes --data /no/such 2", "mivd figures --fields $x\ty,v", "mivd &> out th", "mivd show plan-", "mivd show a\u202e:", "mivd x\x1b",
        "mivd cite \x9b", "mivd export --format csv --format ",
    )  # fmt: skip
    by_word = (
        "show\nplan-",
        "figures\n--role=f",
        "source\nadd\nplan",
        "figures\n--fields\na,b\x1b,v",
        "glossary\nde\n",
        "themes\n--data\n~\nx",
        "",
    )
    bash = [bytes([0 + 3 * (number % 6), number % 3]) + line.encode() for number, line in enumerate(lines)]
    return bash + [bytes([1 + number % 2 + 3 * (number % 3), 0]) + line.encode() for number, line in enumerate(by_word)]


TARGET = Target(
    one, seeds,
    ("mivd ", "show ", "themes ", "figures ", "source ", "--data", "--data=", "--fields ", "--lang ", "--format=", "--year ", "-o", "--", "2031",
     "plan-", "report-", "~", "#", ":", "/", "..", ",", "=", "'", '"', "\\", ">", "2>", "&", "$(", "\x1b", "\u202e", "\n", "\t", "help "),
    512,
)  # fmt: skip
