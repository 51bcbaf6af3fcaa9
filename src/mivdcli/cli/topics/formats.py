"""``mivd help formats``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph

MEANINGS = {
    "table": "A table of 100 columns without colour. On a terminal, without --format: as wide as the screen, in colour.",
    "vertical": "A block for each record, a line for each field, every value whole.",
    "tsv": "A header, then one record a line. A tab, line break or backslash in a value is written \\t, \\n, \\r or \\\\.",
    "csv": "RFC 4180 with a line feed at the end of each line. Values stay as they are, so a spreadsheet may take one that "
    "begins with = for a formula.",
    "json": "One envelope: schema, tool_version, data_version, query, count, items, warnings.",
    "jsonl": "The bare records, one a line.",
    "md": "The table as Markdown.",
    "html": "One web page that needs nothing else: no script, no request.",
    "svg": "A drawing, where the answer can be drawn (mivd trend). It needs pip install 'mivdcli[svg]'.",
}
"""Every format in a sentence or two; a test holds the list against the formats that there are."""


def page() -> Iterator[Block]:
    yield Heading("FORMATS OF AN ANSWER")
    yield Paragraph(
        "Without --format a terminal gets a table, and a pipe or a file gets tsv. A format chosen with --format gives the same "
        "bytes on a terminal, in a pipe and in a file, in UTF-8 whatever the locale says."
    )
    yield from (Entry(name, says) for name, says in MEANINGS.items())
    yield Heading("What a script can rely on")
    yield Paragraph(
        "stdout holds the answer and nothing else; notices and errors go to stderr. Fields are only ever added. Both languages "
        "are always there. Ids are strings, years integers, decimals strings. null, or nothing between two tabs, means that "
        "there is no value, and the qualifier beside it says why."
    )
    yield Paragraph(
        "In tsv and csv a list is joined by '; ', a dictionary is written key=value; key=value, and a list of objects is "
        "compact JSON. With --format json an error is one JSON object on stderr with code, message, hint and candidates."
    )
    yield Heading("Less of it")
    yield Entry("--fields A,B", "only these fields, in this order, in any format")
    yield Entry("--raw FIELD", "only this field of each record, bare, one record a line, for the next program in a pipe")
    yield Entry("--output FILE", "into a file, which is written whole or not at all")
