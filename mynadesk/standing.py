"""The one scale on which everything is judged."""

from enum import IntEnum
from typing import Literal, cast

StandingName = Literal["met", "ask", "consult", "missing", "decline"]


class Standing(IntEnum):
    """How something stands. "All of" is the worst (`max`) of its parts, "any of" the best (`min`)."""

    met = 0
    ask = 1
    """A fact is still unknown."""
    consult = 2
    """The page leaves it to the city: a supervisor decides."""
    missing = 3
    """Shown not to be there."""
    decline = 4
    """This visitor cannot have this at all."""


def name_of(standing: Standing) -> StandingName:
    """The standing as the rulebook writes it."""
    return cast(StandingName, standing.name)
