"""Years at school in Japan: they begin in April, and who turned 6 by then goes to the first."""

from datetime import date, timedelta

_APRIL = 4
_AGE_AT_FIRST = 6


def births_at_school(first: int, last: int, on: date) -> tuple[date, date]:
    """The first and the last birth date of those who go on the day `on` to the years `first` to `last`.

    1 is the first year of primary school, 9 the last of junior high school. Who is born on 1 April is the
    youngest of a year: by law an age is reached the day before the birthday.
    """
    began = on.year if on.month >= _APRIL else on.year - 1
    oldest = date(began - _AGE_AT_FIRST - last, _APRIL, 1) + timedelta(days=1)
    youngest = date(began - _AGE_AT_FIRST + 1 - first, _APRIL, 1)
    return oldest, youngest
