"""The text in a tree of a Kamerstuk: what stands inside a sentence, and what begins something new."""

import re
from collections.abc import Iterator
from typing import Any

INLINE = frozenset({
    "nadruk", "sup", "inf", "extref", "intref", "dossierref", "datum", "nootref", "voetref", "noot", "ondernummer",
    "dossiernr", "begrotingshoofdstuk", "raadnr", "rijkswetnr",
})  # fmt: skip
"""Elements inside a word or a sentence. All others begin something new, so that their words never run together."""
NAMES = frozenset({"naam", "voornaam", "voorvoegsels", "achternaam", "functie"})
"""Inside a sentence too, but always words of their own; under a letter they follow each other without a space."""


def outermost(element: Any, tag: str) -> Iterator[Any]:
    """The elements of that name inside another, none inside each other: nested ones would be read once for each level."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from outermost(child, tag)


def leaves(element: Any) -> list[Any]:
    """The innermost elements that hold text of their own, inline ones counted with what they stand in."""
    inner = [child for child in element if child.tag not in INLINE]
    if not inner:
        return [element]
    return [leaf for child in inner for leaf in leaves(child)]


def inline(element: Any) -> str:
    """The text of an element without the footnotes in it; layout is no content, spaces around inline elements are."""
    own = element.text or ""
    return squeeze(own + "".join(raw(child) + (child.tail or "") for child in element))


def raw(element: Any) -> str:
    if element.tag in ("noot", "noot.nr"):
        return ""
    inner = (element.text or "") + "".join(raw(child) + (child.tail or "") for child in element)
    return inner if element.tag in INLINE | NAMES else f" {inner} "


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
