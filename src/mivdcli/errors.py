"""What can go wrong, as facts; the command line turns them into words and an exit code."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Names = Mapping[str, Sequence[str]]


class Problem(NamedTuple):
    """One thing that is wrong with the data."""

    code: str
    """Stable; docs/data-format.md lists them."""
    file: str
    path: str
    """The place in the file, such as ``passages[3].themes[0]``; empty for the file as a whole."""
    message: str
    expected: str = ""

    def __str__(self) -> str:
        place = f"{self.file}: {self.path}: " if self.path else f"{self.file}: "
        return f"{place}{self.message}" + (f" (expected {self.expected})" if self.expected else "")


class MivdError(Exception):
    """Base of every error that a user can cause or mend: ``message`` says what, ``hint`` what next, ``code`` which one.

    >>> import mivdcli
    >>> try:
    ...     mivdcli.load("no-such-folder")
    ... except mivdcli.MivdError as error:
    ...     error.code, error.message
    ('usage', '"no-such-folder" is not a folder')
    """

    code = "error"

    def __init__(self, message: str, *, hint: str = "", candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.candidates = tuple(candidates)

    def __reduce__(self) -> tuple[Any, ...]:
        """Whole in another process too: Python would call the class again with the message alone."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(kind: type[MivdError], args: tuple[Any, ...], facts: dict[str, Any]) -> MivdError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(facts)
    return error


class UsageError(MivdError):
    """The question itself is wrong: an unknown option, field, format or an impossible combination.

    >>> import mivdcli
    >>> try:
    ...     mivdcli.load().figures(year="last year")
    ... except mivdcli.UsageError as error:
    ...     error.message, error.hint
    ('"last year" is not a year', '--year takes a year or a range: 2020, 2018..2022')
    """

    code = "usage"


class UnknownId(UsageError):
    """An id, year, document, theme, series or locator that the data does not hold.

    ``what`` is the kind of thing in plain words, ``known`` all ids of that kind; the command line looks for the nearest.
    ``where`` narrows it down, such as ``in report-2020``; ``names`` are what people call an id, in Dutch and English.

    >>> import mivdcli
    >>> try:
    ...     mivdcli.load().themes("plan-2042")
    ... except mivdcli.UnknownId as error:
    ...     error.what, error.value, "plan-2024" in error.known
    ('year or document', 'plan-2042', True)
    """

    code = "unknown-id"

    def __init__(
        self, what: str, value: str, known: Sequence[str], *, where: str = "", hint: str = "", names: Names | None = None
    ) -> None:
        super().__init__(f'unknown {what} "{value}"{where and " "}{where}', hint=hint)
        self.what = what
        self.value = value
        self.known = tuple(dict.fromkeys(known))
        self.names = names or {}


class DataError(MivdError):
    """The data is missing, damaged or contradicts itself; every problem found is in ``problems``."""

    code = "data"

    def __init__(self, problems: Sequence[Problem], *, hint: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)), hint=hint)


class SourceError(MivdError):
    """A file that is not, or not wholly, readable as an official text, or a text that could not be had."""

    code = "source"


class MissingExtra(SourceError):
    """A library of the optional extra is not installed."""

    code = "missing-extra"

    def __init__(self, what: str, package: str, *, install: str = "pip install 'mivdcli[sources]'") -> None:
        super().__init__(f"{what} needs the package {package}", hint=f"install it with: {install}")


class OutputError(MivdError):
    """The answer could not be written."""

    code = "output"
