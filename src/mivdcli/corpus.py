"""The data as objects in memory. Only the files that a question needs are read, each at most once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from errno import EFBIG
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from mivdcli.compiled import read_compiled
from mivdcli.errors import DataError, Names, Problem, UnknownId, UsageError
from mivdcli.files import MIB, read_file
from mivdcli.kinds import Coverage, Kind
from mivdcli.model import (
    Commitment,
    Document,
    Glossary,
    GlossaryNames,
    Keyword,
    Keywords,
    Link,
    Links,
    Passage,
    Record,
    Section,
    Series,
    SeriesList,
    Term,
    TermNames,
    Theme,
    Themes,
)
from mivdcli.unwritten import is_unwritten

R = TypeVar("R", bound=Record)
FOLDERS = {"plans": Kind.PLAN, "reports": Kind.REPORT, "events": Kind.EVENTS, "statistics": Kind.STATISTICS}
"""Where the documents of each kind stand, in the order in which they are listed."""
LISTS: dict[str, tuple[type[Record], str]] = {
    "themes.toml": (Themes, "themes"),
    "keywords.toml": (Keywords, "keywords"),
    "series.toml": (SeriesList, "series"),
    "glossary.toml": (Glossary, "terms"),
}
Named = Term | TermNames
"""A term of the glossary of which only the names are wanted."""
UNSEEN = "known to exist, not described"
_BUNDLED = "mivdcli.data"
"""The root-level folder ``data/`` as a package; setuptools maps it, for a wheel and for an editable install alike."""
LONGEST_NUMBER = 5000
"""Digits, in a file beyond a mebibyte; Python itself reads no number of so many."""
LARGEST_FILE = 64 * MIB
"""No data file comes near; a larger one is refused before it fills the memory."""


class Entry(NamedTuple):
    """A document's file, known by its name alone."""

    id: str
    kind: Kind
    stem: str
    path: Path

    @property
    def year(self) -> int | None:
        return int(self.stem) if self.stem.isdecimal() else None


class Place(NamedTuple):
    """A passage with the document and section that it stands in."""

    document: Document
    section: Section
    passage: Passage

    @property
    def ref(self) -> str:
        return f"{self.document.id}:{self.passage.locator}"


def bundled_folder() -> Path:
    """The folder of the bundled data, the same way for a wheel and for an editable install."""
    return Path(import_module(_BUNDLED).__path__[0])


def data_version() -> str:
    """The version of the bundled data, a date such as ``2026.11.21``; that of the program is ``mivdcli.__version__``.

    >>> import mivdcli
    >>> mivdcli.data_version()
    '20...'
    """
    return str(import_module(_BUNDLED).__version__)


def read_toml(path: Path, file: str) -> dict[str, Any]:
    """What a TOML file holds, decimals exact. Raises DataError that names ``file`` and the line."""
    try:
        return toml_of(read_file(path, LARGEST_FILE), file)
    except OSError as error:
        code = "too-large" if error.errno == EFBIG else "unreadable"
        raise DataError([Problem(code, file, "", error.strerror or str(error))]) from None


