"""How fast the desk is, beside the least that the same work costs elsewhere: `python -m tests.bench`."""
