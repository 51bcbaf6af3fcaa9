"""The HTML of officielebekendmakingen.nl: a Kamerstuk inside ``div#broodtekst``, with its notes beside it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from mivdcli.errors import MissingExtra, SourceError
from mivdcli.sources.block import Block, Facts, Reading, Sort, require_whole
from mivdcli.sources.clean import decode, plain_ends
from mivdcli.sources.facts import day_of

HEADS = {f"h{level}": level for level in range(1, 7)}
FRONT = {"dossiertitel", "stuktitel", "kamerstukdatum", "stuknummer", "datum"}
"""Classes of the head of a paper, which is no paragraph of it."""
INLINE = {"a", "abbr", "b", "br", "em", "i", "span", "strong", "sub", "sup", "u", "small", "cite", "q", "font", "bdo", "wbr"}
UNSEEN = {"script", "style", "noscript", "template", "head"}


def read_html(data: bytes, name: str) -> Reading:
    """The blocks of a page. Raises SourceError for a page that is no Kamerstuk, an error page above all."""
    root = _parse(data, name)
    bodies = root.xpath("//*[@id='broodtekst']")
    if not bodies:
        title = _squeeze(" ".join(root.xpath("//title//text()")))
        said = f' (its title: "{title[:80]}")' if title else ""
        raise SourceError(f'"{name}" is a web page without the text of a Kamerstuk{said}', hint="it has no part broodtekst")
    parts = [bodies[0], *_outermost(root, lambda element: element.get("id") == "noten", besides=bodies[0])]
    walker = Walker(root)
    blocks = [block for part in parts for block in walker.walk(part)]
    if not any(block.sort is Sort.PARAGRAPH for block in blocks):
        raise SourceError(f'"{name}" has an empty broodtekst', hint="the text of this paper may be in its PDF only")
    require_whole((_all_text(part) for part in parts), blocks, name)
    return Reading(format="html", blocks=blocks, facts=_facts(root, blocks))


def _parse(data: bytes, name: str) -> Any:
    try:
        from lxml import etree, html
    except ModuleNotFoundError:
        raise MissingExtra("reading HTML", "lxml") from None
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", plain_ends(decode(data)))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:
        raise SourceError(f'"{name}" is an empty web page') from None


class Walker:
    """Goes through a page in reading order. Which elements hold blocks is found once, before it sets out."""

    def __init__(self, root: Any) -> None:
        self.holders: set[Any] = set()
        for element in root.iter():
            above = element.getparent() if _tag(element) not in INLINE else None
            while above is not None and above not in self.holders:
                self.holders.add(above)
                above = above.getparent()

    def walk(self, element: Any) -> Iterator[Block]:
        tag, classes = _tag(element), set((element.get("class") or "").split())
        if tag in UNSEEN:
            return
        if element.get("id") == "noten":
            yield from _notes(element)
        elif tag in HEADS or tag == "p" or (tag in ("div", "dt", "dd", "td") and element not in self.holders):
            yield from self._leaf(element, tag, classes)
        elif tag == "li":
            yield from self._item(element)
        elif tag == "table":
            yield from _table(element)
        else:
            yield from self._container(element)

    def _container(self, element: Any) -> Iterator[Block]:
        """Blocks, and loose text between them as paragraphs."""
        run = element.text or ""
        for child in element:
            if _tag(child) in INLINE and child not in self.holders:
                run += _text(child) + (child.tail or "")
                continue
            if run.strip():
                yield Block(Sort.PARAGRAPH, _squeeze(run))
            run = child.tail or ""
            yield from self.walk(child)
        if run.strip():
            yield Block(Sort.PARAGRAPH, _squeeze(run))

    def _leaf(self, element: Any, tag: str, classes: set[str]) -> Iterator[Block]:
        text = _squeeze(_text(element))
        if not text:
            return
        if classes & FRONT:
            yield Block(Sort.FURNITURE, text)
        elif tag in HEADS or any("tussenkop" in name or "divisiekop" in name for name in classes) or _all_strong(element):
            level = HEADS.get(tag, 6)
            numbered = re.match(r"(\d+(?:\.\d+)*)\.?\s", text)
            yield Block(Sort.HEADING, text, level, numbered[1] if numbered else "")
        elif "ondertekening" in classes:
            lines = [_squeeze(_text(part)) for part in element.xpath("./span")] or [text]
            yield Block(
                Sort.SIGNATURE if " ".join(lines) == text else Sort.PARAGRAPH,
                "\n".join(lines) if " ".join(lines) == text else text,
            )
        else:
            yield Block(Sort.PARAGRAPH, text)

    def _item(self, element: Any) -> Iterator[Block]:
        for block in self._container(element):
            yield Block(Sort.ITEM, block.text) if block.sort is Sort.PARAGRAPH else block


def _table(element: Any) -> Iterator[Block]:
    rows = [_squeeze(_text(caption)) for caption in element.iter("caption")]
    for row in _outermost(element, lambda inner: _tag(inner) == "tr"):
        cells = [_squeeze(_text(cell)) for cell in row if _tag(cell) in ("td", "th")]
        if any(cells):
            rows.append("\t".join(cells))
    if rows:
        yield Block(Sort.TABLE, "\n".join(rows))


def _notes(element: Any) -> Iterator[Block]:
    """Footnotes; their heading is the label of a button, not a word of the paper."""
    for note in element.xpath("./div"):
        heads = set(_outermost(note, lambda element: "note-close" in (element.get("class") or "")))
        yield from (Block(Sort.FURNITURE, text) for head in note.iter() if head in heads and (text := _squeeze(_text(head))))
        parts = [_squeeze(_text(part)) for part in note if part not in heads]
        if any(parts):
            yield Block(Sort.NOTE, " ".join(filter(None, parts)))


def _all_strong(element: Any) -> bool:
    """A paragraph in bold and nothing else is a heading."""
    children = list(element)
    return (
        len(children) == 1
        and _tag(children[0]) in ("strong", "b")
        and not (element.text or "").strip()
        and not (children[0].tail or "").strip()
        and len(_text(element)) < 120
    )


def _text(element: Any) -> str:
    """The text of an element; a line break in the page is a space, and blocks do not run into each other."""
    if _tag(element) in UNSEEN or _is_note_number(element):
        return ""
    own = element.text or ""
    inner = own + "".join(_text(child) + (child.tail or "") for child in element)
    return inner if _tag(element) in INLINE - {"br"} else f" {inner} "


def _all_text(element: Any) -> str:
    """The same words by a way of its own: every text node with a space wherever a block begins or ends."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start" and (_tag(inner) in UNSEEN or _is_note_number(inner)):
            walk.skip_subtree()
        elif event == "start" and inner.text:
            pieces.append(f" {inner.text}{' ' * (len(inner) == 0)}" if _is_apart(inner) else inner.text)
        elif event == "end" and inner is not element and inner.tail:
            pieces.append(f" {inner.tail}" if _is_apart(inner) else inner.tail)
    return "".join(pieces)


