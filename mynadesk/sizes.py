"""Sizes of the terminal, in columns and lines."""

SMALLEST = (60, 20)
"""What the desk needs: one pane, the verdict first."""
WHOLE = (80, 24)
"""From here on the case stands beside the question."""
WIDE = 100
"""Columns from which the rule behind stands beside both."""
