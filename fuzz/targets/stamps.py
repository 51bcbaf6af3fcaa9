"""Stamps, which come from somebody else: read, written again, and replayed."""

from fuzz.oracle import Target, command, only, text_of
from fuzz.world import folder
from mivdcli.stamp import Stamp, read_stamps

_SHA = "0123456789abcdef" * 4


def one(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    stamps = read_stamps(text)
    for stamp in stamps:
        (again,) = read_stamps(str(stamp)) or (None,)
        assert again == stamp or not _one_line(stamp), f"{stamp} is read back as {again}"
    if stamps:
        with only(folder()):
            command("replay", text_of(data).replace("\0", ""))


def _one_line(stamp: Stamp) -> bool:
    """A stamp is a line; what a shell would need two lines for is none."""
    return len(str(stamp).splitlines()) == 1


def seeds() -> list[bytes]:
    commands = (
        "mivd themes 2031", "mivd search 'two words' --limit 3", "mivd show plan-2031:boats/1", "mivd", "mivd  ", "mivd ''",
        "mivd diff 2031 --format json", "mivd figures patrols --year 2031", "mivd trend patrols.total", "mivd cite plan-2031",
        "mivd glossary hw", "mivd gaps 2031", "mivd documents --fields id,kind", "mivd export x", "mivd search -- -a 'b",
    )  # fmt: skip
    return [f"mivd 0.1.0, data 2026.11.21, sha256:{_SHA}, command: {line}".encode() for line in commands]


TARGET = Target(one, seeds, ("mivd ", ", data ", ", sha256:", ", command: mivd ", _SHA, "--format", "--fields", "'", '"', "\\"))
