"""The app of practice: the real desk with scenes, and the pages around them."""

import argparse
import gc
import secrets
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from textual.screen import Screen

from mynadesk.command.surroundings import say
from mynadesk.practice.answers.answer import Answer
from mynadesk.practice.exercises.course import Around, Course
from mynadesk.practice.learning.keeping import nicknames, practice_folder
from mynadesk.practice.learning.progress import Level
from mynadesk.practice.reading import Practice
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import settings_folder
from mynadesk.sizes import WHOLE
from mynadesk.wording import Wording
from screens.app import DeskApp
from screens.desk import DeskScreen
from screens.practice.answer import AnswerScreen
from screens.practice.around import ChangedScreen, ProgressScreen, SummaryScreen, Then
from screens.practice.help import PracticeHelp
from screens.practice.result import ResultScreen
from screens.practice.start import NicknameScreen, StartScreen
from screens.practice.whole import WholeScreen
from screens.roles import Styles, styles
from screens.scene import Told
from screens.survival import leave_no_dump
from screens.wanted import What

_EVERY = 1.0
_MINUTE = 60


class PracticeApp(DeskApp):
    """Shows who practises, then scene after scene. Nobody's case is here, so nothing hides or is dropped."""

    CSS_PATH = "../desk.tcss"

    def __init__(
        self,
        book: Rulebook,
        practice: Practice,
        wording: Wording,
        around: Around,
        settings: str,
        options: argparse.Namespace,
    ) -> None:
        """`settings`: the folder of the desk's settings; `options`: name, level, clock."""
        super().__init__(book, wording.language, None, lambda: around.on, settings)
        self.course = Course(book, practice, self.wording, around)
        self._folder_of_progress = around.folder
        self._options = options
        self._clock_on: bool = options.clock
        self._banner = self.wording.fill(practice.words.banner.practising)

    @property
    def looks(self) -> Styles:
        """The theme's styles, on practice's own ground."""
        return styles(self._theme, self._depth, practice=True)

    def get_default_screen(self) -> Screen[Any]:
        """The start, where it is known who practises."""
        return self._nickname_screen() if self.course.progress is None else self._start_screen()

    def _open(self) -> None:
        """No office is asked for: practice stands at none."""

    def _started(self) -> None:
        """Make ready what the first scene needs, and begin it where all is known."""
        _ = self.course.deck.cards
        gc.freeze()
        gc.enable()
        self.set_interval(_EVERY, self._tick)
        if self.course.progress is not None and self._options.level is not None:
            self.begin(self._options.level, self._options.clock)

    # What the pages ask for

    def begin(self, level: Level, clock: bool) -> None:
        """Begin a round."""
        self._clock_on = clock
        self.course.begin(level, clock)
        self._show()
        self.call_later(self.course.save)

    def go_on(self) -> None:
        """Take up the round that was left."""
        self.course.go_on()
        self._show()
        self.call_later(self.course.save)

    def show_progress(self) -> None:
        """Show the table."""
        self.push_screen(ProgressScreen(self.course, self.looks, self._banner))

    def ask_who(self) -> None:
        """Ask for a nickname anew."""
        self.push_screen(self._nickname_screen())

    def stop(self) -> None:
        """End; what was answered has been saved, or it was said why not."""
        self.exit()

    def entered(self) -> None:
        """Begin with whoever has given a nickname."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._desk = None
        self.push_screen(self._start_screen())

    def want(self, what: What) -> None:
        """Do what a screen asks for."""
        if what == "large":
            self._show_whole()
        elif what in ("hide", "papers", "ledger", "rule"):
            if self._desk is not None:
                self._desk.say(self.course.practice.words.round.not_here)
        elif what == "help":
            self.push_screen(
                PracticeHelp(self.wording, self.looks, self.want, self._other_keys(), self._banner)
            )
        else:
            super().want(what)

    def _other_keys(self) -> dict[str, str]:
        """What the desk's keys do in practice, where it is something else."""
        words, fill = self.course.practice.words.round, self.wording.fill
        answer, unused = fill(words.answer_key), fill(words.not_here)
        return {
            "/": answer,
            "large": fill(words.whole_key),
            "papers": unused,
            "hide": unused,
            "ledger": unused,
            "rule": unused,
        }

    # Screens

    def _nickname_screen(self) -> NicknameScreen:
        return NicknameScreen(
            self.course, self, nicknames(self._folder_of_progress), self.looks, self._banner
        )

    def _start_screen(self) -> StartScreen:
        return StartScreen(self.course, self, self.looks, self._banner, self._clock_on)

    def _show(self, instead: bool = False) -> None:
        """The next scene, after what has changed of its rule; or the end of the round.

        `instead`: in place of the page that stands over the desk.
        """
        exercise = self.course.exercise
        if exercise is None:
            self._over_desk(
                SummaryScreen(self.course, self.looks, self._banner, self._after_summary), instead
            )
            return
        self._put_scene()
        if exercise.showing.before is not None:
            page = ChangedScreen(self.course, exercise.showing, self.looks, self._banner, self._arrive)
            self._over_desk(page, instead)
        elif instead:
            self._arrive()
        else:
            self._look_at_scene()

    def _over_desk(self, page: Screen[Any], instead: bool) -> None:
        if instead:
            self.switch_screen(page)
        else:
            self.push_screen(page)

    def _put_scene(self) -> None:
        """Put the scene on the desk, which is made once a round."""
        session, told = self.course.session(), self._told()
        if self._desk is None:
            day = self.course.deck.on
            self._desk = DeskScreen(
                self._book, self.wording, "", lambda: day, self.looks, self.want, self._answer
            )
            self._desk.show_scene(session, told)
            self.push_screen(self._desk)
        else:
            self._desk.show_scene(session, told)

    def _arrive(self) -> None:
        """Leave the page over the desk: the scene is there."""
        self.pop_screen()
        self._look_at_scene()

    def _look_at_scene(self) -> None:
        self.course.start_clock()
        if self.size.width < WHOLE.columns:
            self._show_whole()

    def _told(self) -> Told:
        exercise, words, fill = self.course.exercise, self.course.practice.words.round, self.wording.fill
        if exercise is None:
            return Told(self._banner, "", "")
        return Told(
            self._banner,
            self._title(),
            exercise.told.said,
            tuple(exercise.told.in_few_lines(self.wording.language)),
            fill(words.to_answer),
            fill(words.answer_key),
            fill(words.answer_key),
            fill(words.whole_key),
        )

    def _title(self) -> str:
        exercise, words = self.course.exercise, self.course.practice.words
        if exercise is None:
            return ""
        of, fill = str(words.limits.scenes), self.wording.fill
        scene = fill(words.round.scene, number=str(exercise.showing.number), of=of)
        title = fill(words.round.why, scene=scene, why=fill(getattr(words.round, exercise.showing.why)))
        seconds = self.course.seconds()
        if seconds is None:
            return title
        minutes, rest = divmod(int(seconds), _MINUTE)
        return f"{title}  {fill(words.round.taken, time=f'{minutes}:{rest:02}')}"

    def _show_whole(self) -> None:
        if self.course.exercise is not None:
            words = self.course.practice.words
            self.push_screen(
                WholeScreen(self.course.exercise, words, self.looks, self._banner, self._title())
            )

    def _answer(self) -> None:
        if self.course.exercise is not None:
            words, title = self.course.practice.words, self._title()
            self.push_screen(
                AnswerScreen(self.course.exercise, words, self.looks, self._banner, title, self._take)
            )

    def _take(self, answer: Answer | None) -> None:
        if answer is None or self._desk is None:
            self.pop_screen()
            return
        title, words = self._title(), self.course.practice.words
        look = self._desk.session.look
        reviewed = self.course.take(answer, look.decision if look.final else None)
        trouble = self.course.trouble
        self.switch_screen(
            ResultScreen(
                reviewed, words, self.looks, self._banner, title, trouble, lambda: self._show(instead=True)
            )
        )

    def _after_summary(self, then: Then) -> None:
        """Another round on the same desk, or back to the start. A round may be over as it is taken up:
        then there is no desk."""
        again, round_ = then == "again", self.course.round
        if again and round_ is not None and self._desk is not None:
            self.course.begin(round_.level, round_.clock)
            self._show(instead=True)
            self.call_later(self.course.save)
            return
        while not isinstance(self.screen, StartScreen):
            self.pop_screen()
        self._desk = None
        if again and round_ is not None:
            self.begin(round_.level, round_.clock)

    def _tick(self) -> None:
        """Let the clock be seen, where it runs."""
        if self.course.seconds() is not None and self.screen is self._desk and self._desk:
            self._desk.retell(self._told())


def open_practice(book: Rulebook, practice: Practice, options: argparse.Namespace) -> int:
    """Open practice and stay until it is left. The exit status. Raises UnusableNickname, UnusableProgress."""
    leave_no_dump()
    wording = Wording(book, options.lang)
    around = Around(
        practice_folder(), options.on or date.today(), _now, time.monotonic, _seed_of(options.seed)
    )
    app = PracticeApp(book, practice, wording, around, settings_folder(), options)
    if options.name is not None:
        app.course.enter(options.name)
    app.run()
    if app.last_words:
        say(app.last_words)
    elif app.course.progress is not None and app.course.unfinished:
        say(app.course.trouble or wording.fill(practice.words.round.left))
    return app.return_code or 0


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _seed_of(wanted: int | None) -> Callable[[], str]:
    return lambda: str(wanted) if wanted is not None else secrets.token_hex(8)
