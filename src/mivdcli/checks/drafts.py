"""What a draft leaves for a person to do."""

from collections.abc import Iterator

from mivdcli.checks.scope import Scope
from mivdcli.errors import Problem
from mivdcli.model import Document
from mivdcli.unwritten import is_unwritten


def check_drafts(scope: Scope) -> Iterator[Problem]:
    for file, document in scope.documents:
        for path, text in _texts(document):
            if is_unwritten(text):
                yield Problem("to-write", file, path, "a draft left this for you", "your own words, without the mark")


def _texts(document: Document) -> Iterator[tuple[str, str | None]]:
    for name in ("title_nl", "title_en", "scope_nl", "scope_en"):
        yield name, getattr(document, name)
    for index, section in enumerate(document.sections):
        yield f"sections[{index}].title_en", section.title_en
    for name, records in (("passages", document.passages), ("commitments", document.commitments)):
        for index, record in enumerate(records):
            yield f"{name}[{index}].nl", record.nl  # type: ignore[attr-defined]
            yield f"{name}[{index}].en", record.en  # type: ignore[attr-defined]
    for index, figure in enumerate(document.figures):
        yield f"figures[{index}].note_nl", figure.note_nl
        yield f"figures[{index}].note_en", figure.note_en
