"""The page on which the number of a form is typed."""

from collections.abc import Callable

from textual import events

from mynadesk.interview.keys import called, shown_name
from mynadesk.ledger.desk_words import DeskWords
from mynadesk.ledger.labels import STATES
from mynadesk.ledger.number import DIGITS, LENGTH, shown, typed
from mynadesk.ledger.waiting import Waiting
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from screens.paged import PagedScreen
from screens.pane import Row
from screens.roles import Styles

_BLANK = "_"
_LEAVES = ("/", "ledger", "escape", "quit", "0")
_ERASES = ("backspace", "*")
_JOINTS = (".",)
"""Keys beside the digits that somebody presses for the hyphen."""


class NumberScreen(PagedScreen[None]):
    """Takes eight digits, and has them looked up at Enter."""

    def __init__(
        self,
        wording: Wording,
        words: DeskWords,
        styles: Styles,
        banner: str,
        find: Callable[[str], None],
        day_book: Callable[[], None],
    ) -> None:
        """`find`: looks a number up; it says here where there is nothing, else shows what there is.

        `day_book`: shows the counts.
        """
        super().__init__(wording, styles, banner, "number")
        self._words, self._find, self._day_book = words, find, day_book
        self._typed = ""
        self._waiting: list[Waiting] = []
        self._at: int | None = None
        """The row of the list that Enter looks up."""

    def subject(self) -> str:
        """What is asked for."""
        return self._wording.fill(self._words.number)

    def show_waiting(self, waiting: list[Waiting]) -> None:
        """Show these cases under the number, to be chosen from."""
        self._waiting = waiting
        self.draw()

    def head(self, cells: int) -> list[Row]:  # noqa: ARG002 - it is short
        """The question and the digits so far."""
        digits = shown(self._typed.ljust(LENGTH, _BLANK))
        return [
            [],
            [("  ", "plain"), (self._wording.fill(self._words.asks), "strong")],
            [("  ", "plain"), (self._wording.fill(self._words.asks_hint), "dim")],
            [],
            [("  ", "plain"), (f"  {' '.join(digits)}  ", "plain" if self._at is not None else "cursor")],
            [],
        ]

    def body(self, cells: int) -> list[Row]:  # noqa: ARG002 - each is short
        """The cases whose letter has to be seen to, the one that waits longest first."""
        if not self._waiting:
            return []
        heading = self._wording.fill(self._words.for_the_post, count=str(len(self._waiting)))
        return [
            [(f"[{heading}]", "key")],
            *(self._row(each, place == self._at) for place, each in enumerate(self._waiting)),
        ]

    def _row(self, waiting: Waiting, chosen: bool) -> Row:
        day = self._wording.day(waiting.since.astimezone().date())
        text = f"{shown(waiting.number)}  {STATES[waiting.state].in_(self._wording.language)}  {day}"
        return [("> " if chosen else "  ", "key"), (text, "cursor" if chosen else "plain")]

    def keys(self) -> list[tuple[str, str]]:
        """Look it up, take a digit back, leave."""
        words, fill = self._words, self._wording.fill
        listed = [("Down", fill(words.choose))] if self._waiting else []
        more = [("+", fill(words.day_book)), ("/", fill(words.back))]
        return [("Enter", fill(words.find)), ("BS", fill(words.erase)), *listed, *more]

    def on_paste(self, event: events.Paste) -> None:
        """A number that was copied from a list: only what consists of its digits."""
        event.stop()
        text = typed(event.text.strip())
        if text and len(text) <= LENGTH and set(text) <= set(DIGITS):
            self._typed = text
            self.say("")
        else:
            self.say(self._wording.fill(self._words.asks_hint))

    def press(self, name: str) -> None:
        """Take a digit or take one back, look the number up, or leave."""
        self.message = ""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name in ("down", "-"):
            self._move(1 if name == "down" else -1)
        elif name in DIGITS:
            self._digit(name)
        elif name in _ERASES:
            self._typed = self._typed[:-1]
        elif name == "enter":
            self._look_up()
        elif name == "+":
            self._day_book()
        elif name in _LEAVES and not (name == "0" and self._typed):
            self.dismiss()
            return
        elif name not in _JOINTS:
            self._refuse(name)
        self.draw()

    def _move(self, by: int) -> None:
        """To another row of the list, past its ends back to the number. Up is the key of the hyphen too."""
        hyphen = by < 0 and self._typed and self._at is None
        if self._waiting and not hyphen:
            ring = [None, *range(len(self._waiting))]
            self._at = ring[(ring.index(self._at) + by) % len(ring)]
            self.turn_to(self._at)

    def _digit(self, digit: str) -> None:
        self._at = None
        if len(self._typed) < LENGTH:
            self._typed += digit
        else:
            self.message = self._wording.fill(self._words.full)

    def _look_up(self) -> None:
        left = LENGTH - len(self._typed)
        if self._at is not None:
            self.message = self._wording.fill(self._words.looking)
            self._find(self._waiting[self._at].number)
        elif left:
            self.message = self._wording.fill(self._words.too_few, count=str(left))
        else:
            self.message = self._wording.fill(self._words.looking)
            self._find(self._typed)

    def _refuse(self, name: str) -> None:
        if is_certain(name):
            key = called(shown_name(name), self._wording.language)
            self.message = self._wording.fill(self._words.no_such_digit, key=key)
        else:
            self.message = self._wording.fill(self._wording.words.messages.unreadable)