def _is_apart(element: Any) -> bool:
    return _tag(element) not in INLINE - {"br"}


def _is_note_number(element: Any) -> bool:
    """The number of a note in the sentence, which would run into the word before it; it stands with the note too."""
    return _tag(element) == "a" and "nootnum" in (element.get("class") or "").split()


def _outermost(element: Any, wanted: Callable[[Any], bool], besides: Any = None) -> Iterator[Any]:
    """The elements wanted inside another, none of them inside each other: nested ones would be read once for each level."""
    for child in element:
        if child is not besides and wanted(child):
            yield child
        elif child is not besides:
            yield from _outermost(child, wanted, besides)


def _tag(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _facts(root: Any, blocks: list[Block]) -> Facts:
    meta = {element.get("name", ""): _squeeze(element.get("content", "")) for element in root.xpath("//meta[@name]")}
    dated = next((day_of(b.text) for b in blocks[:6] if re.fullmatch(r"[A-Z’'][\w’' -]+, \d{1,2} [a-z]+ \d{4}", b.text)), "")
    return Facts(
        publication_id=meta.get("DC.identifier", ""),
        dossiers=tuple(filter(None, [meta.get("OVERHEIDop.dossiernummer", "").replace(" ", "")])),
        number=meta.get("OVERHEIDop.ondernummer", ""),
        session=meta.get("OVERHEIDop.vergaderjaar", ""),
        title=meta.get("OVERHEIDop.documenttitel", ""),
        date=meta.get("DCTERMS.issued", "") or dated,
        signatory=next((b.text.split("\n")[-1] for b in reversed(blocks) if b.sort is Sort.SIGNATURE), ""),
    )
