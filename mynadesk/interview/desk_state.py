"""What a desk is between two keys: the case as far as it was told, and what is looked at of it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from mynadesk.interview.course import Look, look
from mynadesk.interview.lines import Line, lines_of
from mynadesk.interview.options import Option, options_of, purposes_of
from mynadesk.interview.sheet import Sheet
from mynadesk.interview.steps import Step
from mynadesk.interview.typing_date import TypedField
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Words

_LONGEST_HISTORY = 500


Rules = tuple[Rulebook, Wording]


class Past(NamedTuple):
    """The person before."""

    look: Look
    number: str
    person: object
    noted: bool
    rules: Rules
    """By which the request was decided."""


def _nothing(_: Look) -> None:
    """Nobody wants to know."""


class DeskState:
    """The state of the desk between two keys. `silent`: nothing that is said lets the decision show."""

    def __init__(
        self, book: Rulebook, wording: Wording, today: Callable[[], date], silent: bool = False
    ) -> None:
        """`book`, `wording`: of any day; those of `today` are taken. Raises NotInForce."""
        self.silent = silent
        self.book = book
        self.wording = wording
        self._newest: Rules = (book, wording)
        self._today = today
        self._last: Past | None = None
        self.reminds = False
        """Whether it is said that a number was not given, or a second visit not recorded."""
        self.gone: Callable[[Look], None] = _nothing
        """Called with the last thing that was known of a person who cannot be brought back any more."""
        self._begin(Sheet())

    def _begin(self, sheet: Sheet, number: str = "", rules: Rules | None = None) -> None:
        """A fresh person: today is read anew, because desks stay open overnight.

        `rules`: by which the sheet was made; without them the newest.
        """
        self._read_today(rules)
        self.person = object()
        """Whose request this is: the same object as long as it is the same person's."""
        self.number = number
        """Under which the request is known elsewhere, where it has a number."""
        self.noted = False
        """What was decided is written down under the number."""
        self._history: list[Sheet] = []
        self.dots = 0
        self.cursor: int | None = None
        self.reason = False
        self.purposes = False
        self.field: TypedField | None = None
        self.message = ""
        self.taken = True
        self._armed = False
        self._see(sheet)

    def new_day(self) -> None:
        """Read today anew while nothing has been answered: a desk that was left open wakes up tomorrow."""
        if self.fresh and self._today() != self.on:
            self._read_today()
            self._see(self.sheet)

    def _read_today(self, rules: Rules | None = None) -> None:
        """Take the rules of today. Raises NotInForce."""
        on, (book, wording) = self._today(), rules or self._newest
        self.book, self.wording = book.at(on), wording.at(on)
        self.on = on

    def take_over(self, book: Rulebook, wording: Wording) -> None:
        """Other rules for whoever comes next; now, where nothing has been answered yet. Raises NotInForce."""
        self._newest = book, wording
        if self.fresh:
            self._read_today()
            self._see(self.sheet)

    @property
    def awaits_rules(self) -> bool:
        """There are other rules for the next person than for this one."""
        return self._newest[0].digest != self.book.digest

    def drop(self) -> None:
        """Forget this case and the one before."""
        self.leave()
        self._begin(Sheet())

    def forget_last(self) -> None:
        """Forget the person before."""
        last, self._last = self._last, None
        if last is not None and last.person is not self.person:
            self.gone(last.look)

    def leave(self) -> None:
        """Nobody comes back: neither the person before nor the one who is at the desk."""
        self.forget_last()
        if not self.fresh:
            self.gone(self.look)

    def begin_with(self, sheet: Sheet, number: str) -> None:
        """Begin with a request of which something is known."""
        self.leave()
        self._begin(sheet, number, (self.book, self.wording))

    def attach(self, number: str, person: object) -> bool:
        """Give a number to somebody's request. False where it is not on the desk any more."""
        if self.person is person:
            self.number, self.noted = number, True
            return True
        if self._last and self._last.person is person:
            self._last = self._last._replace(number=number, noted=True)
        return False

    def _see(self, sheet: Sheet) -> None:
        self.look: Look = look(self.book, sheet, self.on)
        self.lines: list[Line] = lines_of(self.book, self.wording, self.look, self.silent)

    @property
    def sheet(self) -> Sheet:
        """What has been answered."""
        return self.look.sheet

    @property
    def fresh(self) -> bool:
        """Nothing has been answered yet."""
        return self.sheet == Sheet()

    @property
    def armed(self) -> bool:
        """The same key once more goes to the next person."""
        return self._armed

    @property
    def restorable(self) -> bool:
        """The last person's case can be brought back: nothing of the next one has been answered."""
        return self.fresh and self._last is not None

    @property
    def step(self) -> Step:
        """What is asked now: what the clerk went back to, else what comes next."""
        return self.look.step if self.cursor is None else self.lines[self.cursor].step

    @property
    def options(self) -> list[Option]:
        """The answers offered now, on the list that is open."""
        if self.purposes:
            return [option for _, option in purposes_of(self.book, self.wording).values()]
        return [
            option for option in self.all_options if option.page == self.dots or not option.key[-1].isdigit()
        ]

    @property
    def all_options(self) -> list[Option]:
        """The answers offered now, on all lists."""
        return options_of(self.book, self.wording, self.sheet, self.step)

    @property
    def pages(self) -> int:
        """How many lists there are."""
        return 1 + max((option.page for option in self.all_options if option.key[-1].isdigit()), default=0)

    def _say(self, words: Words, **more: str) -> None:
        self.message = self.wording.fill(words, **more)

    def _take(self, sheet: Sheet | None, otherwise: Words, **more: str) -> None:
        """Go on with a new sheet, or say why there is none."""
        if sheet is None:
            self._say(otherwise, **more)
            return
        if sheet != self.sheet:
            self._history = [*self._history[-_LONGEST_HISTORY:], self.sheet]
            self.noted = False
            self.forget_last()
        self.dots, self.cursor, self.purposes, self.reason = 0, None, False, False
        self._see(sheet)

    def _shown(self) -> tuple[Any, ...]:
        """Everything that a key can change."""
        typed = (self.field.text, self.field.choosing) if self.field else None
        return (
            self.sheet,
            self.number,
            self.cursor,
            self.dots,
            self.purposes,
            self.reason,
            typed,
            self.restorable,
        )
