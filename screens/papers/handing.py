"""Handing papers over: makes the words ready, keeps the files that printing needs, and deletes them."""

from collections.abc import Callable
from contextlib import suppress
from os import environ
from threading import Thread
from typing import TypeAlias

from textual.app import App

from mynadesk.fault import DeskError
from mynadesk.handout.outlets import Outlets, Send, outlets
from mynadesk.handout.print_folder import PrintFolder, clear_leftovers
from mynadesk.handout.reading import load_handout
from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.book import Rulebook
from screens.desk import DeskScreen
from screens.papers.page import PapersScreen
from screens.roles import Styles
from screens.wanted import Want

Done: TypeAlias = Callable[[bool], None]

_MARKED = "utf-8-sig"
"""Without the mark at its beginning, programs of Windows may take a text for one of another encoding."""


class Papers:
    """One app's."""

    def __init__(self, app: App[None], book: Rulebook, rules: str, folder: str) -> None:
        """`rules`: the folder with the words; `folder`: where files may lie while they are printed."""
        self._app = app
        self._book = book
        self._rules = rules
        self._folder = folder
        self._files = PrintFolder(folder)
        self._words: HandoutWords | None = None
        self.ways: Outlets = outlets(environ)

    def show(self, desk: DeskScreen, styles: Styles, want: Want) -> None:
        """Open the page for the case on the desk."""
        desk.emptied = self.clear
        try:
            self._words = self._words or load_handout(self._rules, self._book)
        except DeskError:
            desk.say(desk.session.wording.words.papers.unusable)
            return
        page = PapersScreen(desk.session, self._words, desk.session.number, styles, want, self)
        self._app.push_screen(page)

    def take(self, book: Rulebook) -> None:
        """Other rules than before: the words of papers are read anew."""
        self._book, self._words = book, None

    def clear(self) -> None:
        """Delete what was written for this case."""
        self._files.clear()

    def clear_leftovers(self) -> None:
        """Delete what runs have left behind that were killed."""
        clear_leftovers(self._folder)

    @property
    def prints(self) -> bool:
        return self.ways.printer is not None or self.ways.printer_of_files is not None

    @property
    def browses(self) -> bool:
        return self.ways.browser is not None

    def save(self, name: str, page: str) -> str | None:
        """Write a page. Its path; None where it could not be written."""
        return self._write(name, ".html", page.encode())

    def print(self, name: str, text: str, done: Done) -> None:
        """Send a text to the default printer; `done` is told whether it was taken."""
        if self.ways.printer is not None:
            self._send(self.ways.printer, text, done)
        elif self.ways.printer_of_files is not None:
            path = self._write(name, ".txt", text.encode(_MARKED))
            self._send(self.ways.printer_of_files, path, done)

    def browse(self, name: str, page: str, done: Done) -> None:
        """Open a page in the browser; `done` is told whether it was taken."""
        if self.ways.browser is not None:
            self._send(self.ways.browser, self.save(name, page), done)

    def _write(self, name: str, ending: str, content: bytes) -> str | None:
        try:
            return self._files.write(name, ending, content)
        except OSError:
            return None

    def _send(self, send: Send, what: str | None, done: Done) -> None:
        """Do it beside the desk, which goes on meanwhile and does not wait for it at its end."""

        def run() -> None:
            taken = what is not None and send(what)
            with suppress(RuntimeError):  # the desk has been left
                self._app.call_from_thread(done, taken)

        Thread(target=run, daemon=True).start()
