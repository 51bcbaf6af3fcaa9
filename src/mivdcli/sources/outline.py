"""Blocks as sections and paragraphs with locators, by the rules of docs/sources.md."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from mivdcli.errors import SourceError
from mivdcli.sources.block import Block, Sort
from mivdcli.sources.clean import flow, vocabulary

ARTICLES = ("de", "het", "een")
INTRODUCTION, SIGNATURE, COLOPHON = "(Inleiding)", "(Ondertekening)", "(Colofon)"
"""Titles of our own, for text that has no heading."""
_COLOPHON = re.compile(r"\b(?:uitgave van|colofon|ISSN|ISBN)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
FEWEST_LABELS = 3
MOST_BLOCKS, LONGEST_TITLE = 10_000, 1000
"""Headings and paragraphs of a text, and characters of a heading; the longest report has some two hundred, and a hundred."""
WHOLE = "give one document alone, not a collection"


class Paragraph(Struct):
    text: str
    """With the line ends of the source."""
    sort: Sort
    label: str = ""
    """A name printed above it that is no heading."""

    @property
    def whole(self) -> str:
        return f"{self.label}\n{self.text}" if self.label else self.text


class Part(Struct):
    """A section: a heading with the paragraphs below it."""

    title: str
    number: str = ""
    parent: str = ""
    id: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    level: int = 0
    apart: bool = False
    group: bool = False


class Outline(Struct, frozen=True):
    parts: list[Part]
    """Those that hold a paragraph, in reading order."""
    known: frozenset[str]
    """The words of the document, for joining broken lines."""


def outline(blocks: Sequence[Block], year: int | None = None) -> Outline:
    """The sections of a document. ``year`` is what it is about: headings that end with it are those of groups."""
    body = [block for block in blocks if block.sort not in (Sort.FURNITURE, Sort.NOTE)]
    known = vocabulary(block.text for block in body)
    parts = _parts(list(_with_lists_joined(body)), _Cases(body), known)
    parts = _named_ends(_with_late_title(parts))
    parts = _with_labels(parts)
    _place(parts, year)
    return Outline([part for part in parts if part.paragraphs], known)


def slug(title: str) -> str:
    """A heading as it stands in a locator: ASCII, lower case, without its leading article."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-").split("-")
    article = title.split()[0].casefold() in ARTICLES if title.split() else False  # "eén" is a number and stays
    return "-".join(words[1:] if len(words) > 1 and article else words) or "deel"


def _with_lists_joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """A list is one paragraph with its lead-in."""
    held: Block | None = None
    texts: list[str] = []
    for block in blocks:
        if block.sort is Sort.ITEM and held is not None and held.sort is Sort.PARAGRAPH:
            texts.append(block.text)
            continue
        if held is not None:
            yield replace(held, text="\n".join(texts))
        held, texts = replace(block, sort=Sort.PARAGRAPH) if block.sort is Sort.ITEM else block, [block.text]
    if held is not None:
        yield replace(held, text="\n".join(texts))


class _Cases:
    """Gives a heading in capitals the case that its words have in the text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        forms: dict[str, Counter[str]] = {}
        for block in blocks:
            if block.sort is not Sort.HEADING:
                for found in _WORD.finditer(block.text):
                    opens = (
                        re.search(r"(?:^|[.?!:]\s)[‘“«(]*$", block.text[max(0, found.start() - 4) : found.start()]) is not None
                    )
                    if not opens:
                        forms.setdefault(found.group().casefold(), Counter())[found.group()] += 1
        self.usual = {word: counted.most_common(1)[0][0] for word, counted in forms.items()}

    def lowered(self, title: str) -> str:
        if any(character.islower() for character in title):
            return title
        text = _WORD.sub(lambda found: self.usual.get(found.group().casefold(), found.group().lower()), title)
        return text[:1].upper() + text[1:]


def _parts(blocks: Sequence[Block], cases: _Cases, known: frozenset[str]) -> list[Part]:
    if len(blocks) > MOST_BLOCKS:
        raise SourceError(f"the text has {len(blocks)} headings and paragraphs, more than {MOST_BLOCKS}", hint=WHOLE)
    parts = [Part("")]
    for block in blocks:
        if block.sort is Sort.HEADING:
            title = flow(block.text, known)
            if len(title) > LONGEST_TITLE:
                raise SourceError(f"the text has a heading of {len(title)} characters, more than {LONGEST_TITLE}", hint=WHOLE)
            title = (
                re.sub(rf"^{re.escape(block.number)}\.?\s+|(?<=\D){re.escape(block.number)}$", "", title)
                if block.number
                else title
            )
            title = cases.lowered(title.strip()).rstrip(":").strip()
            parts.append(Part(title, block.number, level=block.level, apart=block.apart))
        else:
            parts[-1].paragraphs.append(Paragraph(block.text, block.sort))
    return parts


def _with_late_title(parts: list[Part]) -> list[Part]:
    """A first section whose title the file has below its text: some tools draw a page's title last."""
    if len(parts) > 2 and parts[0].paragraphs and not parts[1].paragraphs and parts[2].number:
        return [replace(parts[1], paragraphs=parts[0].paragraphs), *parts[2:]]
    return parts


