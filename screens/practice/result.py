"""What the rules say of the scene, beside what the trainee said."""

from collections.abc import Callable

from mynadesk.interview.result import Section
from mynadesk.practice.exercises.course import Reviewed
from mynadesk.practice.exercises.review import headline, verdict_on
from mynadesk.practice.words import PracticeWords
from mynadesk.typeset import pad, width
from screens.paint import wrapped
from screens.pane import Row
from screens.practice.page import PracticePage
from screens.roles import Styles


class ResultScreen(PracticePage[None]):
    """Calls `done` on Enter on the last page: the next scene comes. `trouble`: why it is not saved."""

    def __init__(
        self,
        reviewed: Reviewed,
        words: PracticeWords,
        styles: Styles,
        banner: str,
        title: str,
        trouble: str,
        done: Callable[[], None],
    ) -> None:
        super().__init__(reviewed.exercise.wording, styles, banner, "result")
        self._reviewed = reviewed
        self._words = words
        self._title = title
        self._done = done
        self.message = trouble

    def subject(self) -> str:
        """Which scene it was."""
        return self._title

    def head(self, cells: int) -> list[Row]:
        """The decision in its colours, how the answer was, and which skill it was about."""
        decision = self._reviewed.exercise.decision
        graded = verdict_on(self._reviewed.grade, self._words, self._wording)
        label = self._reviewed.exercise.skill
        skill = self._wording.fill(self._words.result.skill, skill=label)
        band: Row = [(pad(f" {headline(self._reviewed.exercise)}", cells), f"band-{decision.verdict}")]
        how: Row = [(f" {graded}", "met" if self._reviewed.grade.whole else "missing")]
        if width(f" {graded}  {skill}") <= cells:
            return [band, [*how, (f"  {skill}", "dim")]]
        return [band, how, *([(" ", "dim"), *row] for row in wrapped(skill, cells - 1, "dim"))]

    def body(self, cells: int) -> list[Row]:
        """What differed, the rule behind it, and what would have flipped it."""
        return [row for section in self._reviewed.sections for row in section_rows(section, cells)]

    def keys(self) -> list[tuple[str, str]]:
        """One key leads on."""
        return [] if self.has_more else [("Enter", self._wording.fill(self._words.result.next))]

    @property
    def more_key(self) -> str:
        """Enter turns pages as long as there is something to read."""
        return "Enter" if self.has_more else "PgDn"

    def press(self, name: str) -> None:
        """Go on, page by page."""
        if name in ("scroll", "scroll_up") or (name == "enter" and self.has_more):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name in ("enter", "/", "+"):
            self._done()
        elif name == "quit":
            self.app.exit()


def section_rows(section: Section, cells: int) -> list[Row]:
    """A heading and its texts."""
    texts = [row for text in section.texts for row in wrapped(f"・{text}", cells, "plain", indent=2)]
    return [[(f"[{section.heading}]", "key")], *texts]
