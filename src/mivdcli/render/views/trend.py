"""``mivd trend``"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mivdcli.corpus import Corpus
from mivdcli.period import first_day, ranges
from mivdcli.render.chart import Beside, Chart, Point
from mivdcli.render.view import Grid, Head, Page, View, cell_text, fields_of, records_of
from mivdcli.render.views.common import EXTENT, in_language, lines
from mivdcli.render.views.figures import number
from mivdcli.trend import Trend, TrendItem

PLOTS = ("bar", "line", "none")
WORDS = {
    "nl": {
        "source": "Bron", "missing": "onbekend", "known": "bekend", "of": "van", "years": "jaren", "break": "breuk",
        "press": "pers", "full": "volledig beschreven", "partial": "gedeeltelijk bekend",
        "secondary": "alleen bekend uit berichten en pers", "none": "bestaan bekend, niet gezien",
    },
    "en": {
        "source": "Source", "missing": "not known", "known": "known", "of": "of", "years": "years", "break": "break",
        "press": "press", **EXTENT,
    },
}  # fmt: skip
"""A picture leaves the program's page, so its few words are in the reader's language."""


def view(trend: Trend, query: dict[str, Any], warnings: tuple[str, ...], corpus: Corpus, plot: str) -> View:
    records = records_of(trend.items)
    return View(
        name="trend", query=query, fields=fields_of(TrendItem), records=records, warnings=warnings,
        page=lambda lang: _page(records, corpus, lang, plot),
    )  # fmt: skip


def _page(records: list[dict[str, Any]], corpus: Corpus, lang: str, plot: str) -> Page:
    groups = [list(rows) for _, rows in groupby(records, key=lambda record: (record["series"], record["dimensions"]))]
    return Page(grids=tuple(_grid(rows, corpus, lang, plot) for rows in groups))


def _grid(rows: list[dict[str, Any]], corpus: Corpus, lang: str, plot: str) -> Grid:
    beside = any(row["beside"] for row in rows)
    drawn = plot != "none" and _moves(rows)
    heads = (
        Head("year", whole=True), Head("number", right=True), Head("change", right=True),
        *((Head("target or norm", right=True),) if beside else ()), Head("where"),
    )  # fmt: skip
    return Grid(
        title=_title(rows[0], lang), heads=heads, rows=[_row(row, lang, beside=beside) for row in rows],
        notes=tuple(_notes(rows, corpus, lang)), chart=_chart(rows, corpus, lang, line=plot == "line") if drawn else None,
    )  # fmt: skip


def _row(row: dict[str, Any], lang: str, *, beside: bool) -> tuple[str, ...]:
    marks = [f"≠ {WORDS[lang]['break']} {moment['at']}" for moment in row["breaks"]]
    press = None if row["official"] in (True, None) else WORDS[lang]["press"]
    targets = (f"{number({**one, 'unit': row['unit']}, lang)}\n({one['role']})" for one in row["beside"])
    return (
        lines(row["period"], *marks),
        _number(row, lang),
        _change(row, lang),
        *((lines(*targets),) if beside else ()),
        lines(row["ref"], *(f"= {ref}" for ref in row["also"]), press),
    )


def _number(row: dict[str, Any], lang: str) -> str:
    return number(row, lang) if row["ref"] else f"– {WORDS[lang]['missing']}"


def _change(row: dict[str, Any], lang: str) -> str:
    share = None if row["change_percent"] is None else f"({_signed(row['change_percent'])}%)"
    told = None if row["change"] is None else " ".join(filter(None, (_signed(row["change"]), share)))
    return lines(told, in_language(row, "change_note", lang))


def _signed(value: Any) -> str:
    text = str(value)
    return f"+{text}" if text.strip("-0.") and not text.startswith("-") else text


def _title(row: dict[str, Any], lang: str) -> str:
    inner = cell_text(row["dimensions"])
    return f"{in_language(row, 'label', lang)} ({', '.join(filter(None, (inner, row['body'])))})"


def _notes(rows: list[dict[str, Any]], corpus: Corpus, lang: str) -> Iterator[str]:
    """What is counted and where that changes, what the years say, the source, and how much of it is known."""
    series = corpus.series[rows[0]["series"]]
    yield series.counts_nl if lang == "nl" else series.counts_en
    for moment in series.breaks:
        yield f"≠ {moment.at}: {moment.note_nl if lang == 'nl' else moment.note_en}"
    for note, several in groupby((row for row in rows if row["ref"]), key=lambda row: in_language(row, "note", lang)):
        if note:
            yield f"{', '.join(row['period'] for row in several)}: {note}"
    yield "change: against the year before; per cent rounded to 0.1; ◆ in the chart: target, forecast or norm"
    yield from _origin(rows, corpus, lang)


def _origin(rows: Sequence[dict[str, Any]], corpus: Corpus, lang: str) -> Iterator[str]:
    """The source line and the coverage, which go wherever the numbers go."""
    words = WORDS[lang]
    told = [(row["source"], row["document"]) for row in rows if row["ref"]]
    told += [(one["source"], one["document"]) for row in rows for one in row["beside"]]
    by_source: dict[str, list[str]] = {}
    for source, document in told:
        by_source.setdefault(source or document, []).append(document)
    yield f"{words['source']}: " + "; ".join(f"{name} ({', '.join(dict.fromkeys(ids))})" for name, ids in by_source.items())
    for id in dict.fromkeys(document for _, document in told):
        document = corpus.document(id)
        scope = document.scope_nl if lang == "nl" else document.scope_en
        yield f"{id}: {words[document.coverage]}" + ("" if document.coverage == "full" else f". {scope}")
    yield _known(rows, words)


def _known(rows: Sequence[dict[str, Any]], words: Mapping[str, str]) -> str:
    years = sorted({row["year"] for row in rows if row["status"] != "other-period"})
    known = sorted({row["year"] for row in rows if row["status"] in ("known", "conflict")})
    total = f"{years[0]}-{years[-1]}: " if years else ""
    told = f"{total}{len(known)} {words['of']} {len(years)} {words['years']} {words['known']}"
    missing = [year for year in years if year not in known]
    return f"{told}; {words['missing']}: {ranges(missing)}" if missing else told


def _moves(rows: Sequence[dict[str, Any]]) -> bool:
    """Whether there are two years to draw, counting what stands beside."""
    drawn = [row for row in rows if row["status"] != "other-period"]
    told = [row["year"] for row in drawn if row["value"] is not None or any(one["value"] is not None for one in row["beside"])]
    return len(set(told)) > 1


def _chart(rows: Sequence[dict[str, Any]], corpus: Corpus, lang: str, *, line: bool) -> Chart:
    annual = [row for row in rows if row["status"] != "other-period"]
    years = {row["year"]: [other for other in annual if other["year"] == row["year"]] for row in annual}
    series = corpus.series[rows[0]["series"]]
    return Chart(
        title=_title(rows[0], lang),
        unit=series.unit,
        points=tuple(_point(year, same, lang) for year, same in years.items()),
        beside=tuple(
            Beside(
                row["year"],
                float(one["value"]),
                f"{one['role']}: {number({**one, 'unit': row['unit']}, lang)}".replace("\n", " "),
            )
            for row in annual
            for one in row["beside"]
            if one["value"] is not None
        ),
        breaks=tuple((_moment(moment.at), f"{WORDS[lang]['break']} {moment.at}") for moment in series.breaks),
        line=line,
        notes=tuple(_origin(rows, corpus, lang)),
    )


def _point(year: int, rows: Sequence[dict[str, Any]], lang: str) -> Point:
    """A year that two documents give differently has no height: which of them is right is not for a picture to say."""
    label = " / ".join(_number(row, lang) for row in rows)
    height = float(rows[0]["value"]) if len(rows) == 1 and rows[0]["value"] is not None else None
    return Point(year, height, label.replace("\n", " "))


def _moment(at: str) -> float:
    """2018-10-01 as 2018.75: enough for a place on an axis."""
    year, month, day = map(int, first_day(at).split("-"))
    return year + (month - 1) / 12 + (day - 1) / 366
