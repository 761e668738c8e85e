"""`mynadesk rules show`: the rulebook by itself."""

import argparse
import gc
from collections.abc import Callable
from datetime import date
from typing import Any

from textual.screen import Screen

from mynadesk.browsing.words import KEYS
from mynadesk.command.surroundings import say
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import settings_folder
from mynadesk.words import Language
from screens.app import DeskApp
from screens.rules.browser import BrowserScreen
from screens.survival import leave_no_dump
from screens.wanted import What


class RulesApp(DeskApp):
    """Shows the rulebook and nothing else. Nobody's case is here, so nothing hides or is dropped."""

    CSS_PATH = "../desk.tcss"

    def __init__(
        self,
        book: Rulebook,
        language: Language,
        today: Callable[[], date],
        folder: str,
        sources: tuple[str, str] | None = None,
    ) -> None:
        """`book`: of the day; `folder`: of the desk's settings; `sources`: as of the desk's own app."""
        super().__init__(book, language, None, today, folder, sources=sources)

    def get_default_screen(self) -> Screen[Any]:
        """Empty: the page above it ends the program when it is left."""
        return Screen[Any]()

    def _open(self) -> None:
        """No desk is asked for."""
        page = self.reading().screen(self.wording, self._today(), (), KEYS["leave"])
        self.push_screen(page, lambda _: self.exit())

    def _started(self) -> None:
        gc.freeze()
        gc.enable()
        self._watch()

    def take_rules(self, book: Rulebook) -> None:
        """Read them at once: nobody's case is open here. Raises NotInForce."""
        super().take_rules(book)
        for screen in self.screen_stack:
            if isinstance(screen, BrowserScreen):
                screen.take(self.wording, self._today())

    def want(self, what: What) -> None:
        """There is nothing to hide here."""
        if what != "hide":
            super().want(what)


def open_rules(book: Rulebook, options: argparse.Namespace, sources: tuple[str, str]) -> int:
    """Show the rulebook until it is left. The exit status. `sources`: the folders of rules and of rulings."""

    def today() -> date:
        day: date = options.on or date.today()
        return day

    leave_no_dump()
    app = RulesApp(book, options.lang, today, settings_folder(), sources)
    app.run()
    if app.last_words:
        say(app.last_words)
    return app.return_code or 0
