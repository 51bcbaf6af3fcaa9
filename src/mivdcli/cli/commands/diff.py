"""``mivd diff``"""

from typing import Annotated

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, answer
from mivdcli.cli.exits import Exit
from mivdcli.corpus import Corpus
from mivdcli.diff import STATUSES, Diff, Method, compare, narrow, pair_of_year
from mivdcli.errors import UnknownId, UsageError
from mivdcli.render.view import View
from mivdcli.render.views.diff import summary_view, view

app = typer.Typer()
LONGEST_YEAR = 20
"""Digits; Python refuses to read thousands of them, and no year has them."""


@app.command(epilog="Examples: mivd diff plan-2024 report-2024; mivd diff 2020 --only reported --format md")
def diff(
    left: Annotated[str, typer.Argument(metavar="A|YEAR", help="A document, or a year for its plan and report.")],
    right: Annotated[str | None, typer.Argument(metavar="[B]", help="The other document.", show_default=False)] = None,
    method: Annotated[
        str, typer.Option("--method", metavar="METHOD", help="curated, computed, or both (computed where nobody curated).")
    ] = "both",
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="THEME", help="Only this theme and those below it.", show_default=False)
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="KIND[,KIND]", help="Only findings of these kinds.", show_default=False)
    ] = None,
    commitments: Annotated[bool, typer.Option("--commitments", help="Only the commitments (may be combined).")] = False,
    themes: Annotated[bool, typer.Option("--themes", help="Only the themes.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="Only the figures.")] = False,
    passages: Annotated[bool, typer.Option("--passages", help="Only the passages (two documents of one kind).")] = False,
    quote: Annotated[bool, typer.Option("--quote", help="With the official wording, where you have added the texts.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only the summary and the counts.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where the two sides differ, else with 0.")
    ] = False,
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    data: options.Data = None,
) -> None:
    """What was planned, and what is known to have come of it: by commitment, theme and figure."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet, data)
    chosen = {"commitments": commitments, "themes": themes, "figures": figures, "passages": passages}
    parts = [name for name, wanted in chosen.items() if wanted]

    def ask(corpus: Corpus) -> View:
        names = _pair(corpus, left, right)
        kinds = _kinds(only)
        found = narrow(compare(corpus, *names, _method(method), theme=theme), frozenset(parts), frozenset(kinds))
        query = {"left": names[0], "right": names[1], "method": method, "theme": theme, "only": kinds, "parts": parts}
        if summary:
            return summary_view(found, query)
        return view(found, query, _left_out(parts, kinds), _quotes(corpus, found) if quote else None)

    answer(wish, ask, _by_difference if exit_code else None)


def _quotes(corpus: Corpus, found: Diff) -> dict[str, tuple[str | None, str]]:
    """The official wording of every passage that the diff names; imported only when it is asked for."""
    from mivdcli.cli.official import quotes_of

    pairs = [(one.ref, one.evidence) for one in found.commitments] + [(one.ref, one.evidence) for one in found.passages]
    named = (ref for own, evidence in pairs for ref in (own, *(one.ref for one in evidence)))
    return quotes_of(corpus, list(dict.fromkeys(named)))


def _by_difference(found: View) -> Exit:
    return Exit.DIFFERS if found.differs else Exit.ANSWERED


def _pair(corpus: Corpus, left: str, right: str | None) -> tuple[str, str]:
    if right is not None:
        return left, right
    if left.isdecimal():
        return pair_of_year(corpus, int(left[:LONGEST_YEAR]))
    raise UsageError(f"{left} needs a second document", hint=f"for instance: mivd diff {left} report-2020, mivd diff 2024")


def _method(name: str) -> Method:
    methods = [choice.value for choice in Method]
    if name not in methods:
        raise UnknownId("method", name, methods, hint="methods: " + ", ".join(methods))
    return Method(name)


def _kinds(only: str | None) -> list[str]:
    kinds = [kind.strip() for kind in (only or "").split(",") if kind.strip()]
    for kind in kinds:
        if kind not in STATUSES:
            raise UnknownId("kind of finding", kind, STATUSES, hint="kinds: " + ", ".join(STATUSES))
    if only is not None and not kinds:
        raise UsageError("--only names no kind of finding", hint="kinds: " + ", ".join(STATUSES))
    return kinds


def _left_out(parts: list[str], kinds: list[str]) -> tuple[str, ...]:
    """What was chosen away is said, because the lists no longer show everything that was compared."""
    chosen = [*(["only the " + " and ".join(parts)] if parts else []), *(["only " + ", ".join(kinds)] if kinds else [])]
    return (f"shown: {'; '.join(chosen)}; the summary counts all findings",) if chosen else ()
