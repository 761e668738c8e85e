"""Where a case can stand, and which step leads where. A table, and nothing that remembers."""

from enum import StrEnum

import msgspec


class State(StrEnum):
    """Where a case stands."""

    letter_due = "letter_due"
    letter_sent = "letter_sent"
    letter_returned = "letter_returned"
    decided = "decided"
    done = "done"
    withdrawn = "withdrawn"
    lapsed = "lapsed"


class Step(StrEnum):
    """What happens to a case."""

    open = "open"
    send = "send"
    return_ = "return"
    resend = "resend"
    decide = "decide"
    finish = "finish"
    withdraw = "withdraw"
    lapse = "lapse"
    undo = "undo"


class Who(StrEnum):
    """Which desk may take a step."""

    any = "any"
    opening = "opening"
    """The one that opened the case: its letter, its envelope, its file."""
    last = "last"
    """The one that took the last step."""


class Move(msgspec.Struct, frozen=True):
    """One way from state to state."""

    to: State
    by: Who
    needs_decision: bool = False
    """It brings a decision of its own, which is kept with it."""
    needs_grant: bool = False
    """Some PIN must be grantable by the decision that it brings, or else by the last one."""


_WITHDRAW = Move(State.withdrawn, Who.any)
_LAPSE = Move(State.lapsed, Who.opening)
_DECIDE = Move(State.decided, Who.any, needs_decision=True)

OPENING = Move(State.letter_due, Who.any, needs_decision=True, needs_grant=True)
MOVES: dict[State, dict[Step, Move]] = {
    State.letter_due: {
        Step.send: Move(State.letter_sent, Who.opening),
        Step.withdraw: _WITHDRAW,
    },
    State.letter_sent: {
        Step.decide: _DECIDE,
        Step.return_: Move(State.letter_returned, Who.opening),
        Step.withdraw: _WITHDRAW,
        Step.lapse: _LAPSE,
    },
    State.letter_returned: {
        Step.resend: Move(State.letter_due, Who.opening),
        Step.withdraw: _WITHDRAW,
        Step.lapse: _LAPSE,
    },
    State.decided: {
        # Papers were short and the agent comes again, perhaps to another desk.
        Step.decide: _DECIDE,
        Step.finish: Move(State.done, Who.last, needs_grant=True),
        Step.withdraw: _WITHDRAW,
        Step.lapse: _LAPSE,
    },
    State.done: {},
    State.withdrawn: {},
    State.lapsed: {},
}
"""Every way there is, but the undo, which leads back to where the case stood before its last step."""
UNDOABLE = frozenset(Step) - {Step.open, Step.undo}
"""A number that is on a form cannot be taken back; an undo is mended by taking the step again."""
