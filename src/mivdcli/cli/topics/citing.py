"""``mivd help citing``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph

STYLES = {
    "legal": "Dutch legal style.",
    "nl": "A plain sentence in Dutch.",
    "en": "A plain sentence in English.",
    "footnote": "A footnote in Markdown.",
    "biblatex": "For LaTeX.",
    "ris": "For reference managers such as Zotero and EndNote.",
    "csl-json": "For any citation processor; one array for all.",
}
"""Every style of ``mivd cite`` in a sentence; a test holds the list against the styles that there are."""


def page() -> Iterator[Block]:
    yield Heading("CITING")
    yield Paragraph(
        "Every answer names the place that it rests on: a ref such as report-2020:1.1.china/3 is a document, a section and the "
        "number of a paragraph in it. mivd cite REF writes it as a citation; without --style as a listing with every style, "
        "with --style as bare text to paste."
    )
    yield from (Entry(name, says) for name, says in STYLES.items())
    yield Heading("What a citation does not claim")
    yield Paragraph(
        "No page, for the texts that were read have none. No session year of parliament that no source gives. And no authority "
        "that is not there: what is known through announcements and press cites those pages and says that the document itself "
        "was not seen."
    )
    yield Paragraph(
        "The descriptions here are not the official wording. Quote the official text: mivd show REF --quote prints it once you "
        "have added it with mivd source add."
    )
    yield Heading("So that others can check it")
    yield Paragraph(
        "--stamp on any listing prints a line on stderr with the versions of program and data, a hash of the answer and the "
        "command; mivd replay asks the same question again and says whether the answer is still the same. mivd cite --dataset "
        "cites the data as such."
    )
