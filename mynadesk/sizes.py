"""Sizes of a terminal, in columns and lines, for which the desk is made."""

from typing import NamedTuple


class Size(NamedTuple):
    columns: int
    lines: int

    def holds(self, other: "Size") -> bool:
        """Whether `other` fits into this size."""
        return self.columns >= other.columns and self.lines >= other.lines


SMALLEST = Size(60, 20)
"""One pane, the verdict first. Below this the desk says only that it needs more."""
WHOLE = Size(80, 24)
"""From here on the case stands beside the question."""
WIDE = 100
"""Columns from which the rule behind stands beside both."""
