"""One module per command, named as the command, each with an ``app`` that the lazy group picks up."""
