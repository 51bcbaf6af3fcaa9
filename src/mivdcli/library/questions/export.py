"""``export``"""

from collections.abc import Iterable
from pathlib import Path

from mivdcli.export import ExportItem
from mivdcli.export import export as write
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.library.given import several
from mivdcli.render.views.export import view


def export(
    bundle: Bundle, folder: Path, formats: str | Iterable[str], *, force: bool, safe_csv: bool = False
) -> Answer[ExportItem]:
    chosen = tuple(dict.fromkeys(several(formats)))
    items = write(bundle.corpus, folder, formats=chosen, force=force, safe_csv=safe_csv)
    return Answer(items, view(items, {"folder": str(folder), "formats": chosen, "force": force, "safe_csv": safe_csv}), bundle)
