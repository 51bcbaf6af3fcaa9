"""The exit codes: a promise to scripts."""

from enum import IntEnum


class Exit(IntEnum):
    ANSWERED = 0
    NOTHING_MATCHED = 1
    """A valid question without an answer; the empty envelope or header is still printed."""
    DIFFERS = 1
    """``diff --exit-code`` found that the two sides differ."""
    USAGE = 2
    """Unknown command, option, field, id, or a year that is not bundled; stdout stays empty."""
    DATA = 3
    """Data missing, damaged or contradicted, or the answer could not be written."""
    UNVERIFIED = 4
    INTERRUPTED = 130
