"""Decides requests about the PINs of a My Number Card from a city's published rules.

The core: rules, cases, decisions, wording and the course of an interview. It imports no
Textual; the screens import it.
"""

__version__ = "0.1.0"
