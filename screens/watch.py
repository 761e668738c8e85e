"""Keeps an eye on a desk that nobody touches: announces, hides, and in the end drops the case."""

from textual.app import App

from mynadesk.interview.idle import Idle
from screens.desk import DeskScreen
from screens.hidden import HiddenScreen
from screens.page import PageScreen

_EVERY = 0.5
"""Seconds between two looks at the clock, so that no second of the countdown is left out."""


class Watch:
    """One app's. Nothing happens while the desk is fresh: there is nothing to hide."""

    def __init__(self, app: App[None], idle: Idle) -> None:
        self._app = app
        self._idle = idle
        self._hidden: HiddenScreen | None = None
        self.desk: DeskScreen | None = None

    def begin(self) -> None:
        """Look at the clock from now on."""
        self._app.set_interval(_EVERY, self.look)

    def touched(self) -> None:
        """A key was pressed."""
        self._idle.touched()
        self._announce("")

    def hide(self) -> None:
        """Hide the screen at once."""
        self._idle.hide()
        self.look()

    def look(self) -> None:
        """Do what is due."""
        if self.desk is None:
            return
        self.desk.new_day()
        if self.desk.empty and self._hidden is None:
            return
        state, left = self._idle.now()
        if state == "shown":
            self._announce("")
        elif state == "warned":
            words = self.desk.session.wording
            self._announce(words.fill(words.words.panel.hide_soon, seconds=str(left)))
        else:
            self._cover(left)
            if state == "dropped":
                self._drop()

    def _announce(self, text: str) -> None:
        screen = self._app.screen
        if isinstance(screen, DeskScreen | PageScreen):
            screen.notice(text)

    def _cover(self, left: int) -> None:
        if self._hidden is None and self.desk is not None:
            self._announce("")
            self._hidden = HiddenScreen(self.desk.session.wording, self.desk.styles_now)
            self._app.push_screen(self._hidden, self._uncovered)
        if self._hidden is not None:
            self._hidden.count(left)

    def _uncovered(self, _: None) -> None:
        self._hidden = None

    def _drop(self) -> None:
        """Forget the case, and what was shown of it on other pages."""
        if self.desk is not None and not self.desk.empty:
            self.desk.drop()
