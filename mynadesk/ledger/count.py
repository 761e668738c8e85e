"""What the counter keeps: how often something was so on one day at one desk, and nothing of whom."""

from datetime import date
from enum import StrEnum

import msgspec


class What(StrEnum):
    """The kinds of counts. Beside each stands what `which` then is."""

    verdict = "verdict"
    """The verdict: a person at the counter."""
    route = "route"
    """The route of the rulebook by which they came."""
    pin = "pin"
    """A PIN that was asked for."""
    pin_accept = "pin_accept"
    pin_ask = "pin_ask"
    pin_consult = "pin_consult"
    pin_incomplete = "pin_incomplete"
    pin_decline = "pin_decline"
    """The same PIN, by how it stood."""
    missing = "missing"
    """A requirement that was missing."""
    paper = "paper"
    """A class of papers of which one would have helped."""
    step = "step"
    """A step in a case, on the day and at the desk where it was taken."""
    dropped = "dropped"
    """The state in which a case stood that was dropped, by the desk that had opened it."""


class Count(msgspec.Struct, frozen=True, order=True):
    """How often something was so on one day at one desk."""

    day: date
    desk: str
    what: What
    which: str
    times: int
