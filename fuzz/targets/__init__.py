"""One module for each reader, with a ``TARGET``; tests/test_regressions.py replays every stored finding through them."""
