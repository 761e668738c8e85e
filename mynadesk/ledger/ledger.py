"""The ledger as a desk uses it: open a case, find it by its number, take a step."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random, SystemRandom

from mynadesk.ledger import number as numbers
from mynadesk.ledger.case_file import CaseFile, Judged, Taken
from mynadesk.ledger.moving import moved, opened
from mynadesk.ledger.record import Names, names_of
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store.failing import Occupied
from mynadesk.ledger.store.keeping import Store, open_store, to_the_minute
from mynadesk.ledger.trouble import MovedMeanwhile, NotForTheLedger, NotWritten, UnknownNumber
from mynadesk.rulebook.book import Rulebook
from mynadesk.words import Words

_TRIES = 50
_MOST_PROPOSED = 3
_CASE, _STEP = Words("受付", "case"), Words("手順", "step")
_NO_NUMBER = Words("空いている受付番号がありません", "there is no free number")


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open ledger. Where something is wrong, every method raises LedgerTrouble and does nothing."""

    def __init__(self, store: Store, names: Names, clock: Callable[[], datetime], random: Random) -> None:
        self._store, self._names, self._clock, self._random = store, names, clock, random

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
        raise NotWritten(_NO_NUMBER)

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


def open_ledger(
    place: str, book: Rulebook, clock: Callable[[], datetime] = _now, random: Random | None = None
) -> Ledger:
    """The ledger in a folder or at a URL of PostgreSQL, made where there is none. Raises UnusableLedger."""
    return Ledger(open_store(place), names_of(book), clock, random or SystemRandom())
