"""What the terminal before us can take: its width, colour, hyperlinks. Asked only where a table is drawn."""

import os
import sys

from mivdcli.cli.settings import current

PLAIN_WIDTH = 100
"""Columns of a table that was asked for by name: the same on every screen, in a pipe and in a file."""
LEAST_WIDTH = 40
LINKING = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"})
"""Terminals that follow hyperlinks and say their name in TERM_PROGRAM."""
LINKING_TERMS = frozenset({"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "contour"})
VTE_LINKS = 5100
"""GNOME's terminals follow hyperlinks from 0.50 on; 0.50 itself could crash on one."""
KONSOLE_LINKS = 201200


def on_screen() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size((PLAIN_WIDTH, 40)).columns, LEAST_WIDTH)


def height() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().lines


def color_wanted(choice: str | None, *, screen: bool) -> bool:
    """Whether a table is coloured.

    What was chosen for this program decides (``choice``: the flag, MIVD_COLOR, the settings file); then NO_COLOR; then
    FORCE_COLOR and CLICOLOR_FORCE, which also colour a table that goes into a pipe; then CLICOLOR=0 and a terminal that knows
    no colours; and last whether this is a terminal. An empty variable counts as none: no-color.org, force-color.org,
    bixense.com/clicolors.
    """
    chosen = choice or current().value("color")
    if chosen in ("always", "never"):
        return chosen == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return screen and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


def links_wanted(*, color: bool, screen: bool) -> bool:
    """Whether documents and addresses become hyperlinks.

    Never without colour: a text without colour has no escape code at all. Only on a terminal that is known to take them,
    for one that does not may print the address in the middle of the text.
    """
    chosen = current().value("hyperlinks")
    if not (color and screen) or chosen == "never" or os.environ.get("TERM") == "dumb":
        return False
    return chosen == "always" or _takes_links()


def for_pager(text: str) -> str:
    """A page without its hyperlinks, which many a pager shows as rubbish; whoever chose ``always`` keeps them."""
    if current().value("hyperlinks") == "always":
        return text
    from mivdcli.render.terminal import without_links

    return without_links(text)


def _takes_links() -> bool:
    if os.environ.get("TERM_PROGRAM") in LINKING or os.environ.get("TERM") in LINKING_TERMS or os.environ.get("WT_SESSION"):
        return True
    return _number("VTE_VERSION") >= VTE_LINKS or _number("KONSOLE_VERSION") >= KONSOLE_LINKS


def _number(variable: str) -> int:
    text = os.environ.get(variable, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0
