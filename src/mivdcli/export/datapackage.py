"""``datapackage.json``: the CSV files described as a Frictionless Data Package, so that a validator can check every cell."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mivdcli.export.table import Table


class Written(NamedTuple):
    """A file as it stands on the disk."""

    path: str
    bytes: int
    sha256: str


def datapackage(tables: Sequence[Table], files: Mapping[str, Written], versions: Mapping[str, str]) -> dict[str, Any]:
    """``files`` are the CSV files by the name of their table. There is no date in it but that of the data."""
    return {
        "profile": "tabular-data-package",
        "name": "mivd",
        "title": "The public plans and reports of the Dutch military intelligence service (MIVD), described as data",
        "description": "Own descriptions of public documents, in Dutch and English. What is not found may well have been done.",
        "version": versions["data"],
        "created": f"{versions['data'].replace('.', '-')}T00:00:00Z",
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": "CC0 1.0"}],
        "resources": [_resource(table, files[table.name]) for table in tables],
    }


def _resource(table: Table, file: Written) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "profile": "tabular-data-resource",
        "description": table.about,
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "fields": [_field(column.name, column.type, required=column.name in table.key) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(foreign.columns),
                    "reference": {
                        "resource": "" if foreign.table == table.name else foreign.table.replace("_", "-"),
                        "fields": list(foreign.key),
                    },
                }
                for foreign in table.foreign
            ],
            "missingValues": [""],
        },
    }


def _field(name: str, type: str, *, required: bool) -> dict[str, Any]:
    return {"name": name, "type": type, **({"constraints": {"required": True}} if required else {})}
