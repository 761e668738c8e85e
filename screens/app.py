"""The app: constructs the screens and knows which one is shown."""

import argparse
import gc
import os
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec.structs import replace
from textual import events
from textual.app import App
from textual.screen import Screen

from mynadesk.interview.idle import Idle, Times
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import read_settings, settings_folder, write_settings
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.page import PageScreen
from screens.roles import THEMES, Styles, Theme, depth_of, styles
from screens.survival import accept_any_bytes, leave_when_told
from screens.wanted import Wanted
from screens.watch import Watch


class DeskApp(App[None]):
    """The whole terminal program."""

    CSS_PATH = "desk.tcss"  # the first screen of an app gets its rules from the app
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # nothing of a case gets into a clipboard

    def __init__(
        self,
        book: Rulebook,
        language: Language,
        office: str | None,
        today: Callable[[], date],
        folder: str,
        times: Times | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`office`: for this run only; `folder`: where settings are kept; `today`: asked for each person.

        `times`: how long the desk may stand untouched, else as the rulebook says; `clock`: seconds.
        """
        super().__init__(ansi_color=True)  # our styles fit the terminal's colours; Textual has none to mend
        self.wording = Wording(book, language)
        self._book = book
        self._today = today
        self._folder = folder
        settings = read_settings(folder)
        self._office = office or settings.office
        self._theme: Theme = next((theme for theme in THEMES if theme == settings.theme), THEMES[0])
        self._depth = depth_of(os.environ, self.console.color_system)
        self._desk: DeskScreen | None = None
        self._watch = Watch(self, Idle(times or times_of(book), clock))

    @property
    def looks(self) -> Styles:
        """The styles of the theme that was chosen, as far as the terminal has colours."""
        return styles(self._theme, self._depth)

    def get_default_screen(self) -> Screen[Any]:
        """The desk at once, where its office is known: an empty screen first would be painted for nothing."""
        if self._office in self._book.rulebook.offices:
            return self._new_desk(str(self._office))
        return super().get_default_screen()

    def on_mount(self) -> None:
        if self._office not in self._book.rulebook.offices:
            from screens.office import OfficeScreen  # wanted once in the life of a machine

            self.push_screen(OfficeScreen(self._book, self.wording, self.looks), self._choose_office)
        if not self.is_headless:
            leave_when_told(lambda status: self.exit(return_code=status))
        self.call_after_refresh(self._started)

    def _started(self) -> None:
        """The collector was off while starting. What stands now stays: to walk it again would cost keys."""
        gc.freeze()
        gc.enable()
        self._watch.begin()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste):
            self._watch.touched()
        await super().on_event(event)

    def _choose_office(self, office: str | None) -> None:
        if office is None:
            return
        kept = write_settings(self._folder, replace(read_settings(self._folder), office=office))
        messages = self.wording.words.messages
        desk = self._new_desk(office)
        desk.session.message = self.wording.fill(messages.office_saved if kept else messages.office_unsaved)
        self.push_screen(desk)

    def _new_desk(self, office: str) -> DeskScreen:
        label = self.wording.fill(self._book.rulebook.offices[office].label)
        self._desk = DeskScreen(self._book, self.wording, label, self._today, self.looks)
        self._watch.desk = self._desk
        return self._desk

    def _handle_exception(self, error: Exception) -> None:
        """A clerk sees a sentence, not a traceback; tests and MYNADESK_DEBUG see the fault itself."""
        if self.is_headless or os.environ.get("MYNADESK_DEBUG"):
            super()._handle_exception(error)
            return
        self.exit(return_code=1, message=self.wording.fill(self.wording.words.messages.fault))

    def on_wanted(self, wanted: Wanted) -> None:
        """Do what a screen asks for."""
        if wanted.what == "theme":
            self._next_theme()
        elif wanted.what == "hide":
            self._watch.hide()
        elif wanted.what == "help":
            from screens.help import HelpScreen

            self.push_screen(HelpScreen(self.wording, self.looks))
        elif self._desk is not None:
            from screens.large import LargeScreen

            self.push_screen(LargeScreen(self._desk.session, self.looks))

    def _next_theme(self) -> None:
        """Take the next theme, remember it, and say so."""
        self._theme = THEMES[(THEMES.index(self._theme) + 1) % len(THEMES)]
        kept = write_settings(self._folder, replace(read_settings(self._folder), theme=self._theme))
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen | PageScreen):
                screen.restyle(self.looks)
        messages, name = self.wording.words.messages, getattr(self.wording.words.themes, self._theme)
        if self._desk is not None:
            said = messages.theme_saved if kept else messages.theme_unsaved
            self._desk.say(said, theme=self.wording.fill(name))


def times_of(book: Rulebook) -> Times:
    """How long the rulebook lets a desk stand untouched."""
    untouched = book.desk.untouched
    return Times(untouched.hide_after, untouched.warn_for, untouched.drop_after)


def open_desk(book: Rulebook, options: argparse.Namespace) -> int:
    """Open the desk and stay until it is left. The exit status."""

    def today() -> date:
        day: date = options.on or date.today()
        return day

    accept_any_bytes()
    usual = times_of(book)
    times = usual._replace(hide=options.hide_after or usual.hide, drop=options.drop_after or usual.drop)
    app = DeskApp(book, options.lang, options.office, today, settings_folder(), times)
    app.run()
    return app.return_code or 0
