"""The other side of the desk: the least Textual app that shows something and answers every key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One Static, updated by each key."""

    def __init__(self) -> None:
        super().__init__()
        self._static = Static("bare app")
        self._count = 0

    def compose(self) -> ComposeResult:
        yield self._static

    def on_key(self, event: events.Key) -> None:
        self._count += 1
        self._static.update(f"key {self._count}: {event.key}")


if __name__ == "__main__":
    Bare().run()
