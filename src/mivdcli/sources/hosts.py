"""The sites that publish the official documents."""

from urllib.parse import urlsplit

from mivdcli.model import Document

OFFICIAL_SITE = "zoek.officielebekendmakingen.nl"
PUBLISHERS = (
    "officielebekendmakingen.nl",
    "overheid.nl",
    "officiele-overheidspublicaties.nl",
    "tweedekamer.nl",
    "rijksoverheid.nl",
    "rijksfinancien.nl",
    "defensie.nl",
    "aivd.nl",
)
"""Parliament, government and the services themselves, with whatever stands before the name."""


def official_page(document: Document) -> str | None:
    """The page of a document on a site of its publishers; None where only mirrors or press are known."""
    for address in document.urls:
        host = urlsplit(address).hostname or ""
        if host.endswith(tuple(f".{name}" for name in PUBLISHERS)) or host in PUBLISHERS:
            return address
    if (document.publication_id or "").startswith("kst-"):
        return f"https://{OFFICIAL_SITE}/{document.publication_id}.html"
    return None
