"""How a query was understood, and what to try where nothing answers."""

from typing import NamedTuple

from mivdcli.matching import nearest_words
from mivdcli.search.lookup import Asked, Lookup
from mivdcli.search.shelf import Shelf
from mivdcli.vocabulary import Manner


class Explained(NamedTuple):
    """One thing that was asked for: in which ways it was found, and how much it weighs."""

    word: str
    weight: float
    entries: int
    ways: tuple[dict[str, object], ...]
    """Each with ``manner``, ``forms`` and ``entries``, the number of entries where this is the best way."""

    def __str__(self) -> str:
        if not self.ways:
            return f"{self.word}: occurs nowhere"
        best = [way for way in self.ways if way["entries"]]
        ways = "; ".join(f"{way['manner']} in {way['entries']} ({_some(way['forms'])})" for way in best)
        return f"{self.word}: weight {self.weight:.1f}; {ways}"


def explain_all(shelf: Shelf, lookup: Lookup) -> list[Explained]:
    return [_explained(shelf, one) for one in lookup.asked]


def _explained(shelf: Shelf, one: Asked) -> Explained:
    ways = []
    for way, best in zip(one.ways, one.best, strict=True):
        rows = dict.fromkeys(way.rows + way.also)
        forms = [" ".join(row) for row in rows if way._replace(rows=(row,), also=()).numbers(shelf)]
        ways.append({"manner": way.manner.name.lower(), "forms": forms, "entries": len(best)})
    return Explained(one.name, round(one.weight, 3), len(one.found), tuple(ways))


def _some(forms: object) -> str:
    assert isinstance(forms, list)
    return ", ".join(forms[:8]) + (f" and {len(forms) - 8} more" if len(forms) > 8 else "")


def suggestions(shelf: Shelf, lookup: Lookup) -> dict[str, list[str]]:
    """For each word that was found nowhere, or only as a guess, the nearest ones that occur."""
    found = {}
    for one in lookup.asked:
        if one.name.isalpha() and not any(way.manner is not Manner.TYPO for way in one.ways):
            near = shelf.lexicon.of_length(len(one.name) - 3, len(one.name) + 3)
            if words := nearest_words(one.name, near, lambda word: bool(shelf.having([(word,)]))):
                found[one.name] = words
    return found
