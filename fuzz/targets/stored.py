"""The file in which an official text is kept, and the list of checksums beside an export."""

from tests import small

from fuzz.oracle import Target, refusing
from fuzz.world import corpus, scratch
from mivdcli.export.folder import refuse_foreign
from mivdcli.sources.keep import aligned, list_sources
from mivdcli.sources.quote import quote
from mivdcli.sources.store import Store


def one(data: bytes) -> None:
    place = scratch() / "sources"
    small.put(place / "plan-2031" / "1.json", data)
    store = Store(place)
    with refusing():
        list_sources(store)
        stored = store.current("plan-2031")
        if stored is not None:
            aligned(corpus().document("plan-2031"), stored)
            quote(corpus(), ["plan-2031:boats/1", "plan-2031:fog/1"], store)
    export = scratch() / "export"
    small.put(export / "SHA256SUMS", data)
    small.put(export / "theirs.txt", b"x")
    with refusing():
        refuse_foreign(export, force=True)


def seeds() -> list[bytes]:
    from mivdcli.sources.keep import add_bytes

    store = Store(scratch() / "seed")
    add_bytes(corpus().document("plan-2031"), small.as_text(small.OFFICIAL_PLAN).encode(), "letter.txt", store)
    return [store.path("plan-2031", 1).read_bytes(), b"0" * 64 + b"  theirs.txt\n", b"{}"]


TARGET = Target(one, seeds, ('"pieces":[[0,1]]', '"version":1', '"alignment":[', "-1", "null", "\\ud800", "theirs.txt"), 8192)
