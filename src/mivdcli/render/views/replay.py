"""``mivd replay``"""

from typing import Any

from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import lines
from mivdcli.stamp import ReplayItem


def view(items: list[ReplayItem]) -> View:
    records = records_of(items)
    return View(
        name="replay", query={}, fields=fields_of(ReplayItem), records=records, page=lambda _: Page(grids=(_grid(records),)),
        warnings=tuple(_different(record) for record in records if record["status"] == "different"),
    )  # fmt: skip


def _grid(records: list[dict[str, Any]]) -> Grid:
    rows = [
        (
            record["status"],
            lines(record["command"], f"then: {record['sha256_then']}", f"now:  {record['sha256_now'] or '–'}"),
            lines(f"mivd {record['tool_version_then']}", f"data {record['data_version_then']}"),
            lines(f"mivd {record['tool_version_now']}", f"data {record['data_version_now']}"),
        )
        for record in records
    ]
    return Grid(heads=(Head("answer", whole=True), Head("command"), Head("then"), Head("now")), rows=rows)


def _different(record: dict[str, Any]) -> str:
    """What may lie behind it: another version of the data is a reason, the same version is not."""
    if (record["tool_version_then"], record["data_version_then"]) == (record["tool_version_now"], record["data_version_now"]):
        return f"{record['command']}: another answer although both versions are the same; was --data used, or changed?"
    return (
        f"{record['command']}: another answer, with another version of the program or the data; CHANGELOG.md says what changed"
    )
