"""What to write below a quotation: the official document and place, or the source through which it is known."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from mivdcli import __version__
from mivdcli.cite.entry import Entry, biblatex, csl, key, ris
from mivdcli.cite.wording import Both, caveats, day, host, place, sources_text, titled, voice
from mivdcli.corpus import Corpus, Place, data_version, places
from mivdcli.items import Item
from mivdcli.kinds import Attribution, Coverage, Kind
from mivdcli.model import Document, Figure, Source
from mivdcli.refs import InDocument, OfSeries, OneCommitment, resolve

MIVD = "Militaire Inlichtingen- en Veiligheidsdienst"
DATASET = "mivd: the public plans and reports of the Dutch military intelligence service, described as data"
DEVELOPERS = "The mivdcli developers"


class CiteItem(Item, frozen=True, kw_only=True):
    """One thing cited, in every style."""

    ref: str
    kind: str
    """``document``, ``passage``, ``section``, ``figures`` or ``dataset``."""
    document: str | None
    through_sources: bool
    """True where the citation is of pages about the document, because the document's own text was not available."""
    legal: str
    sentence_nl: str
    sentence_en: str
    footnote: str
    biblatex: str
    ris: str
    csl: tuple[dict[str, Any], ...]
    notice_nl: str | None
    """What is not known and therefore missing."""
    notice_en: str | None


def cite(corpus: Corpus, names: Sequence[str]) -> list[CiteItem]:
    """A citation for each thing named, each once; a series gives one for every place that prints it. Raises UnknownId."""
    found = [item for name in names for item in _cite(corpus, name.strip())]
    return list({(item.ref, item.kind): item for item in found}.values())


def _cite(corpus: Corpus, name: str) -> Iterator[CiteItem]:
    match resolve(corpus, name):
        case OfSeries(series, figures):
            by_ref = groupby(figures, key=lambda pair: (pair[0].id, pair[1].locator))
            for _, several in by_ref:
                pairs = list(several)
                yield _of_figures(pairs[0][0], series.id, [figure for _, figure in pairs])
        case OneCommitment(document, commitment):
            yield _of_passage(next(one for one in places(document) if one.passage.locator == commitment.locator))
        case InDocument(document, found) if name in corpus.entries:
            yield _of_document(document, found)
        case InDocument(document, found) if document.coverage is Coverage.FULL and "/" not in name:
            yield _official(document, f"{document.id}:{found[0].section.id}", "section", place(found[0].section))
        case InDocument(_, found):
            yield from map(_of_passage, found)


def _of_document(document: Document, found: Sequence[Place]) -> CiteItem:
    """A plan or a report as such; of a collection of ours the sources, for it is no publication that could be cited."""
    if document.kind in (Kind.PLAN, Kind.REPORT):
        return _official(document, document.id, "document", None)
    sources = [source for one in found for source in one.passage.sources]
    sources += [figure.source for figure in document.figures if figure.source]
    return _through(document, document.id, "document", sources)


def _of_passage(one: Place) -> CiteItem:
    document, section, passage = one
    if document.coverage is Coverage.FULL or _own(document, passage.sources, passage.attribution):
        return _official(document, one.ref, "passage", place(section, passage))
    return _through(document, one.ref, "passage", passage.sources, passage.attribution, passage.date)


def _of_figures(document: Document, series: str, figures: Sequence[Figure]) -> CiteItem:
    """The place that prints a figure, or the pages that give it."""
    locator = figures[0].locator
    if locator is not None:
        return _of_passage(next(one for one in places(document) if one.passage.locator == locator))
    sources = [figure.source for figure in figures if figure.source]
    return _through(document, f"{document.id}:{series}", "figures", sources)


def _own(document: Document, sources: Sequence[Source], attribution: Attribution | None) -> bool:
    """Whether all that was read is the document itself, recognised by its publication number in the address."""
    return bool(sources) and attribution is Attribution.REPORT and all(_is_own(document, source.url) for source in sources)


def _is_own(document: Document, url: str) -> bool:
    """``kst-29924-25`` is no part of ``kst-29924-255``."""
    return document.publication_id is not None and bool(re.search(rf"{re.escape(document.publication_id)}(?!\d)", url))


