"""A case from its first visit to its end, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.moving import ready_for_second_visit
from mynadesk.ledger.number import shown
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.trouble import MovedMeanwhile, NotAllowed, UnknownNumber
from mynadesk.rulebook.book import Rulebook
from tests.ledger.requests import BRANCH, MAIN, PINS, first_visit, second_visit


def test_a_case_goes_from_the_first_visit_to_its_end_over_two_desks(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    file = ledger.move(file, Step.send, MAIN)
    file = ledger.move(ledger.find(shown(file.number)), Step.decide, BRANCH, second_visit())
    file = ledger.move(file, Step.finish, BRANCH)
    kept = ledger.find(file.number)
    assert kept == file
    assert [(each.step, each.state, each.desk) for each in kept.taken] == [
        (Step.open, State.letter_due, MAIN),
        (Step.send, State.letter_sent, MAIN),
        (Step.decide, State.decided, BRANCH),
        (Step.finish, State.done, BRANCH),
    ]
    assert (kept.asked_for, kept.judged.granted) == (PINS, PINS)


def test_what_was_decided_is_kept_with_its_rulebook_and_every_standing(
    ledger: Ledger, book: Rulebook
) -> None:
    file = ledger.open_case(MAIN, first_visit(unavoidable_reason="none"))
    judged = ledger.find(file.number).judged
    assert (judged.digest, judged.reason_named) == (book.digest, False)
    assert judged.pins == (("user_authentication", "accept"), ("resident_registry", "decline"))
    assert judged.granted == ("user_authentication",)
    assert ("unavoidable_reason", "decline") in judged.requirements
    assert ("postage", "met") in judged.requirements


def test_a_reason_is_kept_as_named_and_never_which(ledger: Ledger) -> None:
    ill, away = (first_visit(unavoidable_reason=reason) for reason in ("illness", "studying_abroad"))
    assert ill == away
    assert ledger.find(ledger.open_case(MAIN, ill).number).judged.reason_named


def test_hours_are_kept_to_the_minute(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    assert ledger.find(file.number).opened.at == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_two_desks_move_one_case_at_once_and_one_is_told(
    ledger: Ledger, place: str, opened: Callable[[str], Ledger]
) -> None:
    other = opened(place)
    number = ledger.open_case(MAIN, first_visit()).number
    here, there = ledger.find(number), other.find(number)
    won = other.move(there, Step.withdraw, BRANCH)
    with pytest.raises(MovedMeanwhile, match="Nothing was written"):
        ledger.move(here, Step.send, MAIN)
    assert ledger.find(number) == other.find(number) == won


def test_a_refused_step_leaves_no_trace(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    with pytest.raises(NotAllowed):
        ledger.move(file, Step.send, BRANCH)
    assert ledger.find(file.number) == file


def test_a_wrong_number_brings_the_nearest_one_that_exists(ledger: Ledger) -> None:
    number = ledger.open_case(MAIN, first_visit()).number
    swapped = number[:3] + number[4] + number[3] + number[5:]
    wrong = number[:-1] + ("2" if number[-1] != "2" else "3")
    for slip in (swapped, wrong, number[:-1], number + "2", "0" + number[1:]):
        if slip == number:
            continue
        with pytest.raises(UnknownNumber) as told:
            ledger.find(slip)
        assert told.value.nearest == (number,)
        assert shown(number) in told.value.text("ja")
        assert "受付番号が違います" in told.value.text("ja")


def test_a_good_number_that_nobody_has_says_so_and_repeats_nothing(ledger: Ledger) -> None:
    for typed, said in (
        ("22222222", "no case of this number"),
        ("山田太郎", "no case number"),
        ("1234", "no case"),
    ):
        with pytest.raises(UnknownNumber, match=said) as told:
            ledger.find(typed)
        assert told.value.nearest == ()
        assert typed not in told.value.text("ja") + told.value.text("en")


def test_a_second_visit_waits_for_the_letter(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    assert not ready_for_second_visit(file)
    file = ledger.move(file, Step.send, MAIN)
    assert ready_for_second_visit(file)
    assert not ready_for_second_visit(ledger.move(file, Step.return_, MAIN))
