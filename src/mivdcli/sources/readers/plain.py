"""Plain text that some tool extracted from a PDF."""

from mivdcli.errors import SourceError
from mivdcli.sources.block import Facts, Reading, require_whole
from mivdcli.sources.clean import decode, plain_ends
from mivdcli.sources.facts import facts_in_text
from mivdcli.sources.lines import blocks_of
from mivdcli.sources.readers.detect import LARGEST_TEXT


def read_plain(data: bytes, name: str) -> Reading:
    """The blocks of a plain text. Raises SourceError where it holds no words, or where not every word arrived."""
    text = plain_ends(decode(data))
    return read_lines(text, name, "text")


def read_lines(text: str, name: str, format: str, facts: Facts | None = None) -> Reading:
    """The same for a text that a reader of pages has made."""
    if len(text) > LARGEST_TEXT:
        raise SourceError(
            f'"{name}" has a text of {len(text)} characters, more than {LARGEST_TEXT}', hint="give the document alone"
        )
    if not any(map(str.isalpha, text)):
        raise SourceError(f'"{name}" holds no words', hint="a PDF without a text layer is a picture: give one with text")
    blocks = blocks_of(text)
    require_whole([text], blocks, name)
    return Reading(format=format, blocks=blocks, facts=facts or facts_in_text(text))
