"""The line mode says what the desk's screen shows: whatever is typed, an ear knows as much as an eye.

Both desks are worked with the same keys. What is seen is the text of the screen's panes, drawn so wide that
nothing is broken or cut. What is heard is the text that the line mode prints. The two are compared letter by
letter, without what only sets a text: blanks, brackets, bullets, bars, and the signs that end a sentence.
"""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from mynadesk.interview.conversation import Conversation
from mynadesk.interview.keys import name_of
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPaper
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.frame import Shape, View, frame
from screens.pane import Row
from tests.interview.anything import often, sequences
from tests.interview.as_lines import as_lines, one_by_one
from tests.interview.desk import BOOK, ON, desk
from tests.interview.ways import EVERY_WAY

ENDLESS = Shape(2000, 70, 1000, 1000, 0, 60, 3)
ONLY_SETS = str.maketrans("", "", " \n。、.,:;()[]・|")
RULER = re.compile("-{9,}")
CROSSED = re.compile(r"^(\d)x")
LINES = [
    *"123456789",
    *("", "", "", "0", ".", ".", "+", "-", "-", "*", "s", "b", "/", "8.11.23", "R8.2.30", "x"),
]
"""What a clerk may type, sensible or not, but for lines of several keys: a key that does nothing ends these,
where the screen's desk works off all that was typed."""


def bare(*texts: str) -> str:
    """Texts without what only sets them."""
    return "".join(texts).translate(ONLY_SETS)


class Screen(NamedTuple):
    """What stands on the screen: the bare text of each row of each pane."""

    verdict: list[str]
    """The title, and what is open."""
    tell: str
    question: list[str]
    """The question, a reason or the result; notices and the message under it."""
    case: list[str]
    """What was answered, without the paper about which the desk asks."""
    foot: str


def draw(session: Session) -> Screen:
    """Look at the desk's screen."""
    rows = frame(session, View(), ENDLESS)
    texts = {name: [bare(RULER.sub("", text_of(row))) for row in pane] for name, pane in rows.items()}
    answers = [bare(row[-1][0]) for row in rows["case"]]
    paper = session.field.index if session.field else getattr(session.step, "paper", None)
    looked_at = [line.step == AskPaper(paper) for line in session.lines] if paper is not None else []
    return Screen(
        texts["verdict"][:2],
        "".join(texts["tell"]),
        [text for text in texts["question"] if text],
        [text for text, skip in zip_longest(answers, looked_at) if text and not skip],
        "".join(texts["foot"]),
    )


def text_of(row: Row) -> str:
    """A row without the roles in which it is drawn."""
    return "".join(text for text, _ in row)


class Ear:
    """A clerk at the line mode, who hears everything and remembers it until the next person comes."""

    def __init__(self, language: Language) -> None:
        self.wording = Wording(BOOK, language)
        self.talk = Conversation(Session(BOOK, self.wording, lambda: ON))
        self.heard = self.talk.begin("")
        self.troubles = [""]

    def type(self, line: str) -> None:
        """Type a line, and hear what is said to it."""
        fresh = self.talk.session.fresh
        trouble, said = self.talk.take(line)
        if self.talk.session.fresh and not fresh:
            self.heard, self.troubles = [], []
        self.heard += said
        self.troubles.append(trouble)

    def hear_again(self) -> list[str]:
        """All of the moment: a line of blanks asks for it."""
        trouble, said = self.talk.take(" ")
        assert trouble == ""
        return said


class Eye:
    """A clerk at the screen, who presses what the other types."""

    def __init__(self, language: Language) -> None:
        self.session = Session(BOOK, Wording(BOOK, language), lambda: ON)
        self.titles: set[str] = set()
        """Of all questions that were on the screen."""

    def type(self, line: str) -> None:
        """Press what a line stands for: a key, Enter for an empty line, or a date in place of one before."""
        field = self.session.field
        if not line:
            self.press("enter")
        elif field is not None and field.choosing and line.isdecimal():
            self.press(line)
        elif field is not None:
            self.press(*["backspace"] * len(field.text), *line)
            self.press(*["enter"] if self.session.field else [])
        else:
            for key in line:
                self.press(key if self.session.field else name_of(key, key))
            self.press(*["enter"] if self.session.field and self.session.field.text else [])

    def press(self, *keys: str) -> None:
        """Press keys by their names."""
        for key in keys:
            self.session.press(key)


