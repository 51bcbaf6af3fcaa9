"""The one way in which our TOML files are written, so that two people who edit the same fact make the same bytes.

Keys stand in the order of the model; texts are literal strings where they can be (they parse fastest and read as they
are); a list of tables is ``[[name]]`` at the top and a list of inline tables below it.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from mivdcli.model import Record
from mivdcli.parse import fields_of, inner_record

_LONGEST_LINE = 120
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def leading_comment(text: str) -> str:
    """The comment lines at the top of a file, the only comments that canonical form keeps."""
    kept = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            break
        kept.append(line)
    comment = "\n".join(kept).strip()
    return comment + "\n\n" if comment else ""


def canonical(data: Mapping[str, Any], kind: type[Record], comment: str = "") -> str:
    """The text of a file that holds ``data``, a record of ``kind``. Parsing it gives ``data`` back."""
    return comment + "".join(_top(ordered(data, kind))).lstrip("\n")


def ordered(data: Any, kind: Any) -> Any:
    """The same values with the keys of every table in the order of the model; unknown keys come last."""
    struct, many = inner_record(kind)
    if struct is None:
        return data
    if many and isinstance(data, list):
        return [ordered(item, struct) for item in data]
    if not isinstance(data, Mapping):
        return data
    fields = fields_of(struct)
    known = {key: ordered(data[key], field.type) for key, field in fields.items() if key in data}
    return known | {key: data[key] for key in data if key not in fields}


def _top(data: Mapping[str, Any]) -> Iterator[str]:
    tables = {key: value for key, value in data.items() if _is_tables(value)}
    yield from (f"{key} = {_value(value)}\n" for key, value in data.items() if key not in tables)
    for key, several in tables.items():
        for table in several:
            yield f"\n[[{key}]]\n"
            yield from (f"{inner} = {_value(value)}\n" for inner, value in table.items())


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
        case list():
            return _list([_value(inner) for inner in value], broken=_is_tables(value))
        case int() | Decimal():
            return str(value)
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _list(parts: list[str], *, broken: bool) -> str:
    line = "[" + ", ".join(parts) + "]"
    if len(line) <= _LONGEST_LINE and not broken:
        return line
    return "[\n" + "".join(f"    {part},\n" for part in parts) + "]"


def _key(key: str) -> str:
    plain = key.replace("-", "").replace("_", "")
    return key if plain.isascii() and plain.isalnum() else _text(key)


def _text(text: str) -> str:
    if _CONTROL.search(text) or "'''" in text or text.endswith("'"):
        return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
    return f"'''{text}'''" if "'" in text else f"'{text}'"
