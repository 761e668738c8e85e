"""The desk on every terminal that this machine has, and README's table of it: `python -m tests.terminals`."""
