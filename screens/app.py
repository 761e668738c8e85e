"""The app: constructs the screens and knows which one is shown."""

import argparse
import gc
import os
from collections.abc import Callable
from datetime import date
from typing import Any

from textual.app import App
from textual.screen import Screen

from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import Settings, read_settings, settings_folder, write_settings
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.survival import accept_any_bytes, leave_when_told


class DeskApp(App[None]):
    """The whole terminal program."""

    CSS_PATH = "desk.tcss"  # the first screen of an app gets its rules from the app
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, book: Rulebook, language: Language, office: str | None, today: Callable[[], date], folder: str
    ) -> None:
        """`office`: for this run only; `folder`: where settings are kept; `today`: asked for each person."""
        super().__init__()
        self.wording = Wording(book, language)
        self._book = book
        self._today = today
        self._folder = folder
        self._office = office or read_settings(folder).office

    def get_default_screen(self) -> Screen[Any]:
        """The desk at once, where its office is known: an empty screen first would be painted for nothing."""
        if self._office in self._book.rulebook.offices:
            return self._desk(str(self._office))
        return super().get_default_screen()

    def on_mount(self) -> None:
        if self._office not in self._book.rulebook.offices:
            from screens.office import OfficeScreen  # wanted once in the life of a machine

            self.push_screen(OfficeScreen(self._book, self.wording), self._choose_office)
        if not self.is_headless:
            leave_when_told(lambda status: self.exit(return_code=status))
        self.call_after_refresh(_collect_from_now_on)

    def _choose_office(self, office: str | None) -> None:
        if office is None:
            return
        kept = write_settings(self._folder, Settings(office))
        messages = self.wording.words.messages
        desk = self._desk(office)
        desk.session.message = self.wording.fill(messages.office_saved if kept else messages.office_unsaved)
        self.push_screen(desk)

    def _desk(self, office: str) -> DeskScreen:
        label = self.wording.fill(self._book.rulebook.offices[office].label)
        return DeskScreen(self._book, self.wording, label, self._today)

    def _handle_exception(self, error: Exception) -> None:
        """A clerk sees a sentence, not a traceback; tests and MYNADESK_DEBUG see the fault itself."""
        if self.is_headless or os.environ.get("MYNADESK_DEBUG"):
            super()._handle_exception(error)
            return
        self.exit(return_code=1, message=self.wording.fill(self.wording.words.messages.fault))

    def on_desk_screen_help_wanted(self) -> None:
        """Show the list of keys."""
        from screens.help import HelpScreen

        self.push_screen(HelpScreen(self.wording))


def _collect_from_now_on() -> None:
    """The collector was off while starting. What stands now stays: walking it again would only cost keys."""
    gc.freeze()
    gc.enable()


def open_desk(book: Rulebook, options: argparse.Namespace) -> int:
    """Open the desk and stay until it is left. The exit status."""

    def today() -> date:
        day: date = options.on or date.today()
        return day

    accept_any_bytes()
    app = DeskApp(book, options.lang, options.office, today, settings_folder())
    app.run()
    return app.return_code or 0
