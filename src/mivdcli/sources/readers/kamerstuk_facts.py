"""What a Kamerstuk in XML says about itself."""

import re
from typing import Any

from mivdcli.sources.block import Facts
from mivdcli.sources.facts import day_of
from mivdcli.sources.readers.tree import inline, squeeze

SIGNED = {"ondertekening", "ondtek"}


def facts_of(root: Any, stuk: Any) -> Facts:
    """Which paper it is, of when and by whom; the number of the paper comes from the address of its metadata, if there."""
    dossiers = tuple(_dossier(element) for element in root.iter("dossiernummer"))
    dossiers = tuple(filter(None, dossiers)) or tuple(squeeze(e.text or "").replace(" ", "") for e in root.iter("nummer"))[:1]
    number = squeeze(stuk.findtext("stuknr/ondernummer") or stuk.findtext("nummer") or "")
    date = stuk.find("datumtekst/datum")
    meta = {element.get("name", ""): element.get("content", "") for element in root.iter("meta")}
    found = re.search(r"/((?:kst|h|blg|ah)-[\w-]+)/", meta.get("OVERHEIDop.externMetadataRecord", ""))
    title = stuk.find("titel")
    return Facts(
        publication_id=meta.get("DC.identifier") or (found[1] if found else f"kst-{dossiers[0]}-{number}" if dossiers else ""),
        dossiers=dossiers,
        number=number,
        session=next((inline(e) for e in root.iter("tekstregel") if e.get("inhoud") == "vergaderjaar"), ""),
        title=inline(title) if title is not None else "",
        date=(date.get("isodatum") if date is not None else "") or meta.get("DCTERMS.issued", "") or _letter_date(stuk),
        signatory=_name(stuk),
    )


def _letter_date(stuk: Any) -> str:
    """The date of a letter stands among its first paragraphs, behind a place."""
    for element in list(stuk.iter("al"))[:4]:
        if re.fullmatch(r"[A-Z’'][\w’' -]+, \d{1,2} [a-z]+ \d{4}", inline(element)):
            return day_of(inline(element))
    return ""


def _name(stuk: Any) -> str:
    names = [squeeze(" ".join(name.itertext())) for name in stuk.iter("naam") if name.getparent().tag in SIGNED]
    return names[-1] if names else ""


def _dossier(element: Any) -> str:
    """``29924``, ``36600-X`` or ``21501-02``."""
    number = re.sub(r"\s", "", element.findtext("dossiernr") or "")
    extra = element.findtext("begrotingshoofdstuk") or element.findtext("raadnr") or ""
    return f"{number}-{extra.strip()}" if extra.strip() else number
