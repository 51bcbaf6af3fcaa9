"""The documents with everything that can be asked of them. A method is a command; docs/library.md lays the two side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mivdcli.corpus import Corpus, data_version
from mivdcli.library.given import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike
    from typing import Literal

    from mivdcli.checks import CheckItem
    from mivdcli.cite import CiteItem
    from mivdcli.export import ExportItem
    from mivdcli.gaps import GapItem
    from mivdcli.glossary import TermItem
    from mivdcli.items import DocumentItem, FigureItem, PassageItem, ThemeItem
    from mivdcli.library.answer import Answer
    from mivdcli.library.comparison import Comparison
    from mivdcli.search import CountItem, HitItem
    from mivdcli.show import SeriesItem
    from mivdcli.sources.keep import SourceItem
    from mivdcli.sources.store import Store
    from mivdcli.sources.verify import VerifyItem
    from mivdcli.trend import TrendItem


def load(
    data: str | PathLike[str] | None = None, *, sources: str | PathLike[str] | None = None, lang: Literal["nl", "en"] = "nl"
) -> Bundle:
    """The bundled documents and, if ``data`` names a folder, your own beside them. Nothing is read until it is needed.

    ``sources`` is the folder of the official texts that you have; left out, it is the one that ``mivd source`` keeps, and it is
    looked at only for what needs them. ``lang`` is the language in which tables are shown to people; the items always hold
    both. Neither ``MIVD_DATA`` nor any setting of the command line is looked at. Raises UsageError where ``data`` is no
    folder and UnknownId for a language that is not there.

    >>> import mivdcli
    >>> bundle = mivdcli.load(lang="en")
    >>> bundle.figures("uvo.investigations", year=2020)[0].printed
    '47.791'
    """
    corpus = Corpus(None if data is None else Path(data))
    return Bundle(corpus, sources=None if sources is None else Path(sources), lang=language(lang))


class Bundle:
    """The documents, ready to be asked; ``load`` makes one.

    Each method answers what the command of its name answers. Whatever takes a list also takes one value alone, and a year is
    ``2020`` or ``"2018..2022"``. Every method raises UnknownId, with the ids that there are in ``known``, for a name that
    the data does not hold, UsageError for any other question that makes no sense, and DataError where a file that the
    answer needs is damaged. A question that nothing answers is an empty answer, whose ``warnings`` say what that means.

    A document is read when it is first needed and at most once: a bundle goes on answering from what it has read when files
    change afterwards, and a new ``load`` sees them as they are then. Bundles share nothing that can change, so several can
    live side by side, and one can be asked from several threads.

    >>> import mivdcli
    >>> mivdcli.load()
    <mivdcli.Bundle: data 20...>
    """

    def __init__(self, corpus: Corpus, *, sources: Path | None = None, lang: str = "nl") -> None:
        self.corpus = corpus
        """The documents as they stand in the files (the types of ``mivdcli.model``), for what no question asks."""
        self.lang = lang
        self._sources = sources

    def __repr__(self) -> str:
        own = "".join(f" + {folder}" for folder in self.corpus.folders[1:])
        return f"<mivdcli.Bundle: data {data_version()}{own}>"

    def store(self) -> Store:
        """The official texts that are here. Opened anew for every question, because ``mivd source`` may have added one."""
        from mivdcli.sources.store import Store

        return Store(self._sources)

    def documents(self) -> Answer[DocumentItem]:
        """What is known of, how completely, and from which source: ``mivd documents``.

        >>> import mivdcli
        >>> [item.id for item in mivdcli.load().documents() if item.coverage == "full"]
        ['plan-2024', 'report-2020']
        """
        from mivdcli.library.questions.documents import documents

        return documents(self)

    def themes(self, about: int | str | None = None) -> Answer[ThemeItem]:
        """The themes of a year (its plan beside its report), of a document, or of all: ``mivd themes``.

        ``passages``, ``commitments`` and ``figures`` are counts. A document that has nothing on a theme has a row of noughts,
        which is silence only where its ``coverage`` is ``full``.

        >>> import mivdcli
        >>> {item.document for item in mivdcli.load().themes(2024)} == {"plan-2024", "report-2024"}
        True
        """
        from mivdcli.library.questions.themes import themes

        return themes(self, about)

    def figures(
        self,
        about: str | None = None,
        *,
        year: int | str | None = None,
        documents: str | Iterable[str] = (),
        bodies: str | Iterable[str] = (),
        roles: str | Iterable[str] = (),
        conflicts: bool = False,
        wide: bool = False,
    ) -> Answer[FigureItem]:
        """The numbers of a topic (``uvo``), of a series, or all: ``mivd figures``.

        ``value`` is an ``int`` or a ``Decimal``, never a float, in the item's ``unit`` (``count``, ``percent``, ``weeks``,
        ``million-euro``, …); it is None where the document gives no number, and ``qualifier`` says why. ``printed`` is how
        the document has it. ``bodies`` and ``roles`` keep those of ``mivd``, ``joint``, ``aivd`` or ``other`` and of
        ``actual``, ``target``, ``forecast`` or ``norm``; ``conflicts`` keeps what two documents give differently; ``wide``
        sets levels and outcomes side by side in tables for people.

        >>> import mivdcli
        >>> [(f.printed, f.value, f.body) for f in mivdcli.load().figures("uvo.decided-in-time", year=2020)]
        [('gemiddeld 90%', 90, 'joint')]
        """
        from mivdcli.library.questions.figures import figures

        return figures(self, about, year, documents, bodies, roles, conflicts=conflicts, wide=wide)

    def trend(
        self,
        *names: str,
        year: int | str | None = None,
        across_breaks: bool = False,
        plot: Literal["bar", "line", "none"] = "bar",
    ) -> Answer[TrendItem]:
        """Series through the years, or topics for their series of the MIVD: ``mivd trend``.

        Every year from the first figure to the last is an item, those without a figure too (``status`` is ``missing``).
        ``change`` is in the unit of the series, or in percentage points where that is per cent; ``change_percent`` is
        rounded to 0.1. Both are None where nothing may be subtracted, and ``change_note_en`` says why; ``across_breaks``
        subtracts even where another way of counting begins.

        >>> import mivdcli
        >>> row = mivdcli.load().trend("taps.placed", year=2020)[0]
        >>> (row.year, row.value, row.status)
        (2020, 1236, 'known')
        """
        from mivdcli.library.questions.trend import trend

        return trend(self, names, year, across_breaks=across_breaks, plot=plot)

    def search(
        self,
        *queries: str,
        what: str | Iterable[str] = "passages",
        year: int | str | None = None,
        documents: str | Iterable[str] = (),
        themes: str | Iterable[str] = (),
        kinds: str | Iterable[str] = (),
        exact: bool = False,
        limit: int = 20,
        sort: Literal["score", "place"] = "score",
        context: int = 0,
        explain: bool = False,
        report: Callable[[str], None] | None = None,
    ) -> Answer[HitItem]:
        """Passages, and other things, that answer a query, best first: ``mivd search``.

        ``score`` is 0 to 100 within its ``band``; ``why`` says what was found, ``matches`` where in the text. ``what`` names
        ``passages``, ``commitments``, ``figures``, ``sections``, ``glossary`` and ``official``. Several queries are
        answered one after the other (``item.query`` tells them apart), much faster than in several calls. Only a big corpus of
        your own is indexed, in the user's cache folder; ``report`` is called with lines on its progress. Where nothing is
        found, ``warnings`` name the nearest words.

        >>> import mivdcli
        >>> hit = mivdcli.load().search("kabelinterceptie", documents="report-2020", limit=5)[0]
        >>> (hit.band, hit.document)
        ('words', 'report-2020')
        """
        from mivdcli.library.questions.search import Choice, search

        choice = Choice.of(what, year, documents, themes, kinds, exact=exact, limit=limit, sort=sort, context=context)
        return search(self, queries, choice, explain=explain, report=report)

    def search_counts(
        self,
        *queries: str,
        what: str | Iterable[str] = "passages",
        year: int | str | None = None,
        documents: str | Iterable[str] = (),
        themes: str | Iterable[str] = (),
        kinds: str | Iterable[str] = (),
        exact: bool = False,
        limit: int = 20,
        sort: Literal["score", "place"] = "score",
        context: int = 0,
        explain: bool = False,
        report: Callable[[str], None] | None = None,
    ) -> Answer[CountItem]:
        """How many answers each document has for a query, all of them counted: ``mivd search --count``.

        It takes what ``search`` takes, so that a search can be counted by its name alone.

        >>> import mivdcli
        >>> [(one.document, one.count) for one in mivdcli.load().search_counts("kabelinterceptie", year=2020)]
        [('report-2020', 4)]
        """
        from mivdcli.library.questions.search import Choice, search_counts

        choice = Choice.of(what, year, documents, themes, kinds, exact=exact, limit=limit, sort=sort, context=context)
        return search_counts(self, queries, choice, explain=explain, report=report)

    def show(self, name: str, *, quote: bool = False) -> Answer[PassageItem | SeriesItem]:
        """One thing whole: ``mivd show``. Passages in order for a ref, a section or a document; one item for a series.

        With ``quote`` the records have the official wording too, where you have added the text, and ``quotes`` has it by ref.

        >>> import mivdcli
        >>> passage = mivdcli.load().show("report-2020:1.1.china/3")[0]
        >>> passage.ref
        'report-2020:1.1.china/3'
        """
        from mivdcli.library.questions.show import show

        return show(self, name, quote=quote)

    def cite(self, *names: str, style: str | None = None, dataset: bool = False) -> Answer[CiteItem]:
        """What to write below a quotation, in every style: ``mivd cite``. ``dataset`` adds the data of this program as such.

        ``style`` (``legal``, ``nl``, ``en``, ``footnote``, ``biblatex``, ``ris``, ``csl-json``) makes the answer's ``text`` the
        citations in that style, ready to be pasted.

        >>> import mivdcli
        >>> mivdcli.load().cite("plan-2024")[0].legal
        'Kamerstukken II 2023/24, 29924, nr. 255'
        """
        from mivdcli.library.questions.cite import cite

        return cite(self, names, style, dataset=dataset)

    def diff(
        self,
        left: int | str,
        right: str | None = None,
        *,
        method: Literal["curated", "computed", "both"] = "both",
        theme: str | None = None,
        only: str | Iterable[str] = (),
        parts: str | Iterable[str] = (),
        quote: bool = False,
    ) -> Comparison:
        """What was planned and what is known to have come of it, or two documents of a kind: ``mivd diff``.

        A year stands for its plan and report. ``only`` keeps findings of these kinds, ``parts`` those of ``commitments``,
        ``themes``, ``figures`` or ``passages``; ``summary`` goes on counting all. A ``status`` names evidence, never a
        verdict: ``not-found`` is silence of a public report.

        >>> import mivdcli
        >>> found = mivdcli.load().diff("plan-2024", "report-2024")
        >>> (found.left.id, found.right.id, found.comparable)
        ('plan-2024', 'report-2024', False)
        """
        from mivdcli.library.questions.diff import diff

        return diff(self, left, right, method=method, theme=theme, only=only, parts=parts, quote=quote)

    def gaps(self, year: int | str) -> Answer[GapItem]:
        """What the plan, or the report before, had and the report of the year does not mention: ``mivd gaps``.

        >>> import mivdcli
        >>> {gap.status for gap in mivdcli.load().gaps(2024)}
        {'not-comparable'}
        """
        from mivdcli.library.questions.gaps import gaps

        return gaps(self, year)

    def glossary(self, term: str | None = None) -> Answer[TermItem]:
        """What UVO, ABDO, VGB and the like mean, or the whole list: ``mivd glossary``.

        >>> import mivdcli
        >>> [term.abbreviation for term in mivdcli.load().glossary("uvo")]
        ['UVO']
        """
        from mivdcli.library.questions.glossary import glossary

        return glossary(self, term)

    def sources(self) -> Answer[SourceItem]:
        """The official texts that you have: ``mivd source list``. ``size`` is in bytes.

        >>> import mivdcli
        >>> len(mivdcli.load(sources="no-such-folder").sources())
        0
        """
        from mivdcli.library.questions.sources import sources

        return sources(self)

    def verify(self, document: str | None = None, *, file: str | PathLike[str] | None = None) -> Answer[VerifyItem]:
        """Every passage and figure against the official text that you have: ``mivd verify``.

        ``file`` is read as the text of ``document`` and not kept. What differs is an item, not an error: look at ``status``
        (``verified``, ``differs``, ``not-found``, ``could-not-check``). Raises SourceError for a file that cannot be read.

        >>> import mivdcli
        >>> {item.status for item in mivdcli.load(sources="no-such-folder").verify("plan-2024")}
        {'could-not-check'}
        """
        from mivdcli.library.questions.sources import verify

        return verify(self, document, None if file is None else Path(file))

    def check(self) -> Answer[CheckItem]:
        """Every problem of the data, of your own folder where there is one: ``mivd check``. An empty answer is good news.

        >>> import mivdcli
        >>> len(mivdcli.load().check())
        0
        """
        from mivdcli.library.questions.check import check

        return check(self, self.corpus.folders[1] if len(self.corpus.folders) > 1 else None)

    def export(
        self,
        folder: str | PathLike[str],
        *,
        formats: str | Iterable[str] = ("csv", "jsonl", "sqlite"),
        force: bool = False,
        safe_csv: bool = False,
    ) -> Answer[ExportItem]:
        """Write everything into a new folder, and list the files: ``mivd export``. ``bytes`` and ``sha256`` are of each file.

        ``force`` replaces an earlier export, never anything else; ``safe_csv`` makes text of what a spreadsheet would take
        for a formula. Raises OutputError where it cannot be written.

        >>> import mivdcli, tempfile, os
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     written = mivdcli.load().export(os.path.join(folder, "mivd"), formats="csv")
        >>> "datapackage.json" in [item.path for item in written]
        True
        """
        from mivdcli.library.questions.export import export

        return export(self, Path(folder), formats, force=force, safe_csv=safe_csv)
