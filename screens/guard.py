"""Keeps an eye on a desk that nobody touches: announces, hides, and in the end drops the case."""

from collections.abc import Callable

from textual.app import App

from mynadesk.interview.idle import Idle, Times
from mynadesk.rulebook.book import Rulebook
from screens.desk import DeskScreen
from screens.hidden import HiddenScreen
from screens.page import PageScreen

_EVERY = 0.5
"""Seconds between two looks at the clock, so that no second of the countdown is left out."""


class Guard:
    """One app's. Nothing is due while the desk is empty: there is nothing to hide."""

    def __init__(
        self,
        app: App[None],
        book: Rulebook,
        times: tuple[int | None, int | None],
        clock: Callable[[], float],
    ) -> None:
        self._app = app
        self._idle = Idle(times_of(book, *times), clock)
        self._hidden: HiddenScreen | None = None
        self._announced = False
        self.desk: DeskScreen | None = None
        app.set_interval(_EVERY, self.look)

    def touched(self) -> None:
        """A key was pressed."""
        self._idle.touched()
        self._announce("")

    def hide(self) -> None:
        """Hide the screen at once, whatever is on it."""
        self._idle.hide()
        self._cover(self._idle.now().left)

    def look(self) -> None:
        """Do what is due."""
        if self.desk is None:
            return
        self.desk.new_day()
        if self.desk.empty:
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
                self.desk.drop()

    def _announce(self, text: str) -> None:
        if not (text or self._announced) or not self._app.screen_stack:  # at its end an app has no screens
            return
        screen = self._app.screen
        if isinstance(screen, DeskScreen | PageScreen):
            screen.notice(text)
        self._announced = bool(text)

    def _cover(self, left: int) -> None:
        if self._hidden is None and self.desk is not None:
            self._announce("")
            self._hidden = HiddenScreen(self.desk.session.wording, self.desk.styles_now)
            self._app.push_screen(self._hidden, self._uncovered)
        if self._hidden is not None:
            self._hidden.count(None if self.desk is None or self.desk.empty else left)

    def _uncovered(self, _: None) -> None:
        self._hidden = None


def times_of(book: Rulebook, hide: int | None, drop: int | None) -> Times:
    """How long the desk may stand untouched: as the rulebook says, unless something else is wanted."""
    usual = book.desk.untouched
    return Times(hide or usual.hide_after, usual.warn_for, drop or usual.drop_after)
