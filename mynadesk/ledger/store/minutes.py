"""Moments as the store keeps them: whole minutes since 1970, UTC."""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def minute_of(moment: datetime) -> int:
    """The minute in which a moment lies."""
    return (moment - _EPOCH) // _MINUTE


def moment_of(minute: int) -> datetime:
    """When a minute begins."""
    return _EPOCH + _MINUTE * minute


def to_the_minute(moment: datetime) -> datetime:
    """A moment as it is kept."""
    return moment_of(minute_of(moment))


def beginning(day: date, zone: tzinfo | None) -> int:
    """The minute in which a day begins. `zone`: else the system's."""
    midnight = datetime.combine(day, time())
    return minute_of(midnight.replace(tzinfo=zone) if zone else midnight.astimezone())


class Days:
    """The days from the first to the last, each with the minute in which it begins in a zone."""

    def __init__(self, first: date, last: date, zone: tzinfo | None) -> None:
        count = (last - first).days + 1
        self._days = [first + timedelta(each) for each in range(count)]
        self._begin = [beginning(day, zone) for day in self._days]
        self.minutes = range(beginning(first, zone), beginning(last + timedelta(1), zone))

    def of(self, minute: int) -> date:
        """The day of one of the `minutes`: quicker than the calendar for very many of them."""
        return self._days[bisect_right(self._begin, minute) - 1]


def day_of(minute: int, zone: tzinfo | None) -> date:
    """The day in which a minute lies. `zone`: else the system's."""
    return moment_of(minute).astimezone(zone).date()
