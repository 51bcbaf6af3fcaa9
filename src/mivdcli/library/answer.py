"""What comes back from a question: typed items, how they were asked for, and what must be said beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from msgspec import json

from mivdcli import __version__
from mivdcli.corpus import data_version
from mivdcli.errors import MissingExtra
from mivdcli.items import Item
from mivdcli.library.given import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mivdcli.library.bundle import Bundle
    from mivdcli.render.view import View

ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)


class Answer(Sequence[ItemT_co]):
    """The answer to one question: a sequence of items that never changes.

    The items are frozen and typed: what the command line writes as a key is an attribute here, with its Python type (a decimal
    is a ``Decimal``, a list a ``tuple``). ``to_records`` and the other ``to_…`` give what ``mivd … --format`` writes, to the
    byte.

    >>> import mivdcli
    >>> answer = mivdcli.load().figures("uvo.investigations", year=2020)
    >>> answer
    <mivdcli figures: 1 item>
      series=uvo.investigations  period=2020  printed=47.791  value=47791  qualifier=exact  body=joint  ref=...
    >>> answer.query["year"], answer.warnings, answer.to_records()[0]["value"]
    ('2020', (), 47791)
    """

    __slots__ = ("_items", "_lang", "notices", "quotes", "view")

    view: View
    """The answer as the formats arrange it."""
    notices: tuple[str, ...]
    """What must be known of the data, such as that a document of yours replaces a bundled one; a bundle goes on saying it."""
    quotes: Mapping[str, str | None]
    """The official wording by ref where it was asked for; None where it is not to be had, and ``warnings`` say why."""

    def __init__(
        self,
        items: Sequence[ItemT_co],
        view: View,
        bundle: Bundle,
        quotes: Mapping[str, tuple[str | None, str]] | None = None,
        *,
        notices: Sequence[str] = (),
    ) -> None:
        self._items = tuple(items)
        self._lang = bundle.lang
        self.view = view
        self.notices = tuple(dict.fromkeys((*bundle.corpus.notices, *notices)))
        self.quotes = {ref: text for ref, (text, _) in (quotes or {}).items()}

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[ItemT_co]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> ItemT_co: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[ItemT_co, ...]: ...

    def __getitem__(self, index: int | slice) -> ItemT_co | tuple[ItemT_co, ...]:
        return self._items[index]

    def __eq__(self, other: object) -> bool:
        """Two answers are equal where the same question was asked and the same items came back."""
        if not isinstance(other, Answer):
            return NotImplemented
        return (self.view.name, self.view.query, self._items) == (other.view.name, other.view.query, other._items)

    __hash__ = None  # type: ignore[assignment]  # the items hold dictionaries

    def __reduce__(self) -> NoReturn:
        raise TypeError("an answer cannot be pickled, its items can: list(answer), or answer.to_records()")

    def __copy__(self) -> Answer[ItemT_co]:
        return self

    def __deepcopy__(self, memo: object) -> Answer[ItemT_co]:
        return self

    @property
    def query(self) -> dict[str, Any]:
        """What was asked, as the ``query`` of the JSON envelope."""
        query: dict[str, Any] = _plain(self.view.query)
        return query

    @property
    def warnings(self) -> tuple[str, ...]:
        """What an honest quotation has to say beside the answer: the ``warnings`` of the JSON envelope."""
        return self.view.warnings

    @property
    def text(self) -> str | None:
        """Bare text to be pasted, where a ``style`` was asked for; else None."""
        return self.view.text

    def to_records(self) -> list[dict[str, Any]]:
        """The items as plain dictionaries, which are yours: the keys and values of ``--format jsonl``, decimals as strings."""
        records: list[dict[str, Any]] = _plain(self.view.records)
        return records

    def to_dict(self) -> dict[str, Any]:
        """The whole envelope of ``--format json``, with query, versions and warnings."""
        from json import loads

        envelope: dict[str, Any] = loads(self.to_json())
        return envelope

    def to_json(self) -> str:
        """What ``--format json`` writes."""
        from mivdcli.render import formats

        return "".join(formats.json(self.view, __version__, data_version()))

    def to_jsonl(self) -> str:
        """What ``--format jsonl`` writes."""
        from mivdcli.render import formats

        return "".join(formats.jsonl(self.view))

    def to_csv(self, *, safe: bool = False) -> str:
        """What ``--format csv`` writes: a header, lists joined by ``; ``. Write it with ``newline=""``.

        With ``safe`` what a spreadsheet would take for a formula is text, as with ``--safe-csv``.
        """
        from mivdcli.render import formats

        return "".join(formats.csv(self.view, safe=safe))

    def to_markdown(self, lang: str | None = None) -> str:
        """What ``--format md`` writes, in the language of the bundle or in this one."""
        from mivdcli.render import pages

        return "".join(pages.markdown(self.view.page(language(lang or self._lang))))

    def to_html(self, lang: str | None = None) -> str:
        """What ``--format html`` writes: a page of its own, without script, everything escaped."""
        from mivdcli.render import pages

        return "".join(pages.whole(self.view, language(lang or self._lang)))

    def to_dataframe(self) -> Any:
        """The records as a ``pandas.DataFrame``, a column for each key. Raises MissingExtra where pandas is not installed.

        A decimal is a text there as in JSON; ``pandas.to_numeric`` makes numbers of a column, where losing the exact
        decimals does no harm.
        """
        try:
            pandas = import_module("pandas")
        except ModuleNotFoundError:
            raise MissingExtra("a data frame", "pandas", install="pip install pandas") from None
        return pandas.DataFrame(self.to_records(), columns=list(self.view.fields))

    def __repr__(self) -> str:
        from mivdcli.library.shown import in_words

        return in_words(self)

    def _repr_html_(self) -> str:
        """For notebooks: the first rows of the tables that ``--format html`` shows, with warnings."""
        from mivdcli.library.shown import in_a_notebook

        return in_a_notebook(self, self._lang)


def _plain(value: Any) -> Any:
    """A copy that the caller may change, made of what JSON knows and nothing else."""
    return json.decode(json.encode(value))
