"""The app: constructs the screens and knows which one is shown."""

import gc
import os
import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.screen import Screen

from mynadesk.interview.course import Look
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import read_settings, write_settings
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.ledger.keeping import Keeping
from screens.roles import THEMES, Styles, Theme, depth_of, styles
from screens.terminal_app import TerminalApp
from screens.wanted import What

if TYPE_CHECKING:
    from screens.guard import Guard
    from screens.ledger.visits import Visits
    from screens.papers.handing import Papers
    from screens.rules.opening import Reading
    from screens.rules.watching import Watching

_SETTLED, _HOUR = 5.0, 3600.0
"""Seconds after which a desk stands, and between two looks at the calendar."""


class DeskApp(TerminalApp):
    """The whole terminal program."""

    CSS_PATH = "desk.tcss"  # the first screen of an app gets its rules from the app

    def __init__(
        self,
        book: Rulebook,
        language: Language,
        office: str | None,
        today: Callable[[], date],
        folder: str,
        times: tuple[int | None, int | None] = (None, None),
        clock: Callable[[], float] = time.monotonic,
        keeping: Keeping | None = None,
        papers: tuple[str, str] = ("", ""),
        sources: tuple[str, str] | None = None,
    ) -> None:
        """`office`: for this run only; `folder`: where settings are kept; `today`: asked for each person.

        `papers`: the folder of rules with the words of papers, and one where pages for printing may lie.

        `sources`: the folders of rules and of rulings, whose changes are taken up; None where nobody looks.

        `times`: seconds without a key until the desk is hidden and until its case is dropped, where they
        are others than the rulebook's; `clock`: seconds that only ever grow; `keeping`: where the ledger is,
        None where there is none.
        """
        super().__init__(Wording(book, language))
        self._book = book
        self._today = today
        self._folder = folder
        settings = read_settings(folder)
        self._office = office or settings.office
        self._theme: Theme = next((theme for theme in THEMES if theme == settings.theme), THEMES[0])
        self._depth = depth_of(os.environ, self.console.color_system)
        self._desk: DeskScreen | None = None
        self._times = times
        self._clock = clock
        self._guard: Guard | None = None
        self._keeping = keeping
        self._visits: Visits | None = None
        self._tidied: date | None = None
        self._papers_folders = papers
        self._papers: Papers | None = None
        self._reading: Reading | None = None
        self._sources = sources
        self._rules_watched: Watching | None = None

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
        self._open()
        self.call_after_refresh(self._started)

    def _open(self) -> None:
        """Ask for the office where it is not known."""
        if self._office not in self._book.rulebook.offices:
            from screens.office import OfficeScreen  # wanted once in the life of a machine

            self.push_screen(OfficeScreen(self._book, self.wording, self.looks), self._choose_office)

    def _started(self) -> None:
        """The collector was off while starting. What stands now stays: to walk it again would cost keys."""
        gc.freeze()
        gc.enable()
        self.guard()
        if os.path.isdir(self._papers_folders[1]):
            self.papers().clear_leftovers()
        if self._keeping is not None:
            self.set_timer(_SETTLED, self._tidy)
            self.set_interval(_HOUR, self._tidy)
        if self._sources is not None:
            self.set_timer(_SETTLED, self._watch)

    def papers(self) -> "Papers":
        """Who hands papers over."""
        from screens.papers.handing import Papers  # wanted at no first paint

        if self._papers is None:
            self._papers = Papers(self, self._book, *self._papers_folders)
        return self._papers

    def forget_papers(self) -> None:
        """Delete what was written for printing."""
        if self._papers is not None:
            self._papers.clear()

    def guard(self) -> "Guard":
        """Who keeps an eye on a desk that nobody touches."""
        from screens.guard import Guard  # not wanted for the first paint

        if self._guard is None:
            self._guard = Guard(self, self._book, self._times, self._clock)
            self._guard.desk = self._desk
        return self._guard

    def touched(self) -> None:
        """Nothing hides for a while."""
        if self._guard is not None:
            self._guard.touched()

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
        self._office = office
        self._desk = DeskScreen(self._book, self.wording, label, self._today, self.looks, self.want)
        self._desk.session.gone = self._gone
        self._desk.session.reminds = self._keeping is not None
        if self._guard is not None:
            self._guard.desk = self._desk
        return self._desk

    def want(self, what: What) -> None:
        """Do what a screen asks for."""
        if what == "theme":
            self._next_theme()
        elif what == "hide":
            self.guard().hide()
        elif what == "help":
            from screens.help import HelpScreen

            instead = getattr(self.screen, "instead", None)
            self.push_screen(HelpScreen(self.wording, self.looks, self.want, instead))
        elif what == "ledger":
            self._number_key()
        elif (desk := self.screen if isinstance(self.screen, DeskScreen) else self._desk) is None:
            return
        elif what == "rule":
            self._show_rules(desk)
        elif what == "papers":
            self.papers().show(desk, self.looks, self.want)
        else:
            from screens.large import LargeScreen

            self.push_screen(LargeScreen(desk.session, self.looks, self.want))

    def _show_rules(self, desk: DeskScreen) -> None:
        """The rulebook, at the line that is looked at; and back to the case as it was."""
        from mynadesk.browsing.looking import rules_looked_at  # not wanted for the first paint

        session, words = desk.session, desk.session.wording.words.laid
        at = rules_looked_at(session)
        self.push_screen(self.reading().screen(session.wording, session.on, at, words.to_desk))

    def reading(self) -> "Reading":
        """Who opens the rulebook."""
        from screens.rules.opening import Reading

        if self._reading is None:
            self._reading = Reading(self, self._watching())
        return self._reading

    def _watching(self) -> "Watching | None":
        """Who looks after the rules on the disk."""
        from screens.rules.watching import Watching

        if self._rules_watched is None and self._sources is not None:
            self._rules_watched = Watching(self, self._sources)
        return self._rules_watched

    def _watch(self) -> None:
        """Look after the rules on the disk from now on."""
        if watching := self._watching():
            watching.begin()

    def checked_anew(self) -> None:
        """Something has become known of the rules on the disk."""
        if self._reading is not None:
            self._reading.checked_anew()

    @property
    def rules_in_force(self) -> Rulebook:
        """Those for whoever comes next, of the day on which they were read."""
        return self._book

    def take_rules(self, book: Rulebook) -> None:
        """Use other rules, from the next person on. Raises NotInForce."""
        here = book.at(self._today())
        self._book, self.wording = here, Wording(here, self.wording.language)
        if self._papers is not None:
            self._papers.take(here)
        if self._desk is not None:
            self._desk.session.take_over(here, self.wording)
            if not self._desk.session.fresh:
                self._desk.draw()  # which tells that they wait
            else:
                self._desk.say(self.wording.words.messages.rules_taken, digest=here.digest[:6])

    def stand(self, bad: bool) -> None:
        """Say on the top line, as long as it is so, that the rules on the disk cannot be used."""
        if self._desk is not None:
            words = self.wording.fill(self.wording.words.messages.rules_bad) if bad else ""
            self._desk.stand(words)

    def _engage(self, tell: bool) -> "Visits | None":
        """Who keeps the ledger. Only where they are wanted is anything of it imported.

        `tell`: say why there is nobody.
        """
        if self._visits is None and self._desk is not None and self._keeping is not None:
            from screens.ledger.opening import visits

            self._visits = visits(self, self._desk, str(self._office), self._keeping, tell)
        return self._visits

    def _number_key(self) -> None:
        if keeper := self._engage(tell=True):
            keeper.press()

    def _gone(self, look: Look) -> None:
        """A person has gone: what was decided is counted."""
        if look.final and (keeper := self._engage(tell=False)):
            keeper.count(look)

    def _tidy(self) -> None:
        """Once a day, when the desk stands: what the ledger has kept for long enough is dropped."""
        if self._tidied != date.today() and (keeper := self._engage(tell=False)):
            self._tidied = date.today()
            keeper.drop_old(read_settings(self._folder))

    def finish(self) -> None:
        """Wait a moment for the ledger, and add to the last words what it did not take."""
        left = self._visits.finish() if self._visits else 0
        if left:
            words = self.wording.words.messages.uncounted
            self.last_words = "\n".join(
                filter(None, (self.last_words, self.wording.fill(words, count=str(left))))
            )

    def _next_theme(self) -> None:
        """Take the next theme, remember it, and say so."""
        self._theme = THEMES[(THEMES.index(self._theme) + 1) % len(THEMES)]
        kept = write_settings(self._folder, replace(read_settings(self._folder), theme=self._theme))
        for screen in self.screen_stack:
            if restyle := getattr(screen, "restyle", None):
                restyle(self.looks)
        messages, name = self.wording.words.messages, getattr(self.wording.words.themes, self._theme)
        if self._desk is not None:
            said = messages.theme_saved if kept else messages.theme_unsaved
            self._desk.say(said, theme=self.wording.fill(name))
