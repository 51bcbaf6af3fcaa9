"""The data itself, checked: schema, references, duplicates, dates, provenance, both languages, order and form."""

from mivdcli.checks.run import Checked, CheckItem, check

__all__ = ["CheckItem", "Checked", "check"]
