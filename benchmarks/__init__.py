"""Measurements that are reported, not asserted; run them from the project's root."""
