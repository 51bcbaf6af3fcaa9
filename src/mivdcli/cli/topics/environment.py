"""``mivd help environment``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph

VARIABLES = {
    "MIVD_DATA": "A folder with documents of your own, as --data DIR; --data comes first.",
    "MIVD_SOURCES": "The folder for the official texts that you add, in place of the usual one of your system.",
    "MIVD_PAGER": "The program that shows a table longer than the screen; empty for none. --no-pager comes first.",
    "PAGER": "The same, where MIVD_PAGER is not set. If neither is: less -FRX.",
    "NO_COLOR": "Not empty: no colour, unless --color always is given.",
    "TERM": "dumb: no colour, unless --color always is given.",
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
