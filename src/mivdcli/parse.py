"""From what a TOML file holds to records, strictly; a file that is wrong is refused once, with every problem in it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec.structs

from mivdcli.errors import DataError, Problem
from mivdcli.kinds import Coverage
from mivdcli.model import Document, Record

R = TypeVar("R", bound=Record)
MOST_PROBLEMS = 100
"""Of one file; who has mended so many asks again."""
MOST_DIGITS = 30
"""Before and after the decimal point of a figure."""
LONGEST_KEY = 40
"""A longer key is no misspelling of ours, and looking for the nearest would take long."""
_EXACT = (Decimal,)
"""Told to msgspec so that a decimal is taken as it is and a text or a float is never turned into one."""


def record(kind: type[R], data: Mapping[str, Any], file: str) -> R:
    """``data`` as a record of ``kind``.

    Raises DataError with all problems (unknown or missing keys, wrong types, wrong forms), each with its key path.
    """
    try:
        return msgspec.convert(data, kind, builtin_types=_EXACT)
    except msgspec.ValidationError as error:
        problems = list(islice(_problems(data, kind, "", file), MOST_PROBLEMS + 1))
        if len(problems) > MOST_PROBLEMS:
            problems[-1] = Problem("too-many", file, "", f"more than {MOST_PROBLEMS} problems; the rest is not listed")
        raise DataError(problems or [Problem("schema", file, "", str(error))]) from None
    except RecursionError:
        raise DataError([Problem("schema", file, "", "nested too deeply")]) from None


def document(data: Mapping[str, Any], file: str) -> Document:
    """A whole document whose inner references hold: unique locators, known sections, figures and commitments in passages."""
    result = record(Document, data, file)
    problems = [*_repeated(result, file), *_dangling(result, file), *_coverage(result, file), *_endless(result, file)]
    if problems:
        raise DataError(problems)
    return result


def _problems(value: Any, kind: Any, path: str, file: str) -> Iterator[Problem]:
    """Every problem of one value; msgspec itself stops at the first, so this walks the records one by one."""
    struct, many = inner_record(kind)
    if struct is None:
        yield from _plain(value, kind, path, file)
    elif value is None:
        return
    elif many and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _problems(item, struct, f"{path}[{index}]", file)
    elif not many and isinstance(value, Mapping):
        yield from _fields(value, struct, path, file)
    else:
        expected = f"a list of {struct.__name__} tables" if many else f"a {struct.__name__} table"
        yield Problem("type", file, path, f"got {type(value).__name__}", expected)


@cache
def fields_of(struct: type[Record]) -> dict[str, msgspec.structs.FieldInfo]:
    """By their names in a file. Kept, because finding them out takes longer than reading a record."""
    return {field.encode_name: field for field in msgspec.structs.fields(struct)}


def _fields(value: Mapping[str, Any], struct: type[Record], path: str, file: str) -> Iterator[Problem]:
    fields = fields_of(struct)
    for key in value:
        if key not in fields:
            import difflib

            near = difflib.get_close_matches(key, fields, 1) if len(key) <= LONGEST_KEY else []
            expected = near[0] if near else "one of " + ", ".join(fields)
            shown = key if len(key) <= LONGEST_KEY else f"{key[:LONGEST_KEY]}…"
            yield Problem("unknown-key", file, _join(path, shown), "unknown key", expected)
    for key, field in fields.items():
        if key in value:
            yield from _problems(value[key], field.type, _join(path, key), file)
        elif field.required:
            yield Problem("missing-key", file, _join(path, key), "missing", _describe(field.type))


def _plain(value: Any, kind: Any, path: str, file: str) -> Iterator[Problem]:
    try:
        msgspec.convert(value, kind, builtin_types=_EXACT)
    except msgspec.ValidationError as error:
        reason, _, inner = str(error).partition(" - at `$")
        yield Problem("value", file, path + inner.rstrip("`"), f"{reason}, got {_shown(value)}"[:300], _describe(kind))


def _shown(value: Any) -> str:
    """A value in a message: as Python writes it, without walking through all of a large or deep one."""
    from reprlib import Repr

    short = Repr()
    short.maxstring = short.maxother = short.maxlong = 200
    return short.repr(value)


@cache
def inner_record(kind: Any) -> tuple[type[Record] | None, bool]:
    """The record type inside ``kind`` and whether it stands in a list, looking through Annotated, ``| None``, ``tuple``."""
    if get_origin(kind) is Annotated:
        return inner_record(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        inner = [part for part in get_args(kind) if part is not type(None)]
        return inner_record(inner[0]) if len(inner) == 1 else (None, False)
    if get_origin(kind) is tuple:
        return inner_record(get_args(kind)[0])[0], True
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind, False
    return None, False


def _describe(kind: Any) -> str:
    """What a value should look like, in words: the description of the type's own constraint or its choices."""
    for part in (kind, *get_args(kind)):
        if get_origin(part) is Annotated:
            for constraint in get_args(part)[1:]:
                if getattr(constraint, "description", None):
                    return str(constraint.description)
        if isinstance(part, type) and hasattr(part, "__members__"):
            return "one of " + ", ".join(str(member.value) for member in part.__members__.values())
    return kind.__name__ if isinstance(kind, type) else ""


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _repeated(document: Document, file: str) -> Iterator[Problem]:
    for name, ids in (
        ("sections", [section.id for section in document.sections]),
        ("passages", [passage.locator for passage in document.passages]),
        ("commitments", [commitment.id for commitment in document.commitments]),
        ("figures", [_figure_key(figure) for figure in document.figures]),
    ):
        yield from repeated(ids, name, file)


