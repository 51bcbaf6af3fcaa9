"""Rules for the taxonomy, the glossary and the curated links."""

from collections.abc import Iterator

from mivdcli.checks.dates import day_problem
from mivdcli.checks.documents import check_themes
from mivdcli.checks.scope import Scope
from mivdcli.errors import Problem
from mivdcli.kinds import Attribution, Kind, LinkKind
from mivdcli.model import Document, Link, Passage
from mivdcli.parse import repeated


def check_taxonomy(scope: Scope) -> Iterator[Problem]:
    yield from repeated([theme.id for theme in scope.themes], "themes", "themes.toml")
    for index, theme in enumerate(scope.themes):
        if theme.parent is not None and theme.parent not in scope.known_themes:
            yield Problem("unknown-theme", "themes.toml", f"themes[{index}].parent", theme.parent, "an id of themes.toml")


def check_keywords(scope: Scope) -> Iterator[Problem]:
    yield from repeated([keyword.id for keyword in scope.keywords], "keywords", "keywords.toml")
    for index, keyword in enumerate(scope.keywords):
        yield from check_themes(scope, [keyword.theme], "keywords.toml", f"keywords[{index}]")


def check_glossary(scope: Scope) -> Iterator[Problem]:
    yield from repeated([term.id for term in scope.terms], "terms", "glossary.toml")
    for index, term in enumerate(scope.terms):
        for number, ref in enumerate(term.refs):
            if not _find(scope, ref):
                yield Problem("unknown-ref", "glossary.toml", f"terms[{index}].refs[{number}]", ref, "a passage or figure")


def check_links(scope: Scope) -> Iterator[Problem]:
    for file, links in scope.links:
        plan = scope.document(f"plan-{file.removeprefix('links/').removesuffix('.toml')}")
        known = {commitment.id for commitment in plan.commitments} if plan else set()
        yield from repeated([(link.commitment, link.evidence) for link in links], "links", file)
        for index, link in enumerate(links):
            path = f"links[{index}]"
            if link.commitment not in known:
                yield Problem("unknown-commitment", file, f"{path}.commitment", link.commitment, "a commitment of that plan")
            yield from day_problem(link.date, file, f"{path}.date")
            yield from _evidence(scope, link, file, path)


def _evidence(scope: Scope, link: Link, file: str, path: str) -> Iterator[Problem]:
    """The kind of a link must be borne out by who speaks in its evidence: ``before`` alone tells nothing of what came."""
    voices = []
    for number, ref in enumerate(link.evidence):
        found = _find(scope, ref)
        if found is None:
            yield Problem("unknown-ref", file, f"{path}.evidence[{number}]", ref, "a passage or figure")
        else:
            voices.append(found)
    told = [(document.kind, passage.attribution if passage else None) for document, passage in voices]
    by_report = any(kind is Kind.REPORT and voice in (None, Attribution.REPORT) for kind, voice in told)
    happened = any(kind is Kind.EVENTS and voice is not Attribution.BEFORE for kind, voice in told)
    if link.kind is LinkKind.EVENT_KNOWN and not happened:
        yield Problem("evidence", file, path, "event-known without an event or later fact", "a passage of an events document")
    if link.kind is not LinkKind.EVENT_KNOWN and not by_report:
        yield Problem("evidence", file, path, f"{link.kind} without a passage of a report", "what the report says")


def _find(scope: Scope, ref: str) -> tuple[Document, Passage | None] | None:
    id, _, inner = ref.partition(":")
    document = scope.document(id)
    if document is None:
        return None
    passage = next((passage for passage in document.passages if passage.locator == inner), None)
    if passage is None and not any(figure.series == inner for figure in document.figures):
        return None
    return document, passage
