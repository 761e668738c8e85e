"""Ages in whole years.

Who is born on 29 February grows older on 1 March of a year without that day.
"""

from datetime import date, timedelta


def whole_years(birth: date, on: date) -> int:
    """The age on the day `on`, the birthday itself included; negative before birth."""
    # 28 February sorts before 29 February and 1 March after it: the leap-day rule itself.
    birthday_is_to_come = (on.month, on.day) < (birth.month, birth.day)
    return on.year - birth.year - birthday_is_to_come


def is_younger_than(birth: date, years: int, on: date) -> bool:
    """Whether who is born on `birth` is on the day `on` not yet `years` old."""
    return whole_years(birth, on) < years


def first_birth_date_still_younger(years: int, on: date) -> date:
    """The earliest birth date that is on the day `on` still younger than `years` (1 or more).

    On 2026-11-23, younger than 20 is who was born on 2006-11-24 or later.
    """
    if on.year <= years:
        return date.min
    try:
        last_of_age = on.replace(year=on.year - years)
    except ValueError:  # 29 February, in a birth year that has none
        return date(on.year - years, 3, 1)
    return last_of_age + timedelta(days=1)
