"""``mivd config``"""

import typer

from mivdcli.cli import options
from mivdcli.cli.answer import Wish, finish
from mivdcli.cli.examples import examples
from mivdcli.cli.exits import Exit
from mivdcli.cli.failure import told
from mivdcli.cli.lazy import WholeLines
from mivdcli.cli.settings import KEYS, Settings, current
from mivdcli.cli.streams import say
from mivdcli.render.views.config import SettingItem, view

app = typer.Typer(
    help="The settings: what each is, and whether a variable, your settings file or nobody set it.",
    cls=WholeLines,
    epilog=examples(
        {"mivd config show": "every setting, and who set it", "mivd config path": "where the settings file is, or would be"}
    ),
    add_completion=False,
    rich_markup_mode=None,
)


@app.command(
    epilog=examples(
        {
            "mivd config show": "every setting, and who set it",
            "mivd config show --fields key,value,source --format json": "for a script",
        }
    )
)
def show(
    format: options.Format = None,
    fields: options.Fields = None,
    lang: options.Lang = "nl",
    output: options.Output = None,
    color: options.Color = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """Every setting with its value and the place that decided it; it works, and says why, where the file itself is broken."""
    wish = Wish(format, fields, lang, output, color, no_pager, quiet).checked()
    settings = current()
    items = [_item(settings, name) for name in KEYS]
    unknown = [name for name in settings.problems if name is not None and name not in KEYS]
    items += [SettingItem(name, None, "file", str(settings.path), None, (), told(settings.problems[name])) for name in unknown]
    notices = tuple(told(error) for error in settings.problems.values())
    finish(wish, view(items, None if settings.path is None else str(settings.path), notices), Exit.ANSWERED)


@app.command(
    epilog=examples(
        {"mivd config path": "for an editor: it need not be there yet", "mivd config path --quiet": "the path and nothing else"}
    )
)
def path(quiet: options.Quiet = False) -> None:
    """Print where the settings file is, or would be."""
    found = current().path
    if found is None:
        raise _none(quiet=quiet)
    print(found)
    if not (quiet or found.exists()):
        say('mivd: it is not there yet; write it with any editor, for instance: lang = "en"')


def _none(*, quiet: bool) -> typer.Exit:
    if not quiet:
        say("mivd: there is no settings file, for MIVD_CONFIG is empty")
    return typer.Exit(Exit.NOTHING_MATCHED)


def _item(settings: Settings, name: str) -> SettingItem:
    key, found = KEYS[name], settings.find(name)
    problem = settings.problems.get(name)
    return SettingItem(
        name, found.value, found.source, found.where, key.variable, key.choices, None if problem is None else told(problem)
    )
