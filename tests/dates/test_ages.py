"""Ages, above all around leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.dates.age import first_birth_date_still_younger, is_younger_than, whole_years

YEARS = st.integers(min_value=1, max_value=120)
ANY_DAY = st.dates(min_value=date(1990, 1, 1), max_value=date(2110, 12, 31))
NEAR_A_LEAP_DAY = st.builds(
    lambda year, days: date(year, 2, 27) + timedelta(days=days), st.integers(1990, 2110), st.integers(0, 3)
)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(2011, 11, 23), date(2026, 11, 22), 14),
        (date(2011, 11, 23), date(2026, 11, 23), 15),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
        (date(2012, 2, 29), date(2028, 2, 28), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
    ],
)
def test_age_is_counted_in_whole_years(birth: date, on: date, age: int) -> None:
    assert whole_years(birth, on) == age


def test_who_turns_fifteen_today_is_no_longer_younger_than_fifteen() -> None:
    today = date(2026, 11, 23)
    assert not is_younger_than(date(2011, 11, 23), 15, today)
    assert is_younger_than(date(2011, 11, 24), 15, today)


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (date(2026, 11, 23), date(2011, 11, 24)),
        (date(2026, 12, 31), date(2012, 1, 1)),
        (date(2027, 2, 28), date(2012, 2, 29)),
        (date(2027, 3, 1), date(2012, 3, 2)),
        (date(2028, 2, 28), date(2013, 3, 1)),
        (date(2028, 2, 29), date(2013, 3, 1)),
        (date(2028, 3, 1), date(2013, 3, 2)),
    ],
)
def test_the_first_birth_date_still_younger_than_fifteen(on: date, first: date) -> None:
    assert first_birth_date_still_younger(15, on) == first


def test_everyone_is_younger_than_more_years_than_the_calendar_has() -> None:
    for years in (15, 16, 5000):
        assert first_birth_date_still_younger(years, date(15, 6, 1)) == date.min


@given(YEARS, ANY_DAY | NEAR_A_LEAP_DAY)
def test_the_first_birth_date_still_younger_is_the_very_first(years: int, on: date) -> None:
    first = first_birth_date_still_younger(years, on)
    assert is_younger_than(first, years, on)
    assert not is_younger_than(first - timedelta(days=1), years, on)


@given(ANY_DAY | NEAR_A_LEAP_DAY, YEARS, ANY_DAY | NEAR_A_LEAP_DAY)
def test_younger_is_exactly_who_is_born_from_that_date_on(birth: date, years: int, on: date) -> None:
    assert is_younger_than(birth, years, on) == (birth >= first_birth_date_still_younger(years, on))


@given(ANY_DAY | NEAR_A_LEAP_DAY, ANY_DAY | NEAR_A_LEAP_DAY)
def test_nobody_grows_younger_overnight(birth: date, on: date) -> None:
    assert 0 <= whole_years(birth, on) - whole_years(birth, on - timedelta(days=1)) <= 1
