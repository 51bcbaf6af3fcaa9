"""The bundled data: one TOML file per document and the lists they share."""

__version__ = "2026.11.22"
