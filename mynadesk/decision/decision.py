"""What was decided, with its trace."""

import msgspec

from mynadesk.decision.papers import Paper
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Notice, Requirement
from mynadesk.standing import Standing

PIN_WORDS = ("accept", "ask", "consult", "incomplete", "decline")
"""How a PIN stands, in the words of a decision, by standing."""
PARTIAL = "partial"


class Reads(msgspec.Struct, frozen=True):
    """What a requirement looks at."""

    facts: frozenset[str]
    owners: frozenset[str]
    """Whose papers: `holder`, `visitor`."""


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """One requirement and how it stands."""

    id: str
    rule: Requirement
    pins: tuple[str, ...]
    """The PINs asked for that it touches; empty where it touches the whole request."""
    standing: Standing
    met_by: tuple[int, ...]
    """Indexes of the documents that meet it; empty unless it is met by documents."""
    ask: tuple[str, ...]
    """Case keys still to be found out."""
    bring: list[list[str]]
    """Where missing: the alternatives to add."""
    reads: Reads
    cited: tuple[str, ...]
    """Where its rule is published for this route: "source / heading / number"."""


class Decision(msgspec.Struct, frozen=True):
    """The answer to a case."""

    flow: str | None
    """None where this visitor can have nothing at all."""
    verdict: str
    pins: dict[str, str]
    requirements: tuple[Outcome, ...]
    second_visit: tuple[Outcome, ...] | None
    advice: tuple[str, ...]
    """Ids of the alternatives, sorted."""
    notes: tuple[tuple[str, Notice], ...]
    papers: tuple[Paper, ...]
    book: Rulebook
    """That of the case's day."""
