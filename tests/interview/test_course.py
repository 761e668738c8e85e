"""The course of an interview: what is asked when, what Enter may do, and what stays when a line changes."""

import pytest

from mynadesk.interview.lines import is_missing_for_good
from mynadesk.interview.session import Session
from mynadesk.interview.sheet import choices_of
from mynadesk.interview.steps import AskChoice, AskPaper, AskPapers, AskPins, Done, Step
from mynadesk.standing import Standing
from tests.interview.desk import BOOK, JAPANESE, along, decision, desk, message, press, stands, state
from tests.interview.ways import SECOND_VISIT, WAYS

EVERY_WAY = pytest.mark.parametrize("keys", [pytest.param(keys, id=name) for name, keys in WAYS.items()])


def asked_along(keys: str) -> list[str]:
    """Every question that was asked, in the order in which they came."""
    steps = [session.step for session in along(keys)]
    names = [name for step in steps if (name := question_of(step))]
    return list(dict.fromkeys(names))


def question_of(step: Step) -> str | None:
    """The question that a step belongs to, where it is one of the desk's questions."""
    return step.question if isinstance(step, AskChoice | AskPins | AskPapers) else None


def all_questions(keys: str) -> set[str]:
    """The same as a set."""
    return set(asked_along(keys))


def test_the_questions_come_in_the_order_of_the_rulebook() -> None:
    order = list(BOOK.desk.questions)
    for keys in (*WAYS.values(), SECOND_VISIT):
        asked = asked_along(keys)
        assert asked == sorted(asked, key=order.index)


def test_a_question_is_asked_only_where_it_matters() -> None:
    always = {"who", "operation", "pins"}
    holder, child, ward, first, second = (all_questions(keys) for keys in WAYS.values())
    assert holder == always | {"card", "holder_papers"}
    assert child == holder | {"visitor_papers", "family_register"}
    assert ward == holder | {"visitor_papers", "guardianship_certificate"}
    assert first == always | {"visitor_papers", "user_authentication_certificate", "postage", "mail"}
    assert second == holder | {"reply_letter", "visitor_papers"}
    assert all_questions(SECOND_VISIT) == second | {"reason", "reason_proof"}


@pytest.mark.parametrize(("pins", "asked"), [("12", False), ("3", True), ("4", True), ("1234", True)])
def test_a_reason_is_asked_only_for_the_pins_that_need_one(pins: str, asked: bool) -> None:
    assert ("reason" in all_questions(f"4 1 {pins} E")) is asked
    assert "reason" not in all_questions(f"1 1 {pins} E E 1 E")


@pytest.mark.parametrize(
    ("pins", "certificates"), [("1", {"signature"}), ("2", {"user_authentication"}), ("34", set())]
)
def test_only_the_certificates_of_these_pins_are_asked_about(pins: str, certificates: set[str]) -> None:
    reason = "1 " if pins == "34" else ""
    asked = all_questions(f"4 1 {pins} E {reason} 1 E 1 1 1")
    assert {name for name in asked if "certificate" in name} == {
        f"{name}_certificate" for name in certificates
    }


def test_no_proof_is_asked_for_a_reason_that_there_is_not() -> None:
    assert desk("5 1 34 E 9").step == Done()
    assert "reason_proof" not in all_questions("5 1 23 E 9 1 E 1 E 1 E .2 E")


def test_a_second_paper_is_asked_for_only_while_the_first_does_not_do() -> None:
    assert desk("1 1 2 E E 1 E").step == Done()
    assert isinstance(desk("1 1 2 E E .1 E").step, AskPapers)  # a supervisor would have to decide
    assert isinstance(desk("5 1 2 E 1 E 1 E 1 E").step, AskPapers)


@pytest.mark.parametrize("keys", ["7", "6 1", "8 2 1 2 E", "1 1 2 E E 1 E - 2"])
def test_a_line_without_a_meaning_for_the_case_is_not_shown(keys: str) -> None:
    session = desk(keys)
    names = {line.question for line in session.lines}
    assert names & {"reason", "reason_proof"} == set()
    if decision(session).flow is None:
        assert names <= {"who", "holder_state", "operation", "pins"}


def test_enter_with_no_pin_chosen_says_so() -> None:
    session = desk("1 1 E")
    assert session.message == message("choose_pin")
    assert isinstance(session.step, AskPins)
    assert press(session, "2 2 E").message == message("choose_pin")


