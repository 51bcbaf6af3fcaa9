"""``mivd schema``"""

from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.schemas import SchemaItem


def view(items: list[SchemaItem]) -> View:
    records = records_of(items)
    rows = [(record["name"], record["schema"], record["title"]) for record in records]
    heads = (Head("name", whole=True), Head("schema", whole=True), Head("of the answer of"))
    return View(
        name="schema", query={}, fields=fields_of(SchemaItem), records=records,
        page=lambda _: Page(grids=(Grid(heads=heads, rows=rows, notes=("mivd schema NAME prints one",)),)),
    )  # fmt: skip
