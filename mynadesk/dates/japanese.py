"""A day written for a reader.

A day before Meiji 6 (1873-01-01) has another name in the lunar calendar of its time, so the
Japanese forms give its ISO form and nothing else.
"""

from datetime import date

from mynadesk.dates.eras import COUNTED_FROM, Era, era_of
from mynadesk.words import Language

# Not strftime: what that writes depends on the machine's locale.
_WEEKDAYS = "月火水木金土日"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def japanese(day: date) -> str:
    """Such as "令和8年11月23日"; an era's first year is 元年."""
    era = _counted_era(day)
    if era is None:
        return day.isoformat()
    return f"{era.year_in_words(era.year_of(day))}{day.month}月{day.day}日"


def japanese_with_weekday(day: date) -> str:
    """Such as "令和8年11月23日(月)", with half-width parentheses."""
    if _counted_era(day) is None:
        return day.isoformat()
    return f"{japanese(day)}({_WEEKDAYS[day.weekday()]})"


def both_calendars(day: date) -> str:
    """Such as "令和8年11月23日 (2026-11-23)"."""
    if _counted_era(day) is None:
        return day.isoformat()
    return f"{japanese(day)} ({day.isoformat()})"


def short(day: date) -> str:
    """The form that is also typed, such as "R8.11.23"; for narrow lines."""
    era = _counted_era(day)
    if era is None:
        return day.isoformat()
    return f"{era.letter}{era.year_of(day)}.{day.month}.{day.day}"


def english(day: date) -> str:
    """Such as "23 November 2026"."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def month_name(month: int) -> str:
    """The English name of `month`, 1 to 12."""
    return _MONTHS[month - 1]


def shown(day: date, language: Language) -> str:
    """`day` in `language`: as `japanese` or as `english` writes it."""
    return japanese(day) if language == "ja" else english(day)


def _counted_era(day: date) -> Era | None:
    return era_of(day) if day >= COUNTED_FROM else None
