import re
import sys

import pytest

from mivdcli.printable import _UNSAFE, one_line, printable


@pytest.mark.parametrize("dangerous", ["\x1b[31m", "\x00", "\u202e", "\x9b", "\r", "\u2066"])
def test_no_control_character_survives_for_a_terminal(dangerous: str) -> None:
    """A data file that a user hands us may hold escape codes; none may reach the screen."""
    shown = printable(f"a{dangerous}b")
    assert not any(character in shown for character in "\x1b\x00\u202e\x9b\r\u2066")
    assert shown.startswith("a")
    assert shown.endswith("b")


def test_nothing_unsafe_passes_for_a_text_without_anything_to_make_visible() -> None:
    """Most texts are let through unlooked at, because Python calls every character of them printable."""
    unsafe = re.compile(_UNSAFE)
    assert not [code for code in range(sys.maxunicode + 1) if chr(code).isprintable() and unsafe.match(chr(code))]


def test_lines_and_tabs_stay_in_a_text_and_not_in_a_message() -> None:
    assert printable("één\tregel\nen een") == "één\tregel\nen een"
    assert one_line("één\tregel\nen een") == "één\\tregel\\nen een"
