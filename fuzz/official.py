"""An official text of any format: read, outlined as a draft, and looked through for the passages of a document."""

from fuzz.oracle import refusing
from fuzz.world import corpus
from mivdcli import parse
from mivdcli.corpus import parse_toml
from mivdcli.errors import DataError
from mivdcli.kinds import Kind
from mivdcli.printable import printable
from mivdcli.sources.align import align, wording
from mivdcli.sources.block import Reading
from mivdcli.sources.draft import draft
from mivdcli.unwritten import is_unwritten


def examined(reading: Reading) -> None:
    """Everything that is done with a text once it was read. The words of the text are never lost on the way."""
    text, found = align(corpus().document("plan-2031"), reading.text)
    for one in found:
        assert all(0 <= start < end <= len(text) for start, end in one.pieces), one
        wording(text, one.pieces, frozenset())
        assert printable(one.detail) == one.detail or one.detail
    for kind in (Kind.PLAN, Kind.REPORT):
        with refusing():
            _is_a_draft(draft(corpus(), reading, kind, 2031))


def _is_a_draft(text: str) -> None:
    """Valid TOML of our own form; a fact that the text misstates is for ``check`` to say, not a reason for a traceback."""
    held = parse_toml(text)
    try:
        document = parse.document(held, "plans/2031.toml")
    except DataError:
        return
    assert all(is_unwritten(passage.nl) for passage in document.passages)
