"""What is counted of the people who have gone, beside the desk."""

from datetime import date

from mynadesk.interview.course import Look
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.tally import Tally, tallied
from mynadesk.ledger.trouble import LedgerTrouble, UnusableLedger
from screens.ledger.keeper import Keeper


class Counting:
    """What could not be counted is counted along with the next one."""

    def __init__(self, keeper: Keeper, office: str) -> None:
        """`office`: id of this desk."""
        self._keeper, self._office = keeper, office
        self._uncounted: list[tuple[date, Tally]] = []
        self._lost = 0
        """Decisions of which nobody knows whether they were counted."""

    @property
    def left(self) -> int:
        """How many decisions were not counted, or perhaps not."""
        return len(self._uncounted) + self._lost

    def count(self, look: Look) -> None:
        """Count a decision, once nothing of it can change any more."""
        if look.final and look.case and look.decision:
            self._uncounted.append((look.on, tallied(look.case, look.decision)))
            self._keeper.ask(self._count_all, lambda _: None)

    def _count_all(self, ledger: Ledger) -> None:
        while self._uncounted:
            try:
                ledger.count(self._office, *self._uncounted[0])
            except UnusableLedger:  # nothing was written: another time
                raise
            except LedgerTrouble:  # perhaps it was, and to count it again could count it twice
                self._lost += 1
            self._uncounted.pop(0)