@EVERY_WAY
def test_enter_confirms_only_what_lies_on_the_counter_or_was_chosen(keys: str) -> None:
    for session in along(keys):
        step = session.step
        usual = isinstance(step, AskChoice) and BOOK.desk.questions[step.question].enter
        if isinstance(step, AskPaper | AskPins) or usual:
            continue
        before = state(session)
        press(session, "E")
        assert state(session) == before
        assert session.message


@EVERY_WAY
def test_enter_held_down_accepts_nothing_that_was_not_asked_about(keys: str) -> None:
    for session in along(keys):
        if isinstance(session.step, AskPaper) or session.look.verdict == "accept":
            continue
        press(session, "E " * 30)
        assert session.look.verdict != "accept"


def test_that_is_all_turns_needed_into_lacking() -> None:
    session = desk("1 1 2 E E 1 2")
    assert stands(session)["holder_identity"] is Standing.missing
    assert not is_missing_for_good(session.look)
    open_ = JAPANESE.headline(decision(session), session.look.final)
    press(session, "+")
    assert is_missing_for_good(session.look)
    assert JAPANESE.headline(decision(session), session.look.final) != open_


def test_that_is_all_says_so_where_no_papers_are_asked_for() -> None:
    for keys in ("", "1", "1 1 2 E", "1 1 2 E E 1"):
        session = desk(keys)
        before = state(session)
        press(session, "+")
        assert state(session) == before
        assert session.message == message("no_papers_open")


def test_a_certificate_is_taken_for_granted_only_while_the_card_is_presented() -> None:
    name = "user_authentication_certificate"
    assumed = desk("1 1 2 E E 1 E")
    line = next(line for line in assumed.lines if line.question == name)
    assert line.told
    assert line.answer
    assert line.answer != answer_of(desk("1 1 2 E E 1 E - 1"), name)  # it shows that nobody answered it
    session = desk("1 1 2 E 4 1 E")  # the card is yet to be seen
    assert "certificates.user_authentication" not in session.look.facts
    assert session.step == AskChoice(name)
    assert answer_of(session, name) == ""


def test_without_a_card_that_can_be_read_the_certificate_waits() -> None:
    name = "user_authentication_certificate"
    for without in ("2", "3"):
        session = desk(f"1 1 2 E {without} 1 E")
        assert "certificates.user_authentication" not in session.look.facts
        assert isinstance(session.step, Done)
        assert answer_of(session, name) == JAPANESE.fill(
            next(each.label for each in BOOK.desk.questions[name].choices if each.later)
        )


def answer_of(session: Session, question: str) -> str:
    """What the line of a question shows."""
    return next(line.answer for line in session.lines if line.question == question)


def test_nothing_is_taken_for_granted_at_the_agents_first_visit() -> None:
    assert "certificates.user_authentication" not in desk("4 1 2 E 1 E").look.facts


def test_an_answer_about_the_certificate_outlives_the_card() -> None:
    session = desk("1 1 2 E E 1 E - 1")
    told = session.sheet.answers["user_authentication_certificate"]
    while session.step != AskChoice("card"):
        press(session, "-")
    press(session, "2")
    assert session.sheet.answers["user_authentication_certificate"] == told


@pytest.mark.parametrize("keys", [*WAYS.values(), SECOND_VISIT])
def test_the_request_can_be_switched_by_one_key_at_any_time(keys: str) -> None:
    for session in along(keys):
        before = state(session)
        press(session, "SW")
        if "operation" not in before.sheet.answers:
            assert state(session) == before
            assert session.message == message("reset_only")
            continue
        told, other = before.sheet.answers["operation"], session.sheet.answers["operation"]
        assert {told, other} == set(choices_of(BOOK, BOOK.desk.questions["operation"]))
        assert session.sheet.papers == before.sheet.papers
        assert session.sheet.pins == before.sheet.pins
        assert press(session, "SW").sheet == before.sheet


def test_a_childs_signature_certificate_is_asked_about_not_taken_for_granted() -> None:
    """As a rule children and wards have none; of everybody else it is seen when the card is read."""
    assert "signature_certificate" not in questions_asked("1 1 1 E E 1 E")
    assert questions_asked("2 1 1 E E 1 E 1 E 1") == ["signature_certificate"]
    assert questions_asked("3 1 1 E E 1 E 1 E 1") == ["signature_certificate"]


def questions_asked(keys: str) -> list[str]:
    """What the desk still asks after these keys: one question, or none."""
    step = desk(keys).step
    return [step.question] if isinstance(step, AskChoice) else []
