"""Counts that know no case, and the cases that are looked over together."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

import pytest

from mynadesk.ledger.count import Count, What
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.tally import Tally
from mynadesk.ledger.trouble import LedgerTrouble, MovedMeanwhile, UnknownNumber
from mynadesk.rulebook.book import Rulebook
from tests.ledger.requests import BRANCH, MAIN, a_tally, first_visit, second_visit

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def of(ledger: Ledger, what: What, first: date = MONDAY, last: date = TUESDAY) -> list[tuple[str, int]]:
    """What was counted of one kind, over all days and desks."""
    return [(each.which, each.times) for each in ledger.counted(first, last) if each.what is what]


# What a decision adds


def test_an_agent_in_order_counts_once_under_verdict_route_and_each_pin() -> None:
    assert a_tally() == Tally(
        "accept",
        "agent_first_visit",
        (("resident_registry", "accept"), ("user_authentication", "accept")),
        (),
        (),
    )


def test_what_was_missing_counts_once_however_many_pins_lack_it() -> None:
    tally = a_tally(postage=False)
    assert (tally.verdict, tally.missing, tally.papers) == ("incomplete", ("postage",), ())
    assert (What.pin_incomplete, "resident_registry") in tally.counts


def test_a_missing_paper_counts_under_each_class_that_would_have_helped() -> None:
    tally = a_tally(papers=False)
    assert tally.missing == ("agent_identity",)
    assert tally.papers == ("A", "B")


# The counter


def test_counts_of_a_day_and_a_desk_add_up(ledger: Ledger) -> None:
    for desk, day, tally in (
        (MAIN, MONDAY, a_tally()),
        (MAIN, TUESDAY, a_tally(postage=False)),
        (MAIN, TUESDAY, a_tally(postage=False)),
        (BRANCH, TUESDAY, a_tally()),
    ):
        ledger.count(desk, day, tally)
    verdicts = [each for each in ledger.counted(MONDAY, TUESDAY) if each.what is What.verdict]
    assert verdicts == [
        Count(MONDAY, MAIN, What.verdict, "accept", 1),
        Count(TUESDAY, MAIN, What.verdict, "incomplete", 2),
        Count(TUESDAY, BRANCH, What.verdict, "accept", 1),
    ]
    assert of(ledger, What.missing) == [("postage", 2)]
    assert ledger.counted(MONDAY - timedelta(2), MONDAY - timedelta(1)) == ()
    assert ledger.counted(TUESDAY, MONDAY) == ()
    assert len(ledger.counted(date.min, date.max)) == len(ledger.counted(MONDAY, TUESDAY))


def test_what_was_counted_is_still_there_when_the_desk_starts_anew(
    place: str, opened: Callable[[str], Ledger]
) -> None:
    opened(place).count(MAIN, TUESDAY, a_tally())
    assert of(opened(place), What.route) == [("agent_first_visit", 1)]


# Steps of cases


def test_steps_count_where_and_when_they_were_taken_and_undone_ones_do_not(ledger: Ledger) -> None:
    """Each step is taken a day after the one before."""
    file = ledger.open_case(MAIN, first_visit())
    file = ledger.move(file, Step.send, MAIN)
    file = ledger.move(file, Step.undo, MAIN)
    file = ledger.move(file, Step.send, MAIN)
    file = ledger.move(file, Step.decide, BRANCH, second_visit())
    days = [TUESDAY + timedelta(each) for each in range(5)]
    assert ledger.counted(days[0], days[-1]) == (
        Count(days[0], MAIN, What.step, "open", 1),
        Count(days[3], MAIN, What.step, "send", 1),
        Count(days[4], BRANCH, What.step, "decide", 1),
    )
    assert ledger.counted(days[1], days[2]) == ()


@pytest.mark.parametrize(
    ("minute", "day"),
    [
        (datetime(2026, 11, 23, 14, 59, tzinfo=UTC), MONDAY),
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), TUESDAY),
        (datetime(2026, 11, 24, 14, 59, tzinfo=UTC), TUESDAY),
    ],
)
def test_a_day_begins_at_midnight_of_the_desk(
    place: str, book: Rulebook, minute: datetime, day: date
) -> None:
    ledger = open_ledger(place, book, lambda: minute, Random(1), timezone(timedelta(hours=9)))
    ledger.open_case(MAIN, first_visit())
    assert [each.day for each in ledger.counted(MONDAY, TUESDAY)] == [day]
    assert len(ledger.counted(day, day)) == 1
    ledger.close()


# Open cases


def test_open_cases_are_listed_with_who_waits_longest_first(ledger: Ledger) -> None:
    first, second, third, over = (
        ledger.open_case(desk, first_visit()) for desk in (MAIN, MAIN, BRANCH, MAIN)
    )
    ledger.move(ledger.move(first, Step.send, MAIN), Step.return_, MAIN)
    ledger.move(ledger.move(second, Step.send, MAIN), Step.undo, MAIN)
    ledger.move(over, Step.withdraw, MAIN)
    assert [(each.number, each.state, each.desk) for each in ledger.waiting()] == [
        (second.number, State.letter_due, MAIN),
        (third.number, State.letter_due, BRANCH),
        (first.number, State.letter_returned, MAIN),
    ]
    assert [each.number for each in ledger.waiting(BRANCH)] == [third.number]
    assert ledger.waiting(MAIN)[0].since == second.opened.at


# Old cases


@pytest.fixture
def ended(ledger: Ledger, clock: Callable[[], datetime]) -> Ledger:
    """A ledger with a case that is done, one that is open, and one that is withdrawn.

    When it is first asked something, the first ended six days ago and the last three; each time a day more.
    """
    file = ledger.move(ledger.open_case(MAIN, first_visit()), Step.send, MAIN)
    file = ledger.move(file, Step.undo, MAIN)
    file = ledger.move(file, Step.send, MAIN)
    ledger.move(ledger.move(file, Step.decide, BRANCH, second_visit()), Step.finish, BRANCH)
    ledger.open_case(BRANCH, first_visit())
    ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, BRANCH)
    clock(), clock()
    return ledger


WHOLE = (MONDAY, TUESDAY + timedelta(60))


def test_ended_cases_are_dropped_and_the_day_book_still_tells_of_them(ended: Ledger) -> None:
    before = ended.counted(*WHOLE)
    open_ = ended.waiting()
    assert (ended.old(1), ended.drop(1)) == (2, 2)
    after = ended.counted(*WHOLE)
    assert [each for each in after if each.what is not What.dropped] == list(before)
    assert [(each.desk, each.which, each.times) for each in after if each.what is What.dropped] == [
        (MAIN, "done", 1),
        (MAIN, "withdrawn", 1),
    ]
    assert ended.waiting() == open_
    assert (ended.old(1), ended.drop(1)) == (0, 0)
    assert ended.counted(*WHOLE) == after


def test_a_case_is_kept_for_as_many_days_as_were_set(ended: Ledger) -> None:
    assert [ended.old(days) for days in (7, 6, 4, 9999)] == [0, 1, 2, 0]


def test_an_open_case_is_never_dropped_however_old_it_is(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    for _ in range(30):
        assert ledger.drop(1) == 0
    assert ledger.find(file.number) == file


def test_a_dropped_case_is_unknown_and_cannot_be_moved_by_who_still_has_it_on_the_screen(
    ledger: Ledger, place: str, opened: Callable[[str], Ledger]
) -> None:
    file = ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
    other = opened(place)
    for _ in range(4):
        other.old(1)
    assert other.drop(1) == 1
    with pytest.raises(MovedMeanwhile):
        ledger.move(file, Step.undo, MAIN)
    with pytest.raises(UnknownNumber):
        ledger.find(file.number)
    assert ledger.drop(1) == 0


def test_more_cases_than_are_dropped_at_once_are_all_dropped(
    place: str, book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mynadesk.ledger.store.dropping.AT_ONCE", 3)
    monkeypatch.setattr("mynadesk.ledger.ledger.AT_ONCE", 3)
    now = datetime(2026, 11, 24, tzinfo=UTC)
    ledger = open_ledger(place, book, lambda: now, Random(1), UTC)
    for _ in range(7):
        ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
    now += timedelta(2)
    assert ledger.drop(1) == 7
    assert [each.times for each in ledger.counted(MONDAY, now.date())] == [7, 7, 7]
    ledger.close()


@pytest.mark.parametrize("days", [0, -1, True, 10_000])
def test_a_number_of_days_that_makes_no_sense_drops_nothing(ended: Ledger, days: int) -> None:
    with pytest.raises(LedgerTrouble):
        ended.drop(days)
    assert ended.old(1) == 2
