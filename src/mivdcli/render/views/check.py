"""``mivd check``"""

from mivdcli.checks import Checked, CheckItem
from mivdcli.render.view import Grid, Head, Page, View, fields_of, records_of
from mivdcli.render.views.common import counted


def view(checked: Checked, folder: str | None) -> View:
    records = records_of(checked.items)
    heads = (Head("code"), Head("where"), Head("problem"), Head("expected"))
    rows = [(r["code"], f"{r['file']}\n{r['path']}".rstrip(), r["message"], r["expected"]) for r in records]
    said = f"{counted(checked.files, 'file')} checked, {counted(len(records), 'problem')}"
    notices = [f"rewritten: {name}" for name in checked.fixed]
    return View(
        name="check", query={"folder": folder}, fields=fields_of(CheckItem), records=records,
        warnings=(*notices, said), page=lambda _: Page(grids=(Grid(heads=heads, rows=rows),)),
    )  # fmt: skip
