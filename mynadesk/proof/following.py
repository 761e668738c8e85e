"""What follows from a date and a figure, where the figure is another: whom or what it is now, day by day.

Situations are told apart by what follows, such as being under an age. Where the age changes, the same
situations are decided alike, but other people come to be in them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from mynadesk.dates.age import first_birth_date_still_younger
from mynadesk.dates.months import first_issue_date_still_within
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Fact
from mynadesk.wording import Wording
from mynadesk.words import Words

_DAY = timedelta(1)
_TOLD = Words(
    "「{by}」が{first}から{last}までのとき、「{fact}」は「{before}」から「{after}」になります。",
    "{by} from {first} to {last}: {fact} was {before} and is {after} now.",
)
_YES_NO = {True: Words("はい", "yes"), False: Words("いいえ", "no")}


class Follows(msgspec.Struct, frozen=True):
    """A fact that follows otherwise from the dates of a stretch."""

    on: date
    fact: str
    by: str
    first: date
    last: date
    after: bool
    """What follows now; before, the opposite did."""

    def as_data(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "on": self.on.isoformat(),
            "fact": self.fact,
            "by": self.by,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "old": not self.after,
            "new": self.after,
        }


def follows_otherwise(old: Rulebook, new: Rulebook, first: date, second: date) -> Iterator[Follows]:
    """The dates from which something else follows on the day `second` by `new` than on `first` by `old`.

    Compared are days of one date only: that ages grow from day to day is no change of the rules.
    """
    before, after = old.at(first), new.at(second)
    for name in (name for name in before.facts if name in after.facts):
        was, now = (_limit(book, book.facts[name], second) for book in (before, after))
        if was and now and was[0] == now[0] and was[1] != now[1]:
            low, high = sorted((was[1], now[1]))
            yield Follows(second, name, was[0], low, high - _DAY, now[1] < was[1])


def _limit(book: Rulebook, fact: Fact, on: date) -> tuple[str, date] | None:
    """The date that it follows from, and the first one from which it does."""
    if rule := fact.younger_than:
        return rule.by, first_birth_date_still_younger(int(book.figures[rule.years].value), on)
    if within := fact.issued_within:
        return within.by, first_issue_date_still_within(int(book.figures[within.months].value), on)
    return None


def follows_sentence(found: Follows, wording: Wording) -> str:
    """One sentence."""
    facts, language = wording.book.facts, wording.language
    return _TOLD.in_(language).format(
        by=wording.fill(facts[found.by].label),
        first=wording.day(found.first),
        last=wording.day(found.last),
        fact=wording.fill(facts[found.fact].label),
        before=_YES_NO[not found.after].in_(language),
        after=_YES_NO[found.after].in_(language),
    )
