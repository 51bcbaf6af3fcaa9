"""Query and compare the public plans and reports of the Dutch military intelligence service, the MIVD.

``load()`` gives the documents, and a method of what it gives is a command of ``mivd``. Nothing here prints, knows an exit code
or keeps a state; what goes wrong is a ``MivdError``.

>>> import mivdcli
>>> bundle = mivdcli.load()
>>> bundle.figures("uvo.investigations-mivd", year=2020)[0].value
15117
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # which type checkers take for true; importing typing would cost every command a part of its time
if TYPE_CHECKING:
    from mivdcli.checks import CheckItem
    from mivdcli.cite import CiteItem
    from mivdcli.corpus import data_version
    from mivdcli.diff.findings import CommitmentFinding, Evidence, FigureFinding, FindingCount, PassageFinding, ThemeFinding
    from mivdcli.errors import DataError, MissingExtra, MivdError, OutputError, Problem, SourceError, UnknownId, UsageError
    from mivdcli.export import ExportItem
    from mivdcli.gaps import GapItem
    from mivdcli.glossary import TermItem
    from mivdcli.items import CommitmentItem, DocumentItem, FigureItem, Item, PassageItem, ThemeItem
    from mivdcli.library.answer import Answer
    from mivdcli.library.bundle import Bundle, load
    from mivdcli.library.comparison import Comparison
    from mivdcli.search import CountItem, HitItem
    from mivdcli.show import SeriesItem
    from mivdcli.sources.keep import SourceItem
    from mivdcli.sources.verify import VerifyItem
    from mivdcli.trend import TrendItem

_HOMES = {
    "checks": "CheckItem",
    "cite": "CiteItem",
    "corpus": "data_version",
    "diff.findings": "CommitmentFinding Evidence FigureFinding FindingCount PassageFinding ThemeFinding",
    "errors": "DataError MissingExtra MivdError OutputError Problem SourceError UnknownId UsageError",
    "export": "ExportItem",
    "gaps": "GapItem",
    "glossary": "TermItem",
    "items": "CommitmentItem DocumentItem FigureItem Item PassageItem ThemeItem",
    "library.answer": "Answer",
    "library.bundle": "Bundle load",
    "library.comparison": "Comparison",
    "search": "CountItem HitItem",
    "show": "SeriesItem",
    "sources.keep": "SourceItem",
    "sources.verify": "VerifyItem",
    "trend": "TrendItem",
}
"""Where each public name is defined, so that importing this package imports nothing else until a name is used."""
__all__ = [
    "Answer",
    "Bundle",
    "CheckItem",
    "CiteItem",
    "CommitmentFinding",
    "CommitmentItem",
    "Comparison",
    "CountItem",
    "DataError",
    "DocumentItem",
    "Evidence",
    "ExportItem",
    "FigureFinding",
    "FigureItem",
    "FindingCount",
    "GapItem",
    "HitItem",
    "Item",
    "MissingExtra",
    "MivdError",
    "OutputError",
    "PassageFinding",
    "PassageItem",
    "Problem",
    "SeriesItem",
    "SourceError",
    "SourceItem",
    "TermItem",
    "ThemeFinding",
    "ThemeItem",
    "TrendItem",
    "UnknownId",
    "UsageError",
    "VerifyItem",
    "__version__",
    "data_version",
    "load",
]

if not TYPE_CHECKING:  # a type checker would believe it of every misspelt name

    def __getattr__(name: str) -> object:
        for module, names in _HOMES.items():
            if name in names.split():
                from importlib import import_module

                found = globals()[name] = getattr(import_module(f"mivdcli.{module}"), name)
                return found
        raise AttributeError(f"module 'mivdcli' has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
