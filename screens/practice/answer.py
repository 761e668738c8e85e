"""The trainee says what becomes of the request, before the desk does."""

from collections.abc import Callable

from mynadesk.interview.keys import called, shown_name
from mynadesk.practice.answers.answer import Answer
from mynadesk.practice.exercises.answering import Answering
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.words import PracticeWords
from screens.paint import ruler, wrapped
from screens.paint_question import keyed
from screens.pane import Row
from screens.practice.page import PracticePage
from screens.practice.whole import scene_body
from screens.roles import Styles

_MARKS = {True: "[x] ", False: "[ ] "}


class AnswerScreen(PracticePage[None]):
    """Calls `done` with the answer, or with None where the trainee goes back to the desk."""

    def __init__(
        self,
        exercise: Exercise,
        words: PracticeWords,
        styles: Styles,
        banner: str,
        title: str,
        done: Callable[[Answer | None], None],
    ) -> None:
        super().__init__(exercise.wording, styles, banner, "answer")
        self._answering = Answering(exercise, words.answer)
        self._words = words
        self._title = title
        self._done = done

    @property
    def asked(self) -> str:
        """Which of the questions it is."""
        return self._answering.asked

    def subject(self) -> str:
        """Which scene it is."""
        return self._title

    def body(self, cells: int) -> list[Row]:
        """The question with its choices; under it the scene, to look at once more."""
        asking, words = self._answering, self._words.answer
        hint = words.many if asking.many else words.one
        rows: list[Row] = [
            [],
            *wrapped(asking.title, cells, "strong"),
            *wrapped(self._wording.fill(hint), cells, "dim"),
            [],
        ]
        for choice in asking.choices:
            mark = _MARKS[choice.chosen] if asking.many else ""
            rows += keyed(choice.key, mark + choice.label, cells, "strong" if choice.chosen else "plain")
        return [*rows, [], ruler(cells), *scene_body(asking.exercise, self._words, cells)]

    def keys(self) -> list[tuple[str, str]]:
        """Digits are told by the choices."""
        keys, words, fill = self._wording.words.keys, self._words.answer, self._wording.fill
        finish = [("Enter", fill(words.finish))] if self._answering.many else []
        lists = [(".", fill(keys.dot))] if self._answering.pages > 1 else []
        return [*finish, *lists, ("0", fill(keys.back)), ("F9", fill(keys.quit))]

    def press(self, name: str) -> None:
        """Answer, turn a page, go back, or leave: the round can be taken up again."""
        self.message = ""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self.app.exit()
        elif name in ("0", "backspace") and self._answering.asked == "verdict":
            self._done(None)
        elif not self._answering.press(name):
            shown = called(shown_name(name), self._wording.language)
            self.say(self._wording.fill(self._words.answer.no_choice, key=shown))
        elif self._answering.answer is not None:
            self._done(self._answering.answer)
        else:
            self._page = 0
            self.draw()
