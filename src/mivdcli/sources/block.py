"""What every reader makes of a file: blocks in reading order, and what the file says about itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct, field

from mivdcli.errors import SourceError
from mivdcli.text import normal_form


class Sort(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An entry of a list; it belongs to the paragraph that leads into the list."""
    TABLE = "table"
    NOTE = "note"
    """A footnote; kept with the text, never counted into the paragraph it hangs on."""
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    """A running head, a page number: read, and set aside."""


class Block(Struct, frozen=True):
    sort: Sort
    text: str
    """As the source has it; lines of a page keep their line ends, a table has a line a row."""
    level: int = 0
    """Of a heading: 1 is the highest; 0 where the source does not say."""
    number: str = ""
    """Of a heading: ``1.1``; empty where it has none."""
    apart: bool = False
    """Of a heading on a page: an empty line stands between it and its text."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a source says about itself; empty where it does not."""

    publication_id: str = ""
    dossiers: tuple[str, ...] = ()
    number: str = ""
    session: str = ""
    """The parliamentary year as printed."""
    title: str = ""
    date: str = ""
    signatory: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """A source, read whole."""

    format: str
    blocks: list[Block]
    facts: Facts = field(default_factory=Facts)

    @property
    def body(self) -> list[Block]:
        """What the document says; without the furniture of its pages."""
        return [block for block in self.blocks if block.sort is not Sort.FURNITURE]

    @property
    def text(self) -> str:
        """The body as one text: blocks apart by an empty line, notes at the end, where they break no paragraph."""
        notes = [block for block in self.body if block.sort is Sort.NOTE]
        rest = [block for block in self.body if block.sort is not Sort.NOTE]
        return "\n\n".join(block.text for block in (*rest, *notes)) + "\n"


def require_whole(source: Iterable[str], blocks: Sequence[Block], name: str) -> None:
    """Raises SourceError unless the blocks hold exactly the words of the source: half a document is worse than none."""
    wanted, got = _count(source), _count(block.text for block in blocks)
    if wanted == got:
        return
    lost, added = wanted - got, got - wanted
    parts = [
        f"{sum(words.values())} {what} ({', '.join(list(words)[:5])})"
        for what, words in (("words of the file were not read", lost), ("words are not in the file", added))
        if words
    ]
    raise SourceError(f'"{name}" cannot be read whole: {"; ".join(parts)}', hint="nothing was kept of it")


def _count(texts: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(filter(None, map(normal_form, text.split())))
    return counted
