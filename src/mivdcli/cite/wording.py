"""Places, dates and sources in Dutch and English words."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from mivdcli.kinds import Attribution, Coverage, Kind
from mivdcli.model import Document, Passage, Section, Source

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),  # noqa: SIM905 - a line of words reads better than a list of quotes
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
}


class Both(NamedTuple):
    """The same thing in both languages."""

    nl: str
    en: str


def day(date: str | None, lang: str) -> str | None:
    """``2021-04-30`` in words, no more exact than it is known; a period such as ``2024-Q1`` or ``A..B`` stays as it is."""
    if date is None or not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", date):
        return date
    year, *rest = date.split("-")
    month = [MONTHS[lang][int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(number)) for number in rest[1:]), *month, year])


def place(section: Section, passage: Passage | None = None) -> Both:
    """Where in a document: the number above the heading, the heading as printed, and which paragraph below it.

    Pages are never given: the texts that were read have none. A heading that is ours stands in parentheses, unquoted.
    """
    number = re.match(r"\d+(\.\d+)*", section.parent or "")
    ours = section.title.startswith("(")
    nl, en = (section.title, section.title) if ours else (f"‘{section.title}’", f"‘{section.title}’")
    start = f"§ {number[0]}, " if number else ""
    paragraph = "" if passage is None or passage.locator.startswith("~") else passage.locator.rpartition("/")[2]
    return Both(
        f"{start}onder {nl}" + (f", alinea {paragraph}" if paragraph else ""),
        f"{start}under {en}" + (f", paragraph {paragraph}" if paragraph else ""),
    )


def host(source: Source) -> str:
    return urlsplit(source.url).netloc


def source_text(source: Source, lang: str) -> str:
    """The page, how official it is, its own date where it carries one, and the address."""
    kind = {"official": {"nl": "officieel", "en": "official"}, "press": {"nl": "pers", "en": "press"}}[source.kind][lang]
    told = ", ".join(filter(None, (kind, day(source.date, lang))))
    return f"{host(source)} ({told}), {source.url}"


def sources_text(sources: Sequence[Source], lang: str) -> str:
    return "; ".join(source_text(source, lang) for source in sources)


_VOICE = {
    Attribution.REPORT: Both("volgens {} in: {}", "according to {} in: {}"),
    Attribution.PRESENTATION: Both("volgens {} gezegd bij de presentatie van: {}", "according to {} said when presenting: {}"),
    Attribution.EVENT: Both(
        "gebeurtenis{}, geen uitspraak van plan of verslag", "an event{}, not a statement of plan or report"
    ),
    Attribution.LATER: Both(
        "latere gebeurtenis{}, geen uitspraak van plan of verslag", "a later event{}, not a statement of plan or report"
    ),
    Attribution.BEFORE: Both(
        "van vóór het jaar{}, geen uitspraak van plan of verslag", "from before the year{}, not a statement of plan or report"
    ),
}  # fmt: skip


def voice(document: Document, attribution: Attribution | None, date: str | None, sources: int) -> Both | None:
    """Who speaks, for what is known through sources only; None where the source itself is the whole story."""
    if document.kind is Kind.STATISTICS or (attribution is None and document.kind is Kind.EVENTS):
        return None
    words, named = _VOICE[attribution or Attribution.REPORT], titled(document)
    if attribution in (Attribution.EVENT, Attribution.LATER, Attribution.BEFORE):
        when = Both(*(f" ({day(date, lang)})" if date else "" for lang in ("nl", "en")))
        return Both(words.nl.format(when.nl), words.en.format(when.en))
    these = Both("deze bronnen", "these sources") if sources > 1 else Both("deze bron", "this source")
    return Both(words.nl.format(these.nl, named.nl), words.en.format(these.en, named.en))


def titled(document: Document) -> Both:
    """The title with what identifies it: the official reference and the date of publication, as far as known."""
    told = ["; ".join(filter(None, (document.reference, day(document.published, lang)))) for lang in ("nl", "en")]
    nl, en = (f" ({text})" if text else "" for text in told)
    return Both(document.title_nl + nl, document.title_en + en)


_SEEN = {
    Coverage.PARTIAL: Both("van dit stuk is een deel gezien", "part of this document was seen"),
    Coverage.SECONDARY: Both("dit stuk zelf is niet gezien", "this document itself was not seen"),
    Coverage.NONE: Both("dit stuk zelf is niet gezien", "this document itself was not seen"),
}
_NO_SESSION = Both("het zittingsjaar is niet bekend en ontbreekt daarom", "the session year is not known and is left out")
_NO_NUMBER = Both("het Kamerstuknummer is niet gezien", "the parliamentary number was not seen")


def caveats(document: Document) -> Both:
    """What a citation of the document does not know; empty where all is known."""
    found = [_SEEN[document.coverage]] if document.coverage in _SEEN else []
    if document.kind in (Kind.PLAN, Kind.REPORT):
        if document.reference is None:
            found.append(_NO_NUMBER)
        elif not re.search(r"\d{4}/\d{2,4}", document.reference):
            found.append(_NO_SESSION)
    return Both("; ".join(one.nl for one in found), "; ".join(one.en for one in found))
