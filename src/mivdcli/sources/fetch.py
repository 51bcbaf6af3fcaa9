"""Official texts over HTTPS. The only module that goes to the network, and only when the reader says so."""

from collections.abc import Iterator
from time import monotonic
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from mivdcli import __version__
from mivdcli.errors import MissingExtra, SourceError
from mivdcli.model import Document
from mivdcli.sources.hosts import OFFICIAL_SITE
from mivdcli.sources.keep import SourceItem, add_bytes
from mivdcli.sources.store import Store


class Rules(Struct, frozen=True, kw_only=True):
    """How far a fetch may go."""

    hosts: frozenset[str] = frozenset(
        {
            OFFICIAL_SITE,
            "officielebekendmakingen.nl",
            "www.officielebekendmakingen.nl",
            "repository.overheid.nl",
            "repository.officiele-overheidspublicaties.nl",
        }
    )
    """No request goes to any other host, whoever redirects there."""
    scheme: str = "https"
    largest: int = 32 * 1024 * 1024
    """Bytes, after unpacking."""
    seconds: float = 60.0
    """For the whole of one request; a server that sends a byte now and then is not waited for."""
    redirects: int = 5


RULES = Rules()
USER_AGENT = f"mivdcli/{__version__} (reads one public document at its reader's request)"


def fetch(document: Document, store: Store, rules: Rules | None = None) -> SourceItem:
    """Fetch the official text of a document and keep it.

    The addresses in the data are tried in turn, the XML of a publication before its HTML and PDF. Raises SourceError,
    with what each address answered, where none gave the text.
    """
    rules = RULES if rules is None else rules
    said: list[str] = []
    for address in addresses(document, rules):
        try:
            return add_bytes(document, download(address, rules), address, store)
        except MissingExtra:
            raise
        except SourceError as error:
            said.append(error.message)
    if not said:
        hint = f"mivd source add {document.id} FILE takes a file that you have"
        raise SourceError(f"the data has no address of the text of {document.id} on an official host", hint=hint)
    raise SourceError("\n".join([f"the text of {document.id} could not be fetched:", *said]))


def addresses(document: Document, rules: Rules) -> Iterator[str]:
    """Where the text may be, best format first."""
    seen: set[str] = set()
    found = [address for address in document.urls if urlsplit(address).hostname in rules.hosts]
    if (document.publication_id or "").startswith("kst-"):
        found.append(f"https://{OFFICIAL_SITE}/{document.publication_id}.html")
    for address in found:
        stem = address.removesuffix(".html").removesuffix(".xml").removesuffix(".pdf")
        for variant in (f"{stem}.xml", f"{stem}.html", f"{stem}.pdf") if stem != address else (address,):
            if variant not in seen and urlsplit(variant).hostname in rules.hosts:
                seen.add(variant)
                yield variant


def download(address: str, rules: Rules = RULES) -> bytes:
    """What an address serves. Raises SourceError for a host, a size, a time or an answer that the rules do not allow."""
    try:
        import urllib3
    except ModuleNotFoundError:
        raise MissingExtra("fetching", "urllib3") from None
    pool = urllib3.PoolManager(
        headers={"User-Agent": USER_AGENT, "Accept": "application/xml, text/html, application/pdf"},
        timeout=urllib3.Timeout(connect=10, read=min(30, rules.seconds)),
        retries=False,
    )
    deadline = monotonic() + rules.seconds
    try:
        return _follow(pool, address, rules, deadline)
    except urllib3.exceptions.HTTPError as error:
        raise SourceError(f"{address}: {_plain(error)}") from None
    finally:
        pool.clear()


def _follow(pool: Any, address: str, rules: Rules, deadline: float) -> bytes:
    for _ in range(rules.redirects + 1):
        _allow(address, rules)
        answer = pool.request("GET", address, redirect=False, preload_content=False)
        try:
            if answer.status in (301, 302, 303, 307, 308):
                address = urljoin(address, answer.headers.get("Location", ""))
                continue
            if answer.status != 200:
                raise SourceError(f"{address}: the server answered {answer.status}")
            return _body(answer, address, rules, deadline)
        finally:
            answer.close()
    raise SourceError(f"{address}: redirected more than {rules.redirects} times")


def _allow(address: str, rules: Rules) -> None:
    parts = urlsplit(address)
    if parts.scheme != rules.scheme:
        raise SourceError(f"{address}: only {rules.scheme} is used")
    if parts.hostname not in rules.hosts or parts.username is not None:
        raise SourceError(f"{address}: {parts.hostname} is not one of the official hosts", hint=", ".join(sorted(rules.hosts)))


def _body(answer: Any, address: str, rules: Rules, deadline: float) -> bytes:
    parts = []
    size = 0
    for part in answer.stream(65536, decode_content=True):
        size += len(part)
        if size > rules.largest:
            raise SourceError(f"{address}: larger than {rules.largest // 1024**2} MiB")
        if monotonic() > deadline:
            raise SourceError(f"{address}: took longer than {rules.seconds:g} seconds")
        parts.append(part)
    promised = answer.headers.get("Content-Length")
    if promised and "Content-Encoding" not in answer.headers and int(promised) != size:
        raise SourceError(f"{address}: the answer broke off after {size} of {promised} bytes")
    return b"".join(parts)


def _plain(error: Exception) -> str:
    """The reason without the object that urllib3 shows in front of it."""
    return str(error).rpartition("object at 0x")[2].partition(": ")[2] or str(error)
