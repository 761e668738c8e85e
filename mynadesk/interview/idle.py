"""How long a desk may stand untouched before it hides what it shows, and then forgets it."""

from collections.abc import Callable
from typing import Literal, NamedTuple

State = Literal["shown", "warned", "hidden", "dropped"]


class Times(NamedTuple):
    """Seconds without a key."""

    hide: int
    """After which the screen is hidden."""
    warn: int
    """How long before that it is announced."""
    drop: int
    """After which the case is dropped."""


class Moment(NamedTuple):
    state: State
    left: int
    """Seconds until the screen is hidden, or, once it is, until the case is dropped; 0 after that."""


class Idle:
    """Counts from the last key. `clock`: seconds that only ever grow."""

    def __init__(self, times: Times, clock: Callable[[], float]) -> None:
        self._times = times
        self._clock = clock
        self._hidden = False
        self._last = clock()

    def touched(self) -> None:
        """A key was pressed: what was hidden is shown."""
        self._hidden = False
        self._last = self._clock()

    def hide(self) -> None:
        """Hide the screen now; the time until the case is dropped counts from here."""
        self._last = self._clock()
        self._hidden = True

    def now(self) -> Moment:
        """What is to be shown at this moment."""
        gone = self._clock() - self._last
        if gone >= self._times.drop:
            return Moment("dropped", 0)
        if self._hidden or gone >= self._times.hide:
            self._hidden = True
            return Moment("hidden", _up(self._times.drop - gone))
        left = self._times.hide - gone
        return Moment("warned" if left <= self._times.warn else "shown", _up(left))


def _up(seconds: float) -> int:
    """Whole seconds, so that the last one that is shown is 1."""
    return -int(-seconds // 1)
