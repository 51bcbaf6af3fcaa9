"""The things of the data that fit what was typed, kind by kind. Long names come in steps: one match opens the next step."""

from __future__ import annotations

import os

from mivdcli.completion import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Candidate = tuple[str, str, bool]
"""What may be typed, a few words on it, and whether more may follow without a space."""


class Asked:
    """What was typed at the place to be completed, and what was typed before it."""

    def __init__(self, typed: str, given: list[str], folder: str | None) -> None:
        self.typed = typed
        self.given = given
        """The arguments before this one."""
        self.documents = dict(names.DOCUMENTS)
        self.sections = dict(names.SECTIONS)
        for id in _documents_in(folder):
            self.documents[id] = f"in {folder}" if str(folder).isprintable() else "in your own folder"
            self.sections.pop(id, None)  # its passages are not known without reading the file


def of_kind(kind: str, asked: Asked) -> list[Candidate]:
    """The candidates of one kind, in the order of the data. An unknown kind has none."""
    find = KINDS.get(kind)
    return list(find(asked)) if find else []


def begins(value: str, typed: str) -> bool:
    """Whether ``typed`` may become ``value``; capitals do not matter."""
    return value.startswith(typed) or value.casefold().startswith(typed.casefold())


def _listed(things: Iterable[tuple[str, str]], typed: str) -> list[Candidate]:
    return [(value, says, False) for value, says in things if begins(value, typed)]


def _only(found: list[Candidate], typed: str) -> str | None:
    """The one thing that is meant already: the only one that fits, or the one typed in full."""
    if len(found) == 1:
        return found[0][0]
    return next((value for value, _, _ in found if value == typed), None)


def _documents(asked: Asked) -> list[Candidate]:
    return [one for one in _listed(asked.documents.items(), asked.typed) if one[0] not in asked.given]


def _documents_in(folder: str | None) -> Iterator[str]:
    """The documents in the user's own folder, told by the names of their files."""
    for name, kind in names.FOLDERS.items() if folder else ():
        try:
            files = sorted(os.listdir(os.path.join(os.path.expanduser(folder or ""), name)))  # noqa: PTH118, PTH208, PTH111
        except (OSError, ValueError):  # a name with a NUL in it is no name
            continue
        yield from (f"{kind}-{file.removesuffix('.toml')}" for file in files if file.endswith(".toml"))


def _refs(asked: Asked) -> list[Candidate]:
    id, colon, inner = asked.typed.partition(":")
    if not colon:
        found = _listed(asked.documents.items(), asked.typed)
        only = _only(found, asked.typed)
        return found + ([(f"{only}:", "a passage of it", True)] if only in asked.sections else [])
    return [(f"{id}:{value}", says, more) for value, says, more in _passages(asked.sections.get(id, {}), inner)]


def _passages(sections: dict[str, tuple[str, str]], typed: str) -> list[Candidate]:
    """The sections, and the passages of the one that is meant."""
    found = _listed(((id, title) for id, (title, _) in sections.items()), typed)
    only = typed.partition("/")[0] if "/" in typed else _only(found, typed)
    title, numbers = sections.get(only or "", ("", ""))
    return found + _listed(((f"{only}/{number}", title) for number in numbers.split()), typed)


def _sections(asked: Asked) -> list[Candidate]:
    """Sections and commitments named without their document; only once something was typed, for there are hundreds."""
    if not asked.typed or ":" in asked.typed:
        return []
    count: dict[str, int] = {}
    for inside in asked.sections.values():
        for id in inside:
            count[id] = count.get(id, 0) + 1
    alone = {id: one for inside in asked.sections.values() for id, one in inside.items() if count[id] == 1}
    commitments = _listed(((id, "a commitment") for id in names.COMMITMENTS), asked.typed) if "." in asked.typed else []
    return _passages(alone, asked.typed) + commitments


def _topics(asked: Asked) -> list[Candidate]:
    """Topics, then the series of the one that is meant."""
    found = [] if "." in asked.typed else _listed(((topic, "every series of it") for topic in names.TOPICS), asked.typed)
    only = _only(found, asked.typed)
    return found + [one for one in _series_of(asked.typed if only is None else f"{only}.") if found == [] or only]


def _series(asked: Asked) -> list[Candidate]:
    """Series, after their topic where several topics fit."""
    topics = [topic for topic in names.TOPICS if begins(topic, asked.typed)]
    if "." in asked.typed or len(topics) < 2 or asked.typed in topics:
        return _series_of(asked.typed)
    return [(f"{topic}.", "a series of it", True) for topic in topics]


def _series_of(typed: str) -> list[Candidate]:
    return _listed(names.SERIES.items(), typed)


def _themes(asked: Asked) -> list[Candidate]:
    return _listed(names.THEMES.items(), asked.typed)


def _terms(asked: Asked) -> list[Candidate]:
    """Names of the glossary, also over several words; those in capitals where nothing was typed."""
    before = " ".join([*asked.given, ""])
    return [
        (name[len(before) :], says, False)
        for name, says in names.TERMS
        if begins(name, before + asked.typed) and (before or asked.typed or name.isupper())
    ]


def _words(asked: Asked) -> list[Candidate]:
    return _terms(Asked(asked.typed, [], None)) if asked.typed else []


def _span(years: tuple[str, ...]) -> Callable[[Asked], list[Candidate]]:
    """Years, or a range of them once the first one stands."""

    def find(asked: Asked) -> list[Candidate]:
        first, dots, last = asked.typed.partition("..")
        if dots:
            return [(f"{first}..{year}", "", False) for year in years if year.startswith(last) and year > first]
        found = _years(years)(asked)
        only = _only(found, asked.typed)
        return found + ([(f"{only}..", "a range of years", True)] if only else [])

    return find


def _years(years: tuple[str, ...]) -> Callable[[Asked], list[Candidate]]:
    return lambda asked: _listed(((year, "") for year in years), asked.typed)


KINDS: dict[str, Callable[[Asked], Iterable[Candidate]]] = {
    "document": _documents,
    "ref": _refs,
    "section": _sections,
    "series": _series,
    "topic": _topics,
    "theme": _themes,
    "term": _terms,
    "word": _words,
    "year": _years(names.YEARS),
    "report-year": _years(names.REPORT_YEARS),
    "years": _span(names.YEARS),
    "figure-years": _span(names.FIGURE_YEARS),
}
