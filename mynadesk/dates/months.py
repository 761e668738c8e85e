"""Whole months back from a day, as papers are accepted for so many months after their issue."""

from datetime import date, timedelta


def first_issue_date_still_within(months: int, on: date) -> date:
    """The earliest day of issue that on the day `on` lies no more than `months` (1 or more) back.

    It has the number of the day of `on`; where its month has no such day, the last of that month. Within 3
    months of 2026-05-31 is what was issued on 2026-02-28 or later.
    """
    years, month = divmod(on.year * _MONTHS + on.month - 1 - months, _MONTHS)
    if years < date.min.year:
        return date.min
    first = date(years, month + 1, 1)
    last = (date(years, month + 2, 1) if month + 1 < _MONTHS else date(years + 1, 1, 1)) - timedelta(days=1)
    return min(first + timedelta(days=on.day - 1), last)


_MONTHS = 12
"""Of a year."""
