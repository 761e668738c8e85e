"""Whatever is pressed, in whatever order."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.interview.session import Session
from mynadesk.interview.sheet import choices_of
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins, Done
from tests.interview.anything import (
    CALM,
    RARE,
    STARTS,
    USUAL,
    desks,
    did_something,
    keys_of_option,
    offered_key,
    often,
    sequences,
)
from tests.interview.as_case import as_json
from tests.interview.desk import BOOK, ON, desk, fork, message, state

PAPER_DIGITS = {
    "2": ("expiry", "expired"),
    "3": ("original", False),
    "4": ("identifies", False),
    "5": ("photo", False),
}
REQUEST = {"who", "operation"}
"""What makes the request; these are asked in any case."""
FURTHEST = 60
"""Keys to an end, from anywhere."""


@often(2000)
@given(st.sampled_from(STARTS), sequences(USUAL + RARE))
def test_every_key_changes_the_desk_or_says_why_not(start: list[str], keys: list[str]) -> None:
    session = desk()
    for key in (*start, *keys):
        assert did_something(session, key), key


@often(400)
@given(desks(USUAL + RARE))
def test_what_is_shown_can_always_be_made(session: Session) -> None:
    assert session.lines
    assert session.cursor is None or session.lines[session.cursor].told or isinstance(session.step, AskPins)
    assert session.options or isinstance(session.step, Done)
    assert 0 <= session.dots < session.pages


@often(400)
@given(desks(most=40))
def test_going_back_again_and_again_leads_to_the_fresh_desk(session: Session) -> None:
    for _ in range(200):
        if session.fresh:
            break
        session.press("backspace")
    assert session.fresh


@often(400)
@given(desks())
def test_every_option_that_is_offered_works(session: Session) -> None:
    if session.field is not None or session.dots or session.purposes:
        return
    if session.reason:
        session.press("*")
    refused = message("choose_digit", key="")[-8:]
    for option in session.all_options:
        tried = fork(session)
        for key in keys_of_option(option.key):
            tried.press(key)
        assert refused not in tried.message, option
        assert tried.sheet != session.sheet or tried.field or tried.cursor != session.cursor, option


@often(400)
@given(desks(USUAL + RARE, most=30))
def test_an_end_is_never_far(session: Session) -> None:
    pressed = 0
    while keys := offered_key(session):
        for key in keys:
            session.press(key)
        pressed += len(keys)
        assert pressed <= FURTHEST
    assert session.look.final


@often(600)
@given(desks())
def test_the_desk_and_the_command_decide_alike(session: Session) -> None:
    case = session.look.case
    if case is None:
        return
    written = json.loads(json.dumps(as_json(case)))
    assert decide(BOOK, read_case(BOOK, written, ON)) == session.look.decision


@often(400)
@given(desks())
def test_a_question_is_asked_only_while_its_answers_differ(session: Session) -> None:
    step = session.look.step
    if not isinstance(step, AskChoice) or step.question in REQUEST or session.field is not None:
        return
    session.cursor = None
    outcomes = set()
    for key in choices_of(BOOK, BOOK.desk.questions[step.question]):
        tried = fork(session)
        tried.dots, tried.purposes = 0, False
        for each in key:
            tried.press(each)
        decision = tried.look.decision
        assert decision is not None
        standings = tuple(each.standing for each in decision.requirements)
        outcomes.add((decision.flow, decision.verdict, standings, tried.step))
    assert len(outcomes) > 1


@often(600)
@given(desks(), st.sampled_from("123456789"))
def test_a_digit_means_the_same_in_every_state_of_a_question(session: Session, digit: str) -> None:
    if session.field is not None or session.purposes:
        return
    step, key, before = session.step, "." * session.dots + digit, session.sheet
    session.press(digit)
    after = session.sheet
    if isinstance(step, AskChoice) and key in choices_of(BOOK, BOOK.desk.questions[step.question]):
        assert after.answers[step.question] == key
    elif isinstance(step, AskPins) and int(digit) <= len(BOOK.pins):
        assert {*before.pins} ^ {*after.pins} == {list(BOOK.pins)[int(digit) - 1]}
    elif isinstance(step, AskPapers) and after != before:
        assert str(BOOK.documents.kinds[after.papers[-1].kind].key) == key
    elif isinstance(step, AskPaper) and digit in PAPER_DIGITS and after != before:
        name, value = PAPER_DIGITS[digit]
        assert after.papers[step.paper].seen[name] == value
    elif isinstance(step, AskPaper) and digit == "9":
        assert len(after.papers) == len(before.papers) - 1
    elif isinstance(step, AskLimit) and digit in "12":
        assert after.papers[step.paper].seen[step.property][0] == ("since" if digit == "1" else "before")
    else:
        assert after == before or (isinstance(step, AskPaper | AskLimit) and digit in "456"), step


class LongDay(RuleBasedStateMachine):
    """One desk through many persons."""

    def __init__(self) -> None:
        super().__init__()
        self.session = desk()

    @rule(keys=sequences(USUAL + RARE))
    def press_anything(self, keys: list[str]) -> None:
        for key in keys:
            assert did_something(self.session, key), key

    @rule()
    def take_what_is_offered(self) -> None:
        for key in offered_key(self.session):
            assert did_something(self.session, key), key

    @rule()
    def call_the_next_person(self) -> None:
        while self.session.field is not None:
            self.session.press("backspace")
        was_fresh, final = self.session.fresh, self.session.look.final
        self.session.press("/")
        if not was_fresh and not final:
            self.session.press("/")
        assert self.session.fresh
        assert state(self.session) == state(desk()) or was_fresh

    @invariant()
    def the_case_is_the_one_that_the_sheet_tells(self) -> None:
        look = self.session.look
        assert look.case is None or look.decision == decide(BOOK, look.case)


LongDay.TestCase.settings = settings(CALM, max_examples=40, stateful_step_count=60)
test_a_long_day_at_one_desk = LongDay.TestCase
