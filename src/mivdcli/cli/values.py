"""What may stand where a help page says YEAR, DOC or FORMAT: the one list, for completion, ``help --json`` and the manual.

A metavar is looked up with its command first, then alone. One in small letters, such as ``nl|en``, names its choices itself.
"""

from typing import NamedTuple

from mivdcli.checks.run import CheckItem
from mivdcli.cite import CiteItem
from mivdcli.cli.answer import DRAWING, FORMATS
from mivdcli.cli.topics import TOPICS
from mivdcli.completion.shells import SHELLS
from mivdcli.diff import STATUSES, Method
from mivdcli.export import FORMATS as EXPORTS
from mivdcli.gaps import GapItem
from mivdcli.glossary import TermItem
from mivdcli.items import DocumentItem, FigureItem, PassageItem, ThemeItem
from mivdcli.kinds import Body, Kind, Role
from mivdcli.render.output_schema import NAMES
from mivdcli.render.view import fields_of
from mivdcli.render.views.cite import STYLES
from mivdcli.render.views.config import SettingItem
from mivdcli.render.views.diff import columns
from mivdcli.render.views.show import QUOTE_FIELDS
from mivdcli.schemas import SchemaItem
from mivdcli.search import CountItem
from mivdcli.search.entries import OFFICIAL, WHAT
from mivdcli.search.hits import HitItem
from mivdcli.show import SeriesItem
from mivdcli.sources.keep import SourceItem
from mivdcli.sources.verify import VerifyItem
from mivdcli.stamp import ReplayItem
from mivdcli.trend import TrendItem


class Values(NamedTuple):
    """The values that a parameter takes."""

    kinds: tuple[str, ...] = ()
    """Names of things of the data, such as ``document``, or ``file`` and ``folder``; mivdcli.completion knows them."""
    choices: tuple[str, ...] = ()
    listed: bool = False
    """Several may be given, joined by commas."""


CHOICES: dict[str, tuple[str, ...]] = {
    "FORMAT": FORMATS,
    "trend FORMAT": (*FORMATS, DRAWING),
    "export FORMAT": EXPORTS,
    "STYLE": tuple(STYLES),
    "THING": (*WHAT, OFFICIAL),
    "METHOD": tuple(map(str, Method)),
    "FINDING": STATUSES,
    "BODY": tuple(map(str, Body)),
    "ROLE": tuple(map(str, Role)),
    "KIND": tuple(map(str, Kind)),
    "SHELL": SHELLS,
    "help TOPIC": tuple(TOPICS),
    "schema NAME": NAMES,
}
KINDS = {
    "A": ("document",),
    "B": ("document",),
    "DOC": ("document",),
    "REF": ("ref",),
    "SECTION": ("section",),
    "SERIES": ("series",),
    "TOPIC": ("topic",),
    "trend SERIES": ("topic", "series"),
    "THEME": ("theme",),
    "TERM": ("term",),
    "QUERY": ("word",),
    "YEAR": ("year",),
    "search YEAR": ("years",),
    "figures YEAR": ("figure-years",),
    "trend YEAR": ("figure-years",),
    "gaps YEAR": ("report-year",),
    "COMMAND": ("command",),
    "SUBCOMMAND": ("command",),
    "FILE": ("file",),
    "DIR": ("folder",),
}
FREE = ("N", "STAMP", "-", "draft YEAR")
"""What only the user knows."""
FIELDS: dict[str, tuple[str, ...]] = {
    "documents": fields_of(DocumentItem),
    "themes": fields_of(ThemeItem),
    "figures": fields_of(FigureItem),
    "trend": fields_of(TrendItem),
    "search": (*fields_of(HitItem), *fields_of(CountItem)),
    "show": (*fields_of(PassageItem), *QUOTE_FIELDS, *fields_of(SeriesItem)),
    "cite": fields_of(CiteItem),
    "diff": (*columns(), "count", "quote"),
    "gaps": fields_of(GapItem),
    "glossary": fields_of(TermItem),
    "replay": fields_of(ReplayItem),
    "source": fields_of(SourceItem),
    "verify": fields_of(VerifyItem),
    "check": fields_of(CheckItem),
    "config": fields_of(SettingItem),
    "schema": fields_of(SchemaItem),
}
"""By the first word of the command; where an option changes the answer, the fields of each of its forms."""


def values_of(command: str, metavar: str) -> Values:
    """What may stand where the command's help shows this metavar. Raises KeyError for one that nobody has listed."""
    name = metavar.replace("...", "").strip("[]{}")
    first, listed, _ = name.partition("[,")
    found = [_of_name(command.split(" ")[0], part) for part in first.split("|")]
    kinds = dict.fromkeys(kind for one in found for kind in one.kinds)
    choices = dict.fromkeys(choice for one in found for choice in one.choices)
    return Values(tuple(kinds), tuple(choices), bool(listed))


def _of_name(command: str, name: str) -> Values:
    for key in (f"{command} {name}", name):
        if key in FREE:
            return Values()
        if key in CHOICES:
            return Values(choices=CHOICES[key])
        if key in KINDS:
            return Values(KINDS[key])
    if name == "FIELD":
        return Values(choices=FIELDS[command])
    if name.islower():
        return Values(choices=(name,))
    raise KeyError(f"{command} {name}")
