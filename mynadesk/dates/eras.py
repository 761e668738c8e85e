"""The Japanese eras, from Meiji on."""

from datetime import date

import msgspec

COUNTED_FROM = date(1873, 1, 1)
"""Meiji 6, January 1: the first day that Japan counted by the calendar of `datetime.date`."""


class Era(msgspec.Struct, frozen=True):
    """An era from `first` to `last`, both included; `last` is None while the era lasts."""

    kanji: str
    letter: str
    """The Latin capital that forms and licences put for it."""
    name: str
    """The era in Latin letters, such as "Reiwa"."""
    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in this era."""
        return self.first <= day and (self.last is None or day <= self.last)

    def year_of(self, day: date) -> int:
        """The year of `day` counted from this era's first year, which is 1."""
        return day.year - self.first.year + 1

    def year_in_words(self, year: int) -> str:
        """Such as "令和8年"; the first year is "令和元年"."""
        return f"{self.kanji}{'元' if year == 1 else year}年"


# A day on which the era changed counts for the new era alone, so each day has one name.
# Meiji was proclaimed in October 1868 for the whole of that (lunar) year.
MEIJI = Era("明治", "M", "Meiji", date(1868, 1, 25), date(1912, 7, 29))
TAISHO = Era("大正", "T", "Taisho", date(1912, 7, 30), date(1926, 12, 24))
SHOWA = Era("昭和", "S", "Showa", date(1926, 12, 25), date(1989, 1, 7))
HEISEI = Era("平成", "H", "Heisei", date(1989, 1, 8), date(2019, 4, 30))
REIWA = Era("令和", "R", "Reiwa", date(2019, 5, 1), None)

ERAS = (REIWA, HEISEI, SHOWA, TAISHO, MEIJI)
"""All eras, the newest first."""


def era_of(day: date) -> Era | None:
    """The era in which `day` lies; None before Meiji."""
    return next((era for era in ERAS if era.holds(day)), None)
