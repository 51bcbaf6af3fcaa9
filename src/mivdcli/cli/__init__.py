"""The command ``mivd``: a thin skin over the library. Parse, ask, hand over to the writer."""

import sys
from itertools import pairwise
from typing import Annotated, Any

import typer

from mivdcli import __version__
from mivdcli.cli import failure
from mivdcli.cli.exits import Exit
from mivdcli.cli.extras import typed
from mivdcli.cli.lazy import COMMANDS, LazyGroup
from mivdcli.errors import MivdError, UnknownId, UsageError

app = typer.Typer(
    cls=LazyGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, invoke_without_command=True
)

SHORT_HELP = """\
mivd: the public plans and reports of the Dutch military intelligence service (MIVD)

  mivd themes 2024                      what plan and report treat, side by side
  mivd figures uvo --year 2020          the numbers, as printed and as values
  mivd diff plan-2024 report-2024       what was planned, what is known to have come of it

commands:
"""


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the versions of the program and of the data.")] = False,
) -> None:
    """The public plans and reports of the Dutch military intelligence service (MIVD), to query and compare."""
    if version:
        from importlib import import_module

        data = import_module("mivdcli.data")  # not by way of the corpus, which loads all that reads data
        print(f"mivd {__version__} (data {data.__version__})")
    elif context.invoked_subcommand is None:
        print(SHORT_HELP + "".join(f"  {name:<12}{line}\n" for name, line in COMMANDS.items()))
        print("mivd COMMAND --help explains a command")


def run(arguments: list[str]) -> int:
    """Run one command; every expected error becomes words on stderr and a code, a bug keeps its traceback."""
    as_json = _json_wanted(arguments)
    try:
        with typed(arguments):
            code = _command().main(args=arguments, prog_name="mivd", standalone_mode=False)
        sys.stdout.flush()
        return int(code or Exit.ANSWERED)
    except MivdError as error:
        return failure.report(error, as_json=as_json)
    except typer.Abort:
        return Exit.INTERRUPTED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:
        return failure.report(_unwritable(error), as_json=as_json)
    except _usage_errors() as error:
        return failure.report(_usage(error), as_json=as_json)


def _command() -> Any:
    return typer.main.get_command(app)


def _usage_errors() -> type[Exception]:
    """The base of typer's own usage errors, under the only name that every supported version exports a child of."""
    return next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def _usage(error: Any) -> UsageError:
    """typer's message in our form, with the nearest command or option."""
    message = str(error.format_message()).rstrip(".")
    context = getattr(error, "ctx", None)
    where = context.command_path if context is not None else "mivd"
    if type(error).__name__ == "NoSuchOption" and context is not None:
        known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("-")]
        return UnknownId("option", error.option_name, known, hint=f"{where} --help lists the options")
    name = context.args[0] if context is not None and getattr(context, "args", None) else ""
    if "No such command" in message:
        wanted = message.split("'")[1] if "'" in message else name
        known = list(context.command.commands) if context is not None else list(COMMANDS)
        return UnknownId(
            "command", wanted, known, where=where.removeprefix("mivd").strip(), hint="commands: " + ", ".join(known)
        )
    return UsageError(message[:1].lower() + message[1:], hint=f"{where} --help explains it")


def _unwritable(error: OSError) -> MivdError:
    from mivdcli.errors import OutputError

    return OutputError(f"cannot read or write: {error.strerror or error}")


def _json_wanted(arguments: list[str]) -> bool:
    """Whether errors are to be JSON too; looked up by hand because it must hold where parsing itself failed."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
