"""``mivd help environment``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph

VARIABLES = {
    "MIVD_CONFIG": "Another settings file than config.toml in the usual folder of your system; empty for none.",
    "MIVD_FORMAT": "The format of an answer, as --format, where none is given: in a pipe too.",
    "MIVD_LANG": "The language of tables and pages, nl or en, as --lang.",
    "MIVD_COLOR": "Colour in tables: auto, always or never, as --color.",
    "MIVD_DATA": "A folder with documents of your own, as --data DIR.",
    "MIVD_SOURCES": "The folder for the official texts that you add, in place of the usual one of your system.",
    "MIVD_PAGER": "The program that shows a table longer than the screen; empty for none. --no-pager comes first.",
    "MIVD_HYPERLINKS": "Links to official pages in tables on a terminal: auto, always or never.",
    "PAGER": "As MIVD_PAGER, where neither that nor the settings file names one. If nothing does: less -FRX.",
    "NO_COLOR": "Not empty: no colour, unless --color, MIVD_COLOR or the settings file ask for it.",
    "FORCE_COLOR": "Not empty: colour in a table, even in a pipe; NO_COLOR comes first.",
    "CLICOLOR_FORCE": "Neither empty nor 0: the same.",
    "CLICOLOR": "0: no colour, unless one of the above asks for it.",
    "TERM": "dumb: no colour and no links; its name also tells whether the terminal takes links.",
    "TERM_PROGRAM": "The name of the terminal, where it says so: whether it takes links.",
    "WT_SESSION": "Set by Windows Terminal, which takes links.",
    "XDG_CONFIG_HOME": "On Linux: where the folder with the settings file is. Usual: ~/.config.",
}
"""Every variable that the program itself reads; a test holds the list against the source."""
OF_LIBRARIES = {
    "COLUMNS": "The width of the screen, where it is not to be asked of the terminal.",
    "LINES": "The height of the screen, likewise; it decides whether a pager is needed.",
    "XDG_DATA_HOME": "On Linux: where the folder of official texts is made. Usual: ~/.local/share.",
    "XDG_CACHE_HOME": "On Linux: where search keeps its index of a big data folder of yours. Usual: ~/.cache.",
}
"""What the libraries read that find the screen and the folders."""
INTERNAL = ("_MIVD_COMPLETE",)
"""Set by the completion scripts, not by people."""


def page() -> Iterator[Block]:
    yield Heading("ENVIRONMENT")
    yield from (Entry(name, says) for name, says in (VARIABLES | OF_LIBRARIES).items())
    yield Paragraph("An option on the command line always comes before a variable.")
