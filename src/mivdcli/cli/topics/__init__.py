"""Help on subjects rather than on commands. A module per topic with its ``page()``; this list names them."""

from importlib import import_module

from mivdcli.cli.topics.page import WIDTH, Block, as_text

TOPICS = {
    "formats": "what an answer can look like, and what a script can rely on",
    "exit-codes": "what the program tells a script besides its answer",
    "environment": "the variables that it reads",
    "coverage": "how much of each document is known, and who speaks in it",
    "method": "how diff finds and names what it finds, how good its matching is, and what silence does not mean",
    "citing": "how to write below a quotation where it is from, and let others check it",
}
"""Each topic with its line in the list; the module of the same name holds the text."""


def topic_page(name: str) -> list[Block]:
    """The blocks of a topic that is in the list."""
    return list(import_module(f"mivdcli.cli.topics.{name.replace('-', '_')}").page())


def topic_text(name: str, width: int = WIDTH) -> str:
    return as_text(topic_page(name), width)