def _named_ends(parts: list[Part]) -> list[Part]:
    """Text before the first heading, the last signature and the imprint get titles of our own."""
    if parts[0].paragraphs and not parts[0].title:
        parts[0].title = INTRODUCTION
    last = parts[-1].paragraphs
    if len(last) > 1 or (last and parts[-1].title != INTRODUCTION):
        if _COLOPHON.search(last[-1].text) and len(last[-1].text) < 400:
            parts.append(Part(COLOPHON, paragraphs=[last.pop()]))
        elif last[-1].sort is Sort.SIGNATURE:
            at = next((i for i, p in enumerate(last) if all(q.sort is Sort.SIGNATURE for q in last[i:])), len(last))
            parts.append(Part(SIGNATURE, paragraphs=last[at:]))
            del last[at:]
    return parts


def _with_labels(parts: list[Part]) -> list[Part]:
    """Names printed above single paragraphs, as of values, are labels and no sections.

    They are told by three things: one word each, several in a row with one paragraph each, and set apart by an empty line
    in a document that sets its headings right above their text. The one among them that its own paragraph names with an
    article is the heading of them all.
    """
    titled = [part for part in parts if part.title and not part.number]
    if sum(part.apart for part in titled) * 3 > len(titled):
        return parts
    found: list[Part] = []
    run: list[Part] = []
    for part in [*parts, Part("")]:
        if part.apart and not part.number and len(part.title.split()) == 1 and len(part.paragraphs) == 1:
            run.append(part)
            continue
        found += _labelled(run)
        run = []
        found.append(part)
    return found[:-1]


def _labelled(run: list[Part]) -> list[Part]:
    if len(run) < FEWEST_LABELS:
        return run
    head = next(
        (part for part in run if re.search(rf"\b[Dd]e {re.escape(part.title.casefold())}\b", part.paragraphs[0].text)), None
    )
    if head is None:
        return run
    labelled = [replace(p.paragraphs[0], label=p.title) for p in run if p is not head]
    return [replace(head, number="^", paragraphs=[*head.paragraphs, *labelled])]


def _place(parts: list[Part], year: int | None) -> None:
    """Numbers, parents and ids: a section takes the number of the chapter or numbered section that it stands in."""
    number, numbered, group = "", "", ""
    levels: list[Part] = []
    chapter = ""
    seen: Counter[str] = Counter()
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        if part.number == "^":
            number, group = chapter.split(" ")[0], ""
            numbered = chapter
        elif part.number:
            number, numbered, group = part.number, f"{part.number} {part.title}", ""
            levels = []
            chapter = numbered if "." not in part.number else chapter
        elif part.title in (INTRODUCTION, SIGNATURE, COLOPHON):
            number, numbered, group = "", "", ""
        elif part.level:
            levels = [above for above in levels if above.level < part.level]
            group = levels[-1].title if levels else ""
            levels.append(part)
        elif _is_group(part, following, year):
            part.group = True
            group = ""
        part.parent = " / ".join(filter(None, [numbered, group]))
        if part.group:
            group = part.title
        name = f"{number}.{slug(part.title)}" if number else slug(part.title)
        if part.paragraphs:
            seen[name] += 1
        part.id = name if seen[name] < 2 else f"{name}-{seen[name]}"


def _is_group(part: Part, following: Part | None, year: int | None) -> bool:
    """A heading right above another heading, or one that ends with the year of the document."""
    if not part.title:
        return False
    bare = not part.paragraphs and following is not None and not following.number
    return bare or (year is not None and part.title.endswith(f" {year}"))
