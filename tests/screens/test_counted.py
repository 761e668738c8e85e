"""What the desk counts: every decision once, when its person has gone for good, and nothing else of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mynadesk.ledger.count import What
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.trouble import UnknownNumber
from screens.desk import DeskScreen
from screens.ledger.daybook import DayBookScreen
from tests.interview.desk import ON
from tests.interview.ways import WAYS
from tests.ledger.requests import MAIN, first_visit
from tests.screens.desk_app import desk_app, put, type_keys
from tests.screens.test_numbers import answered, ledger

USUAL = (80, 24)
HOLDER = WAYS["holder"]


def verdicts(place: Path) -> dict[str, int]:
    """How often each verdict was counted."""
    with ledger(place) as opened:
        counts = opened.counted(ON - timedelta(days=1), ON)
    assert all(each.desk == MAIN for each in counts)
    return {each.which: each.times for each in counts if each.what is What.verdict}


@pytest.mark.parametrize(
    ("keys", "counted"),
    [
        (f"{HOLDER} / 1", {"accept": 1}),
        (f"{HOLDER} / 0 / 1", {"accept": 1}),
        (f"{HOLDER} / {HOLDER} / 1", {"accept": 2}),
        (f"{HOLDER} / 0 - 2 / 1", {"decline": 1}),
        ("1 1 / / 1", {}),
        (HOLDER, {}),
        ("6 1 / 1", {"decline": 1}),
    ],
    ids=["gone", "brought back once", "two", "brought back and changed", "open", "still there", "declined"],
)
async def test_a_decision_counts_once_its_person_has_gone(
    keys: str, counted: dict[str, int], tmp_path: Path
) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, keys)
        await answered(pilot)
        assert verdicts(tmp_path) == counted


@pytest.mark.parametrize("keys", [HOLDER, f"{HOLDER} /"])
async def test_who_is_at_the_desk_when_it_is_left_is_counted(keys: str, tmp_path: Path) -> None:
    app = desk_app(ledger=tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        put(pilot, keys)
        await type_keys(pilot, "q q")
    app.finish()
    assert verdicts(tmp_path) == {"accept": 1}
    assert not app.last_words


async def test_what_is_dropped_was_decided_all_the_same(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, HOLDER).drop()
        await answered(pilot)
        assert verdicts(tmp_path) == {"accept": 1}


async def test_what_the_store_did_not_take_is_counted_later_or_told_at_the_end(tmp_path: Path) -> None:
    place = tmp_path / "ledger"
    place.write_text("no folder")
    app = desk_app(ledger=place)
    async with app.run_test(size=USUAL) as pilot:
        put(pilot, f"{HOLDER} / 1")
        await answered(pilot)
        assert app._visits is not None
        assert app._visits.finish() == 1
    app.finish()
    assert "1件" in app.last_words


async def test_a_store_that_comes_back_gets_what_was_left(tmp_path: Path) -> None:
    place = tmp_path / "ledger"
    place.write_text("no folder")
    async with desk_app(ledger=place).run_test(size=USUAL) as pilot:
        put(pilot, f"{HOLDER} / 1")
        await answered(pilot)
        place.unlink()
        put(pilot, "/ /").session.press("4")
        put(pilot, f"/ / {HOLDER} / 1")
        await answered(pilot)
        assert verdicts(place) == {"accept": 2}


async def test_the_day_book_is_one_key_from_the_page_of_numbers(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, f"{HOLDER} / 1 / /")
        await type_keys(pilot, "c +")
        await answered(pilot)
        assert isinstance(pilot.app.screen, DayBookScreen)
        await type_keys(pilot, "0")
        await type_keys(pilot, "/")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_old_cases_are_dropped_once_a_day(tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=400)
    with ledger(tmp_path, lambda: long_ago) as other:
        number = other.move(other.open_case(MAIN, first_visit()), Step.withdraw, MAIN).number
        app = desk_app(ledger=tmp_path)
        async with app.run_test(size=USUAL) as pilot:
            app._tidy()
            await answered(pilot)
            with pytest.raises(UnknownNumber):
                other.find(number)
            kept = other.move(other.open_case(MAIN, first_visit()), Step.withdraw, MAIN).number
            app._tidy()
            await answered(pilot)
            assert other.find(kept).state is State.withdrawn
