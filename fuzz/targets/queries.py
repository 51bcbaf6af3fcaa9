"""What a person types into ``search`` and ``glossary``: any string is a query."""

from fuzz.oracle import Target, refusing
from fuzz.world import Bytes, corpus
from mivdcli.glossary import look_up, near_names
from mivdcli.query import MOST_WORDS, understand
from mivdcli.search import SORTS, Searcher
from mivdcli.search.entries import WHAT


def one(data: bytes) -> None:
    chosen = Bytes(data)
    sort, context, exact = SORTS[chosen.number(len(SORTS))], chosen.number(3), bool(chosen.number(2))
    text = chosen.rest.decode("utf-8", "surrogateescape")
    query = understand(text)
    assert len(query.slots) <= MOST_WORDS
    assert understand(query.text) == query
    with refusing():
        found = Searcher(corpus(), what=list(WHAT)).ask(text, exact=exact, sort=sort, context=context, explain=True)
        for hit in found.hits:
            for match in hit.matches:
                shown = getattr(hit, str(match["field"]), None)
                start, end = int(match["start"]), int(match["end"])
                assert shown is None or 0 <= start < end <= len(shown), f"{match} is not in {shown!r}"
    with refusing():
        look_up(corpus(), text)
        near_names(corpus(), text)


def seeds() -> list[bytes]:
    texts = (
        "boten", "twee nieuwe boten", '"nieuwe boten"', '-mist boten', '-"twee boten" patrouilles', "boten OR mist", "1.200",
        "80%", "'s nachts", "HW", "havenwacht", "bootn", "patrouille", "e\u0301", "“krul”", "zo’n", "de het een", "", "-", '"', "OR",
        "a OR", "OR b", "x" * 300, "ﬁ ½ ²", "mist-onderzoek", "1.200,5", "İ", "ß", "\ud7ff", "🚤",
    )  # fmt: skip
    return [b"\0\0\0" + text.encode("utf-8", "surrogatepass") for text in texts]


TARGET = Target(one, seeds, ("OR", " -", '"', "'s", "’", "“", "boten", "1.200", "ij", "patrouilles", "\u0130", "\u0345"), 1024)
