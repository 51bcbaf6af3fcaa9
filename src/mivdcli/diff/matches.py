"""What is matched of one document in another, commitment by commitment or passage by passage.

What the matching finds between two bundled documents never changes, so the wheel holds it, as it holds the documents compiled.
It counts only while every file that it was found in is byte for byte what it was; else the matching is loaded, and computes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, Raw, Struct, msgpack

from mivdcli.compiled import checksum
from mivdcli.corpus import Corpus, Place, places
from mivdcli.diff.match import Match, Related
from mivdcli.kinds import Attribution, Kind
from mivdcli.model import Document

if TYPE_CHECKING:
    from mivdcli.diff.subject import Subject

SUFFIX = ".matches"
"""Of the file beside a document that holds what is matched of it in each of the others."""
READ_BESIDES = ("themes.toml", "keywords.toml", "glossary.toml")
"""What the matching looks at besides the two documents."""
Matches = Callable[[str], Match]
"""By the id of a commitment, or the locator of a passage."""
Numbered = tuple[int, float]
"""A place as its number in the document on the right, and its score."""


class Found(Struct, frozen=True, array_like=True):
    """A ``Match`` as it is stored."""

    related: list[Numbered]
    runner_up: Numbered | None


class Stored(Struct, frozen=True, array_like=True):
    """What was matched of one document in another."""

    read: bytes
    """The checksum of the files that it was found in."""
    found: dict[str, Found]


def matches(corpus: Corpus, left: Document, right: Document) -> Matches:
    """The match of each commitment of a plan in a report, or of each passage in another document of its kind."""
    return _stored(corpus, left, right) or computed(corpus, left, right)


def computed(corpus: Corpus, left: Document, right: Document) -> Matches:
    """The same, each computed when it is asked for."""
    from mivdcli.diff.related import Candidates  # reads words, which most comparisons of bundled documents need not

    asking = _asking(left, right)
    candidates = Candidates(corpus, places(right))
    return lambda one: candidates.match(asking[one])


def _asking(left: Document, right: Document) -> "dict[str, Subject]":
    from mivdcli.diff.related import subject_of_commitment, subject_of_place

    if left.kind is right.kind:
        return {place.passage.locator: subject_of_place(place) for place in speaking(left)}
    return {commitment.id: subject_of_commitment(left, commitment) for commitment in left.commitments}


def speaking(document: Document) -> Iterator[Place]:
    """The passages that speak for the document: not what was said when it was presented, for instance."""
    return (place for place in places(document) if place.passage.attribution in (None, Attribution.REPORT))


def store_matches(corpus: Corpus) -> None:
    """Write beside each bundled plan and report what is matched of it in all that it can be compared with."""
    documents = list(corpus.documents((Kind.PLAN, Kind.REPORT)))
    for left in documents:
        others = [one for one in documents if one is not left and (left.kind, one.kind) != (Kind.REPORT, Kind.PLAN)]
        every = {right.id: Stored(_state(corpus, left, right), _found(corpus, left, right)) for right in others}
        _path(corpus, left).write_bytes(msgpack.encode(every))


def _found(corpus: Corpus, left: Document, right: Document) -> dict[str, Found]:
    numbers = {place.passage.locator: number for number, place in enumerate(places(right))}

    def numbered(one: Related) -> Numbered:
        return numbers[one.place.passage.locator], one.score

    match = computed(corpus, left, right)
    return {
        id: Found([*map(numbered, found.related)], found.runner_up and numbered(found.runner_up))
        for id, found in ((id, match(id)) for id in _asking(left, right))
    }


def _stored(corpus: Corpus, left: Document, right: Document) -> Matches | None:
    """What the wheel holds; None where it holds nothing of the two, or a file is another by now."""
    try:
        raw = msgpack.decode(_path(corpus, left).read_bytes(), type=dict[str, Raw]).get(right.id)
        stored = None if raw is None else msgpack.decode(raw, type=Stored)
        if stored is None or stored.read != _state(corpus, left, right):
            return None
    except (OSError, DecodeError):  # it can still be computed
        return None
    found, there = stored.found, list(places(right))

    def related(one: Numbered) -> Related:
        return Related(there[one[0]], one[1])

    def match(id: str) -> Match:
        one = found[id]
        return Match([*map(related, one.related)], one.runner_up and related(one.runner_up))

    return match


def _path(corpus: Corpus, document: Document) -> Path:
    """In the bundled folder whatever the document's own: nothing that lies in a user's folder is trusted unread."""
    path = corpus.entries[document.id].path
    return corpus.folders[0] / path.parent.name / f"{path.stem}{SUFFIX}"


def _state(corpus: Corpus, left: Document, right: Document) -> bytes:
    """The checksum of all files that the matching of the two documents reads."""
    lists = [folder / name for folder in corpus.folders for name in READ_BESIDES if (folder / name).is_file()]
    paths = [*(corpus.entries[document.id].path for document in (left, right)), *lists]
    return checksum(b"".join(checksum(path.read_bytes()) for path in paths))
