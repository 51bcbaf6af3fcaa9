"""Kamerstukken in XML: the modern dialect (``officiele-publicatie``) and the one before 2010 (``kamerwrk``)."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from mivdcli.errors import MissingExtra, SourceError
from mivdcli.sources.block import Block, Reading, Sort, require_whole
from mivdcli.sources.clean import decode, plain_ends
from mivdcli.sources.readers.kamerstuk_facts import facts_of
from mivdcli.sources.readers.tree import INLINE, inline, leaves, outermost, raw, squeeze

HEADINGS = {"tussenkop", "tuskop", "kop"}
RANKS = ("vet", "halfvet", "vetcur", "cur", "rom", "ondlijn")
"""How headings look, highest first: a letter states no level, it only prints some bolder than others."""
ASIDE = frozenset(
    ["metadata", "kamerstukkop", "dossier", "stuknr", "datumtekst", "titel", "frontm", "nummer", "ltrlabel", "herdruk"]
)
"""The head of a paper: it says which paper it is, and is no paragraph of it."""
LISTS = {"lijst", "definitielijst"}


def read_xml(data: bytes, name: str) -> Reading:
    """The blocks of a Kamerstuk. Raises SourceError for what is damaged, no Kamerstuk, or would be read in part."""
    text = _text_of(data)
    root = _parse(text, name)
    stuk = root.find(".//stuk")
    if stuk is None or (root.tag == "officiele-publicatie" and root.find("kamerstuk") is None):
        inside = ", ".join(str(child.tag) for child in root if child.tag != "metadata") or "nothing"
        raise SourceError(f'"{name}" holds no Kamerstuk but {inside}', hint="plans and reports are Kamerstukken")
    blocks = _levelled([*Walker().walk(stuk), *_end_notes(root)])
    if not any(block.sort is not Sort.FURNITURE for block in blocks):
        raise SourceError(f'"{name}" is a Kamerstuk without text', hint="newer papers have their text in the PDF only")
    require_whole([_words_of(text)], [*blocks, *_front(root)], name)
    return Reading(format="xml", blocks=blocks, facts=facts_of(root, stuk))


def _text_of(data: bytes) -> str:
    """The file as text, in the encoding that it declares."""
    declared = re.match(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding=["']([\w.-]+)["']""", data)
    if declared and declared[1].lower() not in (b"utf-8", b"utf-16"):
        try:
            return plain_ends(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return plain_ends(decode(data))


def _parse(text: str, name: str) -> Any:
    """The tree, with nothing fetched and nothing expanded: a paper needs no entities of its own."""
    try:
        from lxml import etree
    except ModuleNotFoundError:
        raise MissingExtra("reading XML", "lxml") from None
    text = re.sub(r"<!DOCTYPE[^\[>]{0,1000}>", "", text, count=1)
    if re.search(r"<!(?:ENTITY|DOCTYPE)", text):
        raise SourceError(f'"{name}" declares entities of its own, which no Kamerstuk does', hint="not read for safety")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text).strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f'"{name}" is damaged XML: {error.msg}') from None


