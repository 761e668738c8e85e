"""Every single fact of the shipped rules changed in turn: each change has to be caught.

`making` makes the mutants, `catching` asks the loader, the example cases and the proof about each.
"""
