"""Papers that are accepted for so many months after their issue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.dates.months import first_issue_date_still_within


@pytest.mark.parametrize(
    ("months", "on", "first"),
    [
        (3, "2026-11-24", "2026-08-24"),
        (3, "2026-05-31", "2026-02-28"),
        (3, "2028-05-31", "2028-02-29"),
        (3, "2026-02-28", "2025-11-28"),
        (1, "2026-03-30", "2026-02-28"),
        (6, "2027-04-01", "2026-10-01"),
        (12, "2027-04-01", "2026-04-01"),
        (12, "2028-02-29", "2027-02-28"),
        (1, "2026-01-15", "2025-12-15"),
        (3, "0001-02-01", "0001-01-01"),
    ],
)
def test_the_first_day_of_issue_that_is_recent_enough(months: int, on: str, first: str) -> None:
    assert first_issue_date_still_within(months, date.fromisoformat(on)) == date.fromisoformat(first)


@given(st.integers(1, 120), st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_it_never_goes_back_as_days_pass(months: int, on: date) -> None:
    first = first_issue_date_still_within(months, on)
    assert first < on
    assert first <= first_issue_date_still_within(months, on + timedelta(days=1))
    assert first <= first_issue_date_still_within(months - 1, on) if months > 1 else True
