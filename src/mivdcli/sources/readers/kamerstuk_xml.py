"""Kamerstukken in XML: the modern dialect (``officiele-publicatie``) and the one before 2010 (``kamerwrk``)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from mivdcli.errors import MissingExtra, SourceError
from mivdcli.sources.block import Block, Facts, Reading, Sort, require_whole
from mivdcli.sources.clean import decode, plain_ends
from mivdcli.sources.facts import day_of

INLINE = frozenset({
    "nadruk", "sup", "inf", "extref", "intref", "dossierref", "datum", "naam", "nootref", "voetref", "noot", "ondernummer",
    "dossiernr", "begrotingshoofdstuk", "raadnr", "rijkswetnr", "voornaam", "achternaam", "voorvoegsels", "functie",
})  # fmt: skip
"""Elements inside a sentence. All others begin something new, so that their words never run together."""
HEADINGS = {"tussenkop", "tuskop", "kop"}
RANKS = ("vet", "halfvet", "vetcur", "cur", "rom", "ondlijn")
"""How headings look, highest first: a letter states no level, it only prints some bolder than others."""
ASIDE = {
    "metadata",
    "kamerstukkop",
    "dossier",
    "stuknr",
    "datumtekst",
    "titel",
    "frontm",
    "kop",
    "nummer",
    "ltrlabel",
    "herdruk",
}
"""The head of a paper: it says which paper it is, and is no paragraph of it."""
LISTS = {"lijst", "definitielijst"}
_PARENTS = {"al-groep"}


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
    return Reading(format="xml", blocks=blocks, facts=_facts(root, stuk))


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
    text = re.sub(r"<!DOCTYPE[^\[>]*>", "", text, count=1)
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
            yield Block(Sort.PARAGRAPH, _squeeze(element.text))
        for child in element:
            yield from self.walk(child, depth + (1 if element.tag == "divisie" else 0))
            if (child.tail or "").strip():
                yield Block(Sort.PARAGRAPH, _squeeze(child.tail))

    def _heading(self, element: Any, depth: int) -> Iterator[Block]:
        look = element.get("kopopmaak") or element.get("letat") or "vet"
        rank = RANKS.index(look) + 1 if look in RANKS else len(RANKS)
        yield from self._made(Sort.HEADING, element, 10 * depth + rank)

    def _numbered(self, element: Any, depth: int) -> Iterator[Block]:
        """The head of a division: its number decides its level where it has one, else how deep it stands."""
        number = _squeeze("".join(element.findtext("nr") or "")).rstrip(".")
        level = number.count(".") + 1 if re.fullmatch(r"\d+(\.\d+)*", number) else depth
        parts = [(_inline(child), notes_of(child)) for child in element]
        text = " ".join(text for text, _ in parts if text)
        if text:
            yield Block(Sort.HEADING, text, level, number if re.fullmatch(r"\d+(\.\d+)*", number) else "")
        yield from (note for _, notes in parts for note in notes)

    def _list(self, element: Any) -> Iterator[Block]:
        for entry in element:
            marker = _squeeze("".join(entry.itertext("li.nr"))) if entry.tag == "li" else ""
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
        rows = [] if title is None else [_inline(title)]
        notes = list(notes_of(element))
        for row in element.iter("row"):
            cells = [" ".join(filter(None, map(_inline, _leaves(entry)))) for entry in row.iter("entry")]
            if any(cells):
                rows.append("\t".join(cells))
        if rows:
            yield Block(Sort.TABLE, "\n".join(rows))
        yield from notes

    def _signature(self, element: Any) -> Iterator[Block]:
        parts = element.iter("functie", "naam", "al")
        lines = [" ".join(_inline(part).split()) for part in parts if part.tag == "al" or part.getparent().tag != "al"]
        if any(lines):
            yield Block(Sort.SIGNATURE, "\n".join(filter(None, lines)))
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
                    yield Block(Sort.PARAGRAPH, _squeeze(run))
                run = child.tail or ""
                yield from self.walk(child)
            else:
                run += _raw(child) + (child.tail or "")
        if run.strip():
            yield Block(Sort.PARAGRAPH, _squeeze(run))
        yield from (note for child in element if child.tag not in (*LISTS, "table") for note in notes_of(child, whole=True))

    def _made(self, sort: Sort, element: Any, level: int = 0) -> Iterator[Block]:
        text = _inline(element)
        if text:
            yield Block(sort, text, level)
        yield from notes_of(element)

    def _aside(self, element: Any) -> Iterator[Block]:
        text = " ".join(filter(None, map(_inline, _leaves(element))))
        if text:
            yield Block(Sort.FURNITURE, text)
        yield from notes_of(element)


def notes_of(element: Any, *, whole: bool = False) -> Iterator[Block]:
    """The footnotes inside an element, each with its number."""
    notes = [element] if whole and element.tag == "noot" else element.iter("noot")
    for note in notes:
        text = " ".join(filter(None, (_inline(leaf) for leaf in _leaves(note))))
        if text:
            yield Block(Sort.NOTE, text)


def _end_notes(root: Any) -> Iterator[Block]:
    """The legacy dialect has its notes behind the body."""
    for note in root.iter("voetnoot"):
        text = " ".join(filter(None, (note.get("nr", ""), *map(_inline, _leaves(note)))))
        yield Block(Sort.NOTE, text)


def _leaves(element: Any) -> list[Any]:
    """The innermost elements that hold text of their own, inline ones counted with what they stand in."""
    inner = [child for child in element if child.tag not in INLINE]
    if not inner:
        return [element]
    return [leaf for child in inner for leaf in _leaves(child)]


def _inline(element: Any) -> str:
    """The text of an element without the footnotes in it; layout is no content, spaces around inline elements are."""
    own = element.text or ""
    return _squeeze(own + "".join(_raw(child) + (child.tail or "") for child in element))


def _raw(element: Any) -> str:
    if element.tag in ("noot", "noot.nr"):
        return ""
    inner = (element.text or "") + "".join(_raw(child) + (child.tail or "") for child in element)
    return inner if element.tag in INLINE else f" {inner} "


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _front(root: Any) -> list[Block]:
    """What stands outside the paper's own part, so that the count of words misses nothing."""
    stuk = root.find(".//stuk")
    found = []
    for element in root.iter():
        inside = element is stuk or any(parent is stuk for parent in element.iterancestors())
        note = element.tag == "voetnoot" or any(parent.tag == "voetnoot" for parent in element.iterancestors())
        if inside or note or element.tag in INLINE:
            continue
        if any(child.tag not in INLINE for child in element):
            own = [element.text, *(child.tail for child in element)]
            found += [Block(Sort.FURNITURE, _squeeze(text)) for text in own if text and text.strip()]
        elif _inline(element):
            found.append(Block(Sort.FURNITURE, _inline(element)))
    return found


