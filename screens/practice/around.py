"""Pages around the scenes: a rule that has changed, the end of a round, a trainee's progress."""

from collections.abc import Callable
from typing import Literal

from mynadesk.practice.exercises.course import Course
from mynadesk.practice.learning.round import Showing
from mynadesk.practice.printed.published import rule_of
from mynadesk.practice.printed.table import progress_lines
from screens.paint import wrapped
from screens.pane import Row
from screens.practice.page import PracticePage
from screens.roles import Styles

Then = Literal["again", "end"]
_MINUTE = 60


class ChangedScreen(PracticePage[None]):
    """Shown before a scene whose rule is another one than when it was last practised."""

    def __init__(
        self, course: Course, showing: Showing, styles: Styles, banner: str, done: Callable[[], None]
    ) -> None:
        super().__init__(course.wording, styles, banner, "changed")
        self._course = course
        self._done = done
        self._showing = showing

    def subject(self) -> str:
        """What has happened."""
        return self._wording.fill(self._course.practice.words.round.changed_title)

    def body(self, cells: int) -> list[Row]:
        """The skill, the rule before and the rule now."""
        words, language = self._course.practice.words.round, self._wording.language
        card, fill = self._course.deck.cards[self._showing.card], self._wording.fill
        before = self._showing.before.in_(language) if self._showing.before else ""
        now = card.rule.in_(language)
        rows: list[Row] = [
            [],
            [(f"[{fill(words.changed)}]", "key")],
            *wrapped(card.label.in_(language), cells, "strong"),
            [],
        ]
        if before == now:
            rows += wrapped(fill(words.changed_only), cells, "plain")
        else:
            rows += [*wrapped(fill(words.rule_before, rule=before), cells, "dim"), []]
        return [*rows, *wrapped(fill(words.rule_now, rule=now), cells, "strong")]

    def keys(self) -> list[tuple[str, str]]:
        """On to the scene."""
        return [("Enter", self._wording.fill(self._course.practice.words.round.to_scene))]

    def press(self, name: str) -> None:
        """Turn a page or go to the scene."""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self.app.exit()
        elif name == "enter":
            self._done()


class SummaryScreen(PracticePage[None]):
    """The end of a round: how it went, and what to read again. Calls `done` with what comes then."""

    def __init__(self, course: Course, styles: Styles, banner: str, done: Callable[[Then], None]) -> None:
        super().__init__(course.wording, styles, banner, "summary")
        self._course = course
        self._done = done
        self.message = course.trouble

    def subject(self) -> str:
        """What this is."""
        return self._wording.fill(self._course.practice.words.summary.title)

    def body(self, cells: int) -> list[Row]:
        """Points, what was missed, and three rules."""
        course, words, fill = self._course, self._course.practice.words.summary, self._wording.fill
        if course.round is None:
            return []
        found, language = course.round.summary(), self._wording.language
        points = fill(words.points, points=f"{found.points:g}")
        rows = [[], *wrapped(f"{fill(words.scenes, scenes=str(found.scenes))}  {points}", cells, "strong")]
        if found.seconds is not None:
            minutes, seconds = divmod(int(found.seconds), _MINUTE)
            rows += wrapped(fill(words.time, time=f"{minutes}:{seconds:02}"), cells, "plain")
        missed = [course.deck.cards[each].label.in_(language) for each in found.missed]
        rows += self._listed(fill(words.missed), missed or [fill(words.nothing_missed)], cells)
        for each in found.read_again:
            card = course.deck.cards[each]
            rule = [card.label.in_(language), *rule_of(card, course.practice.words.rules, self._wording)]
            rows += self._listed(fill(words.read_again), rule, cells)
        return rows

    def _listed(self, heading: str, texts: list[str], cells: int) -> list[Row]:
        listed = [row for text in texts for row in wrapped(f"・{text}", cells, "plain", indent=2)]
        return [[], [(f"[{heading}]", "key")], *listed]

    def keys(self) -> list[tuple[str, str]]:
        """Once more, or the end."""
        words, fill = self._course.practice.words.summary, self._wording.fill
        again = [] if self.has_more else [("Enter", fill(words.again))]
        return [*again, ("0", fill(words.end))]

    @property
    def more_key(self) -> str:
        """Enter turns pages as long as there is something to read, as after a scene."""
        return "Enter" if self.has_more else "PgDn"

    def press(self, name: str) -> None:
        """Turn a page, begin again or end."""
        if name in ("scroll", "scroll_up") or (name == "enter" and self.has_more):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "enter":
            self._done("again")
        elif name in ("0", "backspace"):
            self._done("end")
        elif name == "quit":
            self.app.exit()


class ProgressScreen(PracticePage[None]):
    """The table of skills with bars, the last rounds, the three rules to read again."""

    def __init__(self, course: Course, styles: Styles, banner: str) -> None:
        super().__init__(course.wording, styles, banner, "progress")
        self._course = course

    def subject(self) -> str:
        """Whose it is."""
        progress, words = self._course.progress, self._course.practice.words.progress
        return self._wording.fill(words.title, name=progress.nickname) if progress else ""

    def body(self, cells: int) -> list[Row]:
        """The same lines as `mynadesk practice progress` prints."""
        course = self._course
        if course.progress is None:
            return []
        lines = progress_lines(
            course.progress, course.deck.cards, course.practice.words, self._wording, course.now()
        )
        return [row for line in lines for row in wrapped(line, cells, "plain") or [[]]]

    def keys(self) -> list[tuple[str, str]]:
        """Back to the start."""
        return [("Enter", self._wording.fill(self._wording.words.keys.back))]

    def press(self, name: str) -> None:
        """Turn a page, leave, or go back."""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self.app.exit()
        else:
            self.dismiss()