def compare_the_moment(ear: Ear, eye: Eye, screen: Screen) -> None:
    """What is heard when everything is said again is what is seen, no more and no less."""
    message, (verdict, *said) = bare(eye.session.message), ear.hear_again()
    assert bare(verdict) == "".join(screen.verdict)
    if not eye.session.look.final and screen.tell:
        assert bare(said.pop(0)) == screen.tell
    if shows_no_question(eye.session):
        *said, go_on = said
        assert bare(*said) + message == "".join(screen.question)
        assert bare(go_on) in screen.foot
        return
    *notices, question = said
    if eye.session.field is not None:
        compare_date(ear, bare(question), screen, eye.session.field.text)
        return
    gone_back_to, title, answers = as_drawn(ear.wording, question).partition(screen.question[0])
    assert title + answers + bare(*notices) + message == "".join(screen.question)
    change = bare(ear.wording.words.panel.change.in_(ear.wording.language).partition("{")[0])
    assert gone_back_to.startswith(change) if eye.session.cursor is not None else gone_back_to == ""


def shows_no_question(session: Session) -> bool:
    """The right pane holds a reason or the result."""
    return session.reason or (session.look.final and session.cursor is None)


def as_drawn(wording: Wording, text: str, cross: str = "x") -> str:
    """A text that is heard as the screen has it: with a cross at what is chosen, and, where both Enter and a
    digit give an answer, with a row for each."""
    chosen = " 選択中" if wording.language == "ja" else ", chosen"
    text = re.sub(rf"(\d) ([^、;]*?){chosen}", rf"\1 {cross} \2", text)
    return bare(re.sub(r"Enter(?:か| or )(\d) (.*?)([、;])", r"Enter \2 \1 \2 \3", text))


def compare_date(ear: Ear, question: str, screen: Screen, typed: str) -> None:
    """While a date is typed, the screen has a field. Why the last line was no date was heard with that line,
    and that it was none is plain then."""
    title, what, field, *rest = screen.question
    known = bare(ear.troubles[-1], ear.wording.fill(BOOK.words.messages.unknown_date))
    leave = bare(ear.wording.fill(BOOK.words.ask.leave_date))
    assert field == bare(f">{typed}_")
    assert question.startswith(title + what)
    assert question.endswith(leave)
    hint = "".join(text for text in rest if text not in known)
    assert hint in ("", question.removeprefix(title + what).removesuffix(leave))


def compare_memory(ear: Ear, eye: Eye, screen: Screen) -> None:
    """Whatever stands on the screen has been heard since this person came, and nothing newer gainsays it."""
    session = eye.session
    heard = [as_drawn(ear.wording, line, cross="") for line in ear.heard]  # what is chosen is a line's news
    everything = bare(*heard, *ear.troubles)
    rows = [CROSSED.sub(r"\1", row) for row in screen.question[: 2 if session.field else None]]
    for text in (screen.tell, *screen.case, *rows):
        assert text in everything
    if session.look.verdict is not None:
        titles = [bare(ear.wording.fill(words)) for words in astuple(BOOK.words.verdicts)]
        assert newest(heard, titles).startswith(screen.verdict[0])
    if session.look.final:
        assert "".join(screen.verdict) in heard
    if not shows_no_question(session):
        eye.titles.add(rows[0])
        assert rows[0] in newest(heard, {*eye.titles, "直す行", "Change"})


def newest(heard: list[str], beginnings: Iterable[str]) -> str:
    """The line that was heard last of those that begin in one of these ways."""
    return next(line for line in reversed(heard) if line.startswith(tuple(beginnings)))


def work(ear: Ear, eye: Eye, line: str) -> None:
    """Type one line at both desks, and compare them."""
    ear.type(line)
    eye.type(line)
    if eye.session.field is None:
        assert bare(eye.session.message) in bare(ear.troubles[-1], *ear.heard)
    assert bool(ear.troubles[-1]) == (not eye.session.taken)
    screen = draw(eye.session)
    compare_the_moment(ear, eye, screen)
    compare_memory(ear, eye, screen)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("keys", EVERY_WAY)
def test_every_case_is_heard_as_it_is_seen_key_by_key(keys: str, language: Language) -> None:
    ear, eye = Ear(language), Eye(language)
    for line in one_by_one(keys):
        work(ear, eye, line)
    assert ear.talk.session.look.decision == eye.session.look.decision


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_every_case_is_heard_as_it_is_seen_in_as_few_lines_as_can_be(keys: str) -> None:
    ear, eye = Ear("ja"), Eye("ja")
    for line in as_lines(keys):
        work(ear, eye, line)
    assert eye.session.sheet == desk(keys).sheet


@often(300)
@given(st.sampled_from(EVERY_WAY), st.integers(0, 12), sequences(LINES, 12))
def test_whatever_is_typed_is_heard_as_it_is_seen(keys: str, steps: int, lines: list[str]) -> None:
    ear, eye = Ear("ja"), Eye("ja")
    for line in (*one_by_one(keys)[:steps], *lines):
        work(ear, eye, line if eye.session.field is not None else line[:1])
