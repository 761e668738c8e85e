"""What is kept of a trainee: nothing else than this, under a nickname, on this machine."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from mynadesk.practice.answers.grading import Rating
from mynadesk.practice.learning.choosing import Why
from mynadesk.practice.learning.memory import Count, Memory, Moment, to_the_minute

Level = Literal["guided", "test"]
"""With the live verdict, and without."""

Points = Annotated[float, msgspec.Meta(ge=0, le=100)]
Seconds = Annotated[float, msgspec.Meta(ge=0)]
Side = Literal[0, 1]
_LAST_ROUNDS = 50


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of what is kept; a file with anything else is not ours."""


class Open(Kept, frozen=True, kw_only=True):
    """The scene that is on the desk."""

    card: str
    mark: str
    """The card's, when the scene was drawn."""
    pair: Count
    side: Side
    why: Why


class Done(Kept, frozen=True, kw_only=True):
    """A scene of the unfinished round that was answered."""

    card: str
    rating: Rating
    points: Points
    overlooked: tuple[str, ...]
    """Ids of requirements."""
    seconds: Seconds | None
    """None unless the clock ran."""


class Unfinished(Kept, frozen=True, kw_only=True):
    """A round that can be taken up again."""

    level: Level
    clock: bool
    done: tuple[Done, ...] = ()
    open: Open | None = None


class PastRound(Kept, frozen=True, kw_only=True):
    """A round that is over."""

    at: Moment
    """When it ended, UTC, to the minute."""
    level: Level
    scenes: Annotated[int, msgspec.Meta(ge=1)]
    points: Points
    """The mean of its scenes."""
    seconds: Seconds | None
    """Of all its scenes; None unless the clock ran."""
    rulebook: str
    """The digest of the rules that were practised."""


class Progress(Kept, frozen=True, kw_only=True):
    """One trainee."""

    version: Literal[1] = 1
    nickname: str
    saves: Count = 0
    """How often it was saved; whoever read it at another count may not overwrite it."""
    memory: Memory
    rounds: tuple[PastRound, ...] = ()
    """The last fifty; the latest last."""
    unfinished: Unfinished | None = None


def mean_of(done: tuple[Done, ...]) -> float:
    """Mean points of some scenes, to one decimal; 0 where there are none."""
    return round(sum(each.points for each in done) / len(done), 1) if done else 0.0


def seconds_of(round_: Unfinished) -> float | None:
    """How long the round's scenes took; None unless the clock ran."""
    return sum(each.seconds or 0 for each in round_.done) if round_.clock else None


def ended(progress: Progress, rulebook: str, now: datetime) -> Progress:
    """The same with its unfinished round, if any, among the past ones. One without an answer is dropped."""
    round_ = progress.unfinished
    if round_ is None or not round_.done:
        return replace(progress, unfinished=None)
    past = PastRound(
        at=to_the_minute(now),
        level=round_.level,
        scenes=len(round_.done),
        points=mean_of(round_.done),
        seconds=seconds_of(round_),
        rulebook=rulebook,
    )
    return replace(progress, unfinished=None, rounds=(*progress.rounds, past)[-_LAST_ROUNDS:])
