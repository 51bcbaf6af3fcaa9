"""``glossary``"""

from mivdcli.glossary import TermItem, look_up, near_names
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.glossary import view


def glossary(bundle: Bundle, text: str | None) -> Answer[TermItem]:
    items = look_up(bundle.corpus, text)
    warnings = []
    if text is not None and not items:
        near = near_names(bundle.corpus, text)
        warnings.append(f'no term "{text}" is explained here' + (f"; near: {', '.join(near)}" if near else ""))
    elif items and items[0].match in ("meaning", "typo"):
        warnings.append(f'no term is called "{text}"; found by {items[0].match}')
    return Answer(items, view(items, text, tuple(warnings)), bundle)
