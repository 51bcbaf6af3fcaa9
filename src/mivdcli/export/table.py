"""The shape of a table, before any format has touched it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

Value = str | int | bool | Decimal | None


class Column(NamedTuple):
    name: str
    type: str = "string"
    """``string``, ``integer``, ``boolean`` or ``number`` (exact: written as digits, never through a float)."""


class Foreign(NamedTuple):
    """These columns lead to the key of another table; where one of them is empty they lead nowhere."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class Table(NamedTuple):
    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    foreign: tuple[Foreign, ...] = ()


def columns(names: str) -> tuple[Column, ...]:
    """``"id year:integer"`` as columns."""
    return tuple(Column(name, type or "string") for name, _, type in (word.partition(":") for word in names.split()))


def leads(*pairs: str) -> tuple[Foreign, ...]:
    """``"document documents.id"``, ``"document,section sections.document,id"`` as foreign keys."""
    found = []
    for pair in pairs:
        here, _, there = pair.partition(" ")
        table, _, key = there.partition(".")
        found.append(Foreign(tuple(here.split(",")), table, tuple(key.split(","))))
    return tuple(found)
