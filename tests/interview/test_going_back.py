"""Going back: one step, to any line, to the last person; and what the next person finds."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from mynadesk.interview.session import Session
from mynadesk.interview.sheet import Sheet
from mynadesk.interview.steps import AskChoice, AskPaper, AskPins, Done
from tests.interview.desk import ON, along, desk, fork, keys_of, message, press, state
from tests.interview.ways import SECOND_VISIT, WAYS

EVERY_WAY = pytest.mark.parametrize("keys", [*WAYS.values(), SECOND_VISIT])
BACK = pytest.mark.parametrize("back", ["0", "BS"])
DECIDED = WAYS["holder"]
UNDECIDED = "1 1 2 E"


def questions_along(keys: str) -> Iterator[Session]:
    """The desk after each of the keys that led to a question, or to its end."""
    return (session for session in along(keys) if not session.dots)


def on_each_told_line(session: Session) -> Iterator[Session]:
    """The desk gone back to each line that has an answer."""
    for place in [place for place, line in enumerate(session.lines) if line.told]:
        there = fork(session)
        for _ in range(len(session.lines) + 1):
            if there.cursor == place:
                break
            press(there, "-")
        assert there.cursor == place
        yield there


def another_answer(session: Session) -> str:
    """Keys that answer the question asked now, otherwise than it was answered."""
    step = session.step
    if isinstance(step, AskChoice):
        told = session.sheet.answers.get(step.question)
        return next(key for option in session.all_options if (key := option.key) not in (told, "Enter"))
    return "1 E" if isinstance(step, AskPins) else "3"


@BACK
@EVERY_WAY
def test_one_step_back_undoes_one_answer_exactly_whatever_it_was(keys: str, back: str) -> None:
    for session in questions_along(keys):
        for option in session.all_options:
            after = fork(session)
            for key in option.key if option.key != "Enter" else ["enter"]:
                after.press(key)
            if after.sheet != session.sheet:
                press(after, back)
                assert state(after) == state(session)
                assert after.lines == session.lines


@BACK
@EVERY_WAY
def test_as_many_steps_back_as_answers_lead_to_the_start(keys: str, back: str) -> None:
    session = desk(keys)
    answers = sum(key != "." for key in keys_of(keys))
    press(session, f"{back} " * answers)
    assert session.fresh
    assert press(session, back).message == message("nothing_back")


@BACK
@EVERY_WAY
@pytest.mark.parametrize("aside", ["*", "-", "- -", ".", "* -"])
def test_back_from_something_looked_at_returns_to_the_question(keys: str, back: str, aside: str) -> None:
    for session in questions_along(keys):
        before = state(session)
        press(session, aside)
        if state(session) != before:
            press(session, back)
        assert state(session) == before


@EVERY_WAY
def test_every_answered_line_can_be_changed_and_the_rest_stays(keys: str) -> None:
    for session in on_each_told_line(desk(keys)):
        before, step = session.sheet, session.step
        changed = {step.question} if isinstance(step, AskChoice) else set()
        press(session, another_answer(session))
        after = session.sheet
        assert after != before
        assert session.cursor is None
        kept = {name: key for name, key in before.answers.items() if name not in changed}
        assert kept.items() <= after.answers.items()
        assert after.pins == before.pins or isinstance(step, AskPins)
        for place, (old, new) in enumerate(zip(before.papers, after.papers, strict=True)):
            assert old == new or step == AskPaper(place)


@EVERY_WAY
def test_every_line_that_was_changed_can_be_changed_back(keys: str) -> None:
    for session in on_each_told_line(desk(keys)):
        before = session.sheet
        press(session, another_answer(session))
        while session.sheet != before and not session.fresh:
            press(session, "0")
        assert session.sheet == before


@EVERY_WAY
def test_the_line_key_leads_round_through_all_answered_lines_to_the_question(keys: str) -> None:
    for session in along(keys):
        told = [place for place, line in enumerate(session.lines) if line.told]
        for key, round_ in (("-", [*reversed(told), None]), ("DOWN", [*told, None])):
            walked = fork(session)
            if not told:
                assert press(walked, key).message == message("no_line")
                continue
            assert [press(walked, key).cursor for _ in round_] == round_


def test_the_same_answer_given_again_adds_no_step() -> None:
    session = desk(UNDECIDED)
    before = state(session)
    press(session, "- - - 1")
    assert state(session) == before
    assert state(press(session, "0")) == state(desk("1 1 2"))


def test_a_visitor_told_anew_keeps_papers_and_answers() -> None:
    session = desk(WAYS["agent, second visit"])
    papers = session.sheet.papers
    while session.cursor != 0:
        press(session, "-")
    press(session, "1")
    assert session.look.verdict == "accept"
    assert [each.of for each in session.sheet.papers] == [each.of for each in papers]
    assert press(session, "0").look.verdict == "accept"
    assert session.sheet.papers == papers


@pytest.mark.parametrize("keys", [DECIDED, "7", "1 1 2 E E +", "4 1 3 E 9"])
def test_the_next_person_takes_one_key_once_the_case_is_decided(keys: str) -> None:
    session = press(desk(keys), "/")
    assert state(session)[:2] == state(desk())[:2]
    assert session.sheet == Sheet()


@pytest.mark.parametrize("keys", ["1", "1 1", UNDECIDED, "1 1 2 E E 1"])
def test_the_next_person_takes_two_keys_while_the_case_is_open(keys: str) -> None:
    session = press(desk(keys), "/")
    assert session.sheet == desk(keys).sheet
    assert session.message == message("next_again")
    assert state(press(session, "/")) == state(desk())


def test_two_keys_with_another_between_them_are_no_next_person() -> None:
    session = desk(f"{UNDECIDED} / * * /")
    assert session.sheet == desk(UNDECIDED).sheet
    assert session.message == message("next_again")


def test_the_next_person_finds_nothing_of_the_last() -> None:
    session = desk(f"{WAYS['agent, second visit']} - * /")
    fresh = desk()
    assert state(session) == state(fresh)
    assert session.lines == fresh.lines
    assert session.options == fresh.options
    assert session.look == fresh.look
    assert session.message == ""


def test_a_fresh_desk_has_no_next_person() -> None:
    session = press(desk(), "/")
    assert session.message
    assert session.fresh


@BACK
@pytest.mark.parametrize("keys", [DECIDED, f"{UNDECIDED} /"])
def test_back_on_the_fresh_desk_brings_the_last_person_back(keys: str, back: str) -> None:
    session = press(desk(keys), "/")
    assert session.restorable
    press(session, back)
    assert session.sheet == desk(keys).sheet
    assert session.message == message("restored")
    press(session, f"{back} {back}")
    assert session.sheet == desk(keys).sheet


def test_a_key_too_many_does_not_lose_the_last_person() -> None:
    session = press(desk(DECIDED), "/ / 0")
    assert session.sheet == desk(DECIDED).sheet


def test_the_first_answer_of_the_next_person_ends_the_way_back() -> None:
    session = press(desk(DECIDED), "/ 4 0")
    assert session.fresh
    assert not session.restorable
    assert press(session, "0").message == message("nothing_back")
    assert session.fresh


class Calendar:
    """A clock that somebody turns."""

    def __init__(self) -> None:
        self.day = ON

    def __call__(self) -> date:
        return self.day


def test_the_date_is_read_anew_for_each_person_and_stays_during_a_case() -> None:
    today = Calendar()
    session = desk("1 1 2 E E 1", today)
    today.day = ON + timedelta(days=1)
    press(session, "1 R8.11.23 E E")
    assert session.on == ON
    assert session.look.verdict == "accept"
    press(session, "/")
    assert session.on == today.day
    assert press(session, "1 1 2 E E 1 1 R8.11.23 E +").look.verdict == "incomplete"


def test_a_person_brought_back_the_next_day_is_judged_by_that_day() -> None:
    today = Calendar()
    session = desk("1 1 2 E E 1 1 R8.11.23 E E /", today)
    today.day = ON + timedelta(days=1)
    press(session, "0")
    assert session.on == today.day
    assert session.look.verdict != "accept"
    assert session.step != Done() or session.look.verdict == "incomplete"
