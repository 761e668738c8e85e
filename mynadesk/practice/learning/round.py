"""A round of practice: some scenes in one sitting, or in several."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Annotated, cast

import msgspec
from msgspec.structs import replace

from mynadesk.practice.answers.grading import Grade, Rating
from mynadesk.practice.learning.choosing import Why, next_card, three_to_read_again
from mynadesk.practice.learning.keeping import write
from mynadesk.practice.learning.memory import after, is_changed, showing_of
from mynadesk.practice.learning.progress import (
    Done,
    Level,
    Open,
    Progress,
    Side,
    Unfinished,
    ended,
    mean_of,
    seconds_of,
)
from mynadesk.practice.scenes.scene import Card
from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words

_AtLeastOne = Annotated[int, msgspec.Meta(ge=1)]


class Limits(Entry, frozen=True):
    """How long a round is, and what is slow."""

    scenes: _AtLeastOne
    minutes: _AtLeastOne
    """Of one sitting."""
    slow_seconds: _AtLeastOne
    """A right answer that took longer was slow."""

    def is_slow(self, seconds: float | None) -> bool:
        """Whether a scene took too long; never where the clock did not run (None)."""
        return seconds is not None and seconds > self.slow_seconds


class Showing(msgspec.Struct, frozen=True):
    """Which scene is on the desk."""

    number: int
    """Of the round's scenes, from 1."""
    card: str
    pair: int
    side: Side
    why: Why
    before: Words | None = None
    """Where the rule was changed: its words when it was last practised,"""
    after: Words | None = None
    """and as they are now. Both are the same where only what does not stand in them was changed."""


class Summary(msgspec.Struct, frozen=True):
    """What is shown when a round is left or over."""

    scenes: int
    points: float
    """The mean, to one decimal."""
    seconds: float | None
    missed: tuple[str, ...]
    """Ids of the cards that went wrong."""
    overlooked: tuple[str, ...]
    """Ids of the requirements that were overlooked, the most frequent first."""
    read_again: tuple[str, ...]
    """Ids of three cards at most, from all practice so far."""


class Round:
    """A round as it goes on. Nothing is read or written: `progress` is what has to be kept (see `keep`)."""

    def __init__(
        self,
        progress: Progress,
        cards: Sequence[Card],
        limits: Limits,
        rulebook: str,
        now: Callable[[], datetime],
    ) -> None:
        """Go on with the unfinished round of `progress`. `rulebook` is its digest; `now` has a time zone."""
        if progress.unfinished is None:
            raise ValueError("there is no unfinished round")
        self.progress = progress
        self._round = progress.unfinished
        self._cards = {card.id: card for card in cards}
        self._limits, self._rulebook, self._now = limits, rulebook, now
        self._until = now() + timedelta(minutes=limits.minutes)
        if not self._is_open():
            self._draw()

    @property
    def level(self) -> Level:
        """Whether the live verdict is shown."""
        return self._round.level

    @property
    def clock(self) -> bool:
        """Whether the clock runs."""
        return self._round.clock

    def next(self) -> Showing | None:
        """The scene that is to be answered, the same until it is; None where the round is over."""
        open_ = self._round.open
        if open_ is None:
            return None
        card, number = self._cards[open_.card], len(self._round.done) + 1
        showing = Showing(number, open_.card, open_.pair, open_.side, open_.why)
        if not is_changed(self.progress.memory, card):
            return showing
        before = self.progress.memory.skills[card.id].rule
        return msgspec.structs.replace(showing, before=before, after=card.rule)

    def record(self, grade: Grade, rating: Rating, seconds: float | None = None) -> None:
        """Remember how the scene went, and draw the next one. The caller keeps `progress` then.

        `seconds` are forgotten unless the clock runs. Raises ValueError where no scene is open.
        """
        open_ = self._round.open
        if open_ is None:
            raise ValueError("no scene is open")
        taken = seconds if self.clock else None
        done = Done(
            card=open_.card,
            rating=rating,
            points=grade.points,
            overlooked=grade.overlooked,
            seconds=taken,
        )
        memory = after(self.progress.memory, self._cards[open_.card], rating, self._now())
        self.progress = replace(self.progress, memory=memory)
        self._round = replace(self._round, done=(*self._round.done, done), open=None)
        self._draw()

    def end(self) -> None:
        """End the round here: it is not taken up again. The caller keeps `progress` then."""
        self._round = replace(self._round, open=None)
        self.progress = ended(replace(self.progress, unfinished=self._round), self._rulebook, self._now())

    def summary(self) -> Summary:
        """How the round went so far."""
        done = self._round.done
        overlooked = Counter(id_ for each in done for id_ in each.overlooked)
        return Summary(
            len(done),
            mean_of(done),
            seconds_of(self._round),
            tuple(dict.fromkeys(each.card for each in done if each.rating == "again")),
            tuple(id_ for id_, _ in overlooked.most_common()),
            three_to_read_again(self.progress.memory, self._cards.values(), self._now()),
        )

    def _is_open(self) -> bool:
        """Whether the scene that was left can be shown as it was: its rule is the same."""
        open_ = self._round.open
        card = self._cards.get(open_.card) if open_ else None
        return open_ is not None and card is not None and card.mark == open_.mark

    def _draw(self) -> None:
        """Open the next scene already now, so that whoever leaves meets the very same one again."""
        now, memory = self._now(), self.progress.memory
        choice = next_card(memory, [*self._cards.values()], now)
        if choice is None or len(self._round.done) >= self._limits.scenes or now >= self._until:
            self.end()
            return
        pair, side = showing_of(memory, choice.card)
        open_ = Open(
            card=choice.card,
            mark=self._cards[choice.card].mark,
            pair=pair,
            side=cast(Side, side),
            why=choice.why,
        )
        self._round = replace(self._round, open=open_)
        self.progress = replace(self.progress, unfinished=self._round)


def begin(
    progress: Progress,
    cards: Sequence[Card],
    limits: Limits,
    rulebook: str,
    now: Callable[[], datetime],
    level: Level,
    clock: bool = False,
) -> Round:
    """A fresh round; one that was left unfinished goes among the past ones."""
    rested = ended(progress, rulebook, now())
    fresh = replace(rested, unfinished=Unfinished(level=level, clock=clock))
    return Round(fresh, cards, limits, rulebook, now)


def keep(folder: str, round_: Round) -> None:
    """Save a round's progress: after it was begun, after each scene, and at its end.

    Raises UnsavedProgress, UnusableProgress; the round can go on, and be saved later, all the same.
    """
    round_.progress = write(folder, round_.progress)
