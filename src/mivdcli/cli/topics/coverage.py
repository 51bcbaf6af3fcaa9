"""``mivd help coverage``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph
from mivdcli.kinds import Attribution, Coverage

COVERAGES = {
    Coverage.FULL: "Described paragraph by paragraph from the whole official text. Each passage carries its first words, its "
    "length and its SHA-256, so anybody who has the text can verify it: mivd verify. Only here does silence mean anything.",
    Coverage.PARTIAL: "Part of the official text was read. What is missing may stand in the rest.",
    Coverage.SECONDARY: "Known from official announcements and press only; each passage names its pages.",
    Coverage.NONE: "Known to exist; its content was not seen.",
}
SPEAKERS: dict[Attribution | None, str] = {
    None: "The passage describes the official paragraph itself.",
    Attribution.REPORT: "A source says that the document states it.",
    Attribution.PRESENTATION: "The director or the minister said it when presenting the document.",
    Attribution.EVENT: "It happened in or about the year, according to other sources.",
    Attribution.LATER: "It happened afterwards.",
    Attribution.BEFORE: "It happened before, and stands here for comparison.",
}


def page() -> Iterator[Block]:
    yield Heading("HOW MUCH IS KNOWN")
    yield Paragraph(
        "Every document says on how much of its official text the description rests. mivd documents --fields id,coverage lists "
        "them; every answer about a document that is not described in full says so."
    )
    yield from (Entry(str(coverage), says) for coverage, says in COVERAGES.items())
    yield Heading("Who speaks: attribution")
    yield Paragraph("Only the first two may be given as what the document says. The last three stand in documents of their own "
                    "(events-2024), never in the report's.")  # fmt: skip
    yield from (Entry(str(who) if who else "(empty)", says) for who, says in SPEAKERS.items())
    yield Heading("Four things that are no number")
    yield Paragraph(
        "A dash, an empty cell, zero and a withheld number are four different things. The field value is empty for all but "
        "zero; printed shows what the page shows, and qualifier says which of them it is."
    )
