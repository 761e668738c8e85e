"""Moments as the store keeps them: whole minutes since 1970, UTC."""

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


def day_of(minute: int, zone: tzinfo | None) -> date:
    """The day in which a minute lies. `zone`: else the system's."""
    return moment_of(minute).astimezone(zone).date()
