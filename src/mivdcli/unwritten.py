"""How a draft marks what a person still has to write or to judge, so that nobody takes a suggestion for a description."""

TO_WRITE = {"nl": "[nog te schrijven]", "en": "[to be written]"}
SUGGESTED = {"nl": "[voorstel]", "en": "[suggestion]"}
_MARKS = (*TO_WRITE.values(), *SUGGESTED.values())


def is_unwritten(text: str | None) -> bool:
    """Whether a draft left this for a person to do."""
    return text is not None and text.startswith(_MARKS)
