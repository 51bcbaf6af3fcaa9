"""Rules for documents and their passages and commitments."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mivdcli.checks.dates import day_problem, period_problem
from mivdcli.checks.scope import Scope
from mivdcli.errors import Problem
from mivdcli.kinds import Attribution, Coverage, Kind, Role
from mivdcli.model import Commitment, Document, Passage
from mivdcli.text import count_incipit_words

LONGEST_INCIPIT = 7
SAYS = {Attribution.REPORT, Attribution.PRESENTATION}
HAPPENED = {Attribution.EVENT, Attribution.LATER, Attribution.BEFORE}


def check_documents(scope: Scope) -> Iterator[Problem]:
    for file, document in scope.documents:
        if document.published:
            yield from day_problem(document.published, file, "published")
        yield from _sections(document, file)
        for index, passage in enumerate(document.passages):
            path = f"passages[{index}]"
            yield from _passage(document, passage, file, path)
            yield from check_themes(scope, passage.themes, file, path)
            yield from _keywords(scope, passage.keywords, file, path)
        for index, commitment in enumerate(document.commitments):
            path = f"commitments[{index}]"
            yield from _commitment(document, commitment, file, path)
            yield from check_themes(scope, commitment.themes, file, path)
            yield from _keywords(scope, commitment.keywords, file, path)


def check_themes(scope: Scope, themes: Sequence[str], file: str, path: str) -> Iterator[Problem]:
    """Known members of a group, none twice, none beside its own parent."""
    for theme in themes:
        known = scope.known_themes.get(theme)
        if known is None:
            yield Problem("unknown-theme", file, f"{path}.themes", theme, "an id of themes.toml")
        elif known.parent is None:
            yield Problem("group-theme", file, f"{path}.themes", f"{theme} is a group", "one of its members")
        elif known.parent in themes:
            yield Problem(
                "parent-theme", file, f"{path}.themes", f"{known.parent} is the parent of {theme}", "the member alone"
            )
    yield from _twice(themes, file, f"{path}.themes")


def _keywords(scope: Scope, keywords: Sequence[str], file: str, path: str) -> Iterator[Problem]:
    for keyword in keywords:
        if keyword not in scope.known_keywords:
            yield Problem("unknown-keyword", file, f"{path}.keywords", keyword, "an id of keywords.toml")
    yield from _twice(keywords, file, f"{path}.keywords")


def _twice(ids: Sequence[str], file: str, path: str) -> Iterator[Problem]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield Problem("duplicate", file, path, f"{id} stands {times} times")


def both_languages(record: object, name: str, file: str, path: str) -> Iterator[Problem]:
    """A note in one language alone would hide what it says from half of the readers."""
    texts = [getattr(record, f"{name}_{lang}") for lang in ("nl", "en")]
    if (texts[0] is None) != (texts[1] is None):
        yield Problem("one-language", file, f"{path}.{name}", "stands in one language only", f"{name}_nl and {name}_en")


def _sections(document: Document, file: str) -> Iterator[Problem]:
    """Passages stand in the order of the sections, numbered from 1 without a gap."""
    order = {section.id: place for place, section in enumerate(document.sections)}
    places = [(order[passage.section], int(passage.locator.rpartition("/")[2])) for passage in document.passages]
    if places != sorted(places):
        yield Problem("order", file, "passages", "not in the order of sections and ordinals", "reading order")
    numbers = Counter(passage.section for passage in document.passages)
    for section in document.sections:
        if section.id not in numbers:
            yield Problem("empty-section", file, "sections", f"{section.id} has no passage")
    for section_place, number in places:
        if number > numbers[document.sections[section_place].id]:
            yield Problem("gap", file, "passages", f"{document.sections[section_place].id}/{number} after a gap")


def _passage(document: Document, passage: Passage, file: str, path: str) -> Iterator[Problem]:
    full = document.coverage is Coverage.FULL
    if passage.locator.startswith("~") is full:
        expected = "an official locator" if full else "a locator that starts with ~"
        yield Problem("locator", file, f"{path}.locator", passage.locator, expected)
    if passage.incipit is not None and count_incipit_words(passage.incipit) > LONGEST_INCIPIT:
        yield Problem("incipit", file, f"{path}.incipit", "more than seven words", "the first words only")
    if passage.nl == passage.en:
        yield Problem("one-language", file, path, "nl and en are the same text", "one text in each language")
    yield from both_languages(passage, "note", file, path)
    if passage.date:
        yield from period_problem(passage.date, file, f"{path}.date")
    for number, source in enumerate(passage.sources):
        if source.date:
            yield from day_problem(source.date, file, f"{path}.sources[{number}].date")
    if passage.attribution is not None:
        yield from _attribution(document, passage, file, path)


def _attribution(document: Document, passage: Passage, file: str, path: str) -> Iterator[Problem]:
    """What merely happened must never stand in a plan or report, where it would read as their statement."""
    allowed = HAPPENED if document.kind is Kind.EVENTS else SAYS
    if passage.attribution not in allowed:
        expected = " or ".join(sorted(member.value for member in allowed))
        yield Problem("attribution", file, f"{path}.attribution", f"{passage.attribution} in {document.kind}", expected)
    if document.kind is Kind.EVENTS and passage.date is None and passage.note_nl is None:
        yield Problem("undated", file, path, "an event without a date", "a date, or a note that says why there is none")


def _commitment(document: Document, commitment: Commitment, file: str, path: str) -> Iterator[Problem]:
    if document.kind is not Kind.PLAN:
        yield Problem("commitment", file, path, f"a commitment in a {document.kind}", "only plans commit")
    if not commitment.id.startswith(f"{document.id}."):
        yield Problem("commitment", file, f"{path}.id", commitment.id, f"{document.id}.<name>")
    if commitment.series is not None:
        promised = [f for f in document.figures if f.series == commitment.series and f.locator == commitment.locator]
        if not any(figure.role is not Role.ACTUAL for figure in promised):
            message = f"no target, forecast or norm of {commitment.series} in {commitment.locator}"
            yield Problem("promise", file, f"{path}.series", message, "a figure in the same passage")
