"""Texts that break programs: what a label or a note in somebody's data may hold. None of it may be lost or believed."""

AWKWARD = [
    "plain", "", "[sic]", "[bold]x[/bold]", "[link=http://x]y[/link]", "[x](http://y)", "![x](y)", ":smile:", "a|b",
    "\\|", "||", "tab\there", "line\nbreak", "carriage\rreturn", "both\r\nends", "back\\slash", "\\n", "\\", "\\t\t",
    '"quoted"', "'single'", '""', "a,b;c", "=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "ë é ï", "日本語のテキスト",
    "e\u0301", "\U0001f1f3\U0001f1f1", "<script>alert(1)</script>", "<br>", "&lt;b&gt;", "AT&T", "GA I&V", "&amp;amp;",
    "&#42;", "a, b; c", "\x1b[31mred\x1b[0m", "\x1b]8;;http://x\x07y", "x" * 500, "woord" * 60, "a\u202eb\u2066c\u2069",
    "zero\u200bwidth\u200d", "\ufeffbom", "no\u00a0break", "next\x85line", "line\u2028separator", "page\x0cbreak",
    "# head", "- item", "+ item", "1. item", "12) item", "> said", "---", "===", "~~~", "```", "~~struck~~", "a~b~c",
    "report-2024:~cyber/1, report-2016:~x/1", "*a* _b_ **c** __d__", "`code`", "http://example.org/a_b_c", "$x$",
    "{{x}}", "%s %d {0}", "null", "NaN", "0012", "1e5", "-0", "true", "\udcff",
]  # fmt: skip
BLANKS = [" leading", "trailing ", "two  spaces", "    four", "\ttab first"]
"""Blanks that carry no meaning; formats for programs keep them, pages for people need not."""
