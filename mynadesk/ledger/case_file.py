"""What is kept of a case: steps, each with its desk and hour, and what was decided at two of them."""

from datetime import datetime

import msgspec

from mynadesk.ledger.states import State, Step
from mynadesk.standing import StandingName

GRANTABLE = frozenset({"accept", "consult"})
"""A PIN that stands so the agent may have, at `consult` by the word of the supervisor."""


class Judged(msgspec.Struct, frozen=True):
    """A decision, as far as it is kept. Made by `record.judged`."""

    digest: str
    """Of the rulebook that decided."""
    reason_named: bool
    """Whether a reason was named, never which."""
    pins: tuple[tuple[str, str], ...]
    """Ids of the PINs asked for, each with how it stands in the words of a decision."""
    requirements: tuple[tuple[str, StandingName], ...]
    """In the rulebook's order; an id may be there twice, for two PINs."""

    @property
    def granted(self) -> tuple[str, ...]:
        """The PINs that the agent may have."""
        return tuple(pin for pin, word in self.pins if word in GRANTABLE)


class Taken(msgspec.Struct, frozen=True):
    """One step that was taken."""

    step: Step
    state: State
    """Where it led."""
    desk: str
    at: datetime
    """To the minute, UTC."""
    judged: Judged | None = None


class CaseFile(msgspec.Struct, frozen=True):
    """A case as it was when it was read: every step ever taken, the first one first."""

    number: str
    taken: tuple[Taken, ...]

    @property
    def standing(self) -> tuple[Taken, ...]:
        """The steps that were not undone."""
        kept: list[Taken] = []
        for each in self.taken:
            if each.step is Step.undo:
                kept.pop()
            else:
                kept.append(each)
        return tuple(kept)

    @property
    def state(self) -> State:
        return self.taken[-1].state

    @property
    def opened(self) -> Taken:
        return self.taken[0]

    @property
    def last(self) -> Taken:
        """The last step that stands."""
        return self.standing[-1]

    @property
    def judged(self) -> Judged:
        """The last decision that stands; there is always that of the first visit."""
        return next(each.judged for each in reversed(self.standing) if each.judged)

    @property
    def asked_for(self) -> tuple[str, ...]:
        """The PINs asked for at the first visit."""
        judged = self.opened.judged
        assert judged is not None
        return tuple(pin for pin, _ in judged.pins)
