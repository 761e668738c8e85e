"""A trainee's way through practice: who it is, the round, the scene of the moment, and what is kept."""

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from mynadesk.decision.decision import Decision
from mynadesk.fault import DeskError
from mynadesk.interview.result import Section
from mynadesk.interview.session import Session
from mynadesk.practice.answers.answer import Answer
from mynadesk.practice.answers.grading import Grade, grade, rating_of
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.exercises.review import review
from mynadesk.practice.learning.keeping import read
from mynadesk.practice.learning.memory import Memory
from mynadesk.practice.learning.nickname import nickname_of
from mynadesk.practice.learning.progress import Level, Progress
from mynadesk.practice.learning.round import Round, begin, keep
from mynadesk.practice.reading import Practice
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording


class Around(msgspec.Struct, frozen=True):
    """What a course is told of the world."""

    folder: str
    """Where progress is kept."""
    on: date
    """The day of practice."""
    now: Callable[[], datetime]
    """With a time zone."""
    seconds: Callable[[], float]
    """Only ever grow."""
    seed: Callable[[], str]
    """Asked once for each new trainee."""


class Reviewed(msgspec.Struct, frozen=True):
    """An answer that was graded."""

    exercise: Exercise
    grade: Grade
    sections: list[Section]


class Course:
    """Begins with `enter`. `trouble` says why the latest is not saved; empty where it is."""

    def __init__(self, book: Rulebook, practice: Practice, wording: Wording, around: Around) -> None:
        self.book = book
        self.practice = practice
        self.wording = wording
        self.trouble = ""
        self._around = around
        self.deck = Deck(book, practice.lore, around.on, practice.own)
        self.progress: Progress | None = None
        self.round: Round | None = None
        self.exercise: Exercise | None = None
        self._began = 0.0

    def enter(self, typed: str) -> None:
        """Be somebody; nothing of whoever was here before stays.

        Raises UnusableNickname, UnusableProgress.
        """
        nickname = nickname_of(typed)
        found = read(self._around.folder, nickname)
        self.round = self.exercise = None
        self.trouble = ""
        self.progress = found or Progress(nickname=nickname, memory=Memory(seed=self._around.seed()))

    @property
    def unfinished(self) -> bool:
        """Whether a round can be taken up again."""
        return self.progress is not None and self.progress.unfinished is not None

    @property
    def answered(self) -> bool:
        """Whether the round that was left has answers, which a new one would put among the past ones."""
        return self.progress is not None and bool(self.progress.unfinished and self.progress.unfinished.done)

    def begin(self, level: Level, clock: bool) -> None:
        """Begin a round; one that was left is over then."""
        self._go(
            begin(
                self._known(),
                [*self.deck.cards.values()],
                self.practice.words.limits,
                self.book.digest,
                self._around.now,
                level,
                clock,
            )
        )

    def go_on(self) -> None:
        """Take up the round that was left."""
        cards, limits = [*self.deck.cards.values()], self.practice.words.limits
        self._go(Round(self._known(), cards, limits, self.book.digest, self._around.now))

    def session(self) -> Session:
        """A fresh desk for the scene, on its day; silent where the verdict is not to be seen."""
        exercise = self._open()
        silent = self.round is not None and self.round.level == "test"
        day = exercise.scene.case.on
        return Session(self.book, self.wording, lambda: day, silent)

    def seconds(self) -> float | None:
        """How long the scene has been there; None unless the clock runs."""
        running = self.round is not None and self.round.clock
        return self._around.seconds() - self._began if running else None

    def take(self, answer: Answer, reached: Decision | None) -> Reviewed:
        """Grade an answer, remember it, and go on to the next scene. `reached`: as entered at the desk."""
        exercise, round_, words = self._open(), self.round, self.practice.words
        assert round_ is not None
        seconds = self.seconds()
        graded = grade(exercise.decision, answer, exercise.sayings, words.grading)
        slow = words.limits.is_slow(seconds)
        rating = rating_of(graded, exercise.scene.requirement, round_.level == "guided", slow)
        round_.record(graded, rating, seconds)
        sections = review(exercise, answer, graded, reached, words)
        self.save()
        self._draw()
        return Reviewed(exercise, graded, sections)

    def save(self) -> None:
        """Keep what there is; where that fails, `trouble` says why."""
        if self.round is None:
            return
        try:
            keep(self._around.folder, self.round)
            self.trouble = ""
        except DeskError as error:
            self.trouble = error.text(self.wording.language)
        self.progress = self.round.progress

    def now(self) -> datetime:
        """The time of day."""
        return self._around.now()

    def start_clock(self) -> None:
        """The scene is there."""
        self._began = self._around.seconds()

    def _go(self, round_: Round) -> None:
        self.round = round_
        self.progress = round_.progress
        self._draw()

    def _draw(self) -> None:
        showing = self.round.next() if self.round else None
        memory = self._known().memory
        self.exercise = (
            Exercise(self.deck, self.practice.lore, self.wording, memory, showing) if showing else None
        )
        self.start_clock()

    def _known(self) -> Progress:
        if self.progress is None:
            raise ValueError("nobody has entered")
        return self.progress

    def _open(self) -> Exercise:
        if self.exercise is None:
            raise ValueError("no scene is open")
        return self.exercise
