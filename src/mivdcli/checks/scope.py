"""What one run of the checks looks at: the files of one folder, read as far as they can be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mivdcli import parse
from mivdcli.astray import out_of_reach
from mivdcli.corpus import FOLDERS, LISTS, Corpus, Entry, list_entries, read_document, read_toml
from mivdcli.errors import DataError, Problem
from mivdcli.model import Document, Keyword, Link, Links, Record, Series, Term, Theme


class File(NamedTuple):
    """A data file with the record that it should hold."""

    name: str
    path: Path
    kind: type[Record]


class Scope:
    """The documents and lists of a folder; ``broken`` holds what could not be read at all.

    References are looked up in ``corpus``, which for a user's folder includes the bundled data.
    """

    def __init__(self, folder: Path, corpus: Corpus) -> None:
        self.folder = folder
        self.corpus = corpus
        self.broken: list[Problem] = [_unreadable(path, folder) for path in out_of_reach(folder, FOLDERS)]
        self.files: list[File] = []
        self.documents: list[tuple[str, Document]] = list(self._documents())
        self.themes: Sequence[Theme] = self._list("themes.toml")
        self.keywords: Sequence[Keyword] = self._list("keywords.toml")
        self.series: Sequence[Series] = self._list("series.toml")
        self.terms: Sequence[Term] = self._list("glossary.toml")
        self.links: list[tuple[str, Sequence[Link]]] = list(self._links())
        self.known_themes = {**_readable(corpus, "themes"), **{theme.id: theme for theme in self.themes}}
        self.known_keywords = {**_readable(corpus, "keywords"), **{keyword.id: keyword for keyword in self.keywords}}
        self.known_series = {**_readable(corpus, "series"), **{series.id: series for series in self.series}}

    def document(self, id: str) -> Document | None:
        """The document of that id, from this folder or from the bundle; None where there is none that can be read."""
        found = next((document for _, document in self.documents if document.id == id), None)
        if found is None and id in self.corpus.entries:
            try:
                found = self.corpus.document(id)
            except DataError:
                return None
        return found

    def _documents(self) -> Iterator[tuple[str, Document]]:
        for name in FOLDERS:
            for entry in list_entries(self.folder, name):
                file = File(f"{name}/{entry.path.name}", entry.path, Document)
                self.files.append(file)
                document = self._read(entry)
                if document is not None:
                    yield file.name, document

    def _read(self, entry: Entry) -> Document | None:
        try:
            return read_document(entry)
        except DataError as error:
            self.broken += error.problems
            return None

    def _list(self, name: str) -> Any:
        kind, key = LISTS[name]
        return getattr(self._record(File(name, self.folder / name, kind)), key, ())

    def _links(self) -> Iterator[tuple[str, Sequence[Link]]]:
        for path in sorted((self.folder / "links").glob("*.toml")):
            found = self._record(File(f"links/{path.name}", path, Links))
            if found is not None:
                yield f"links/{path.name}", found.links  # type: ignore[attr-defined]

    def _record(self, file: File) -> Record | None:
        if not file.path.is_file():
            return None
        self.files.append(file)
        try:
            return parse.record(file.kind, read_toml(file.path, file.name), file.name)
        except DataError as error:
            self.broken += error.problems
            return None


def _unreadable(path: Path, folder: Path) -> Problem:
    return Problem(
        "unreadable", path.relative_to(folder).as_posix(), "", "it is something else, or leads nowhere", "a file or folder"
    )


def _readable(corpus: Corpus, name: str) -> dict[str, Any]:
    try:
        return dict(getattr(corpus, name))
    except DataError:
        return {}