def _words_of(text: str) -> str:
    """All words of the file, counted by a way of its own: tags cut away as letters, no tree."""
    text = re.sub(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*>", "", text, flags=re.DOTALL)
    notes = [re.sub(r"<[^>]*>", " ", note) for note in re.findall(r"<noot\b.*?</noot>", text, re.DOTALL)]
    text = re.sub(r"<noot\b.*?</noot>", "", text, flags=re.DOTALL)
    text = re.sub(rf"</?(?:{'|'.join(map(re.escape, sorted(INLINE, key=len, reverse=True)))})(?:\s[^>]*)?/?>", "", text)
    numbers = re.findall(r'<voetnoot\b[^>]*\bnr="([^"]*)"', text)
    return unescape(" ".join([re.sub(r"<!\[CDATA\[|\]\]>|<[^>]*>", " ", text), *notes, *numbers]))


def _levelled(blocks: list[Block]) -> list[Block]:
    """Headings numbered 1, 2, 3 by how the paper itself ranks them; one look alone is one level."""
    ranks = sorted({block.level for block in blocks if block.sort is Sort.HEADING})
    return [
        Block(block.sort, block.text, ranks.index(block.level) + 1, block.number) if block.sort is Sort.HEADING else block
        for block in blocks
    ]


def _facts(root: Any, stuk: Any) -> Facts:
    dossiers = tuple(_dossier(element) for element in root.iter("dossiernummer"))
    dossiers = tuple(filter(None, dossiers)) or tuple(_squeeze(e.text or "").replace(" ", "") for e in root.iter("nummer"))[:1]
    number = _squeeze(stuk.findtext("stuknr/ondernummer") or stuk.findtext("nummer") or "")
    date = stuk.find("datumtekst/datum")
    meta = {element.get("name", ""): element.get("content", "") for element in root.iter("meta")}
    found = re.search(r"/((?:kst|h|blg|ah)-[\w-]+)/", meta.get("OVERHEIDop.externMetadataRecord", ""))
    title = stuk.find("titel")
    return Facts(
        publication_id=meta.get("DC.identifier") or (found[1] if found else f"kst-{dossiers[0]}-{number}" if dossiers else ""),
        dossiers=dossiers,
        number=number,
        session=next((_inline(e) for e in root.iter("tekstregel") if e.get("inhoud") == "vergaderjaar"), ""),
        title=_inline(title) if title is not None else "",
        date=(date.get("isodatum") if date is not None else "") or meta.get("DCTERMS.issued", "") or _letter_date(stuk),
        signatory=_name(stuk),
    )


def _letter_date(stuk: Any) -> str:
    """The date of a letter stands among its first paragraphs, behind a place."""
    for element in list(stuk.iter("al"))[:4]:
        if re.fullmatch(r"[A-Z’'][\w’' -]+, \d{1,2} [a-z]+ \d{4}", _inline(element)):
            return day_of(_inline(element))
    return ""


def _name(stuk: Any) -> str:
    names = [_inline(name) for name in stuk.iter("naam") if name.getparent().tag in ("ondertekening", "ondtek")]
    return " ".join(names[-1].split()) if names else ""


def _dossier(element: Any) -> str:
    """``29924``, ``36600-X`` or ``21501-02``."""
    number = re.sub(r"\s", "", element.findtext("dossiernr") or "")
    extra = element.findtext("begrotingshoofdstuk") or element.findtext("raadnr") or ""
    return f"{number}-{extra.strip()}" if extra.strip() else number
