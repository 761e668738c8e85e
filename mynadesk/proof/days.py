"""The days on which a rulebook changes what it says."""

from collections.abc import Iterator
from datetime import date, timedelta

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.timeline import NotInForce

_A_DAY = timedelta(days=1)
_ANY_DAY = date(2000, 1, 1)
"""Where no day differs from any other."""


def turning_days(book: Rulebook) -> tuple[date, ...]:
    """The first day of each stretch of days between which nothing changes, in order; also of a book that was
    changed in memory, of which its timeline knows nothing."""
    found = {*book.turning_days, *_limits(book)}
    return tuple(sorted(day for day in found if _is_covered(book, day)))


def days_to_prove(book: Rulebook) -> tuple[date, ...]:
    """One day of every stretch, that before the first turning day included where rules cover it."""
    days = turning_days(book)
    if not days:
        return (_ANY_DAY,)
    before = [days[0] - _A_DAY] if days[0] > date.min else []
    return (*(day for day in before if _is_covered(book, day)), *days)


def _is_covered(book: Rulebook, on: date) -> bool:
    try:
        book.at(on)
    except NotInForce:
        return False
    return True


def _limits(book: Rulebook) -> Iterator[date]:
    """Days from which a check or a notice stands otherwise."""
    documents = book.documents
    sides = [side for group in documents.classes.values() for side in group.counts.values()]
    for check in (*documents.checks.values(), *sides):
        if check.not_before is not None:
            yield day_of(book, check.not_before)
        if check.after is not None:
            yield _after(day_of(book, check.after))
    for notice in (*book.notices.values(), *book.alternatives.values()):
        for when in (notice.when, notice.unless):
            if when and when.from_ is not None:
                yield day_of(book, when.from_)
            if when and when.after is not None:
                yield _after(day_of(book, when.after))


def day_of(book: Rulebook, figure: str) -> date:
    """A figure that is a date."""
    return date.fromisoformat(str(book.figures[figure].value))


def _after(day: date) -> date:
    return day + _A_DAY if day < date.max else day
