"""What stands on a page of the rulebook, and where a line of it leads."""

from typing import Literal, NamedTuple

from mynadesk.decision.case import Case
from mynadesk.proof.holes import Rule

Role = Literal["heading", "strong", "plain", "dim"]


class ToEntry(NamedTuple):
    """The page of an entry."""

    rule: Rule


class ToPlace(NamedTuple):
    """The page of a published place: "source", or "source / heading / number"."""

    place: str


class ToEntries(NamedTuple):
    """A page with these entries."""

    rules: tuple[Rule, ...]


class ToCase(NamedTuple):
    """A case on the desk."""

    case: Case


Target = ToEntry | ToPlace | ToEntries | ToCase


class Line(NamedTuple):
    """A line, however many rows it takes."""

    text: str
    role: Role = "plain"
    target: Target | None = None
    indent: int = 0
    beside: str = ""
    """Stands at its right end, or below it."""
    band: str = ""
    """The word of a verdict, where `beside` tells one."""
    hang: int = 0
    """By how much its further rows stand in."""


BLANK = Line("")
