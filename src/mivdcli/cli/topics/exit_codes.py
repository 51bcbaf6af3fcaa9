"""``mivd help exit-codes``"""

from collections.abc import Iterator

from mivdcli.cli.exits import MEANINGS
from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph


def page() -> Iterator[Block]:
    yield Heading("EXIT CODES")
    yield from (Entry(str(code.value), says) for code, says in MEANINGS.items())
    yield Heading("In a script")
    yield Paragraph(
        "A question without an answer is no failure: where 1 is all right, test for it (mivd search X || [ $? -eq 1 ]). A pipe "
        "that is closed early, as by head, is no error either and leaves no trace in the exit code."
    )
