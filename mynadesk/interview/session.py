"""One clerk at one desk: what each key does.

A session takes keys by name and answers with a new state; it draws nothing. Keys: the digits, `.`, `+`,
`-`, `*`, `/`, `enter`, `backspace`, `up`, `down`, `switch`, and any other character while a date is typed.
"""

from datetime import date
from typing import Any

from mynadesk.interview import answering
from mynadesk.interview.course import facts_told
from mynadesk.interview.desk_state import DeskState, Past
from mynadesk.interview.keys import called, fold, shown_name
from mynadesk.interview.options import purposes_of
from mynadesk.interview.sheet import Sheet, choices_of, key_text
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins, Done
from mynadesk.interview.typing_date import TypedField
from mynadesk.interview.visits import first_visit_taken, second_visit_decided
from mynadesk.typeset import is_certain
from mynadesk.words import Words


class Session(DeskState):
    """What each key does to the state of the desk."""

    def press(self, key: str) -> None:
        """Do what a key does. Where it can do nothing, `taken` is false and a message says so."""
        self.message, self.taken = "", False
        self.new_day()
        if not is_certain(key):  # it could not be shown either
            self._say(self.wording.words.messages.unreadable)
            return
        before = self._shown()
        self._do(key)
        self.taken = self._shown() != before
        if not self.message and not self.taken:
            messages = self.wording.words.messages
            self._useless(messages.choose_first if key == "enter" else messages.not_here, key)

    def _do(self, key: str) -> None:
        armed, self._armed = self._armed, False
        if self.field is not None:
            self._type(key)
        elif key == "/":
            self._next_person(armed)
        elif key == "*":
            self._reason()
        elif key in ("-", "up"):
            self._move(-1)
        elif key == "down":
            self._move(1)
        elif key in ("backspace", "0"):
            self._back()
        elif key == "switch":
            self._switch()
        elif key == "enter":
            self._enter()
        else:
            self.reason = False  # what is answered now has to be seen
            self._answer(key)

    def _answer(self, key: str) -> None:
        if key == ".":
            self._dot()
        elif key == "+":
            self._finish()
        elif key.isdecimal() and len(key) == 1:
            self._digit(key)
        else:
            self._useless(self.wording.words.messages.not_here, key)

    def _useless(self, words: Words, key: str) -> None:
        self._say(words, key=called(shown_name(key), self.wording.language))

    # Digits, Enter, +, .

    def _digit(self, digit: str) -> None:
        messages, key = self.wording.words.messages, "." * self.dots + digit
        step = self.step
        if self.purposes:
            self._purpose(digit)
        elif isinstance(step, AskChoice):
            sheet = answering.choose(self.book, self.sheet, step.question, key)
            self._take(sheet, messages.choose_digit, key=key)
        elif isinstance(step, AskPins):
            self._toggle(digit)
        elif isinstance(step, AskPapers):
            self._add_paper(step.of, key)
        elif isinstance(step, AskPaper):
            self._except(step.paper, digit)
        elif isinstance(step, AskLimit):
            self._limit(step, digit)
        else:
            self._say(messages.finished)

    def _toggle(self, digit: str) -> None:
        at = self.cursor
        self._take(
            answering.toggle_pin(self.book, self.sheet, digit),
            self.wording.words.messages.choose_digit,
            key=digit,
        )
        self.cursor = at if at is not None and at < len(self.lines) else None

    def _purpose(self, digit: str) -> None:
        found = purposes_of(self.book, self.wording).get(digit)
        sheet = answering.add_pin(self.book, self.sheet, found[0]) if found else None
        self._take(sheet, self.wording.words.messages.choose_digit, key=digit)

    def _add_paper(self, owner: str, key: str) -> None:
        kind = answering.kind_by_key(self.book, key)
        if kind and not answering.may_count(self.book, kind, owner):
            otherwise = self.book.documents.kinds[kind].otherwise
            self._say(otherwise or self.wording.words.messages.not_for_kind)
            return
        sheet = answering.add_paper(self.book, self.sheet, kind, owner) if kind else None
        self._take(sheet, self.wording.words.messages.choose_digit, key=key)

    def _except(self, index: int, digit: str) -> None:
        messages = self.wording.words.messages
        entries = {key_text(each.key): each for each in self.book.desk.paper.exceptions}
        exception = entries.get(digit)
        if exception is None:
            self._say(messages.choose_digit, key=digit)
        elif exception.types:
            self.field = TypedField(index, exception.types)
        else:
            sheet = answering.except_paper(self.book, self.sheet, index, exception)
            self._take(sheet, messages.not_for_kind)

    def _limit(self, step: AskLimit, digit: str) -> None:
        sides = {key_text(each.key): each.side for each in self.book.desk.paper.limits}
        side = sides.get(digit)
        if side == "typed":
            self.field = TypedField(step.paper, step.property, self.on)
            return
        if side == "later":
            self._take(answering.postpone_paper(self.sheet, step.paper), self.wording.words.messages.not_here)
            return
        limit = date.fromisoformat(str(self.book.figures[step.limit].value))
        sheet = self._dated(step.paper, step.property, (side, limit)) if side else None
        self._take(sheet, self.wording.words.messages.choose_digit, key=digit)

    def _dated(self, index: int, property_: str, day: Any) -> Sheet:
        return answering.date_paper(self.book, self.sheet, index, property_, day, self.on)

    def _enter(self) -> None:
        messages, step = self.wording.words.messages, self.step
        if self.reason:
            self.reason = False
        elif isinstance(step, AskPins):
            self._take(answering.confirm_pins(self.sheet), messages.choose_pin)
        elif isinstance(step, AskPaper):
            self._take(answering.confirm_paper(self.book, self.sheet, step.paper), messages.not_here)
        elif isinstance(step, AskChoice):
            usual = self.book.desk.questions[step.question].enter
            sheet = answering.choose(self.book, self.sheet, step.question, key_text(usual)) if usual else None
            self._take(sheet, messages.choose_first)
        elif isinstance(step, Done):
            self._say(messages.finished)
        else:
            self._say(messages.choose_first)

    def _finish(self) -> None:
        if isinstance(self.step, AskPapers):
            self._take(
                answering.close_papers(self.sheet, self.step.question), self.wording.words.messages.not_here
            )
        elif isinstance(self.step, Done):
            self._say(self.wording.words.messages.finished)
        else:
            self._say(self.wording.words.messages.no_papers_open)

    def _dot(self) -> None:
        if isinstance(self.step, AskPins):
            self.purposes = not self.purposes
        elif self.pages > 1:
            self.dots = (self.dots + 1) % self.pages
        else:
            self._say(self.wording.words.messages.not_here, key=".")

    # The reason; going back, to another line, to the next person

    def _reason(self) -> None:
        if self.silent:
            self._say(self.wording.words.messages.silent_reason)
        else:
            self.reason = not self.reason

    def _back(self) -> None:
        if self.reason or self.purposes or self.dots or self.cursor is not None:
            self.reason, self.purposes, self.dots, self.cursor = False, False, 0, None
        elif self._history:
            *self._history, sheet = self._history
            self._see(sheet)
        elif self.restorable:
            self._restore()
        else:
            self._say(self.wording.words.messages.nothing_back)

    def _restore(self) -> None:
        if self._last is None:
            return
        last = self._last
        self._begin(last.look.sheet, last.number, last.rules)
        self.person, self.noted = last.person, last.noted
        self._history = [Sheet()]
        self._say(self.wording.words.messages.restored)

    def _move(self, by: int) -> None:
        """The line above or below; past the first and the last the question of the moment is back."""
        places = [place for place, line in enumerate(self.lines) if line.told]
        if not places:
            self._say(self.wording.words.messages.no_line)
            return
        ring = [None, *places]
        at = ring.index(self.cursor) if self.cursor in ring else 0
        self.dots, self.purposes = 0, False
        self.cursor = ring[(at + by) % len(ring)]

    def _switch(self) -> None:
        """Change instead of reset, or the other way round, whatever is asked just now."""
        name = next(name for name in self.book.desk.questions if "operation" in facts_told(self.book, name))
        if name not in self.sheet.answers:
            self._say(self.wording.words.messages.reset_only)
            return
        keys = list(choices_of(self.book, self.book.desk.questions[name]))
        other = keys[(keys.index(self.sheet.answers[name]) + 1) % len(keys)]
        self._take(
            answering.choose(self.book, self.sheet, name, other), self.wording.words.messages.reset_only
        )

    def _next_person(self, armed: bool) -> None:
        """Everything goes; while the case is undecided it takes a second press."""
        if self.fresh:
            self._say(self.wording.words.messages.not_here, key="/")
        elif not self.look.final and not armed:
            self._armed = True
            self._say(self.wording.words.messages.next_again)
        else:
            forgotten = self._forgotten() if self.reminds else None
            rules = self.book, self.wording
            self._last = Past(self.look, self.number, self.person, self.noted, rules)
            self._begin(Sheet())
            if forgotten:
                self._say(forgotten)

    @property
    def to_be_recorded(self) -> bool:
        """A second visit is decided, and not written down yet under its number."""
        return bool(self.number) and not self.noted and second_visit_decided(self.look)

    def _forgotten(self) -> Words | None:
        """What was not done of what two visits want, while the person can still be brought back."""
        messages = self.wording.words.messages
        if first_visit_taken(self.look) and not self.number:
            return messages.no_number
        return messages.not_recorded if self.to_be_recorded else None

    # Typing a date

    def _type(self, key: str) -> None:
        field = self.field
        if field is None:
            return
        key = "backspace" if key == "*" else key  # the numeric keypad has no other key to take back with
        left = [field.press(each) for each in (fold(key) if len(key) == 1 else [key])][-1]
        if left:
            self.field = None
        elif field.day is not None:
            sheet = self._dated(field.index, field.property, field.day)
            self.field = None
            self._take(sheet, self.wording.words.messages.unknown_date)
        elif field.tried:
            self._say(self.wording.words.messages.unknown_date)
