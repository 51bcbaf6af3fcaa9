"""A half-typed command line as bash has it: into words, with the one under the cursor still open."""

SPACE = " \t\n"
IN_DOUBLE_QUOTES = '"\\$`'
"""The only characters that a backslash changes there."""


class Line:
    """The words before the cursor, and what stands of the one that the cursor is in."""

    def __init__(self, text: str, breaks: str = "") -> None:
        """``breaks`` are the characters at which bash begins a word of its own (COMP_WORDBREAKS), such as ``:`` and ``=``."""
        self.words: list[str] = []
        self.current = ""
        self.head = ""
        """The part of the current word that bash leaves alone; what it replaces begins after it."""
        self.quote = ""
        """The quotation mark that is still open."""
        self._begun = False
        self.redirected = False
        """Whether the current word is the file of a redirection, none of the command's words."""
        at = 0
        while at < len(text):
            at += self._take(text[at], text[at + 1 : at + 2], breaks)

    def _take(self, sign: str, following: str, breaks: str) -> int:
        """Reads one sign, or two where the second belongs to it; how many it was."""
        if self.quote:
            return self._take_quoted(sign, following)
        if sign in SPACE:
            self._end()
        elif sign in "<>":
            self._redirect()
        elif sign in "'\"":
            self.quote, self.head, self._begun = sign, self.current, True
        elif sign == "\\":
            self._add(following)
            return 2
        else:
            self._add(sign)
            if sign in breaks:
                self.head = self.current
        return 1

    def _take_quoted(self, sign: str, following: str) -> int:
        if sign == self.quote:
            self.quote = ""
        elif sign == "\\" and self.quote == '"' and following and following in IN_DOUBLE_QUOTES:
            self._add(following)
            return 2
        else:
            self._add(sign)
        return 1

    def _add(self, signs: str) -> None:
        if self.redirected and not self._begun and signs == "&":
            return
        self.current += signs
        self._begun = True

    def _end(self) -> None:
        """A word is complete; the target of a redirection is none of the command's."""
        if not self._begun:
            return
        if not self.redirected:
            self.words.append(self.current)
        self.current, self.head, self._begun, self.redirected = "", "", False, False

    def _redirect(self) -> None:
        """``2>`` and ``&>``: what stands right before the arrow belongs to it."""
        if self.current.isdigit() or self.current == "&":
            self.current, self._begun = "", False
        self._end()
        self.redirected = True
