"""The shape of ``commands``, the generated module. Plain tuples, which are there at once; a class would have to be made."""

Values = tuple[tuple[str, ...], tuple[str, ...], bool]
"""Kinds of things of the data, choices, and whether several may be joined by commas."""
Argument = tuple[Values, bool]
"""What it takes, and whether it may be given again and again."""
Option = tuple[str, str, bool, Values | None]
"""Its short name, its help, whether it may be given again, and what it takes: None for a flag."""
Command = tuple[str, tuple[Argument, ...], dict[str, Option]]
"""Its line in the help, its arguments, and its options by their long names."""
