"""The documents and the reader's official texts, from the folders that the settings name."""

from pathlib import Path
from typing import TYPE_CHECKING

from mivdcli.cli.settings import current
from mivdcli.cli.wish import Wish
from mivdcli.corpus import Corpus
from mivdcli.library.bundle import Bundle

if TYPE_CHECKING:
    from mivdcli.sources.store import Store

PLAIN = Wish()


def opened(wish: Wish = PLAIN) -> Bundle:
    """What can be asked, with the user's own documents beside the bundled ones where the wish names a folder of them."""
    return Bundle(Corpus(wish.data), sources=_folder(), lang=wish.lang)


def store() -> "Store":
    """The folder of the settings, else the platform's own."""
    from mivdcli.sources.store import Store

    return Store(_folder())


def _folder() -> Path | None:
    named = current().value("sources")
    return Path(named) if named else None
