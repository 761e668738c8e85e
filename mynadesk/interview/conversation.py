"""An interview line by line: what a typed line presses, and what is said to it.

A line holds keys, several if wanted. Nothing at all is Enter; blanks alone ask to hear everything again.
While a date is typed the line is the date, with Enter at its end. A key that does nothing ends its line:
what stands behind it was meant for another question.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from unicodedata import category

from mynadesk.dates.entry import Impossible, NotYet
from mynadesk.dates.japanese import both_calendars, english
from mynadesk.interview.course import Look
from mynadesk.interview.keys import ON_SCREEN, fold, is_full_width, name_of
from mynadesk.interview.session import Session
from mynadesk.interview.speech import sentences
from mynadesk.interview.spoken import again, everything, news, spoken
from mynadesk.interview.spoken_case import greeting, key_list
from mynadesk.interview.typing_date import TypedField
from mynadesk.rulebook.word_schema import AskWords
from mynadesk.words import Words

Papers: TypeAlias = Callable[[Look], list[str]]

_ENTER = ""
"""The key of a line that holds none."""


class Reply(NamedTuple):
    """What is said to a line."""

    trouble: str
    """Why something of the line did nothing; empty where all went well."""
    lines: list[str]


class Conversation:
    """One clerk who types lines and hears or reads what comes back."""

    def __init__(self, session: Session, papers: Papers | None = None) -> None:
        """`papers`: the lines of the paper to hand over of a case, where there are any."""
        self.session = session
        self._papers = papers
        self.over = False
        """The clerk has asked to leave."""
        self._last = spoken(session)
        self._any_decided = False
        self._any_left_open = False
        self._quit_armed = False
        self._ime_told = False
        self._begin_line()

    def _begin_line(self) -> None:
        self._trouble = ""
        self._aside: list[str] = []
        """What is said besides the session's news."""

    @property
    def open(self) -> bool:
        """A case was begun, and something is still asked."""
        return not self.session.fresh and not self.session.look.final

    @property
    def complete(self) -> bool:
        """There was a case, and none was left before everything that is asked was answered."""
        decided = self._any_decided or self.session.look.final
        return decided and not self.open and not self._any_left_open

    @property
    def verdict(self) -> str:
        """How the case stands, in one line."""
        return self._last.verdict

    def begin(self, office: str) -> list[str]:
        """What is said first. `office`: the desk's name, or nothing."""
        return [*greeting(self.session, office), *everything(self._last)]

    def refuse(self, why: Words) -> Reply:
        """What is said to a line of which nothing can be used."""
        return Reply(self._sentences(self._fill(why), self._fill(self._words.line_unused)), [])

    def take(self, line: str) -> Reply:
        """Do what a line says."""
        keys = [character for character in line if not character.isspace()]
        if any(category(key)[0] == "C" for key in keys):
            return self.refuse(self._words.no_character)
        if line and not keys:
            return Reply("", everything(self._last))
        self._begin_line()
        self._press_all(keys)
        before, self._last = self._last, spoken(self.session)
        if self.over:
            return Reply("", [])
        new = news(before, self._last)
        if not new and not self._trouble:
            new = again(self._last)
        return Reply(self._trouble, [*self._aside, *new])

    def _press_all(self, keys: list[str]) -> None:
        typing = self._begin_date(keys)
        for place, key in enumerate(keys or [_ENTER]):
            waits = bool(self._trouble)
            if waits and key != keys[place - 1]:  # what wants a second press is not meant by another key
                return self._leave_rest()
            if not self._press(key):
                return self._leave_rest() if keys[place + 1 :] else None
            if self.over:
                return None
        field = self.session.field
        if keys and field is not None and (typing or field.text):
            self._press(_ENTER)
        return None

    def _leave_rest(self) -> None:
        self._trouble = self._sentences(self._trouble, self._fill(self._words.rest_unused))

    def _begin_date(self, keys: list[str]) -> bool:
        """Whether a date is being typed. A new line is a new date, unless it chooses an era."""
        field = self.session.field
        if field is None:
            return False
        if keys and not (field.choosing and len(keys) == 1 and keys[0].isdecimal()):
            for _ in field.text:
                self.session.press("backspace")
        return True

    def _press(self, character: str) -> bool:
        """Press one key. False where it did nothing; `_trouble` then says why."""
        armed, self._quit_armed = self._quit_armed, False
        if not character or self.session.field is not None:
            return self._press_in_session(character or "enter")
        name = name_of(character, character)
        name = fold(character) if name in ON_SCREEN else name
        if name == "quit":
            return self._quit(armed)
        if name == "papers":
            return self._hand_over(character)
        if name == "help":
            self._aside += key_list(self.session.wording)
            return True
        if is_full_width(character) and not self._ime_told:
            self._ime_told = True
            self._aside.append(self._fill(self.session.wording.words.messages.ime))
        return self._press_in_session(name)

    def _hand_over(self, character: str) -> bool:
        """Say the paper to hand over, once there is one."""
        if self._papers is None:
            return self._press_in_session(fold(character))
        if not self.session.look.whole:
            self._trouble = self._fill(self.session.wording.words.papers.none_yet)
            return False
        self._trouble = ""
        self._aside += self._papers(self.session.look)
        return True

    def _quit(self, armed: bool) -> bool:
        """Leave; while a case is open it takes the key a second time."""
        self.over = armed or not self.open
        self._quit_armed = not self.over
        self._trouble = self._fill(self.session.wording.words.messages.quit_again) if self._quit_armed else ""
        return True

    def _press_in_session(self, name: str) -> bool:
        session, field = self.session, self.session.field
        was_open, was_fresh = self.open, session.fresh
        session.press(name)
        if not session.taken:
            self._trouble = self._why_no_date() or session.message
            return session.armed
        self._trouble = ""
        self._aside += filter(None, (session.message, self._day_of(field)))
        if name == "/" and not was_fresh:
            self._any_left_open |= was_open
            self._any_decided |= not was_open
        return True

    def _why_no_date(self) -> str:
        """What keeps the text that was typed from being a date; that it is none need not be said as well."""
        field, language = self.session.field, self.session.wording.language
        match field.reading if field is not None and field.tried else None:
            case NotYet(why) | Impossible(why):
                return why.in_(language)
        return ""

    def _day_of(self, field: TypedField | None) -> str:
        """The day that was read, once a date has been taken; of two eras it was said before."""
        if field is None or field.day is None or field.choosing:
            return ""
        return both_calendars(field.day) if self.session.wording.language == "ja" else english(field.day)

    @property
    def _words(self) -> AskWords:
        return self.session.wording.words.ask

    def _fill(self, words: Words) -> str:
        return self.session.wording.fill(words)

    def _sentences(self, *texts: str) -> str:
        return sentences(self.session.wording, *texts)
