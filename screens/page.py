"""A screen that is one page of text: help, the choice of an office, what the person is shown."""

from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from mynadesk.interview.keys import is_modifier, name_of
from mynadesk.typeset import pad
from mynadesk.wording import Wording
from screens.pane import Pane, Row
from screens.roles import Styles

Result = TypeVar("Result")


class PageScreen(Screen[Result]):
    """Draws `rows` over the whole terminal and hands each key to `press` by its name."""

    def __init__(self, wording: Wording, styles: Styles, id: str) -> None:
        super().__init__()
        self._wording = wording
        self._pane = Pane(styles, id)
        self._notice = ""

    def rows(self, size: Size) -> list[Row]:
        """What stands on the page."""
        raise NotImplementedError

    def press(self, name: str) -> None:
        """Do what a key does."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if not is_modifier(event.key):
            self._notice = ""
            self.press(name_of(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Nothing can be pasted here."""
        event.stop()
        self.notice(self._wording.fill(self._wording.words.messages.pasted))

    def notice(self, text: str) -> None:
        """Put a notice onto the last line, or take it away."""
        if text != self._notice:
            self._notice = text
            self.draw()

    def restyle(self, styles: Styles) -> None:
        """Look differently from now on."""
        self._pane.restyle(styles)

    def draw(self) -> None:
        """Show the page."""
        columns, lines = size = self.app.size
        rows = self.rows(size)
        if self._notice:
            above = [*rows[: lines - 1], *([[]] * (lines - 1 - len(rows)))]
            rows = [*above, [(pad(f" {self._notice}", columns), "message")]]
        self._pane.show(rows)
