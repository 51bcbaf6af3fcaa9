"""Help on subjects rather than on commands. A module per topic with its ``text()``; this list names them."""

from importlib import import_module

TOPICS = {
    "formats": "what an answer can look like, and which looks stay the same for a script",
    "exit-codes": "what the program tells a script besides its answer",
    "environment": "the variables that it reads",
    "coverage": "how much of each document is known, and what that means for an answer",
    "method": "how diff finds and names what it finds, how good its matching is, and what silence does not mean",
    "citing": "how to write below a quotation where it is from, and how to let others check it",
}
"""Each topic with its line in the list; the module of the same name holds the text."""


def topic_text(name: str) -> str:
    """The text of a topic that is in the list."""
    text: str = import_module(f"mivdcli.cli.topics.{name.replace('-', '_')}").text()
    return text
