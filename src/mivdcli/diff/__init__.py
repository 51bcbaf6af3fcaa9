"""What was planned, and what the report says came of it; or two documents of a kind, year over year."""

from mivdcli.diff.commitments import Method
from mivdcli.diff.compare import Diff, compare, counts, narrow, pair_of_year
from mivdcli.diff.findings import STATUSES
from mivdcli.diff.summary import PARTS

__all__ = ["PARTS", "STATUSES", "Diff", "Method", "compare", "counts", "narrow", "pair_of_year"]
