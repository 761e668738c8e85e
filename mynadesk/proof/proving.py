"""The whole proof of a rulebook."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from time import perf_counter

import msgspec

from mynadesk.proof.counting import Counted, counted
from mynadesk.proof.cures import cures
from mynadesk.proof.days import days_to_prove
from mynadesk.proof.growing import Grown, growing
from mynadesk.proof.holes import Findings, Hole
from mynadesk.proof.limits import limits
from mynadesk.proof.notices_matter import notices_matter
from mynadesk.proof.one_answer import decided_together, one_answer
from mynadesk.proof.papers_matter import papers_matter
from mynadesk.proof.requirements_matter import requirements_matter
from mynadesk.proof.sourced import sourced
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook

Progress = Callable[[int, int], None]
"""Told after each day how many of how many are done."""


class Proof(msgspec.Struct, frozen=True):
    """What holds of a rulebook, and what does not."""

    digest: str
    days: tuple[date, ...]
    """A day of each stretch between which nothing changes."""
    counted: Counted
    decided: int
    """Whole situations that were decided to hold the parts against."""
    notices: int
    """Situations in which notices were tried."""
    rules: int
    """Rules that were seen to matter."""
    refusals: dict[str, int]
    """Refusals of single requirements by what cures them."""
    holes: tuple[Hole, ...]
    seconds: float


def prove(book: Rulebook, on: date | None = None, progress: Progress | None = None) -> Proof:
    """Look at all situations, on every day where anything changes or, where `on` is given, on that day.

    That a rule matters, and that a date limit has two sides, is always shown over all days.
    """
    began = perf_counter()
    days = days_to_prove(book)
    if on is not None and on not in days:
        days = (*days, on)
    found, aside = Findings(), Findings()
    worlds, decided, notices = [], 0, 0
    seen: set[Grown] = set()
    for number, day in enumerate(days, 1):
        world = World(book, day)
        told = found if on in (None, day) else aside
        one_answer(world, told)
        if world.desks:
            decided += _of_the_day(world, told, seen) if on in (None, day) else 0
            notices += _over_all_days(world, found)
        if on in (None, day):
            worlds.append(world)
        if progress:
            progress(number, len(days))
    return Proof(
        book.digest,
        tuple(world.on for world in worlds),
        counted(worlds),
        decided,
        notices,
        found.mattered,
        dict(Counter(found.refusals)),
        found.holes(),
        perf_counter() - began,
    )


def _of_the_day(world: World, found: Findings, seen: set[Grown]) -> int:
    """What has to hold in every situation."""
    cures(world, found)
    growing(world, found, seen)
    sourced(world, found)
    return decided_together(world, found)


def _over_all_days(world: World, found: Findings) -> int:
    """What has to be seen in some situation."""
    requirements_matter(world, found)
    papers_matter(world, found)
    limits(world, found)
    return notices_matter(world, found)
