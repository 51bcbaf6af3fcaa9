"""Everything that the library holds, as tables that other programs read."""

from mivdcli.export.folder import FORMATS, ExportItem, export

__all__ = ["FORMATS", "ExportItem", "export"]
