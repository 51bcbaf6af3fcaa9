"""What changed between two wordings, word by word."""

from difflib import SequenceMatcher

AROUND = 3
"""So many unchanged words are shown on each side of a change."""


def word_difference(before: str, after: str) -> str:
    """The changes as ``[-gone-]`` and ``{+new+}`` among a few unchanged words; what is left out shows as ``…``."""
    left, right = before.split(), after.split()
    parts: list[str] = []
    for operation, i, j, m, n in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if operation == "equal":
            same = left[i:j]
            parts += same if len(same) <= 2 * AROUND else [*same[:AROUND], "…", *same[-AROUND:]]
            continue
        if i < j:
            parts.append(f"[-{' '.join(left[i:j])}-]")
        if m < n:
            parts.append(f"{{+{' '.join(right[m:n])}+}}")
    return " ".join(parts)
