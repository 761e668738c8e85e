"""The ledger as a desk uses it: open a case, find it by its number, take a step; count, look over, drop."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from random import Random, SystemRandom

from mynadesk.ledger import number as numbers
from mynadesk.ledger.case_file import CaseFile, Judged, Taken
from mynadesk.ledger.count import Count, What
from mynadesk.ledger.moving import moved, opened
from mynadesk.ledger.record import Names, names_of
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store.counting import FIRST_DAY, LAST_DAY, add_counts, read_counts
from mynadesk.ledger.store.dropping import AT_ONCE, count_old, drop_some
from mynadesk.ledger.store.failing import CASE, COUNT, DROP, Occupied
from mynadesk.ledger.store.keeping import Store, open_store
from mynadesk.ledger.store.looking import read_files, read_steps, within
from mynadesk.ledger.store.minutes import Days, minute_of, to_the_minute
from mynadesk.ledger.tally import Tally
from mynadesk.ledger.trouble import MovedMeanwhile, NotForTheLedger, NotWritten, UnknownNumber
from mynadesk.ledger.waiting import OPEN, Waiting, waiting
from mynadesk.rulebook.book import Rulebook
from mynadesk.words import Words

_TRIES = 50
_MOST_PROPOSED = 3
_MOST_DAYS = 9999
_CASE, _STEP = Words("受付", "case"), Words("手順", "step")
_DAY, _DAYS = Words("日付", "day"), Words("日数", "number of days")
_NO_NUMBER = Words("空いている受付番号がありません", "there is no free number")


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open ledger. Where something is wrong, every method raises LedgerTrouble and does nothing."""

    def __init__(
        self,
        store: Store,
        names: Names,
        clock: Callable[[], datetime],
        random: Random,
        zone: tzinfo | None = None,
    ) -> None:
        """`zone`: in which days begin; the system's where there is none."""
        self._store, self._names, self._clock, self._random = store, names, clock, random
        self._zone = zone

    def open_case(self, desk: str, judged: Judged) -> CaseFile:
        """A new case with a number of its own: the first visit was taken, the letter is to be sent."""
        self._names.check_desk(desk)
        self._names.check_judged(judged)
        taken = self._taken(Step.open, opened(judged), desk, judged)
        for _ in range(_TRIES):
            number = numbers.invent(self._random)
            try:
                self._store.add(number, 1, taken)
            except Occupied:
                continue
            return CaseFile(number, (taken,))
        raise NotWritten(_NO_NUMBER, CASE)

    def find(self, typed: str) -> CaseFile:
        """The case of a number as it was typed. Raises UnknownNumber with the nearest that exist."""
        text = numbers.typed(typed)
        good = numbers.is_good(text)
        file = self._store.read(text) if good else None
        if file is not None:
            return file
        near = numbers.near(text)
        there = self._store.existing(near) if near else frozenset()
        nearest = [number for number in near if number in there]
        raise UnknownNumber(good, tuple(nearest[:_MOST_PROPOSED]))

    def move(self, file: CaseFile, step: Step, desk: str, judged: Judged | None = None) -> CaseFile:
        """The case after a step, which is on the disk then. `file`: the case as this desk has seen it.

        Raises:
            NotAllowed: there is no such step from here, or not by this desk.
            MovedMeanwhile: another desk was first.
            NotWritten: nobody may call it done.
        """
        self._check_move(file, step, desk, judged)
        taken = self._taken(step, moved(file, step, desk, judged), desk, judged)
        try:
            self._store.add(file.number, len(file.taken) + 1, taken)
        except Occupied:
            raise MovedMeanwhile from None
        return CaseFile(file.number, (*file.taken, taken))

    def count(self, desk: str, day: date, tally: Tally) -> None:
        """Count a decision, whole or not at all. No hour, no case: nothing joins the counts of one person.

        Raises:
            NotWritten: it was not counted, or nobody knows. To count again could count twice.
        """
        self._names.check_desk(desk)
        self._names.check_tally(tally)
        if not FIRST_DAY <= _day(day) <= LAST_DAY:
            raise NotForTheLedger(_DAY)
        counts = [Count(day, desk, what, which, 1) for what, which in tally.counts]
        with self._store.writing(COUNT) as connection:
            add_counts(connection, counts)

    def counted(self, first: date, last: date) -> tuple[Count, ...]:
        """All counts from the first to the last day, sorted: those of the counter and the steps of cases."""
        first, last = max(_day(first), FIRST_DAY), min(_day(last), LAST_DAY)
        days = Days(first, last, self._zone)
        with self._store.reading() as connection:
            kept, steps = read_counts(connection, first, last), read_steps(connection, within(days.minutes))
        times = Counter({(each.day, each.desk, each.what, each.which): each.times for each in kept})
        for row in steps:
            times[days.of(row.minute), row.desk, What.step, row.step] += row.times
        return tuple(sorted(Count(*key, count) for key, count in times.items()))

    def waiting(self, desk: str | None = None) -> tuple[Waiting, ...]:
        """The open cases that a desk, or any, has opened; the one that waits longest first."""
        if desk is not None:
            self._names.check_desk(desk)
        with self._store.reading() as connection:
            files = read_files(connection, OPEN)
        found = (waiting(file) for file in files if desk in (None, file.opened.desk))
        return tuple(sorted(found, key=lambda each: (each.since, each.number)))

    def old(self, days: int) -> int:
        """How many cases `drop` would drop."""
        before = _before(self._clock(), days)
        with self._store.reading() as connection:
            return count_old(connection, before)

    def drop(self, days: int) -> int:
        """Drop the cases that ended more than so many days ago; how many there were. What was done in them is
        still counted. Those that are open stay, however old they are. A second time finds nothing to drop.

        Raises:
            NotWritten: some may still be there. Each was dropped whole or not at all.
        """
        now, dropped = self._clock(), 0
        before, today = _before(now, days), now.astimezone(self._zone).date()
        while True:
            with self._store.writing(DROP) as connection:
                some = sum(drop_some(connection, before, today, self._zone).values())
            dropped += some
            if some < AT_ONCE:
                return dropped

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def _check_move(self, file: object, step: object, desk: object, judged: object) -> None:
        if not isinstance(file, CaseFile) or not numbers.is_good(file.number) or not file.taken:
            raise NotForTheLedger(_CASE)
        if not isinstance(step, Step):
            raise NotForTheLedger(_STEP)
        self._names.check_desk(desk)
        if judged is not None:
            self._names.check_judged(judged)

    def _taken(self, step: Step, state: State, desk: str, judged: Judged | None) -> Taken:
        return Taken(step, state, desk, to_the_minute(self._clock()), judged)


def _before(now: datetime, days: object) -> int:
    """The first minute of the last so many days."""
    if type(days) is not int or not 0 < days <= _MOST_DAYS:
        raise NotForTheLedger(_DAYS)
    return minute_of(now - timedelta(days))


def _day(day: object) -> date:
    """A day without an hour, and nothing else."""
    if type(day) is not date:
        raise NotForTheLedger(_DAY)
    return day


def open_ledger(
    place: str,
    book: Rulebook,
    clock: Callable[[], datetime] = _now,
    random: Random | None = None,
    zone: tzinfo | None = None,
    *,
    make: bool = True,
) -> Ledger:
    """The ledger in a folder or at a URL of PostgreSQL. Raises UnusableLedger.

    `make`: make one where there is none. Not where one is known to have been: its folder may be away, and
    nobody would ever find what is written into another.
    """
    return Ledger(open_store(place, make=make), names_of(book), clock, random or SystemRandom(), zone)
