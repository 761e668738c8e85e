"""The days on which a rulebook changes what it says."""

from collections.abc import Iterator
from datetime import date, timedelta

from mynadesk.rulebook.book import Rulebook

_A_DAY = timedelta(days=1)


def turning_days(book: Rulebook) -> tuple[date, ...]:
    """The first day of each stretch of days between which nothing changes, in order."""
    found = set(_limits(book)) | set(_own_days(book))
    return tuple(sorted(found))


def days_to_prove(book: Rulebook) -> tuple[date, ...]:
    """One day of every stretch, that before the first turning day included where rules cover it."""
    days = turning_days(book)
    first = [days[0] - _A_DAY] if days and days[0] > date.min and _is_covered(book, days[0] - _A_DAY) else []
    return (*first, *days)


def rules_on(book: Rulebook, on: date) -> Rulebook:
    """The rulebook as it is in force on a day."""
    at = getattr(book, "at", None)
    in_force: Rulebook = at(on) if at else book
    return in_force


def _is_covered(book: Rulebook, on: date) -> bool:
    from mynadesk.fault import DeskError

    try:
        rules_on(book, on)
    except DeskError:
        return False
    return True


def _own_days(book: Rulebook) -> tuple[date, ...]:
    """The days that the rulebook itself names as those on which its entries begin or end."""
    days: tuple[date, ...] = tuple(getattr(book, "turning_days", ()))
    return days


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
