"""`mynadesk daybook` on a terminal."""

import argparse
import gc
from collections.abc import Callable
from datetime import date
from typing import Any

from textual.screen import Screen

from mynadesk.command.surroundings import say
from mynadesk.ledger.daybook.words import DayBookWords
from mynadesk.ledger.ledger import Ledger
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import settings_folder
from screens.app import DeskApp
from screens.ledger.daybook import DayBookScreen
from screens.ledger.keeper import Keeper
from screens.survival import leave_no_dump
from screens.wanted import What


class DayBookApp(DeskApp):
    """Shows the day book and nothing else. Nobody's case is here, so nothing hides or is dropped."""

    CSS_PATH = "../desk.tcss"

    def __init__(
        self,
        book: Rulebook,
        words: DayBookWords,
        options: argparse.Namespace,
        opened: Callable[[], Ledger],
        folder: str,
        today: Callable[[], date],
    ) -> None:
        """`options`: lang, desk; `opened`: opens the ledger; `folder`: of the desk's settings."""
        super().__init__(book, options.lang, None, today, folder)
        self._words, self._at = words, options.desk
        self._keeper = Keeper(opened)

    def get_default_screen(self) -> Screen[Any]:
        """Empty: the page above it ends the program when it is left."""
        return Screen[Any]()

    def _open(self) -> None:
        """No desk is asked for: all of them are shown."""
        city = self.wording.fill(self._book.rulebook.city)
        page = DayBookScreen(
            self.wording, self._words, self.looks, city, self._at, self._keeper.ask, self.want, self._today
        )
        self.push_screen(page, lambda _: self.exit())

    def _started(self) -> None:
        gc.freeze()
        gc.enable()

    def want(self, what: What) -> None:
        """Colours; there is nothing else here."""
        if what == "theme":
            super().want(what)


def open_day_book(
    book: Rulebook,
    words: DayBookWords,
    options: argparse.Namespace,
    opened: Callable[[], Ledger],
    today: Callable[[], date],
) -> int:
    """Show the day book until it is left. The exit status."""
    leave_no_dump()
    app = DayBookApp(book, words, options, opened, settings_folder(), today)
    app.run()
    if app.last_words:
        say(app.last_words)
    return app.return_code or 0
