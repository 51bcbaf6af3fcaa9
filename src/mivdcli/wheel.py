"""What the build of a wheel adds to the data: every file compiled, what ``diff`` matches, the index that ``search`` asks."""

from pathlib import Path

from mivdcli.compiled import write_compiled
from mivdcli.corpus import FOLDERS, LISTS, Corpus, list_entries, read_document, read_toml
from mivdcli.diff.matches import store_matches
from mivdcli.model import Links, Record
from mivdcli.parse import record
from mivdcli.search.opening import ship


def compile_data(folder: Path) -> None:
    """Compile every data file of a folder, match its plans and reports, index it all. Raises DataError where one is damaged."""
    for name in FOLDERS:
        for entry in list_entries(folder, name):
            write_compiled(entry.path, read_document(entry))
    lists: list[tuple[type[Record], str]] = [(kind, name) for name, (kind, _) in LISTS.items()]
    links: list[tuple[type[Record], str]] = [
        (Links, f"links/{path.name}") for path in sorted((folder / "links").glob("*.toml"))
    ]
    for kind, name in lists + links:
        if (folder / name).is_file():
            write_compiled(folder / name, record(kind, read_toml(folder / name, name), name))
    corpus = Corpus(bundled=folder)
    list(corpus.documents())
    store_matches(corpus)
    if not corpus.notices:  # an answer out of a draft must say that it is one, which only reading the draft tells
        ship(corpus)
