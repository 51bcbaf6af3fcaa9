"""The questions that can be asked, as calls: what the command line is a skin over, and what ``import mivdcli`` hands out."""
