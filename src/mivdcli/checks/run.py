"""All rules in order over one folder."""

from itertools import chain
from pathlib import Path

from msgspec import Struct

from mivdcli.checks.documents import check_documents
from mivdcli.checks.drafts import check_drafts
from mivdcli.checks.figures import check_figures, check_series
from mivdcli.checks.form import check_form, fix_form
from mivdcli.checks.lists import check_glossary, check_keywords, check_links, check_taxonomy
from mivdcli.checks.scope import Scope
from mivdcli.corpus import Corpus, bundled_folder
from mivdcli.errors import UsageError
from mivdcli.items import Item

RULES = (
    *(check_documents, check_series, check_figures),
    *(check_taxonomy, check_keywords, check_glossary, check_links),
    *(check_drafts, check_form),
)


class CheckItem(Item, frozen=True, kw_only=True):
    """One problem; ``code`` is stable."""

    code: str
    file: str
    path: str
    message: str
    expected: str


class Checked(Struct, frozen=True, kw_only=True):
    items: list[CheckItem]
    files: int
    """How many files were looked at: no problem in no file is no good news."""
    fixed: list[str]


def check(folder: Path | None = None, *, fix: bool = False) -> Checked:
    """Every problem of the bundled data, or of a user's folder, whose references may lead into the bundled data.

    ``fix`` first rewrites files that differ from canonical form, and nothing else. Raises UsageError for a path that is no
    folder or holds no data file.
    """
    target = bundled_folder() if folder is None else folder
    if not target.is_dir():
        raise UsageError(f'"{target}" is not a folder', hint="mivd check DIR takes a folder with plans/2025.toml and the like")
    corpus = Corpus() if folder is None else Corpus(folder)
    scope = Scope(target, corpus)
    if not (scope.files or scope.broken):
        raise UsageError(
            f'"{target}" holds no data file', hint="documents stand in DIR/plans, DIR/reports, DIR/events, DIR/statistics"
        )
    fixed = fix_form(scope) if fix else []
    found = dict.fromkeys(chain(scope.broken, *(rule(scope) for rule in RULES)))
    return Checked(items=[CheckItem(**problem._asdict()) for problem in found], files=len(scope.files), fixed=fixed)
