"""What an app owes the terminal it runs in: keys in their order, and an end in a sentence."""

import asyncio
import sys
from collections.abc import Callable
from inspect import isawaitable
from typing import Any, Self

from textual import events, on
from textual.app import App
from textual.driver import Driver

from mynadesk.crash import crash_report
from mynadesk.fault import DeskError
from mynadesk.wording import Wording

_TAKEN_AT_ONCE: dict[type[events.Event], str] = {events.Key: "on_key", events.Paste: "on_paste"}
_SHORTLY = 0.001


class TerminalApp(App[None], inherit_bindings=False):
    """An app of screens that cover the terminal.

    Textual's own keys are not inherited: one of them leaves without asking.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # what is selected can be copied, and a case belongs on no clipboard

    def __init__(self, wording: Wording) -> None:
        """`wording`: of what is said at the end."""
        super().__init__(ansi_color=True)  # our styles fit the terminal's colours; Textual has none to mend
        self.wording = wording
        self.keys_taken = 0
        self.last_words = ""
        """What to say when the terminal has been given back."""
        self._status = 0

    def get_driver_class(self) -> type[Driver]:
        """Ours where there is one."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from screens.driver import DeskDriver

        return DeskDriver

    def on_mount(self) -> None:
        """From now on a fault anywhere ends in a sentence."""
        if not self.is_headless:
            asyncio.get_running_loop().set_exception_handler(self._outside)

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes are taken at once, one after the other, by the screen that then is shown.

        Handed on in the usual way, some would still wait at a screen that another key has left.
        """
        self.keys_taken += isinstance(event, events.Key)
        name = _TAKEN_AT_ONCE.get(type(event))
        if name:
            self.touched()
        take = await self._taker(name) if name else None
        if take is None:
            await super().on_event(event)
        elif isawaitable(done := take(event)):
            await done

    def touched(self) -> None:
        """Somebody is there."""

    async def _taker(self, name: str) -> Callable[[events.Event], Any] | None:
        """What of the screen takes such an event, once it knows its size."""
        while not (self.screen.is_mounted or self._exit):
            await asyncio.sleep(_SHORTLY)
        return getattr(self.screen, name, None) if self.focused is None else None

    def _outside(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A fault that no widget waits for: asyncio would print what it holds."""
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def _set_pointer_shape(self, shape: str) -> None:
        """No other pointer: terminals that do not know how to change it may show the order as text."""

    def leave(self, status: int) -> None:
        """End because something outside says so."""
        self._end(status, self.wording.fill(self.wording.words.messages.told_to_end))

    def _end(self, status: int, words: str) -> None:
        """What ended the desk first counts: the rest may follow from it."""
        if not self.last_words:
            self.last_words, self._status = words, status
        self.exit(return_code=self._status)

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Draw all of the screen, of which something else may have taken away a part."""
        if self.screen_stack:
            self.screen.refresh()

    def refresh(self, *, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Textual lays out all of what is shown once another screen has come or gone.

        Each of our screens covers the terminal and is drawn when it is shown: nobody could see a difference,
        but a key would wait for it.
        """
        return self if layout else super().refresh(repaint=repaint, recompose=recompose)

    def _handle_exception(self, error: Exception) -> None:
        """A clerk sees a sentence and no traceback: Textual's would show what variables hold."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        if isinstance(error, DeskError):  # such as a day that has no rulebook
            self._end(2, error.text(self.wording.language))
            return
        self._end(1, self.wording.fill(self.wording.words.messages.fault) + crash_report(error))
