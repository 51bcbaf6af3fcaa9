"""``mivd verify``"""

from collections import Counter
from typing import Any

from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.sources.verify import VerifyItem

STATUSES = ("verified", "differs", "not-found", "could-not-check")


def view(items: list[VerifyItem], query: dict[str, Any], warnings: tuple[str, ...]) -> View:
    records = records_of(items)
    return View(
        name="verify", query=query, fields=fields_of(VerifyItem), records=records, warnings=warnings,
        page=lambda _: Page(grids=(_summary(records), *_rest(records))),
    )  # fmt: skip


def summary(items: list[VerifyItem]) -> list[str]:
    """A line a document, for stderr: how many passages and figures have which status."""
    said = []
    for document in dict.fromkeys(item.document for item in items):
        parts = []
        for kind in ("passage", "figure"):
            counted = Counter(item.status for item in items if item.document == document and item.kind == kind)
            total = sum(counted.values())
            told = ", ".join(f"{counted[status]} {status}" for status in STATUSES if counted[status])
            parts.append(f"{total} {kind}s{f': {told}' if told else ''}")
        said.append(f"{document}: {'; '.join(parts)}")
    return said


def _summary(records: list[dict[str, Any]]) -> Grid:
    counted = Counter((record["document"], record["kind"], record["status"]) for record in records)
    heads = (Head("document", whole=True), Head("kind"), *(Head(status, right=True) for status in STATUSES))
    rows = [
        (document, kind, *(str(counted[document, kind, status]) for status in STATUSES))
        for document, kind in dict.fromkeys((record["document"], record["kind"]) for record in records)
    ]
    return Grid(heads=heads, rows=rows)


def _rest(records: list[dict[str, Any]]) -> tuple[Grid, ...]:
    """What is not verified, and why; where nothing could be checked one line says so for the whole document."""
    rows, told = [], set()
    for record in records:
        if record["status"] == "could-not-check":
            key = (record["document"], record["detail"])
            if key not in told:
                same = sum((r["document"], r["detail"]) == key for r in records)
                rows.append(
                    (record["ref"] if same == 1 else f"{record['document']} ({same} rows)", record["status"], record["detail"])
                )
            told.add(key)
        elif record["status"] != "verified":
            rows.append((record["ref"], record["status"], record["detail"]))
    return (
        (Grid(heads=(Head("where"), Head("status", whole=True), Head("why")), rows=rows, title="not verified"),) if rows else ()
    )
