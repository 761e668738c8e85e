"""What is told of some days: counts, and the cases that are open now. Pure but for asking the ledger."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Literal, TypeVar, get_args

import msgspec

from mynadesk.ledger.count import Count, What
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.waiting import Waiting

_Part = TypeVar("_Part", str, date)
Kind = Literal["verdict", "route", "pin", "missing", "paper", "step", "waiting", "dropped"]
"""What can be looked at, in the order in which it is told. All but `waiting` are kinds of counts."""
KINDS: tuple[Kind, ...] = get_args(Kind)


class DayBook(msgspec.Struct, frozen=True):
    """What is known of the days from the first to the last, at one desk or at all of them."""

    first: date
    last: date
    desk: str | None
    counts: tuple[Count, ...]
    waiting: tuple[Waiting, ...]
    """Cases that were open when the ledger was asked, whenever they were opened."""
    today: date
    """When it was asked."""

    @property
    def people(self) -> int:
        """How many were at the counter: each got one verdict."""
        return sum(self.by_which(What.verdict).values())

    def by_which(self, what: What) -> Counter[str]:
        """How often each was so."""
        return self._summed(what, lambda each: each.which)

    def by_day(self, what: What) -> Counter[date]:
        """How many there were on each day."""
        return self._summed(what, lambda each: each.day)

    def by_desk(self, what: What) -> Counter[str]:
        """How many there were at each desk."""
        return self._summed(what, lambda each: each.desk)

    def _summed(self, what: What, part: Callable[[Count], _Part]) -> Counter[_Part]:
        found: Counter[_Part] = Counter()
        for each in self.counts:
            if each.what is what:
                found[part(each)] += each.times
        return found


def day_book(ledger: Ledger, first: date, last: date, desk: str | None, today: date) -> DayBook:
    """Ask the ledger. Raises LedgerTrouble."""
    counts = tuple(each for each in ledger.counted(first, last) if desk in (None, each.desk))
    return DayBook(first, last, desk, counts, ledger.waiting(desk), today)