class Walker:
    """Goes through a paper in reading order. Footnotes are taken out of their sentence and follow its paragraph."""

    def walk(self, element: Any, depth: int = 0) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in HEADINGS and tag != "kop":
            yield from self._heading(element, depth)
        elif tag == "kop":
            yield from self._numbered(element, depth)
        elif tag in LISTS:
            yield from self._list(element)
        elif tag == "table":
            yield from self._table(element)
        elif tag in ("tekst-sluiting", "ondtek"):
            yield from self._signature(element)
        elif tag in ("al", "considerans.al", "noot.al", "wat", "slotformulering", "lidnr"):
            yield from self._paragraph(element)
        elif tag in ASIDE:
            yield from self._aside(element)
        else:
            yield from self._container(element, depth)

    def _container(self, element: Any, depth: int) -> Iterator[Block]:
        if (element.text or "").strip():
            yield Block(Sort.PARAGRAPH, squeeze(element.text))
        for child in element:
            yield from self.walk(child, depth + (1 if element.tag == "divisie" else 0))
            if (child.tail or "").strip():
                yield Block(Sort.PARAGRAPH, squeeze(child.tail))

    def _heading(self, element: Any, depth: int) -> Iterator[Block]:
        look = element.get("kopopmaak") or element.get("letat") or "vet"
        rank = RANKS.index(look) + 1 if look in RANKS else len(RANKS)
        yield from self._made(Sort.HEADING, element, 10 * depth + rank)

    def _numbered(self, element: Any, depth: int) -> Iterator[Block]:
        """The head of a division: its number decides its level where it has one, else how deep it stands."""
        number = squeeze("".join(element.findtext("nr") or "")).rstrip(".")
        level = number.count(".") + 1 if re.fullmatch(r"\d+(\.\d+)*", number) else depth
        parts = [(inline(child), notes_of(child)) for child in element]
        text = " ".join(text for text, _ in parts if text)
        if text:
            yield Block(Sort.HEADING, text, level, number if re.fullmatch(r"\d+(\.\d+)*", number) else "")
        yield from (note for _, notes in parts for note in notes)

    def _list(self, element: Any) -> Iterator[Block]:
        for entry in element:
            marker = squeeze("".join(filter(None, [entry.findtext("li.nr")])))
            for child in entry:
                if child.tag == "li.nr":
                    continue
                for block in self.walk(child):
                    if block.sort in (Sort.PARAGRAPH, Sort.ITEM) and not (block.sort is Sort.ITEM and child.tag in LISTS):
                        block = Block(Sort.ITEM, f"{marker} {block.text}".strip())
                        marker = ""
                    yield block
            if marker:
                yield Block(Sort.ITEM, marker)

    def _table(self, element: Any) -> Iterator[Block]:
        title = element.find("title")
        rows = [] if title is None else [inline(title)]
        notes = list(notes_of(element))
        for row in outermost(element, "row"):
            cells = [" ".join(filter(None, map(inline, leaves(entry)))) for entry in outermost(row, "entry")]
            if any(cells):
                rows.append("\t".join(cells))
        if rows:
            yield Block(Sort.TABLE, "\n".join(rows))
        yield from notes

    def _signature(self, element: Any) -> Iterator[Block]:
        lines = [line for line in _signed(element) if line]
        if lines:
            yield Block(Sort.SIGNATURE, "\n".join(lines))
        yield from notes_of(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        """An ``al``; a list or a table may stand inside one, and is then its own block."""
        inner = [child for child in element if child.tag in LISTS or child.tag == "table"]
        if not inner:
            yield from self._made(Sort.PARAGRAPH, element)
            return
        yield from self._container_of_text(element)

    def _container_of_text(self, element: Any) -> Iterator[Block]:
        run = element.text or ""
        for child in element:
            if child.tag in LISTS or child.tag == "table":
                if run.strip():
                    yield Block(Sort.PARAGRAPH, squeeze(run))
                run = child.tail or ""
                yield from self.walk(child)
            else:
                run += raw(child) + (child.tail or "")
        if run.strip():
            yield Block(Sort.PARAGRAPH, squeeze(run))
        yield from (note for child in element if child.tag not in (*LISTS, "table") for note in notes_of(child, whole=True))

    def _made(self, sort: Sort, element: Any, level: int = 0) -> Iterator[Block]:
        text = inline(element)
        if text:
            yield Block(sort, text, level)
        yield from notes_of(element)

    def _aside(self, element: Any) -> Iterator[Block]:
        text = " ".join(filter(None, map(inline, leaves(element))))
        if text:
            yield Block(Sort.FURNITURE, text)
        yield from notes_of(element)


def _signed(element: Any) -> Iterator[str]:
    """The lines under a letter: an office, a name whose parts follow each other without a space, and what else stands there."""
    parts = [child for child in element if child.tag not in INLINE]
    if element.tag == "naam":
        yield squeeze(" ".join(filter(None, [element.text, *(f"{inline(part)} {part.tail or ''}" for part in parts)])))
    elif parts:
        yield squeeze(element.text or "")
        for part in parts:
            yield from _signed(part)
            yield squeeze(part.tail or "")
    else:
        yield inline(element)


def notes_of(element: Any, *, whole: bool = False) -> Iterator[Block]:
    """The footnotes inside an element, each with its number."""
    notes = [element] if whole and element.tag == "noot" else element.iter("noot")
    for note in notes:
        text = " ".join(filter(None, (inline(leaf) for leaf in leaves(note))))
        if text:
            yield Block(Sort.NOTE, text)


def _end_notes(root: Any) -> Iterator[Block]:
    """The legacy dialect has its notes behind the body."""
    for note in root.iter("voetnoot"):
        text = " ".join(filter(None, (note.get("nr", ""), *map(inline, leaves(note)))))
        yield Block(Sort.NOTE, text)


def _front(root: Any) -> list[Block]:
    """What stands outside the paper's own part, so that the count of words misses nothing."""
    stuk = root.find(".//stuk")
    found = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element is stuk or element.tag == "voetnoot":
            continue
        waiting += element
        if element.tag in INLINE:
            continue
        if any(child.tag not in INLINE for child in element):
            own = [element.text, *(child.tail for child in element)]
            found += [Block(Sort.FURNITURE, squeeze(text)) for text in own if text and text.strip()]
        elif inline(element):
            found.append(Block(Sort.FURNITURE, inline(element)))
    return found


_APART = re.compile(r"<!--.*?-->|<!\[CDATA\[(?P<text>.*?)\]\]>|<\?.*?\?>|<!DOCTYPE[^\[>]*>", re.DOTALL)
"""What is no tag. One pass over all of them, so that each is recognised where it begins and none inside another."""
_INSIDE = "|".join(map(re.escape, sorted(INLINE - {"noot"}, key=len, reverse=True)))
_NOTE = re.compile(r"<noot\b")
_INSIDE_TAG = re.compile(rf"</?(?:{_INSIDE})(?:\s[^>]*)?/?>")


def _words_of(text: str) -> str:
    """All words of the file, counted by a way of its own: tags cut away as letters, no tree."""
    text = _APART.sub(lambda found: escape(found["text"] or ""), text)
    text, notes = _without_notes(_INSIDE_TAG.sub("", text))
    numbers = re.findall(r'<voetnoot\b[^>]*\bnr="([^"]*)"', text)
    return unescape(" ".join([re.sub(r"<[^>]*>", " ", part) for part in (text, *notes)] + numbers))


def _without_notes(text: str) -> tuple[str, list[str]]:
    """The text without its footnotes, and the footnotes; where none ends any more, nothing is looked for."""
    kept, notes, done = [], [], 0
    while (begin := _NOTE.search(text, done)) and (end := text.find("</noot>", begin.start())) >= 0:
        kept.append(text[done : begin.start()])
        done = end + len("</noot>")
        notes.append(text[begin.start() : done])
    return "".join([*kept, text[done:]]), notes


def _levelled(blocks: list[Block]) -> list[Block]:
    """Headings numbered 1, 2, 3 by how the paper itself ranks them; one look alone is one level."""
    ranks = sorted({block.level for block in blocks if block.sort is Sort.HEADING})
    return [
        Block(block.sort, block.text, ranks.index(block.level) + 1, block.number) if block.sort is Sort.HEADING else block
        for block in blocks
    ]
