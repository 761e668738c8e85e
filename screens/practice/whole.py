"""The whole scene on a page of its own: for narrow terminals, and for whoever wants to look again."""

from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.words import PracticeWords
from screens.paint import wrapped
from screens.pane import Row
from screens.practice.page import PracticePage
from screens.roles import Styles

_QUOTED = {"ja": "「{said}」", "en": '"{said}"'}


def scene_body(exercise: Exercise, words: PracticeWords, cells: int) -> list[Row]:
    """The day of the visit, what is said, then everything that is to be seen and known."""
    told, wording = exercise.told, exercise.wording
    said = _QUOTED[wording.language].format(said=told.said)
    return [
        *wrapped(wording.fill(words.round.day, day=wording.day(exercise.scene.case.on)), cells, "dim"),
        *wrapped(said, cells, "strong"),
        *(row for line in told.lines for row in wrapped(f"・{line}", cells, "plain", indent=2)),
    ]


class WholeScreen(PracticePage[None]):
    """Shows the scene until a key goes back."""

    def __init__(
        self, exercise: Exercise, words: PracticeWords, styles: Styles, banner: str, title: str
    ) -> None:
        super().__init__(exercise.wording, styles, banner, "whole")
        self._exercise = exercise
        self._words = words
        self._title = title

    def subject(self) -> str:
        """Which scene it is."""
        return self._title

    def body(self, cells: int) -> list[Row]:
        """The scene with nothing beside it."""
        heading = [(f"[{self._wording.fill(self._words.round.said)}]", "key")]
        return [[], heading, [], *scene_body(self._exercise, self._words, cells)]

    def keys(self) -> list[tuple[str, str]]:
        """Any key goes back."""
        return [("Enter", self._wording.fill(self._wording.words.keys.back))]

    def press(self, name: str) -> None:
        """Turn a page, leave, or go back."""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self.app.exit()
        else:
            self.dismiss()
