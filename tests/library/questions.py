"""Every question that a call and a command both answer, in pairs. The tests ask both."""

from collections.abc import Callable
from typing import Any, NamedTuple

from mivdcli import Answer, Bundle


class Pair(NamedTuple):
    command: str
    """What a user types after ``mivd``."""
    call: Callable[[Bundle], Answer[Any]]


def _pair(command: str, call: Callable[[Bundle], Answer[Any]]) -> Pair:
    return Pair(command, call)


PAIRS = [
    _pair("documents", lambda bundle: bundle.documents()),
    _pair("themes", lambda bundle: bundle.themes()),
    _pair("themes 2024", lambda bundle: bundle.themes(2024)),
    _pair("themes report-2020", lambda bundle: bundle.themes("report-2020")),
    _pair("figures", lambda bundle: bundle.figures()),
    _pair("figures uvo --year 2020", lambda bundle: bundle.figures("uvo", year=2020)),
    _pair("figures --year 2018..2020 --body mivd", lambda bundle: bundle.figures(year="2018..2020", bodies="mivd")),
    _pair("figures uvo.decisions --wide", lambda bundle: bundle.figures("uvo.decisions", wide=True)),
    _pair("figures --conflicts", lambda bundle: bundle.figures(conflicts=True)),
    _pair("figures taps.placed --year 2024", lambda bundle: bundle.figures("taps.placed", year=2024)),
    _pair(
        "figures --doc plan-2024 --doc report-2020 --role norm --role actual",
        lambda bundle: bundle.figures(documents=["plan-2024", "report-2020"], roles=("norm", "actual")),
    ),
    _pair("trend taps", lambda bundle: bundle.trend("taps")),
    _pair(
        "trend uvo complaints --year 2015..2020 --across-breaks --plot none",
        lambda bundle: bundle.trend("uvo", "complaints", year="2015..2020", across_breaks=True, plot="none"),
    ),
    _pair("trend taps --year 2024", lambda bundle: bundle.trend("taps", year=2024)),
    _pair("search kabelinterceptie", lambda bundle: bundle.search("kabelinterceptie")),
    _pair(
        "search cyber --doc report-2020 --limit 3 --context 1 --sort place",
        lambda bundle: bundle.search("cyber", documents=["report-2020"], limit=3, context=1, sort="place"),
    ),
    _pair(
        "search kabelinterseptie --in passages,glossary --explain",
        lambda bundle: bundle.search("kabelinterseptie", what=["passages", "glossary"], explain=True),
    ),
    _pair(
        "search cyber --exact --kind plan --theme cyber --year 2024",
        lambda bundle: bundle.search("cyber", exact=True, kinds="plan", themes="cyber", year=2024),
    ),
    _pair("search zxqvwk", lambda bundle: bundle.search("zxqvwk")),
    _pair("search --count cyber", lambda bundle: bundle.search_counts("cyber")),
    _pair("show report-2020:1.1.china/3", lambda bundle: bundle.show("report-2020:1.1.china/3")),
    _pair("show uvo.investigations", lambda bundle: bundle.show("uvo.investigations")),
    _pair("show plan-2025", lambda bundle: bundle.show("plan-2025")),
    _pair("show plan-2024 --quote", lambda bundle: bundle.show("plan-2024", quote=True)),
    _pair("cite plan-2024 taps.placed --dataset", lambda bundle: bundle.cite("plan-2024", "taps.placed", dataset=True)),
    _pair("diff plan-2024 report-2024", lambda bundle: bundle.diff("plan-2024", "report-2024")),
    _pair("diff 2024 --only reported,both", lambda bundle: bundle.diff(2024, only=["reported", "both"])),
    _pair(
        "diff 2020 --method computed --theme cyber --commitments --figures",
        lambda bundle: bundle.diff(2020, method="computed", theme="cyber", parts=["commitments", "figures"]),
    ),
    _pair("diff plan-2020 plan-2024 --quote", lambda bundle: bundle.diff("plan-2020", "plan-2024", quote=True)),
    _pair("diff 2024 --summary", lambda bundle: bundle.diff(2024).counts()),
    _pair("gaps 2024", lambda bundle: bundle.gaps(2024)),
    _pair("glossary", lambda bundle: bundle.glossary()),
    _pair("glossary uvo", lambda bundle: bundle.glossary("uvo")),
    _pair("glossary zxqvwk", lambda bundle: bundle.glossary("zxqvwk")),
    _pair("verify plan-2024", lambda bundle: bundle.verify("plan-2024")),
    _pair("source list", lambda bundle: bundle.sources()),
    _pair("check", lambda bundle: bundle.check()),
]
