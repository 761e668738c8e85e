"""What a trainee knows of each card, and until when: scheduled by fsrs.

Every answer, right or wrong, puts a card at least a day off (there are no steps of minutes). That a miss
comes back within the hour is for `choosing`, which counts scenes, not minutes.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Literal

import fsrs
import msgspec

from mynadesk.practice.answers.grading import Rating
from mynadesk.practice.scenes.scene import Card
from mynadesk.words import Words

Standing = Literal["known", "shaky", "new"]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Count = Annotated[int, msgspec.Meta(ge=0)]

_SCHEDULER = fsrs.Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False
)
_RATINGS = {"again": fsrs.Rating.Again, "hard": fsrs.Rating.Hard, "good": fsrs.Rating.Good}
_LATELY = 10
"""Results that are kept of a card."""
_RIGHT_IN_A_ROW = 2
"""So many right answers make a missed card a card like others."""
_HALF = 2.0
"""Days of stability at which the bar is half full."""
_KNOWN = 0.5


class Skill(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One card as the trainee knows it. There is one only after its first showing."""

    stability: Annotated[float, msgspec.Meta(ge=0.001)]
    """Days until the chance of knowing it has fallen to 90 %."""
    difficulty: Annotated[float, msgspec.Meta(ge=1, le=10)]
    due: Moment
    last: Moment
    showings: Annotated[int, msgspec.Meta(ge=1)]
    at: Count
    """Which of the trainee's scenes the last showing was, counted from 0."""
    mark: str
    """The card's mark at the last showing."""
    rule: Words
    """The rule's words at the last showing."""
    results: Annotated[tuple[Rating, ...], msgspec.Meta(min_length=1)]
    """The latest ones, the last of them last."""

    @property
    def weak(self) -> bool:
        """Whether it was missed and has not been right twice since."""
        return "again" in self.results[-_RIGHT_IN_A_ROW:]

    @property
    def misses(self) -> int:
        """How often it was missed lately."""
        return self.results.count("again")


class Memory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is remembered of a trainee's cards; of those too that left the rulebook."""

    seed: str
    """Makes the order of new cards, and the sides of pairs, the trainee's own."""
    shown: Count = 0
    """Scenes that were answered, of all cards."""
    skills: Mapping[str, Skill] = {}
    """By card id."""


def after(memory: Memory, card: Card, rating: Rating, now: datetime) -> Memory:
    """What is remembered once a scene of `card` was answered. `now` has a time zone."""
    before, moment = memory.skills.get(card.id), to_the_minute(now)
    known, _ = _SCHEDULER.review_card(_as_fsrs(before, moment), _RATINGS[rating], moment)
    assert known.stability is not None  # every review sets both
    assert known.difficulty is not None
    skill = Skill(
        stability=known.stability,
        difficulty=known.difficulty,
        due=known.due,
        last=moment,
        showings=before.showings + 1 if before else 1,
        at=memory.shown,
        mark=card.mark,
        rule=card.rule,
        results=(*(before.results if before else ()), rating)[-_LATELY:],
    )
    return Memory(memory.seed, memory.shown + 1, {**memory.skills, card.id: skill})


def _as_fsrs(skill: Skill | None, now: datetime) -> fsrs.Card:
    """The same in the terms of fsrs. The number is nobody's: without one it would take the time."""
    if skill is None:
        return fsrs.Card(card_id=0, due=now)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=skill.stability,
        difficulty=skill.difficulty,
        due=skill.due,
        last_review=skill.last,
    )


def is_changed(memory: Memory, card: Card) -> bool:
    """Whether the card's rule is another than when it was last practised."""
    skill = memory.skills.get(card.id)
    return skill is not None and skill.mark != card.mark


def share_of(memory: Memory, card: Card, now: datetime) -> float:
    """How much of its bar a card fills, 0 to 1: how likely it is known now, times how long that lasts."""
    skill = memory.skills.get(card.id)
    if skill is None:
        return 0.0
    likely = _SCHEDULER.get_card_retrievability(_as_fsrs(skill, now), now.astimezone(UTC))
    return likely * skill.stability / (skill.stability + _HALF)


def standing_of(memory: Memory, card: Card, now: datetime) -> tuple[Standing, float]:
    """How a card stands, and its share for a bar. A rule that was changed is not known any more."""
    skill, share = memory.skills.get(card.id), share_of(memory, card, now)
    if skill is None:
        return "new", share
    known = share >= _KNOWN and not skill.weak and not is_changed(memory, card)
    return "known" if known else "shaky", share


def showing_of(memory: Memory, card: str) -> tuple[int, int]:
    """Which scene of a card comes next: the number of its pair, from 0, and the side, 0 or 1.

    Showings go in twos, so that whoever misses the first side meets its twin next.
    """
    skill = memory.skills.get(card)
    pair, second = divmod(skill.showings if skill else 0, 2)
    return pair, drawn(memory, f"{card} {pair}") % 2 ^ second


def drawn(memory: Memory, name: str) -> int:
    """A number for `name` that this trainee's seed has drawn: the same on every machine."""
    return int.from_bytes(sha256(f"{memory.seed} {name}".encode()).digest(), "big")


def to_the_minute(now: datetime) -> datetime:
    """The time as it is kept, UTC: how long a single scene took is not to be read from it."""
    return now.astimezone(UTC).replace(second=0, microsecond=0)
