"""``gaps``"""

from mivdcli.errors import UsageError
from mivdcli.gaps import GapItem, compared, list_gaps
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.gaps import view


def gaps(bundle: Bundle, year: int | str) -> Answer[GapItem]:
    named = str(year)
    if not (named.isascii() and named.isdecimal()):
        raise UsageError(f'"{named}" is not a year', hint="for instance: mivd gaps 2020")
    report, earlier = compared(bundle.corpus, int(named))
    items = list_gaps(bundle.corpus, int(named))
    return Answer(items, view(items, int(named), report, earlier), bundle)
