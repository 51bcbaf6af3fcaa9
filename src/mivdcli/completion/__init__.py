"""What Tab offers. Loaded at every Tab, so nothing here imports more than the interpreter has loaded already.

``commands`` and ``names`` are written by ``make golden`` out of the commands and the data; tests keep them true.
"""
