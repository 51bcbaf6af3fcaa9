"""Fetching, against a real HTTP server on the loopback. It has never been run against the official host."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import SourceError
from mivdcli.sources import fetch as net
from mivdcli.sources.fetch import RULES, Rules, addresses, download, fetch
from mivdcli.sources.store import Store
from tests import small
from tests.conftest import Command

Answer = Callable[[BaseHTTPRequestHandler], None]
LOCAL = Rules(hosts=frozenset({"127.0.0.1"}), scheme="http", largest=100_000, seconds=5, redirects=3)


class Handler(BaseHTTPRequestHandler):
    """Answers a path as the test says."""

    routes: ClassVar[dict[str, Answer]] = {}
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        self.routes.get(self.path, missing)(self)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent: stderr belongs to the tests."""


def give(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def missing(handler: BaseHTTPRequestHandler) -> None:
    give(handler, b"<html><body>weg</body></html>", 404)


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server whose routes a test fills."""
    Handler.routes, Handler.asked = {}, []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def plan(tmp_path: Path, server: str) -> Corpus:
    """The small world, its plan with an address on the server."""
    data = small.plan() | {"urls": [f"{server}/kst-99999-7.html"], "publication_id": "kst-99999-7"}
    return Corpus(bundled=small.write(tmp_path / "fetched", data, small.report()))


XML = small.as_xml(small.OFFICIAL_PLAN).encode()
HTML = small.as_html(small.OFFICIAL_PLAN).encode()
ERROR_PAGE = b"<!DOCTYPE html><html><head><title>Geen resultaat</title></head><body>Niets gevonden.</body></html>"


def test_the_xml_is_taken_before_the_html_and_kept_with_its_address(plan: Corpus, server: str, tmp_path: Path) -> None:
    Handler.routes = {"/kst-99999-7.xml": lambda h: give(h, XML), "/kst-99999-7.html": lambda h: give(h, HTML)}
    item = fetch(plan.document("plan-2031"), Store(tmp_path / "s"), LOCAL)
    assert (item.origin, item.format, item.found) == (f"{server}/kst-99999-7.xml", "xml", 3)
    assert [path for path, _ in Handler.asked] == ["/kst-99999-7.xml"]


def test_an_error_page_served_with_status_200_is_no_document(plan: Corpus, server: str, tmp_path: Path) -> None:
    """The official site answers a missing paper with a page; the next format is tried."""
    Handler.routes = {"/kst-99999-7.xml": lambda h: give(h, ERROR_PAGE), "/kst-99999-7.html": lambda h: give(h, HTML)}
    assert fetch(plan.document("plan-2031"), Store(tmp_path / "s"), LOCAL).format == "html"


def test_where_nothing_is_found_every_answer_is_told_and_nothing_kept(plan: Corpus, server: str, tmp_path: Path) -> None:
    Handler.routes = {"/kst-99999-7.xml": lambda h: give(h, ERROR_PAGE)}
    with pytest.raises(SourceError) as caught:
        fetch(plan.document("plan-2031"), Store(tmp_path / "s"), LOCAL)
    assert "Geen resultaat" in caught.value.message
    assert caught.value.message.count("answered 404") == 2
    assert not (tmp_path / "s").exists()


def test_the_program_says_who_it_is(server: str) -> None:
    Handler.routes = {"/x": lambda h: give(h, b"x")}
    download(f"{server}/x", LOCAL)
    assert Handler.asked[0][1].startswith("mivdcli/")


def test_a_redirect_to_a_known_host_is_followed_and_to_any_other_is_not(server: str) -> None:
    Handler.routes = {
        "/near": lambda h: give(h, b"", 302, Location="/x"),
        "/far": lambda h: give(h, b"", 302, Location=f"{server.replace('127.0.0.1', 'localhost')}/x"),
        "/file": lambda h: give(h, b"", 302, Location="file:///etc/hostname"),
        "/round": lambda h: give(h, b"", 302, Location="/round"),
        "/x": lambda h: give(h, b"the text"),
    }
    assert download(f"{server}/near", LOCAL) == b"the text"
    for path, reason in (("far", "not one of the official hosts"), ("file", "only http"), ("round", "more than 3 times")):
        with pytest.raises(SourceError, match=reason):
            download(f"{server}/{path}", LOCAL)


def test_more_than_the_limit_is_refused_also_when_it_comes_packed(server: str) -> None:
    big = b"a" * 200_000
    Handler.routes = {
        "/big": lambda h: give(h, big),
        "/packed": lambda h: give(h, gzip.compress(big), Content_Encoding="gzip"),
    }
    for path in ("big", "packed"):
        with pytest.raises(SourceError, match="larger than"):
            download(f"{server}/{path}", LOCAL)


def test_an_answer_that_breaks_off_is_not_taken_for_the_whole(server: str) -> None:
    Handler.routes = {"/cut": lambda h: give(h, b"half", Content_Length="800")}
    with pytest.raises(SourceError, match="cut"):
        download(f"{server}/cut", LOCAL)


def test_a_server_that_dawdles_is_not_waited_for(server: str) -> None:
    def dawdle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"a" * 4096)
            handler.wfile.flush()
            time.sleep(0.02)

    Handler.routes = {"/slow": dawdle}
    with pytest.raises(SourceError, match=r"longer than|timed out|larger"):
        download(f"{server}/slow", Rules(hosts=LOCAL.hosts, scheme="http", seconds=0.2, largest=10**9))


def test_a_server_that_is_not_there_is_an_error_in_words(server: str) -> None:
    with pytest.raises(SourceError, match="refused"):
        download("http://127.0.0.1:9/x", LOCAL)


def test_only_https_and_only_the_official_hosts_by_default() -> None:
    for address in ("http://zoek.officielebekendmakingen.nl/x", "https://example.org/x", "https://a@repository.overheid.nl/x"):
        with pytest.raises(SourceError, match=r"only https|official hosts"):
            download(address)


def test_every_address_comes_from_the_data_and_lies_on_an_official_host(bundled: Corpus) -> None:
    found = list(addresses(bundled.document("plan-2024"), RULES))
    stem = "https://zoek.officielebekendmakingen.nl/kst-29924-255"
    assert found == [f"{stem}.xml", f"{stem}.html", f"{stem}.pdf"]
    assert list(addresses(bundled.document("statistics-press"), RULES)) == []


def test_the_command_fetches_and_says_what_it_kept(mivd: Command, plan: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net, "RULES", LOCAL)
    Handler.routes = {"/kst-99999-7.xml": lambda h: give(h, XML)}
    result = mivd("source", "fetch", "plan-2031", "--data", plan.folders[0], code=0)
    assert "3 of 3 paragraphs found as described" in result.err
    everything = mivd("source", "fetch", "--all", "--data", plan.folders[0], code=0)
    assert everything.out.count("\n") == 2
    Handler.routes = {}
    failed = mivd("source", "fetch", "--all", "--data", plan.folders[0], code=3)
    assert "plan-2031 could not be fetched" in failed.err
    assert mivd("source", "fetch", "report-2031", "--data", plan.folders[0], code=3).out == ""
