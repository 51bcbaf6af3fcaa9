"""The answer of ``diff``: its findings in one row, and each part by itself."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from mivdcli.diff import PARTS, Diff, counts
from mivdcli.diff.findings import CommitmentFinding, FigureFinding, FindingCount, PassageFinding, ThemeFinding
from mivdcli.library.answer import Answer
from mivdcli.render.views.diff import summary_view

if TYPE_CHECKING:
    from mivdcli.items import DocumentItem
    from mivdcli.library.bundle import Bundle
    from mivdcli.render.view import View

Finding = CommitmentFinding | ThemeFinding | FigureFinding | PassageFinding


class Comparison(Answer[Finding]):
    """Two documents laid side by side: all findings in one row, and each part by itself.

    ``to_records`` gives a row per finding whose first key ``part`` is ``commitment``, ``theme``, ``figure`` or ``passage``;
    ``to_dict`` the envelope with a list for each part.

    >>> import mivdcli
    >>> found = mivdcli.load().diff(2024, parts="commitments")
    >>> len(found) == len(found.commitments) == sum(found.summary["commitments"].values())
    True
    """

    __slots__ = ("_bundle", "_diff")

    def __init__(
        self, diff: Diff, view: View, bundle: Bundle, quotes: Mapping[str, tuple[str | None, str]] | None = None
    ) -> None:
        super().__init__(tuple(chain.from_iterable(getattr(diff, part) for part in PARTS)), view, bundle, quotes)
        self._diff = diff
        self._bundle = bundle

    @property
    def left(self) -> DocumentItem:
        """The document on the left; of a plan and a report always the plan."""
        return self._diff.left

    @property
    def right(self) -> DocumentItem:
        """The document on the right."""
        return self._diff.right

    @property
    def comparable(self) -> bool:
        """Whether both are described in full, so that silence on a side can be told from what is not known."""
        return self._diff.comparable

    @property
    def differs(self) -> bool:
        """Whether a finding says that the two sides differ; what cannot be compared does not."""
        return self._diff.differs

    @property
    def summary(self) -> dict[str, Any]:
        """The paragraph above the tables in both languages, and for each part how many findings there are of each kind."""
        summary: dict[str, Any] = to_builtins(self._diff.summary)
        return summary

    @property
    def commitments(self) -> tuple[CommitmentFinding, ...]:
        """What became known of each commitment of the plan."""
        return self._diff.commitments

    @property
    def themes(self) -> tuple[ThemeFinding, ...]:
        """Which side treats each theme, in how many passages."""
        return self._diff.themes

    @property
    def figures(self) -> tuple[FigureFinding, ...]:
        """Targets, forecasts and norms beside actuals, or the numbers of two years beside each other."""
        return self._diff.figures

    @property
    def passages(self) -> tuple[PassageFinding, ...]:
        """For two documents of a kind: the passages that treat the same subject."""
        return self._diff.passages

    def counts(self) -> Answer[FindingCount]:
        """Only how many findings of each kind there are: ``mivd diff --summary``."""
        items = counts(self._diff)
        return Answer(items, summary_view(self._diff, items, self.view.query), self._bundle)
