"""Who could it be: a holder whose age fits all that is known."""

from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from mynadesk.dates.age import first_birth_date_still_younger, whole_years
from mynadesk.dates.school import births_at_school
from mynadesk.practice.scenes.lore import Ages
from mynadesk.practice.scenes.studio import Studio

_OLDEST = 89
_DAY = timedelta(days=1)


class Births(NamedTuple):
    """The first and the last birth date that is possible."""

    first: date
    last: date

    def and_(self, other: "Births") -> "Births":
        """What is possible by both."""
        return Births(max(self.first, other.first), min(self.last, other.last))


def births_of(studio: Studio, facts: dict[str, Any], kinds: tuple[str, ...], on: date) -> Births:
    """When a holder of these facts, who has papers of these kinds, can have been born."""
    found = _aged(studio, Ages(to=_OLDEST), on)
    for fact, value in facts.items():
        if fact in studio.younger_than:
            years = studio.years(studio.younger_than[fact].years)
            found = found.and_(_aged(studio, Ages(to=years - 1) if value else Ages(from_=years), on))
        words = studio.lore.facts.get(fact)
        key = str(value).lower() if isinstance(value, bool) else value
        if words and key in words.ages:
            found = found.and_(_aged(studio, words.ages[key], on))
        if fact in studio.book.facts and studio.book.facts[fact].listed_in:
            found = found.and_(_by_reason(studio, value, on))
    for kind in kinds:
        found = found.and_(_aged(studio, studio.kind(kind).ages, on))
    return found


def born(births: Births, random: Random) -> date | None:
    """One of these birth dates; None where there is none."""
    days = (births.last - births.first).days
    return births.first + timedelta(days=random.randint(0, days)) if days >= 0 else None


def age_of(birth: date, on: date) -> int:
    """Whole years on the day `on`."""
    return whole_years(birth, on)


def _by_reason(studio: Studio, reason: str, on: date) -> Births:
    lore = studio.reason(reason)
    found = _aged(studio, lore.ages, on)
    return (
        found.and_(Births(*births_at_school(lore.school.from_, lore.school.to, on))) if lore.school else found
    )


def _aged(studio: Studio, ages: Ages, on: date) -> Births:
    youngest, oldest = studio.years(ages.from_), studio.years(ages.to)
    last = first_birth_date_still_younger(youngest, on) - _DAY if youngest else on
    return Births(first_birth_date_still_younger(oldest + 1, on), last)