def _figure_key(figure: Any) -> tuple[Any, ...]:
    place = figure.locator or (figure.source.url if figure.source else "")
    return (figure.series, figure.period, *sorted(figure.dimensions.items()), figure.role, place, figure.value)


def repeated(ids: Sequence[Any], name: str, file: str) -> Iterator[Problem]:
    """A problem for each id that stands a second time in the list ``name``."""
    seen: dict[Any, int] = {}
    for index, item in enumerate(ids):
        if item in seen:
            yield Problem("duplicate", file, f"{name}[{index}]", f"{item} stands already at {name}[{seen[item]}]")
        else:
            seen[item] = index


def _dangling(document: Document, file: str) -> Iterator[Problem]:
    sections = {section.id for section in document.sections}
    locators = {passage.locator for passage in document.passages}
    for index, passage in enumerate(document.passages):
        if passage.section not in sections:
            yield Problem("unknown-section", file, f"passages[{index}].locator", f"no section {passage.section}")
    for name, wanted in (
        ("commitments", [commitment.locator for commitment in document.commitments]),
        ("figures", [figure.locator for figure in document.figures]),
    ):
        for index, locator in enumerate(wanted):
            if locator is not None and locator not in locators:
                yield Problem("unknown-locator", file, f"{name}[{index}].locator", f"no passage {locator}")


def _endless(document: Document, file: str) -> Iterator[Problem]:
    """TOML knows ``nan``, ``inf`` and ``1e999999999``; no page prints them, and written out the last would fill the memory."""
    for index, figure in enumerate(document.figures):
        if figure.value is not None and not _is_printable(Decimal(figure.value)):
            told = f"{_shown(str(figure.value))} is no number that a page prints"
            yield Problem("value", file, f"figures[{index}].value", told, f"a finite number of at most {MOST_DIGITS} digits")


def _is_printable(value: Decimal) -> bool:
    return value.is_finite() and value.adjusted() < MOST_DIGITS and value.as_tuple().exponent > -MOST_DIGITS  # type: ignore[operator]


def _coverage(document: Document, file: str) -> Iterator[Problem]:
    """A passage rests either on its official paragraph, proved by a fingerprint, or on named sources."""
    full = document.coverage is Coverage.FULL
    for index, passage in enumerate(document.passages):
        path = f"passages[{index}]"
        proved = passage.incipit is not None and passage.chars is not None and passage.sha256 is not None
        if full and not proved:
            yield Problem("fingerprint", file, path, "no incipit, chars and sha256", "all three, since coverage is full")
        if not full and (not passage.sources or passage.attribution is None):
            yield Problem("provenance", file, path, "no sources or no attribution", "both, since coverage is not full")
    if document.coverage is Coverage.NONE and (document.passages or document.commitments):
        yield Problem("coverage", file, "coverage", "passages or commitments in a document that was not seen", "partial")
