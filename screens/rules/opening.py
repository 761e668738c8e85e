"""The rulebook comes to a screen: from the desk, at the line that is looked at, or by itself."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

from textual.app import App

from mynadesk.browsing.browser import Browser
from mynadesk.browsing.showing import Shown, shown
from mynadesk.browsing.turning import Turning
from mynadesk.decision.case import Case
from mynadesk.fault import DeskError
from mynadesk.proof.holes import Rule
from mynadesk.wording import Wording
from mynadesk.words import Words
from screens.example import ExampleDesk
from screens.roles import Styles
from screens.rules.browser import BrowserScreen, Ways
from screens.wanted import Want

Found = Callable[[list[Shown]], None]


class Reading:
    """One app's way to the rulebook. What turns on an entry is looked for beside the screen."""

    def __init__(self, app: App[None], want: Want, looks: Callable[[], Styles]) -> None:
        """`looks`: the styles of the moment."""
        self._app, self._want, self._looks = app, want, looks
        self._one_by_one = threading.Lock()
        self._turning: Turning | None = None

    def screen(self, wording: Wording, on: date, at: tuple[Rule, ...], back: Words) -> BrowserScreen:
        """A page of the rulebook, which dismisses itself when it is left.

        Args:
            wording: Of the rulebook of the day `on`.
            on: The day.
            at: The entries that are shown first.
            back: What it is called to leave it.
        """
        banner = wording.fill(wording.book.rulebook.city)
        browser = Browser(wording, on, at)
        ways = Ways(self._look_for, partial(self._open_case, browser), self._show_proof)
        return BrowserScreen(browser, wording, self._looks(), banner, ways, back)

    def _show_proof(self) -> None:
        """Not yet."""

    def _open_case(self, browser: Browser, case: Case) -> None:
        def left() -> None:
            self._app.pop_screen()

        wording = browser.wording
        desk = ExampleDesk(wording.book, case, wording, self._looks(), self._want, left)
        self._app.push_screen(desk)

    def _look_for(self, browser: Browser, rule: Rule, then: Found) -> None:
        tell, wording = browser.tell, browser.wording

        def answer(found: list[Shown]) -> None:
            if browser.tell is tell:  # else it was found in rules that are read no more
                then(found)

        def work() -> None:
            with self._one_by_one:
                try:
                    if self._turning is None or self._turning.entries is not tell.entries:
                        self._turning = Turning(tell.entries, tell.links, tell.on)
                    pairs = self._turning.pairs(tell.entries.all[rule])
                    found = [shown(wording, pair) for pair in pairs]
                except DeskError:
                    found = []
            with suppress(RuntimeError):  # the desk has been left
                self._app.call_from_thread(answer, found)

        threading.Thread(target=work, name="turning", daemon=True).start()
