"""What was planned, and what the report says came of it; or two documents of a kind, year over year."""

from mivdcli.diff.commitments import Method
from mivdcli.diff.compare import Diff, compare, pair_of_year

__all__ = ["Diff", "Method", "compare", "pair_of_year"]
