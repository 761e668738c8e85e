"""From the numbers of a typed date to the day they name, or to why there is no such day."""

from datetime import date

from mynadesk.dates import sentences
from mynadesk.dates.eras import COUNTED_FROM, HEISEI, Era
from mynadesk.dates.written import Written
from mynadesk.words import Words

_LONGEST_ERA = 99
"""Years; era years are typed with one or two digits."""


def day_named(written: Written, era: Era | None) -> date | Words:
    """The day that `written` names when its year is counted by `era` (None: a Western year).

    Heisei is read on beyond its end: licences and cards printed before Reiwa was announced
    carry dates such as H36.5.1. Every other era holds only its own days.
    """
    if era is not None and not 1 <= written.year <= _LONGEST_ERA:
        return sentences.YEAR_TOO_LONG if written.year else sentences.NO_YEAR_ZERO
    year = written.year if era is None else era.first.year + written.year - 1
    why_not = _why_not(written, era, year)
    if why_not is not None:
        return why_not
    day = date(year, written.month, written.day)
    if era is None or era.holds(day) or (era is HEISEI and day > HEISEI.first):
        return day
    return sentences.outside_era(era, day)


def _why_not(written: Written, era: Era | None, year: int) -> Words | None:
    if year < COUNTED_FROM.year:
        return sentences.TOO_EARLY
    if not 1 <= written.month <= 12:
        return sentences.no_such_month(written.month)
    last = _last_day(year, written.month)
    if 1 <= written.day <= last:
        return None
    return sentences.no_such_day(_year_to_name(written, era, year), written.month, written.day, last)


def _year_to_name(written: Written, era: Era | None, year: int) -> Words:
    # Only February's length depends on the year.
    if written.month != 2:
        return Words("", "")
    return Words(era.year_in_words(written.year) if era else f"{year}年", str(year))


def _last_day(year: int, month: int) -> int:
    # `calendar` knows this too, but costs the start of the program an import of `locale`.
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
