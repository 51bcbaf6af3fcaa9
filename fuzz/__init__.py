"""Inputs that nobody would write by hand, thrown at every reader: ``python -m fuzz`` lists the targets."""
