"""Pages of the official site."""

from tests import small

from fuzz.official import examined
from fuzz.oracle import Target, refusing
from mivdcli.sources.readers import read

_PAGE = "<!DOCTYPE html><html><head><title>t</title></head><body><div id='broodtekst'>{}</div></body></html>"


def one(data: bytes) -> None:
    with refusing():
        examined(read(data, "letter.html"))


def seeds() -> list[bytes]:
    bodies = (
        "<p>One <b>two</b><br>three</p><ul><li>a<ul><li>b</li></ul></li></ul>",
        "<h2 class='divisiekop1'>1.2 Boats</h2><p>Text<a class='nootnum'>1</a>.</p><div id='noten'><div><h4 class='note-close'>x</h4><p>Note</p></div></div>",
        "<table><caption>C</caption><tr><th>a</th><td>1<p>x</p></td></tr></table>",
        "<p class='ondertekening'><span>The keeper,</span> <span>A. B</span></p><p><strong>Head</strong></p>",
        "loose<p>p</p>tail<script>x()</script><style>y</style><svg><p>z</p></svg><template>t</template>",
        "<p class='datum'>Town, 3 maart 2031</p><dl><dt>a<dd>b</dl><div><div>x</div>y</div>",
    )
    meta = "<html><head><meta name='DC.identifier' content='kst-1-2'><meta name='DCTERMS.issued' content='2031-01-01'></head><body><div id='broodtekst'><p>x</p></div></body></html>"
    both = [small.as_html(texts).encode() for texts in (small.OFFICIAL_PLAN, small.OFFICIAL_REPORT)]
    return [*both, *(_PAGE.format(body).encode() for body in bodies), meta.encode(), b"<html><title>404</title></html>"]


TARGET = Target(
    one, seeds,
    ("<p>", "</p>", "<div>", "</div>", "<div id='noten'>", "<div id='broodtekst'>", "<table>", "<tr>", "<td>", "<li>", "<ul>",
     "<a class='nootnum'>", "class='ondertekening'", "<br>", "<script>", "</script>", "<svg>", "<math>", "<template>", "<select>",
     "<strong>", "&nbsp;", "&#0;", "&#xd800;", "<!--", "-->", "<?xml version='1.0'?>", "<plaintext>", "<textarea>", "<frameset>"),
    8192,
)  # fmt: skip
