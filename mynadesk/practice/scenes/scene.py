"""What practice is made of: a skill, a scene that turns on it, and the scene's twin."""

from datetime import date

import msgspec

from mynadesk.decision.case import Case
from mynadesk.words import Words


class Card(msgspec.Struct, frozen=True):
    """One skill: one rule, exception or edge of the rulebook."""

    id: str
    """Made of the rulebook's own ids, such as `holder_card/card/absent`; stays while the rule is there."""
    label: Words
    rule: Words
    """The rule in our words, with its figures filled in."""
    cited: tuple[str, ...]
    """Where it is published: "source / heading / number"."""
    mark: str
    """Digest of everything in the rulebook that makes this rule; another one means that it was changed."""
    rank: int = 0
    """0 for rules and edges; 1 for entries of lists (kinds of paper, reasons, purposes), met after them."""


class Scene(msgspec.Struct, frozen=True):
    """A person at the counter. The case is whole: `decide` has nothing left to ask."""

    card: str
    requirement: str
    """The id, in decisions, of the requirement on which it turns; empty for a trainer's own scene."""
    case: Case
    turns_on: str
    """The fact that has to be told even where it is nothing special; empty where it turns on a paper."""
    said: Words
    """What the person says on coming."""
    birth: date | None = None
    """When the holder was born, where that is told; else `age`."""
    age: int | None = None
    voice: int = 0
    """Which of several ways of telling a fact is taken; the same in both scenes of a pair."""


class Pair(msgspec.Struct, frozen=True):
    """Two scenes that differ in one fact; the decisions differ in the card's requirement.

    A trainer's own scene stands here twice, and nothing differs.
    """

    scenes: tuple[Scene, Scene]
    """First the one in which the requirement stands better."""
