"""The reader's official texts, in the folder that the settings name."""

from pathlib import Path

from mivdcli.cli.settings import current
from mivdcli.sources.store import Store


def store() -> Store:
    """The folder of the settings, else the platform's own."""
    named = current().value("sources")
    return Store(Path(named) if named else None)
