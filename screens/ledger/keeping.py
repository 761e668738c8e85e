"""Where the ledger is. Known from the start, while nothing else of it is imported."""

from typing import NamedTuple


class Keeping(NamedTuple):
    """What the ledger needs to be known by."""

    rules: str
    """The folder of rules, for its words."""
    place: str
    """A folder, or a URL of PostgreSQL."""
