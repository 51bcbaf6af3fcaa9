"""What a search for one subject found. The matching itself (``related``) is loaded only where something is computed."""

from collections.abc import Sequence
from typing import NamedTuple

from mivdcli.corpus import Place

TIE = 0.01
MOST = 3
"""How many passages are shown."""


class Related(NamedTuple):
    place: Place
    score: float
    """0 to 1."""


class Match(NamedTuple):
    """What a search for one subject found."""

    related: list[Related]
    """At most ``MOST``, best first; often none."""
    runner_up: Related | None
    """The best of those that did not make it, so that a reader can see how near it came."""


def tied(found: Sequence[Related]) -> bool:
    """Whether the two best cannot be told apart."""
    return len(found) > 1 and found[0].score - found[1].score < TIE
