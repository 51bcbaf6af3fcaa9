"""Help on subjects rather than on commands. A module per topic with its ``text()``; this list names them."""

TOPICS = {
    "method": "how diff finds and names what it finds, how good its matching is, and what silence does not mean",
}
"""Each topic with its line in the list; the module of the same name holds the text."""
