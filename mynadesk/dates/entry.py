"""Reading a date as a clerk types it.

Read are, with full-width or half-width characters and with blanks anywhere:

- an era and a date: R8.11.23, 令和8年11月23日, ㋿元.5.1, 平24.4.1;
- a Western date: 20261123, 2026-11-23, 2026年11月23日;
- a date without an era, for the numeric keypad: 8.11.23. It may be of Reiwa or of Heisei;
  nobody judges which is likelier, the clerk is asked wherever both give a day.

Between the numbers may stand any of 年月日 . / - , or what an input method makes of these keys.
"""

from datetime import date

import msgspec

from mynadesk.dates import sentences
from mynadesk.dates.counting import day_named
from mynadesk.dates.eras import Era
from mynadesk.dates.japanese import english, japanese
from mynadesk.dates.written import Beginning, Written, take_apart
from mynadesk.words import Words


class Read(msgspec.Struct, frozen=True):
    """The text names one day."""

    day: date


class WhichEra(msgspec.Struct, frozen=True):
    """The text names a day in more than one era: each as it is called, Reiwa first."""

    choices: tuple[tuple[Words, date], ...]


class NotYet(msgspec.Struct, frozen=True):
    """The text may still become a date: how to go on."""

    hint: Words


class Impossible(msgspec.Struct, frozen=True):
    """The text names no day, or none that is allowed: what is wrong, and what would be right."""

    why: Words


TypedDate = Read | WhichEra | NotYet | Impossible


def read_typed_date(text: str, *, not_after: date | None = None) -> TypedDate:
    """What `text` says, whatever it is; never raises.

    Days later than `not_after` are not allowed. They are not offered as a choice either.
    """
    written = take_apart(text)
    if written is None:
        return Impossible(sentences.UNREADABLE)
    if isinstance(written, Beginning):
        return NotYet(written.hint)
    return _judged(written, not_after)


def _judged(written: Written, not_after: date | None) -> TypedDate:
    named = [(era, day_named(written, era)) for era in written.eras or (None,)]
    choices = tuple(
        (_called(written, era, day), day)
        for era, day in named
        if isinstance(day, date) and (not_after is None or day <= not_after)
    )
    match choices:
        case ():
            return Impossible(_why_none([day for _, day in named], not_after))
        case ((_, day),):
            return Read(day)
    return WhichEra(choices)


def _called(written: Written, era: Era | None, day: date) -> Words:
    """As the clerk typed it, then as it is today: 平成36年5月1日 (令和6年5月1日)."""
    if era is None or era.holds(day):
        return Words(japanese(day), english(day))
    typed = f"{era.year_in_words(written.year)}{day.month}月{day.day}日"
    return Words(f"{typed} ({japanese(day)})", f"{english(day)} ({era.name} {written.year})")


def _why_none(named: list[date | Words], not_after: date | None) -> Words:
    late = [day for day in named if isinstance(day, date)]
    if len(late) > 1:
        return sentences.FUTURE_IN_EITHER_ERA
    reasons = [day for day in named if isinstance(day, Words)]
    if not_after is not None:
        reasons = [sentences.in_the_future(day, not_after) for day in late] + reasons
    return sentences.joined(reasons)
