"""The tests mirror the sources: tests/diff/test_figures.py is about src/mivdcli/diff/figures.py."""
