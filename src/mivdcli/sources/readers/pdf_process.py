"""The process in which a PDF is read: bytes come on stdin, the text of the pages leaves on stdout.

Whatever goes wrong here, a crash of the library too, the process that started it sees an answer or none.
"""

import sys

import msgspec

from mivdcli.errors import SourceError
from mivdcli.files import MIB
from mivdcli.sources.readers.pdf import Answer
from mivdcli.sources.readers.pdf_pages import page_texts

MEMORY = 448 * MIB
"""Of addresses, on systems that can limit them (not Windows, not macOS); a document needs a quarter."""
SECONDS = 9
"""Of computing; the longest report needs one."""


def main() -> None:
    limit()
    sys.stdout.buffer.write(msgspec.json.encode(_answer(sys.stdin.buffer.read(), sys.argv[1])))


def limit() -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS does not limit addresses
            continue


def _answer(data: bytes, name: str) -> Answer:
    try:
        return Answer(pages=page_texts(data, name))
    except SourceError as error:
        return Answer(error=error.message, hint=error.hint)


if __name__ == "__main__":
    main()
