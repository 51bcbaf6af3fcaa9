"""``check``"""

from pathlib import Path

from mivdcli.checks import CheckItem
from mivdcli.checks import check as find
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.check import view


def check(bundle: Bundle, folder: Path | None, *, fix: bool = False) -> Answer[CheckItem]:
    """``folder`` and not that of the bundle, for a folder that is no good must be named and not refused."""
    checked = find(folder, fix=fix)
    return Answer(checked.items, view(checked, str(folder) if folder else None), bundle)
