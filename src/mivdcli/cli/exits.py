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
    TERMINATED = 143
    """Told to end, by SIGTERM; what was half written is taken away first."""


MEANINGS = {
    Exit.ANSWERED: "Answered.",
    Exit.NOTHING_MATCHED: "A valid question that nothing answers; the empty envelope or header is still printed. Or: diff "
    "--exit-code found differences, or replay another answer than the stamp's.",
    Exit.USAGE: "Usage: an unknown command, option, field or id, or a year that is not bundled. stdout stays empty.",
    Exit.DATA: "Data missing, damaged or contradicted, a source that cannot be read, or an answer that could not be written. "
    "verify and check print their rows.",
    Exit.UNVERIFIED: "verify could check nothing, or with --strict not everything.",
    Exit.INTERRUPTED: "Interrupted, as with Ctrl-C.",
    Exit.TERMINATED: "Told to end, by SIGTERM.",
}
"""Each code in a sentence, for the help and the manual."""
