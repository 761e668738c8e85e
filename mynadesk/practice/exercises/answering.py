"""What a trainee is asked before the desk shows its decision, and what each key does there."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from mynadesk.practice.answers.answer import (
    ACCEPTING,
    SURENESSES,
    VERDICTS,
    Answer,
    Verdict,
    choices_of_hanging,
)
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.words import AnswerWords

Asked = Literal["verdict", "hangs_on", "said", "sure"]
_ON_A_LIST = 9


class Choice(NamedTuple):
    key: str
    label: str
    chosen: bool = False


class Answering:
    """The questions one after the other. After what is said was chosen, the verdict stays as it is."""

    def __init__(self, exercise: Exercise, words: AnswerWords) -> None:
        self.exercise = exercise
        self.words = words
        self.asked: Asked = "verdict"
        self.page = 0
        self.answer: Answer | None = None
        self._verdict: Verdict = VERDICTS[0]
        self._hangs_on: set[str] = set()
        self._said: int | None = None
        self._rules = choices_of_hanging(exercise.decision)

    @property
    def title(self) -> str:
        """What is asked."""
        named = {"sure": "sure_question"}.get(self.asked, self.asked)
        return self._fill(named)

    @property
    def many(self) -> bool:
        """Whether several can be chosen."""
        return self.asked == "hangs_on"

    @property
    def pages(self) -> int:
        """Lists of choices."""
        return -(-len(self._labels()) // _ON_A_LIST)

    @property
    def choices(self) -> list[Choice]:
        """The choices of the list that is open."""
        start = self.page * _ON_A_LIST
        labels = self._labels()[start : start + _ON_A_LIST]
        return [Choice(str(n), label, self._is_chosen(start + n - 1)) for n, label in enumerate(labels, 1)]

    def press(self, key: str) -> bool:
        """Do what a key does; whether it does anything here. `answer` stands once all was asked."""
        if key == "." and self.pages > 1:
            self.page = (self.page + 1) % self.pages
        elif key in ("0", "backspace"):
            return self._back()
        elif key in ("enter", "+") and self.many:
            self._go_on()
        elif key.isdecimal() and len(key) == 1 and int(key) <= len(self.choices):
            self._choose(self.page * _ON_A_LIST + int(key) - 1)
        else:
            return False
        return True

    def _labels(self) -> list[str]:
        ways: dict[Asked, Callable[[], list[str]]] = {
            "verdict": self._verdicts,
            "hangs_on": self._requirements,
            "said": lambda: [*self.exercise.sayings.texts],
            "sure": lambda: [self._fill(each) for each in SURENESSES],
        }
        return ways[self.asked]()

    def _verdicts(self) -> list[str]:
        return [verdict_label(self.exercise, self.words, each) for each in VERDICTS]

    def _requirements(self) -> list[str]:
        return [requirement_label(self.exercise, each) for each in self._rules]

    def _is_chosen(self, place: int) -> bool:
        return self.many and self._rules[place] in self._hangs_on

    def _choose(self, place: int) -> None:
        if self.asked == "verdict":
            self._verdict = VERDICTS[place]
            self._go_on()
        elif self.asked == "hangs_on":
            self._hangs_on ^= {self._rules[place]}
        elif self.asked == "said":
            self._said = place
            self._go_on()
        else:
            hangs_on = frozenset() if self._verdict in ACCEPTING else frozenset(self._hangs_on)
            self.answer = Answer(self._verdict, hangs_on, self._said, SURENESSES[place])

    def _order(self) -> list[Asked]:
        asked: list[Asked] = ["verdict"]
        if self._verdict not in ACCEPTING:
            asked.append("hangs_on")
        if len(self.exercise.sayings.texts) > 1:
            asked.append("said")
        return [*asked, "sure"]

    def _go_on(self) -> None:
        order = self._order()
        self.asked, self.page = order[order.index(self.asked) + 1], 0

    def _back(self) -> bool:
        """To the question before; what can be said would tell too much of the verdict."""
        order = self._order()
        place = order.index(self.asked)
        if place == 0 or self.asked == "said":
            return False
        self.asked, self.page = order[place - 1], 0
        return True

    def _fill(self, name: str) -> str:
        return self.exercise.wording.fill(getattr(self.words, name))


def verdict_label(exercise: Exercise, words: AnswerWords, verdict: Verdict) -> str:
    """A verdict in the desk's own words."""
    wording, verdicts = exercise.wording, exercise.wording.words.verdicts
    if verdict in ACCEPTING:
        return wording.fill(getattr(verdicts, verdict))
    if verdict == "incomplete":
        return wording.fill(verdicts.incomplete_final)
    return wording.fill(verdicts.consult if verdict == "consult" else getattr(words, verdict))


def requirement_label(exercise: Exercise, id_: str) -> str:
    """A requirement of the scene by its name."""
    wording = exercise.wording
    found = next((each for each in exercise.decision.requirements if each.id == id_), None)
    return wording.label(found) if found else id_
