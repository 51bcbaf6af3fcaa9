"""``diff``"""

from collections.abc import Iterable

from mivdcli.diff import PARTS, STATUSES, Diff, Method, compare, narrow, pair_of_year
from mivdcli.errors import UnknownId, UsageError
from mivdcli.library.bundle import Bundle
from mivdcli.library.comparison import Comparison
from mivdcli.library.given import several
from mivdcli.render.views.diff import view

LONGEST_YEAR = 20
"""Digits; Python refuses to read thousands of them, and no year has them."""


def diff(
    bundle: Bundle,
    left: int | str,
    right: str | None,
    *,
    method: str,
    theme: str | None,
    only: str | Iterable[str],
    parts: str | Iterable[str],
    quote: bool,
) -> Comparison:
    names = _pair(bundle, str(left), right)
    kinds = _known("kind of finding", several(only), STATUSES)
    chosen = _known("part", several(parts), PARTS)
    found = compare(bundle.corpus, *names, _method(method), theme=theme)
    kept = narrow(found, frozenset(chosen), frozenset(kinds))
    query = {"left": names[0], "right": names[1], "method": method, "theme": theme, "only": kinds, "parts": chosen}
    quotes = _quotes(bundle, kept) if quote else None
    return Comparison(kept, view(kept, query, _left_out(chosen, kinds), quotes), bundle, quotes)


def _quotes(bundle: Bundle, found: Diff) -> dict[str, tuple[str | None, str]]:
    """The official wording of every passage that the diff names; imported only when it is asked for."""
    from mivdcli.library.official import quotes_of

    pairs = [(one.ref, one.evidence) for one in found.commitments] + [(one.ref, one.evidence) for one in found.passages]
    named = (ref for own, evidence in pairs for ref in (own, *(one.ref for one in evidence)))
    return quotes_of(bundle, list(dict.fromkeys(named)))


def _pair(bundle: Bundle, left: str, right: str | None) -> tuple[str, str]:
    if right is not None:
        return left, right
    if left.isdecimal():
        return pair_of_year(bundle.corpus, int(left[:LONGEST_YEAR]))
    raise UsageError(f"{left} needs a second document", hint=f"for instance: mivd diff {left} report-2020, mivd diff 2024")


def _method(name: str) -> Method:
    methods = [choice.value for choice in Method]
    if name not in methods:
        raise UnknownId("method", name, methods, hint="methods: " + ", ".join(methods))
    return Method(name)


def _known(what: str, values: list[str], known: tuple[str, ...]) -> list[str]:
    for value in values:
        if value not in known:
            raise UnknownId(what, value, known, hint=f"{what.split()[0]}s: " + ", ".join(known))
    return values


def _left_out(parts: list[str], kinds: list[str]) -> tuple[str, ...]:
    """What was chosen away is said, because the lists no longer show everything that was compared."""
    chosen = [*(["only the " + " and ".join(parts)] if parts else []), *(["only " + ", ".join(kinds)] if kinds else [])]
    return (f"shown: {'; '.join(chosen)}; the summary counts all findings",) if chosen else ()
