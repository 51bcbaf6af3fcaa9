"""The command line itself: every command with every option, and values that nobody means."""

from fuzz.oracle import Target, command, only, text_of
from fuzz.world import folder

COMMANDS = (
    "documents", "themes", "figures", "trend", "search", "show", "cite", "diff", "gaps", "glossary", "replay", "help", "schema",
    "config", "verify", "--version", "--help", "nonsense", "check",
)  # fmt: skip
OPTIONS = (
    "--format", "--fields", "--lang", "--color", "--no-pager", "-q", "--raw", "--stamp", "--year", "--doc", "--limit", "--in",
    "--theme", "--kind", "--sort", "--context", "--count", "--explain", "--exact", "--style", "--dataset", "--method", "--only",
    "--commitments", "--themes", "--figures", "--passages", "--summary", "--exit-code", "--body", "--role", "--wide", "--conflicts",
    "--quote", "--safe-csv", "--strict", "--help", "--", "-", "--format=json", "--year=",
)  # fmt: skip
WRITING = ("--output", "--out", "--o", "--file", "--data", "--fix")
"""What could write, or read a device: tested apart."""


def one(data: bytes) -> None:
    first, *rest = data.split(b"\n") if data else [b""]
    arguments = [COMMANDS[first[0] % len(COMMANDS)] if first else "documents"]
    for word in rest[:12]:
        option = word[:1] == b"@"
        arguments.append(OPTIONS[word[1] % len(OPTIONS)] if option and len(word) > 1 else text_of(word).replace("\0", ""))
    if any(word.startswith(WRITING) or (word[:1] == "-" and word[1:2] != "-" and "o" in word) for word in arguments):
        return
    if arguments[0] == "check":
        arguments[1:] = [word for word in arguments[1:] if word.startswith("--")]
    with only(folder()):
        command(*arguments, stdin=b"plan-2031:boats/1\n")


def seeds() -> list[bytes]:
    lines = (
        b"\0\n@\0\njson", b"\1\n2031", b"\2\npatrols\n@\x08\n2018..2031", b"\3\npatrols.total\n@\0\ntable", b"\4\nboten\n@\x0b\npassages,figures",
        b"\5\nplan-2031:boats/1\n@\1\nref,text_nl", b"\6\nplan-2031\n@\x14\nris", b"\7\n2031\n@\x17\nreported\n@\0\nhtml", b"\x08\n2031",
        b"\x09\nHW\n@\x06\nterm", b"\x0a\nx", b"\x0b\nmethod", b"\x0e\nplan-2031", b"\4\n-\n@\x0a\n3", b"\7\nplan-2031\nreport-2031\n@\0\nmd",
        b"\3\npatrols\n@\0\nhtml\n@\2\nen", b"\x12", b"\7\n" + b"9" * 40, b"\6\n-",
    )  # fmt: skip
    return list(lines)


TARGET = Target(
    one, seeds,
    ("\n@", "json", "jsonl", "table", "vertical", "csv", "tsv", "md", "html", "plan-2031", "report-2031", "2031", "boats/1", ",", "..",
     "patrols.total", "ref", "nl", "en", "\x1b[31m", "\u202e", "[bold]", "\r", "\x9b"),
    512,
)  # fmt: skip
