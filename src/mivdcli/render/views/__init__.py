"""One module per command: how its result is laid out for programs and for people."""
