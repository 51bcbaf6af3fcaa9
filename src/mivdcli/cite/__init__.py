"""Citations that claim no more than is known: no page where there is none, no session year that nobody saw."""

from mivdcli.cite.citation import CiteItem, cite, cite_dataset

__all__ = ["CiteItem", "cite", "cite_dataset"]
