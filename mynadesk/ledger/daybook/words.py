"""rules/ledger/daybook.yaml: how the day book speaks, and for how long cases are kept."""

from typing import Annotated

import msgspec

from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words

_Days = Annotated[int, msgspec.Meta(ge=1, le=9999)]


class Days(Entry, frozen=True):
    """Days after which something is due."""

    keep: _Days
    """A case that has ended is dropped."""
    send: _Days
    """A letter should have been sent."""
    visit: _Days
    """The second visit after a letter is awaited."""
    open: _Days
    """A case should have ended."""


class KindWords(Entry, frozen=True):
    """The kinds of counts, in the order in which they are told."""

    verdict: Words
    route: Words
    pin: Words
    missing: Words
    paper: Words
    step: Words
    waiting: Words
    dropped: Words


class VerdictWords(Entry, frozen=True):
    accept: Words
    partial: Words
    ask: Words
    consult: Words
    incomplete: Words
    decline: Words


class LetterWords(Entry, frozen=True):
    title: Words
    to_send: Words
    returned: Words
    no_visit: Words
    past: Words
    case: Words
    case_today: Words
    overdue: Words


class DropWords(Entry, frozen=True):
    question: Words
    unasked: Words
    dropped: Words
    kept: Words
    none: Words


class ScreenWords(Entry, frozen=True):
    loading: Words
    away: Words
    day: Words
    week: Words
    month: Words
    before: Words
    after: Words
    today: Words
    span: Words
    desk: Words
    kind: Words
    kind_before: Words
    again: Words
    leave: Words


class DayBookWords(Entry, frozen=True):
    """daybook.yaml of rules/ledger"""

    days: Days
    title: Words
    every_desk: Words
    days_from_to: Words
    people: Words
    heading: Words
    nothing: Words
    by_day: Words
    by_desk: Words
    kinds: KindWords
    verdicts: VerdictWords
    letters: LetterWords
    drop: DropWords
    screen: ScreenWords
    wrong_range: Words
    wrong_desk: Words


_DAYS = ("keep", "send", "visit", "open")
FILLS: dict[str, tuple[str, ...]] = {
    "days_from_to": ("first", "last"),
    "people": ("count",),
    "heading": ("name", "count"),
    "letters.returned": _DAYS,
    "letters.to_send": _DAYS,
    "letters.no_visit": _DAYS,
    "letters.past": _DAYS,
    "letters.case": ("number", "days", "state", "day", "desk"),
    "letters.case_today": ("number", "state", "desk"),
    "drop.question": ("days", "count"),
    "drop.unasked": ("days", "count"),
    "drop.dropped": ("days", "count"),
    "drop.none": ("days",),
    "screen.away": ("why",),
    "wrong_desk": ("names",),
}
"""What fills words in besides figures, by group and entry."""
