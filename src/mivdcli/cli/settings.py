"""What a reader may set once instead of typing it every time, and which of several places decides.

A flag decides before the program's own variable (``MIVD_LANG``), that before the settings file, that before what is usual.
A variable that many programs share (``PAGER``, ``NO_COLOR``) is asked after the file: whoever sets something for this
program alone means more by it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from mivdcli.cli.config_file import ConfigError, config_path, read
from mivdcli.errors import MivdError, UnknownId

FORMATS = ("table", "vertical", "tsv", "csv", "json", "jsonl", "md", "html")
"""For every answer."""
LANGUAGES = ("nl", "en")
COLORS = ("auto", "always", "never")


class Key(NamedTuple):
    """One thing that can be set."""

    name: str
    """Its key in the settings file."""
    variable: str
    what: str
    """What its values are called in an error."""
    choices: tuple[str, ...] = ()
    """Empty where any text will do."""
    usual: str | None = None
    shared: str | None = None
    """A variable of all programs, asked after the file."""
    empty: bool = False
    """Whether an empty text is an answer too; else an empty variable counts as none."""


KEYS = {
    key.name: key
    for key in (
        Key("format", "MIVD_FORMAT", "format", FORMATS),
        Key("lang", "MIVD_LANG", "language", LANGUAGES, "nl"),
        Key("color", "MIVD_COLOR", "colour choice", COLORS, "auto"),
        Key("data", "MIVD_DATA", "folder"),
        Key("sources", "MIVD_SOURCES", "folder"),
        Key("pager", "MIVD_PAGER", "command", (), "less -FRX", "PAGER", empty=True),
        Key("hyperlinks", "MIVD_HYPERLINKS", "choice of hyperlinks", COLORS, "auto"),
    )
}


class Setting(NamedTuple):
    """A value with the place that decided it."""

    key: str
    value: str | None
    source: str
    """``environment``, ``file`` or ``default``."""
    where: str | None
    """The variable, or the path of the file."""


class Settings:
    """The settings of one run; nothing is read before something is asked.

    ``forgiving`` is for the command that shows them: it passes over what cannot be, and keeps it in ``problems``.
    """

    def __init__(self, *, forgiving: bool = False) -> None:
        self.forgiving = forgiving
        self.problems: dict[str | None, MivdError] = {}
        """What was passed over, by key; None for the file as a whole."""

    @cached_property
    def path(self) -> Path | None:
        return config_path()

    @cached_property
    def in_file(self) -> dict[str, str]:
        """What the file sets, every line of it checked. Raises ConfigError or UnknownId."""
        if self.path is None:
            return {}
        try:
            lines = read(self.path)
        except ConfigError as error:
            self._pass_over(None, error)
            return {}
        found = {}
        for name, value in lines.items():
            try:
                found[name] = _from_file(name, value, self.path)
            except MivdError as error:
                self._pass_over(name, error)
        return found

    def find(self, name: str, *, used: bool = True) -> Setting:
        """The value of a key and where it is from. Raises ConfigError or UnknownId where a place says what cannot be.

        ``used`` where the value is about to be: a folder that has gone matters to nobody whose flag names another.
        """
        key = KEYS[name]
        for source, where, value in self._places(key):
            if value is not None and (value.strip() or key.empty):
                try:
                    _check(key, value, where, used=used)
                    return Setting(name, value, source, where)
                except MivdError as error:
                    self._pass_over(name, error)
        return Setting(name, key.usual, "default", None)

    def _places(self, key: Key) -> Iterator[tuple[str, str, str | None]]:
        """From the one that decides first to the last; the file is not touched where a variable has decided."""
        yield "environment", key.variable, os.environ.get(key.variable)
        yield "file", str(self.path), self.in_file.get(key.name)
        if key.shared is not None:
            yield "environment", key.shared, os.environ.get(key.shared)

    def _pass_over(self, name: str | None, error: MivdError) -> None:
        if not self.forgiving:
            raise error
        self.problems.setdefault(name, error)

    def check(self) -> None:
        """Raises what is wrong with the settings, whether this command needs them or not: a slip must not lie in wait."""
        _ = self.in_file
        for name in KEYS:
            self.find(name, used=False)

    def value(self, name: str) -> str | None:
        return self.find(name).value


def _check(key: Key, value: str, where: str, *, used: bool) -> None:
    if key.choices and value not in key.choices:
        raise UnknownId(key.what, value, key.choices, where=f"in {where}", hint=f"{key.name} takes " + ", ".join(key.choices))
    if used and key.name == "data" and not Path(value).is_dir():
        hint = "it takes a folder with plans/2025.toml and the like"
        raise ConfigError(f'data in {where}: "{value}" is not a folder', hint=hint)


def _from_file(name: str, value: Any, path: Path) -> str:
    """The value of a line in the file; a folder is relative to the folder of the file."""
    if name not in KEYS:
        raise UnknownId("key", name, list(KEYS), where=f"in {path}", hint="keys: " + ", ".join(KEYS))
    key = KEYS[name]
    if not isinstance(value, str) or not (value.strip() or key.empty):
        expected = "one of " + ", ".join(f'"{choice}"' for choice in key.choices) if key.choices else "a text in quotes"
        raise ConfigError(f"{name} in {path} is {_kind(value)}", hint=f"{name} takes {expected}")
    _check(key, value, str(path), used=False)
    if "\0" in value:  # neither a path nor a command can hold it
        raise ConfigError(f"{name} in {path} has a NUL character in it", hint=f"{name} takes the name of a {key.what}")
    return str(path.parent / os.path.expanduser(value)) if key.what == "folder" else value  # noqa: PTH111 - raises for NUL alone


def _kind(value: Any) -> str:
    """What a value of the file is, in the words of TOML."""
    names = {bool: "true or false", list: "a list", dict: "a table", str: "an empty text"}
    return names.get(type(value), "a number or a date")


_CURRENT: ContextVar[Settings | None] = ContextVar("settings", default=None)


def current() -> Settings:
    """The settings of this run."""
    return _CURRENT.get() or Settings()


@contextmanager
def fresh(*, forgiving: bool = False) -> Iterator[None]:
    """A run reads its settings once, and no run those of another."""
    token = _CURRENT.set(Settings(forgiving=forgiving))
    try:
        yield
    finally:
        _CURRENT.reset(token)


def json_usual() -> bool:
    """Whether the settings ask for JSON; false where they are broken, for then an error about them is on its way."""
    try:
        return current().value("format") == "json"
    except MivdError:
        return False


def with_settings(command: Any) -> Any:
    """The command, and those below it, with the settings as what its options are when they are not typed.

    Asked only then, so that ``--help`` works and a flag decides whatever the file says.
    """
    for inner in getattr(command, "commands", {}).values():
        with_settings(inner)
    for parameter in command.params:
        if parameter.name in ("lang", "color", "data"):
            if parameter.show_default:
                parameter.show_default = KEYS[parameter.name].usual
            parameter.default = _asked(parameter.name)
    return command


def _asked(name: str) -> Any:
    return lambda: current().value(name)
