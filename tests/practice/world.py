"""What a course is told of the world, as a test has it: folder, clocks, seed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from mynadesk.practice.answers.answer import Verdict
from mynadesk.practice.exercises.course import Around, Course, Reviewed
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.learning.keeping import read
from mynadesk.practice.learning.progress import Progress
from mynadesk.practice.reading import Practice
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.desk import BOOK, ON
from tests.practice.exercises import PRACTICE, answer, right
from tests.practice.trainees import START

DECK = Deck(BOOK, PRACTICE.lore, ON, PRACTICE.own)
"""Every card, and the shipped own scenes."""


class World:
    """Clocks that somebody sets forward, and seeds that are counted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.time = START
        self.ticks = 1000.0
        self.seeds = 0

    def forward(self, seconds: float) -> None:
        """Time goes by."""
        self.time += timedelta(seconds=seconds)
        self.ticks += seconds

    def around(self) -> Around:
        """All of it."""
        return Around(str(self.folder), ON, lambda: self.time, lambda: self.ticks, self._seed)

    def _seed(self) -> str:
        self.seeds += 1
        return f"seed {self.seeds}"

    def course(
        self,
        nickname: str | None = "tanuki",
        language: Language = "ja",
        book: Rulebook = BOOK,
        practice: Practice = PRACTICE,
    ) -> Course:
        """A course that has just been made, and entered unless there is no nickname."""
        course = Course(book, practice, Wording(book, language), self.around())
        if book is BOOK and practice is PRACTICE:
            course.deck = DECK  # to draw every card anew would take most of the time of the tests
        if nickname is not None:
            course.enter(nickname)
        return course


def open_(course: Course) -> Exercise:
    """The scene of the moment."""
    assert course.exercise is not None
    return course.exercise


def answered(course: Course, correctly: bool = True) -> Reviewed:
    """Answer the scene of the moment rightly, or with a verdict that is not so."""
    to = open_(course)
    wrong: Verdict = "decline" if to.decision.verdict != "decline" else "incomplete"
    said = right(to) if correctly else answer(to, wrong)
    return course.take(said, None)


def until_all_are_met(course: Course, each: Callable[[], None]) -> None:
    """Round after round, all right, until every card was there once."""
    while len(course.progress.memory.skills if course.progress else ()) < len(course.deck.cards):
        if course.exercise is None:
            course.begin("test", clock=False)
        each()
        answered(course)


def kept(world: World, nickname: str = "tanuki") -> Progress:
    """What stands in the trainee's file."""
    progress = read(str(world.folder), nickname)
    assert progress is not None
    return progress


def result_of(course: Course, card: str) -> str:
    """How a card went the last time."""
    assert course.progress
    return course.progress.memory.skills[card].results[-1]
