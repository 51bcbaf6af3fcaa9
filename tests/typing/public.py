"""What a type checker must know of the public names. Nothing here runs: mypy reads it in the project and beside a wheel.

A line that is wrong on purpose carries the error it must give; ``--strict`` complains where it gives none.
"""

from decimal import Decimal
from typing import Any, assert_type

import mivdcli

bundle = mivdcli.load()
assert_type(bundle, mivdcli.Bundle)
assert_type(mivdcli.load("my-data", sources="texts", lang="en"), mivdcli.Bundle)
assert_type(mivdcli.__version__, str)
assert_type(mivdcli.data_version(), str)

assert_type(bundle.documents(), mivdcli.Answer[mivdcli.DocumentItem])
assert_type(bundle.themes(2024), mivdcli.Answer[mivdcli.ThemeItem])
assert_type(bundle.figures("uvo", year=2020), mivdcli.Answer[mivdcli.FigureItem])
assert_type(bundle.trend("taps", year="2018..2022"), mivdcli.Answer[mivdcli.TrendItem])
assert_type(bundle.search("cyber", documents=["plan-2024"], limit=5), mivdcli.Answer[mivdcli.HitItem])
assert_type(bundle.search_counts("cyber"), mivdcli.Answer[mivdcli.CountItem])
assert_type(bundle.show("plan-2024"), mivdcli.Answer[mivdcli.PassageItem | mivdcli.SeriesItem])
assert_type(bundle.cite("plan-2024"), mivdcli.Answer[mivdcli.CiteItem])
assert_type(bundle.diff(2024), mivdcli.Comparison)
assert_type(bundle.diff(2024).counts(), mivdcli.Answer[mivdcli.FindingCount])
assert_type(bundle.gaps(2024), mivdcli.Answer[mivdcli.GapItem])
assert_type(bundle.glossary("uvo"), mivdcli.Answer[mivdcli.TermItem])
assert_type(bundle.sources(), mivdcli.Answer[mivdcli.SourceItem])
assert_type(bundle.verify("plan-2024"), mivdcli.Answer[mivdcli.VerifyItem])
assert_type(bundle.check(), mivdcli.Answer[mivdcli.CheckItem])
assert_type(bundle.export("folder"), mivdcli.Answer[mivdcli.ExportItem])

figures = bundle.figures()
assert_type(figures[0], mivdcli.FigureItem)
assert_type(figures[:2], tuple[mivdcli.FigureItem, ...])
assert_type(figures[0].value, int | Decimal | None)
assert_type(figures[0].printed, str | None)
assert_type([item.ref for item in figures], list[str])
assert_type(figures.to_records(), list[dict[str, Any]])
assert_type(figures.to_json(), str)
assert_type(figures.warnings, tuple[str, ...])
assert_type(figures.query, dict[str, Any])

found = bundle.diff("plan-2024", "report-2024", only="reported", parts=("commitments",))
assert_type(found.left, mivdcli.DocumentItem)
assert_type(found.comparable, bool)
assert_type(found.commitments, tuple[mivdcli.CommitmentFinding, ...])
assert_type(found.commitments[0].evidence, tuple[mivdcli.Evidence, ...])
assert_type(found.themes, tuple[mivdcli.ThemeFinding, ...])
assert_type(found.figures, tuple[mivdcli.FigureFinding, ...])
assert_type(found.passages, tuple[mivdcli.PassageFinding, ...])

shown = bundle.show("report-2020:1.1.china/3")[0]
if isinstance(shown, mivdcli.PassageItem):
    assert_type(shown.text_en, str)
    assert_type(shown.figures, tuple[mivdcli.FigureItem, ...])
else:
    assert_type(shown, mivdcli.SeriesItem)

try:
    bundle.themes("plan-2042")
except mivdcli.UnknownId as unknown:
    assert_type(unknown.known, tuple[str, ...])
except mivdcli.DataError as damaged:
    assert_type(damaged.problems, tuple[mivdcli.Problem, ...])
except (mivdcli.MissingExtra, mivdcli.SourceError, mivdcli.OutputError, mivdcli.UsageError, mivdcli.MivdError) as error:
    assert_type(error.hint, str)


def any_answer(answer: mivdcli.Answer[mivdcli.Item]) -> int:
    """An answer of any kind fits: its items can only be read."""
    return len(answer)


any_answer(bundle.gaps(2024))
any_answer(found)

_ = mivdcli.figurse  # type: ignore[attr-defined]
_ = figures[0].valeu  # type: ignore[attr-defined]
figures[0].value = 3  # type: ignore[misc]
bundle.figures(years=2020)  # type: ignore[call-arg]
bundle.trend("taps", plot="pie")  # type: ignore[arg-type]
mivdcli.load(lang="de")  # type: ignore[arg-type]
_ = shown.text_en  # type: ignore[union-attr]
