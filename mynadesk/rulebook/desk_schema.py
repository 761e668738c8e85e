"""desk.yaml: what the clerk is asked, and which key means what."""

from typing import Annotated, Literal

import msgspec

from mynadesk.rulebook.schema import Entry, Facts, Key
from mynadesk.words import Words


class Choice(Entry, frozen=True):
    key: Key
    label: Words
    short: Words | None = None
    more: Words | None = None
    sets: Facts = msgspec.field(default_factory=dict)
    later: bool = False


class Assumed(Entry, frozen=True):
    answer: Key
    while_: Facts = msgspec.field(name="while")


class Question(Entry, frozen=True):
    """One question of desk.yaml: choices, a list of them elsewhere, the PINs, or papers."""

    label: Words
    ask: Words
    hint: Words | None = None
    choices: list[Choice] = msgspec.field(default_factory=list)
    listed: str | None = None
    asks_for: Literal["pins"] | None = None
    papers_of: Literal["holder", "visitor"] | None = None
    enter: Key | None = None
    after: dict[str, list[Key]] = msgspec.field(default_factory=dict)
    assumed: list[Assumed] = msgspec.field(default_factory=list)


class Confirm(Entry, frozen=True):
    label: Words
    sets: Facts


class PaperException(Entry, frozen=True):
    key: Key
    label: Words
    sets: Facts = msgspec.field(default_factory=dict)
    types: str | None = None
    later: bool = False
    removes: bool = False


class LimitChoice(Entry, frozen=True):
    key: Key
    label: Words
    side: Literal["since", "before", "typed", "later"]


class PaperQuestions(Entry, frozen=True):
    confirm: Confirm
    exceptions: list[PaperException]
    limits: list[LimitChoice]


class Untouched(Entry, frozen=True):
    """Seconds without a key until the screen is hidden, how long that is announced, until the case goes."""

    hide_after: int
    warn_for: int
    drop_after: int


class NextVisit(Entry, frozen=True):
    """When a next visit is likely, and the questions beside which is said what stands in its way."""

    within_days: Annotated[int, msgspec.Meta(ge=1, le=366)]
    beside: list[str]


class Desk(Entry, frozen=True):
    """desk.yaml"""

    untouched: Untouched
    next_visit: NextVisit
    questions: dict[str, Question]
    paper: PaperQuestions
