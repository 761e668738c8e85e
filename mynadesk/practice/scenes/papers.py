"""Which papers could lie on the counter, and what is seen of one that is in order."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import msgspec

from mynadesk.decision.case import Document, Seen
from mynadesk.practice.scenes.lore import NEVER
from mynadesk.practice.scenes.studio import Studio
from mynadesk.rulebook.schema import Check

_YEAR = 365
_SOON = 20
"""Days for which a paper that is in order is at least in force, so that its date is no edge."""


class Want(msgspec.Struct, frozen=True):
    """A paper that is wanted: as a class, perhaps of one of some kinds, perhaps with something else seen."""

    class_: str
    kinds: tuple[str, ...] = ()
    seen: dict[str, Any] = msgspec.field(default_factory=dict)


class Owner(msgspec.Struct, frozen=True):
    of: str
    age: int


def papers_for(
    studio: Studio, wants: list[Want], owner: Owner, on: date, random: Random, beside: Sequence[str] = ()
) -> list[Document] | None:
    """A paper of another kind for each place, all in order, `beside` these; None where that cannot be."""
    papers: list[Document] = []
    for want in wants:
        there = [*beside, *(paper.kind for paper in papers)]
        kinds = [
            kind
            for kind in kinds_for(studio, want.class_, owner, on, there)
            if kind in (want.kinds or [kind])
        ]
        if not kinds:
            return None
        kind = random.choices(kinds, [studio.kind(each).common for each in kinds])[0]
        papers.append(Document(kind, owner.of, {**in_order(studio, kind, on, random), **want.seen}))
    return papers


def kinds_for(studio: Studio, class_: str, owner: Owner, on: date, there: list[str]) -> list[str]:
    """Kinds of a class that somebody can have in order, beside the kinds that are there."""
    return [
        name
        for name, kind in studio.book.documents.kinds.items()
        if kind.class_ == class_
        and kind.only_of in (None, owner.of)
        and studio.is_plain(name)
        and name not in there
        and can_have(studio, name, owner.age, there)
        and in_force(studio, name, on)
    ]


def can_have(studio: Studio, kind: str, age: int, there: list[str]) -> bool:
    """Whether somebody of an age can have such a paper beside others."""
    lore = studio.kind(kind)
    beside = not any(
        kind in studio.kind(other).never_with or other in (*lore.never_with, kind) for other in there
    )
    return beside and studio.within(age, lore.ages)


def in_force(studio: Studio, kind: str, on: date) -> bool:
    """Whether any paper of a kind can still be in force."""
    last = studio.kind(kind).last_expiry
    return last is None or date.fromisoformat(last) >= on


def bears_expiry(studio: Studio, kind: str) -> bool:
    """Whether papers of a kind bear a date of expiry."""
    return studio.kind(kind).in_force != NEVER


def in_order(studio: Studio, kind: str, on: date, random: Random) -> Seen:
    """What is seen of a paper with which nothing is wrong."""
    seen: Seen = {}
    for check in studio.checks[kind]:
        if check.property and check.property not in seen:
            seen[check.property] = _good(studio, kind, check, on, random)
    return seen


def _good(studio: Studio, kind: str, check: Check, on: date, random: Random) -> Any:
    if check.is_ is not None:
        best = next(answer for answer, standing in check.is_.items() if standing == "met")
        return best == "true"
    if check.not_before is not None:
        first = studio.figure(check.not_before)
        return first + timedelta(days=random.randint(0, max(0, (on - first).days)))
    if not bears_expiry(studio, kind):
        return "in_date"
    lore = studio.kind(kind)
    day = on + timedelta(days=random.randint(_SOON, max(_SOON, lore.in_force * _YEAR)))
    return min(day, date.fromisoformat(lore.last_expiry)) if lore.last_expiry else day
