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
from mivdcli.cli.settings import fresh, json_usual
from mivdcli.cli.streams import finish_stdout, silence
from mivdcli.errors import MivdError, OutputError, UnknownId, UsageError

app = typer.Typer(
    cls=LazyGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, invoke_without_command=True
)

SHORT_HELP = """\
mivd: the public plans and reports of the Dutch
military intelligence service (MIVD)

  # what plan and report treat, side by side
  mivd themes 2024
  # the numbers, as printed and as values
  mivd figures uvo --year 2020
  # what was planned, what is known to have come of it
  mivd diff plan-2024 report-2024

"""
MEANT_FOR = """\
The full plan is a state secret and a report leaves out what must stay secret: what is not found here is not thereby not done. \
Every answer names the place that it rests on and how much of the document is known.\
"""
FURTHER = "mivd help COMMAND explains a command; mivd help lists subjects"


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
        print(_short_help(context))


def _short_help(context: Any) -> str:
    """Three questions and the list of commands, as wide as the screen allows."""
    formatter = context.make_formatter()
    context.command.format_commands(context, formatter)
    return f"{SHORT_HELP}{formatter.getvalue()}\n{FURTHER}"


def run(arguments: list[str]) -> int:
    """Run one command; every expected error becomes words on stderr and a code, a bug keeps its traceback."""
    with fresh(forgiving=arguments[:1] == ["config"]):
        return _run(arguments, as_json=_json_wanted(arguments))


def _run(arguments: list[str], *, as_json: bool) -> int:
    try:
        with typed(arguments):
            code = program().main(args=arguments, prog_name="mivd", standalone_mode=False)
        finish_stdout()
        return int(code or Exit.ANSWERED)
    except MivdError as error:
        return failure.report(error, as_json=as_json)
    except (typer.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except SystemExit as left:
        return _reader_gone(left)
    except OSError as error:
        return failure.report(_unwritable(error), as_json=as_json)
    except MemoryError:
        return failure.report(OutputError("there is not enough memory for this"), as_json=as_json)
    except _usage_errors() as error:
        return failure.report(_usage(error, arguments), as_json=as_json)


def _reader_gone(left: SystemExit) -> int:
    """typer leaves with 1 where it cannot write to a pipe that was closed; for us that is no error."""
    if not isinstance(left.__context__, BrokenPipeError):
        raise left
    silence(sys.stdout)
    return Exit.ANSWERED


def program() -> Any:
    """The whole command line, with the commands not loaded yet."""
    return typer.main.get_command(app)


def _usage_errors() -> type[Exception]:
    """The base of typer's own usage errors, under the only name that every supported version exports a child of."""
    return next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def _usage(error: Any, arguments: list[str]) -> UsageError:
    """typer's message in our form, with the nearest command or option."""
    message = str(error.format_message()).rstrip(".")
    context = getattr(error, "ctx", None)
    where = context.command_path if context is not None else "mivd"
    if type(error).__name__ == "NoSuchOption" and context is not None:
        known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("-")]
        other = "mivd completion bash prints what Tab needs; so for zsh, fish and powershell"
        hint = other if error.option_name.endswith("-completion") else f"{where} --help lists the options"
        return UnknownId("option", _as_typed(error.option_name, arguments), known, hint=hint)
    name = context.args[0] if context is not None and getattr(context, "args", None) else ""
    if "No such command" in message:
        wanted = message.split("'")[1] if "'" in message else name
        known = list(context.command.commands) if context is not None else list(COMMANDS)
        return UnknownId(
            "command", wanted, known, where=f"of {where}" if where != "mivd" else "", hint="commands: " + ", ".join(known)
        )
    return UsageError(message[:1].lower() + message[1:], hint=f"{where} --help explains it")


def _as_typed(option: str, arguments: list[str]) -> str:
    """The whole of ``-format``, which typer takes for ``-f`` and more letters."""
    if option.startswith("--"):
        return option
    return next((argument.partition("=")[0] for argument in arguments if argument.startswith(option)), option)


def _unwritable(error: OSError) -> MivdError:
    """Whether it was stdout shows when what it still holds is handed over once more."""
    try:
        finish_stdout()
    except OutputError as of_stdout:
        return of_stdout
    what = f' "{error.filename}"' if isinstance(error.filename, str) else ""
    return OutputError(f"cannot read or write{what}: {error.strerror or error}")


def _json_wanted(arguments: list[str]) -> bool:
    """Whether errors are to be JSON too; looked up by hand because it must hold where parsing itself failed."""
    chosen = [after for before, after in pairwise(arguments) if before == "--format"]
    chosen += [argument.removeprefix("--format=") for argument in arguments if argument.startswith("--format=")]
    return "json" in chosen if chosen else json_usual()
