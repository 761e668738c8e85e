"""The rulebook comes to a screen: from the desk, at the line that is looked at, or by itself."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from mynadesk.browsing.browser import Browser
from mynadesk.browsing.showing import Shown, shown
from mynadesk.browsing.standing import Checked
from mynadesk.browsing.turning.search import Turning
from mynadesk.decision.case import Case
from mynadesk.fault import DeskError
from mynadesk.proof.holes import Rule
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Words
from screens.example import ExampleDesk
from screens.rules.browser import BrowserScreen, Ways
from screens.rules.proof import ProofScreen
from screens.rules.watching import Watching

if TYPE_CHECKING:
    from screens.app import DeskApp

Found = Callable[[list[Shown]], None]


class Reading:
    """One app's way to the rulebook. What turns on an entry is looked for beside the screen."""

    def __init__(self, app: "DeskApp", watching: Watching | None) -> None:
        """`watching`: who looks after the rules on the disk, where anybody does."""
        self._app, self._watching = app, watching
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
        browser = Browser(wording, on, at)
        ways = Ways(self._look_for, partial(self._open_of, browser), self._show_proof)
        return BrowserScreen(browser, wording, self._app.looks, _banner(wording), ways, back)

    def _open_of(self, browser: Browser, case: Case) -> None:
        self._open_case(browser.wording.book, case)

    def _open_case(self, book: Rulebook, case: Case) -> None:
        def left() -> None:
            self._app.pop_screen()

        wording = Wording(book, self._app.wording.language)
        desk = ExampleDesk(book, case, wording, self._app.looks, self._app.want, left)
        self._app.push_screen(desk)

    # The rules on the disk

    def _checked(self) -> Checked:
        found = self._watching.checked if self._watching else None
        return found or Checked(self._app.rules_in_force)

    def _show_proof(self) -> None:
        wording = self._app.wording
        page = ProofScreen(wording, self._app.looks, _banner(wording), self._checked(), self._open_case)
        self._app.push_screen(page)
        if self._watching is not None:
            self._watching.prove()

    def checked_anew(self) -> None:
        """Show what has become known of the rules, where that is looked at."""
        for screen in self._app.screen_stack:
            if isinstance(screen, ProofScreen):
                screen.show(self._checked(), self._app.wording)
                if self._watching is not None:
                    self._watching.prove()

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


def _banner(wording: Wording) -> str:
    return wording.fill(wording.book.rulebook.city)