def _official(document: Document, ref: str, kind: str, where: Both | None) -> CiteItem:
    named = titled(document)
    legal = document.reference or ", ".join(filter(None, (document.title_nl, day(document.published, "nl"))))
    entry = Entry(
        id=key(ref),
        kind="report" if document.kind is Kind.REPORT else "document",
        title=document.title_nl,
        author=MIVD if document.kind is Kind.REPORT else document.signatory,
        issued=document.published,
        number=document.reference,
        section=where and where.nl,
        url=next((url for url in document.urls if _is_own(document, url)), None),
        language="nl",
        note=caveats(document).nl or None,
    )
    added = Both(f", {where.nl}", f", {where.en}") if where else Both("", "")
    words = Both(named.nl + added.nl, named.en + added.en)
    return _item(ref, kind, document, [entry], legal + added.nl, words, caveats(document), through=False)


def _through(
    document: Document,
    ref: str,
    kind: str,
    sources: Sequence[Source],
    attribution: Attribution | None = None,
    date: str | None = None,
) -> CiteItem:
    """A citation of the pages that were read; the document is only named as what they are about."""
    distinct = list({source.url: source for source in sources}.values())
    said = voice(document, attribution, date, len(distinct)) or Both("", "")
    several = len(distinct) > 1
    entries = [
        Entry(
            id=key(ref, str(number)) if several else key(ref),
            kind="webpage",
            title=f"[{host(source)}]",  # the title of the page was not recorded; brackets mark a title that is supplied
            issued=source.date,
            url=source.url,
            note="; ".join(filter(None, (source.kind.value, said.nl))),
        )
        for number, source in enumerate(distinct, 1)
    ]
    words = Both(
        *("; ".join(filter(None, (sources_text(distinct, lang), one))) for lang, one in zip(("nl", "en"), said, strict=True))
    )
    notice = caveats(document) if document.kind in (Kind.PLAN, Kind.REPORT) else Both("", "")
    return _item(ref, kind, document, entries, words.nl, words, notice, through=True)


def _item(
    ref: str,
    kind: str,
    document: Document | None,
    entries: Sequence[Entry],
    legal: str,
    words: Both,
    notice: Both,
    *,
    through: bool,
) -> CiteItem:
    label = key(ref).removeprefix("mivd-")
    return CiteItem(
        ref=ref, kind=kind, document=None if document is None else document.id, through_sources=through, legal=legal,
        sentence_nl=f"Zie {words.nl}.", sentence_en=f"See {words.en}.",
        footnote=f"[^{label}]: {_markdown(legal)}. (mivd `{ref}`)",
        biblatex="\n".join(map(biblatex, entries)), ris="\n".join(map(ris, entries)), csl=tuple(map(csl, entries)),
        notice_nl=notice.nl or None, notice_en=notice.en or None,
    )  # fmt: skip


def _markdown(text: str) -> str:
    """An address as a link, everything else as plain text."""
    pieces = re.split(r"(https?://\S+?)(?=[;,]?(?:\s|$))", text)
    return "".join(f"<{piece}>" if at % 2 else re.sub(r"([\[\]*_`])", r"\\\1", piece) for at, piece in enumerate(pieces))


def cite_dataset() -> CiteItem:
    """The data of this program as such, with its own version; the documents it describes are cited one by one."""
    version = data_version()
    issued = version.replace(".", "-")
    entry = Entry(
        id=key("data", version), kind="dataset", title=DATASET, author=DEVELOPERS, issued=issued, version=version,
        language="en", note=f"CC0 1.0; mivd {__version__}",
    )  # fmt: skip
    words = Both(
        f"{DEVELOPERS}, {DATASET}, versie {version} ({day(issued, 'nl')}), met mivd {__version__}",
        f"{DEVELOPERS}, {DATASET}, version {version} ({day(issued, 'en')}), with mivd {__version__}",
    )
    return _item("dataset", "dataset", None, [entry], words.nl, words, Both("", ""), through=False)
