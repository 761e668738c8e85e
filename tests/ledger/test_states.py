"""The table of states, read as examples; every other move is refused."""

from datetime import UTC, datetime

import pytest

from mynadesk.ledger.case_file import CaseFile, Taken
from mynadesk.ledger.labels import DESKS, STATES, STEPS
from mynadesk.ledger.moving import MOST_STEPS, moved, opened, steps_for
from mynadesk.ledger.states import MOVES, State, Step, Who
from mynadesk.ledger.trouble import NotAllowed
from tests.ledger.requests import BRANCH, MAIN, first_visit, second_visit

NUMBER = "22222222"
HOUR = datetime(2026, 11, 24, 9, tzinfo=UTC)
ANY, OPENING, LAST = {MAIN, BRANCH}, {MAIN}, {BRANCH}
"""Who may, where the main office opened the case and the branch took the last step."""

EXPECTED = {
    (State.letter_due, Step.send): (State.letter_sent, OPENING),
    (State.letter_due, Step.withdraw): (State.withdrawn, ANY),
    (State.letter_sent, Step.decide): (State.decided, ANY),
    (State.letter_sent, Step.return_): (State.letter_returned, OPENING),
    (State.letter_sent, Step.withdraw): (State.withdrawn, ANY),
    (State.letter_sent, Step.lapse): (State.lapsed, OPENING),
    (State.letter_returned, Step.resend): (State.letter_due, OPENING),
    (State.letter_returned, Step.withdraw): (State.withdrawn, ANY),
    (State.letter_returned, Step.lapse): (State.lapsed, OPENING),
    (State.decided, Step.decide): (State.decided, ANY),
    (State.decided, Step.finish): (State.done, LAST),
    (State.decided, Step.withdraw): (State.withdrawn, ANY),
    (State.decided, Step.lapse): (State.lapsed, OPENING),
    **{(state, Step.undo): (State.letter_due, LAST) for state in State},
}


def opened_at(desk: str) -> CaseFile:
    return CaseFile(NUMBER, (Taken(Step.open, State.letter_due, desk, HOUR, first_visit()),))


def after(file: CaseFile, step: Step, desk: str) -> CaseFile:
    judged = second_visit() if step is Step.decide else None
    taken = Taken(step, moved(file, step, desk, judged), desk, HOUR, judged)
    return CaseFile(file.number, (*file.taken, taken))


def standing_at(state: State) -> CaseFile:
    """Opened at the main office, brought to this state by the branch, however it came there."""
    file = opened_at(MAIN)
    return CaseFile(NUMBER, (*file.taken, Taken(Step.send, state, BRANCH, HOUR)))


@pytest.mark.parametrize("desk", [MAIN, BRANCH])
@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", State)
def test_each_step_from_each_state_by_each_desk(state: State, step: Step, desk: str) -> None:
    file = standing_at(state)
    judged = second_visit() if step is Step.decide else None
    to, who = EXPECTED.get((state, step), (None, set()))
    if to is not None and desk in who:
        assert moved(file, step, desk, judged) is to
    else:
        with pytest.raises(NotAllowed):
            moved(file, step, desk, judged)
    assert (step in steps_for(file, desk)) == (desk in who)


def test_every_state_but_the_last_ones_leads_on_and_every_word_has_a_label() -> None:
    assert {state for state, moves in MOVES.items() if not moves} == {
        State.done,
        State.withdrawn,
        State.lapsed,
    }
    assert (set(STATES), set(STEPS), set(DESKS)) == (set(State), set(Step), set(Who))


def test_an_undo_leads_back_and_the_undone_step_is_still_there_to_be_seen() -> None:
    file = after(after(opened_at(MAIN), Step.send, MAIN), Step.undo, MAIN)
    assert file.state is State.letter_due
    assert [each.step for each in file.taken] == [Step.open, Step.send, Step.undo]
    assert [each.step for each in file.standing] == [Step.open]


def test_an_undone_decision_counts_no_more() -> None:
    file = after(after(opened_at(MAIN), Step.send, MAIN), Step.decide, BRANCH)
    assert file.judged == second_visit()
    file = after(file, Step.undo, BRANCH)
    assert (file.state, file.judged, file.last.desk) == (State.letter_sent, first_visit(), MAIN)


def test_neither_the_opening_nor_an_undo_can_be_undone() -> None:
    file = opened_at(MAIN)
    for stuck in (file, after(after(file, Step.send, MAIN), Step.undo, MAIN)):
        with pytest.raises(NotAllowed, match="no step that can be undone"):
            moved(stuck, Step.undo, MAIN, None)


def test_a_refusal_says_where_the_case_stands_in_both_languages() -> None:
    with pytest.raises(NotAllowed) as refused:
        moved(opened_at(MAIN), Step.finish, MAIN, None)
    assert (
        refused.value.text("ja")
        == "いまは「照会書 送付待ち」です。「完了」はできません。 何も書き込んでいません。"
    )
    assert refused.value.text("en") == (
        'The case stands at "Letter to be sent". Finishing is not possible. Nothing was written.'
    )


def test_without_a_pin_that_can_be_granted_no_case_is_opened_and_none_is_finished() -> None:
    with pytest.raises(NotAllowed, match="none of the PINs"):
        opened(first_visit(("resident_registry",), unavoidable_reason="none"))
    file = after(opened_at(MAIN), Step.send, MAIN)
    short = Taken(Step.decide, State.decided, MAIN, HOUR, second_visit(reply_letter="absent"))
    file = CaseFile(NUMBER, (*file.taken, short))
    assert Step.finish not in steps_for(file, MAIN)
    with pytest.raises(NotAllowed, match="none of the PINs"):
        moved(file, Step.finish, MAIN, None)


def test_a_supervisor_may_grant_what_the_page_leaves_open() -> None:
    assert opened(first_visit(("resident_registry",), unavoidable_reason="other")) is State.letter_due


def test_a_pin_that_was_not_asked_for_at_the_first_visit_is_not_decided_at_the_second() -> None:
    file = after(opened_at(MAIN), Step.send, MAIN)
    with pytest.raises(NotAllowed, match="not asked for"):
        moved(file, Step.decide, MAIN, second_visit(("card_input_support",)))


def test_the_second_visit_comes_with_a_decision_and_nothing_else_does() -> None:
    file = after(opened_at(MAIN), Step.send, MAIN)
    for step, judged in ((Step.decide, None), (Step.return_, second_visit())):
        with pytest.raises(NotAllowed):
            moved(file, step, MAIN, judged)


def test_a_case_that_never_ends_is_stopped() -> None:
    first = opened_at(MAIN).taken[0]
    with pytest.raises(NotAllowed, match="too many"):
        moved(CaseFile(NUMBER, (first,) * MOST_STEPS), Step.send, MAIN, None)
