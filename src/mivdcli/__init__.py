"""Query and compare the public plans and reports of the Dutch military intelligence service, the MIVD."""

__version__ = "0.1.0"
