"""What a screen asks the app for."""

from collections.abc import Callable
from typing import Literal

What = Literal["help", "hide", "theme", "large", "papers", "ledger", "rule"]
Want = Callable[[What], None]
"""Called at once, so that the next key meets the screen that was asked for."""
