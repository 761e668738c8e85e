"""`mynadesk --open FILE`: the desk with a case from a file."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from textual.screen import Screen

from mynadesk.command.surroundings import say
from mynadesk.decision.case import Case
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import print_folder, settings_folder
from mynadesk.words import Language
from screens.app import DeskApp
from screens.example import ExampleDesk
from screens.survival import leave_no_dump


class OpenedApp(DeskApp):
    """Shows one case. There is no ledger here, and no desk is asked for."""

    def __init__(
        self,
        book: Rulebook,
        case: Case,
        language: Language,
        folder: str,
        times: tuple[int | None, int | None] = (None, None),
        papers: tuple[str, str] = ("", ""),
    ) -> None:
        """As of the desk's own app."""
        on: Callable[[], date] = lambda: case.on  # noqa: E731
        super().__init__(book.at(case.on), language, None, on, folder, times, papers=papers)
        self._case = case

    def get_default_screen(self) -> Screen[Any]:
        """The desk at once."""
        self._desk = ExampleDesk(self._book, self._case, self.wording, self.looks, self.want, self.exit)
        return self._desk

    def _open(self) -> None:
        """Nothing is asked for."""


def open_case(book: Rulebook, case: Case, options: argparse.Namespace, rules: str) -> int:
    """Show a case until it is left. The exit status.

    Raises:
        NotInForce: there is no rulebook for the day of the case.
    """
    leave_no_dump()
    times = (options.hide_after, options.drop_after)
    app = OpenedApp(book, case, options.lang, settings_folder(), times, (rules, print_folder()))
    try:
        app.run()
    finally:
        app.forget_papers()
    if app.last_words:
        say(app.last_words)
    return app.return_code or 0
