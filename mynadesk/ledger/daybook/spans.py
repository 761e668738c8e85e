"""A day, a week from Monday on, or a month: what the day book shows at once."""

from datetime import date, timedelta
from typing import Literal, get_args

Span = Literal["day", "week", "month"]
SPANS: tuple[Span, ...] = get_args(Span)


def span_of(span: Span, day: date) -> tuple[date, date]:
    """The first and the last day of the span in which a day lies."""
    if span == "day":
        return day, day
    if span == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    first = day.replace(day=1)
    return first, (first + timedelta(31)).replace(day=1) - timedelta(1)


def moved(span: Span, day: date, forward: bool) -> date:
    """A day in the span after or before that of this day: its first."""
    first, last = span_of(span, day)
    return span_of(span, last + timedelta(1) if forward else first - timedelta(1))[0]