def toml_of(data: bytes, file: str) -> dict[str, Any]:
    """The same for the bytes of a file that is called ``file``."""
    if len(data) > MIB and re.search(rb"[0-9_]{%d}" % LONGEST_NUMBER, data):
        # the reader would take a hundred times its length in memory
        raise DataError([Problem("toml", file, "", f"not valid TOML: {LONGEST_NUMBER} digits or more in a row")])
    try:
        return parse_toml(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        problem = Problem("encoding", file, "", f"byte {error.start} is not UTF-8", "text in UTF-8")
    except (RecursionError, ArithmeticError, ValueError) as error:
        problem = Problem("toml", file, "", f"not valid TOML: {str(error) or type(error).__name__}")
    raise DataError([problem])


def parse_toml(text: str) -> dict[str, Any]:
    """What a TOML text says, decimals exact. Raises ValueError."""
    import tomli  # what the wheel holds compiled is read without it

    return tomli.loads(text, parse_float=Decimal)


class Corpus:
    """The bundled documents and, if given, those of a user's own folder beside them.

    A document in ``extra`` with a bundled id replaces it whole; ``notices`` says so. Raises UsageError where ``extra`` is
    no folder and DataError, naming file and key path, when a file that a question needs is damaged.
    """

    def __init__(self, extra: Path | None = None, *, bundled: Path | None = None) -> None:
        self.folders = [bundled or bundled_folder()]
        self.notices: list[str] = []
        if extra is not None:
            if not extra.is_dir():
                raise UsageError(f'"{extra}" is not a folder', hint="--data takes a folder with plans/2025.toml and the like")
            self.folders.append(extra)
            from mivdcli.astray import told_of_astray

            self.notices += told_of_astray(extra, FOLDERS, LISTS)
        self._documents: dict[str, Document] = {}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The documents there are, by id, in order of kind and year; no file is opened for it."""
        found: dict[str, Entry] = {}
        for folder in self.folders:
            for name in FOLDERS:
                for entry in list_entries(folder, name):
                    if entry.id in found:
                        self.notices.append(f"{entry.id} from {entry.path} replaces the bundled one")
                    found[entry.id] = entry
        order = list(Kind)
        return {e.id: e for e in sorted(found.values(), key=lambda e: (order.index(e.kind), e.stem))}

    @property
    def years(self) -> list[int]:
        """The years of which any document is known."""
        return sorted({entry.year for entry in self.entries.values() if entry.year is not None})

    def document(self, id: str) -> Document:
        """The document of that id. Raises UnknownId."""
        if id not in self._documents:
            entry = self.entries.get(id)
            if entry is None:
                raise UnknownId(
                    "document", id, list(self.entries), hint=self.told_of(id[-4:]) or "mivd documents lists them all"
                )
            self._documents[id] = self._read(entry)
        return self._documents[id]

    def at_hand(self, id: str) -> Document | None:
        """The document if a question has read it already; nothing is read for this."""
        return self._documents.get(id)

    def _read(self, entry: Entry) -> Document:
        document = self._compiled(entry.path, Document) or read_document(entry)
        self.notices += _draft_notices(document)
        return document

    def documents(self, kinds: Sequence[Kind] = tuple(Kind), year: int | None = None) -> Iterator[Document]:
        """The documents of these kinds (and that year), in order."""
        for entry in list(self.entries.values()):
            if entry.kind in kinds and (year is None or entry.year == year):
                yield self.document(entry.id)

    def passing(self) -> Iterator[Document]:
        """Every document in order, each forgotten when the next is read, for there may be many more than memory holds."""
        for entry in list(self.entries.values()):
            yield self._documents[entry.id] if entry.id in self._documents else self._read(entry)

    def of_year(self, year: int, kinds: Sequence[Kind] = (Kind.PLAN, Kind.REPORT)) -> list[Document]:
        """The documents about a year. Raises UnknownId, listing the years there are, if there is none at all."""
        found = list(self.documents(kinds, year))
        if not found:
            raise UnknownId("year", str(year), list(map(str, self.years)), hint=self._years_told(kinds))
        return found

    def told_of(self, year: str) -> str:
        """What there is of a year, and of which documents nobody here has seen more than that they exist; or nothing."""
        found = [entry for entry in self.entries.values() if str(entry.year) == year]
        told = (f"{entry.id} ({UNSEEN})" if self._unseen(entry) else entry.id for entry in found)
        return f"of {year} there is: {', '.join(told)}; mivd documents lists all" if found else ""

    def _years_told(self, kinds: Sequence[Kind]) -> str:
        """The years there are, and those of which documents are only known to exist."""
        from mivdcli.period import ranges

        found = [entry for entry in self.entries.values() if entry.kind in kinds]
        years = sorted({entry.year for entry in found if entry.year is not None})
        seen = {entry.year for entry in found if not self._unseen(entry)}
        unseen = [year for year in years if year not in seen]
        return f"years: {ranges(years)}" + (f"; {UNSEEN}: {ranges(unseen)}" if unseen else "")

    def _unseen(self, entry: Entry) -> bool:
        """Whether a document is only known to exist; a damaged one is no reason to hide the error that is on its way."""
        try:
            return self.document(entry.id).coverage is Coverage.NONE
        except DataError:
            return False

    @cached_property
    def themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self._list("themes.toml")}

    @cached_property
    def keywords(self) -> dict[str, Keyword]:
        return {keyword.id: keyword for keyword in self._list("keywords.toml")}

    @property
    def theme_names(self) -> Names:
        """What people call each theme, in Dutch and English."""
        return {t.id: (t.label_nl, t.label_en, *t.aliases_nl, *t.aliases_en) for t in self.themes.values()}

    @cached_property
    def series(self) -> dict[str, Series]:
        return {series.id: series for series in self._list("series.toml")}

    @cached_property
    def terms(self) -> dict[str, Term]:
        return {term.id: term for term in self._list("glossary.toml")}

    @cached_property
    def term_names(self) -> Sequence[Named]:
        """The terms again, for those who want their names alone: the long texts are left where they are, if they can be."""
        return self._list("glossary.toml", compiled=GlossaryNames)

    def notice(self, line: str) -> None:
        """Say something of the data, once: one corpus may answer many questions."""
        if line not in self.notices:
            self.notices.append(line)

    def theme(self, id: str) -> Theme:
        """Raises UnknownId."""
        if id not in self.themes:
            raise UnknownId("theme", id, list(self.themes), hint="mivd themes lists them all", names=self.theme_names)
        return self.themes[id]

    def theme_and_below(self, id: str) -> frozenset[str]:
        """A theme and all below it, at any depth: whoever asks for a group means its members. Raises UnknownId."""
        found = {self.theme(id).id}
        while more := {one.id for one in self.themes.values() if one.parent in found} - found:
            found |= more
        return frozenset(found)

    def links(self, year: int) -> list[Link]:
        """The curated links from the commitments of that year's plan; empty where nobody has made any.

        A user's own file replaces the bundled one whole, as a document does.
        """
        file = f"links/{year}.toml"
        paths = [folder / file for folder in self.folders if (folder / file).is_file()]
        if len(paths) > 1:
            self.notice(f"{file} from {paths[-1]} replaces the bundled one")
        return list(self._record(Links, paths[-1], file).links) if paths else []

    def _list(self, name: str, *, compiled: type[Record] | None = None) -> list[Any]:
        """The records of a list file; those of the user's own folder replace bundled ones of the same id.

        What the wheel holds compiled is read as ``compiled``, if that is given: a part of the whole will do.
        """
        kind, key = LISTS[name]
        found: dict[str, Any] = {}
        for folder in self.folders:
            if (folder / name).is_file():
                records: Sequence[Any] = getattr(self._record(kind, folder / name, name, compiled), key)
                found |= {record.id: record for record in records}
        return list(found.values())

    def _record(self, kind: type[Record], path: Path, file: str, compiled: type[Record] | None = None) -> Any:
        if (found := self._compiled(path, compiled or kind)) is not None:
            return found
        from mivdcli.parse import record  # what was compiled was checked then

        return record(kind, read_toml(path, file), file)

    def _compiled(self, path: Path, kind: type[R]) -> R | None:
        """What the wheel holds ready; nothing that lies in a user's folder is trusted unread."""
        return read_compiled(path, kind) if path.is_relative_to(self.folders[0]) else None


def read_document(entry: Entry) -> Document:
    """The document in a file, checked to be the one that the file's name promises."""
    from mivdcli.parse import document as checked

    file = f"{entry.path.parent.name}/{entry.path.name}"
    document = checked(read_toml(entry.path, file), file)
    problems = [
        Problem("wrong-file", file, key, f"{got}", str(expected))
        for key, got, expected in (
            ("id", document.id, entry.id),
            ("kind", document.kind, entry.kind),
            ("year", document.year, entry.year),
        )
        if got != expected
    ]
    if problems:
        raise DataError(problems)
    return document


def list_entries(folder: Path, name: str) -> list[Entry]:
    """The documents in one subfolder of a data folder, sorted by name: what the file system returns has no order."""
    kind = FOLDERS[name]
    paths = sorted((folder / name).glob("*.toml"))
    return [Entry(f"{kind}-{path.stem}", kind, path.stem, path) for path in paths if path.is_file()]


def _draft_notices(document: Document) -> list[str]:
    """A draft looks like a description and is none yet: whoever gets an answer out of it must know."""
    left = sum(is_unwritten(passage.nl) or is_unwritten(passage.en) for passage in document.passages)
    if not left:
        return []
    told = f"{left} of its {len(document.passages)} passages are not described yet"
    return [f"{document.id} is a draft: {told}, so its silence says nothing"]


def places(document: Document, passages: Iterable[Passage] | None = None) -> Iterator[Place]:
    """Each passage of a document in order, or each of these, with its section."""
    sections = {section.id: section for section in document.sections}
    for passage in document.passages if passages is None else passages:
        yield Place(document, sections[passage.section], passage)


def commitments_by_id(document: Document) -> Mapping[str, Commitment]:
    return {commitment.id: commitment for commitment in document.commitments}
