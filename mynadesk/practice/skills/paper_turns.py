"""Turns on a paper: one too few, of the wrong class or kind, somebody else's, or not in order."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec

from mynadesk.decision.case import Document
from mynadesk.practice.scenes.draft import Draft
from mynadesk.practice.scenes.papers import Want, bears_expiry, can_have, in_force, in_order
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.skills.turns import Begin, Turned
from mynadesk.rulebook.schema import Check, Papers

Places = tuple[str, ...]
Change = Callable[[Draft, Document], list[Document] | None]
"""What becomes of one paper; None where that cannot be."""
_DAY = timedelta(days=1)


class Spot(msgspec.Struct, frozen=True):
    """A place for a paper: of which requirement, which papers are enough there, and which of them it is."""

    rule: str
    owner: str
    places: Places
    at: int


def spots_of(rule: str, papers: Papers) -> list[Spot]:
    """Every place of a requirement."""
    return [Spot(rule, papers.of, tuple(places), at) for places in papers.one_of for at in range(len(places))]


def is_enough(one_of: list[list[str]], classes: Places) -> bool:
    """Whether papers of these classes fill the places of one alternative."""
    have = sorted(classes)
    return any(all(have.count(c) >= places.count(c) for c in places) for places in one_of)


def turned(begin: Begin, spot: Spot, want: Want, change: Change) -> Turned | None:
    """Fill a requirement's places, one of them as wanted, and change the paper there."""
    draft = begin.draft(spot.rule)
    wants = [want if at == spot.at else Want(class_) for at, class_ in enumerate(spot.places)]
    order = [spot.at, *(at for at in range(len(wants)) if at != spot.at)]
    draft.wants[spot.owner] = [wants[at] for at in order]
    if not draft.fill():
        return None
    worse, papers = draft.twin(), draft.papers[spot.owner]
    changed = change(draft, papers[0])
    if changed is None:
        return None
    rest = papers[1:]
    worse.papers[spot.owner] = [*(each for each in changed if each.of == spot.owner), *rest]
    for paper in changed:
        if paper.of != spot.owner:
            worse.papers.setdefault(paper.of, []).insert(0, paper)
    return Turned(draft, worse, spot.rule)


class ShortTurn(msgspec.Struct, frozen=True):
    """One paper fewer, or one of another class instead."""

    ways: tuple[tuple[Spot, str | None], ...]
    """Spots, and the class that comes there instead; None where nothing does."""

    def sketch(self, begin: Begin) -> Turned | None:
        spot, instead = begin.random.choice(self.ways)
        if instead is None:
            return turned(begin, spot, Want(spot.places[spot.at]), lambda *_: [])
        return turned(
            begin,
            spot,
            Want(spot.places[spot.at]),
            lambda draft, paper: draft.another(Want(instead), paper),
        )


class TwinsTurn(msgspec.Struct, frozen=True):
    """Two papers of one kind, where two of one class are wanted."""

    spots: tuple[Spot, ...]

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        spot = begin.random.choice(self.spots)
        class_ = spot.places[spot.at]
        two = tuple(name for name in studio.book.documents.kinds if studio.kind(name).two)
        found = turned(begin, spot, Want(class_), lambda _, paper: [paper])
        if found is None:
            return None
        papers = found.worse.papers[spot.owner]
        beside = next(
            (paper for paper in papers[1:] if studio.book.documents.kinds[paper.kind].class_ == class_), None
        )
        if beside is None or beside.kind not in two:
            return None
        seen = in_order(studio, beside.kind, begin.on, begin.random)
        papers[0] = Document(beside.kind, spot.owner, seen)
        return found


class WhoseTurn(msgspec.Struct, frozen=True):
    """Somebody else's paper."""

    spots: tuple[Spot, ...]
    owner: str

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        spot = begin.random.choice(self.spots)
        found = turned(begin, spot, Want(spot.places[spot.at]), lambda _, paper: [paper])
        if found is None or (self.owner == "visitor" and found.better.facts["visitor"] == "holder"):
            return None
        paper = found.worse.papers[spot.owner].pop(0)
        theirs = found.worse.papers.setdefault(self.owner, [])
        age = found.better.owner(self.owner).age
        if studio.book.documents.kinds[paper.kind].only_of or not can_have(
            studio, paper.kind, age, [each.kind for each in theirs]
        ):
            return None
        theirs.append(Document(paper.kind, self.owner, paper.seen))
        return found


class KindTurn(msgspec.Struct, frozen=True):
    """A paper of a kind, or one of another class in its place."""

    kind: str
    good: tuple[tuple[Spot, str], ...]
    """Spots for papers of its class, and a class that would not do there."""
    bad: tuple[tuple[Spot, str], ...]
    """Spots where its class would not do, and it itself."""

    def sketch(self, begin: Begin) -> Turned | None:
        spot, instead = begin.random.choice([*self.good, *self.bad])
        class_ = spot.places[spot.at]
        if (spot, instead) in self.good:
            want = Want(class_, (self.kind,))
            return turned(begin, spot, want, lambda draft, paper: draft.another(Want(instead), paper))
        return turned(
            begin,
            spot,
            Want(class_),
            lambda draft, paper: draft.another(Want(instead, (self.kind,)), paper),
        )


class SwapTurn(msgspec.Struct, frozen=True):
    """A kind of paper that never simply counts, or counts for others only, in place of one that does."""

    kind: str
    spots: tuple[Spot, ...]
    after: str | None = None
    """The figure after whose day it stands so."""

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        if self.after and begin.on <= studio.figure(self.after):
            begin = msgspec.structs.replace(begin, on=studio.figure(self.after) + _DAY)
        spot = begin.random.choice(self.spots)

        def swap(draft: Draft, paper: Document) -> list[Document] | None:
            if not can_have(studio, self.kind, draft.owner(paper.of).age, []):
                return None
            return [Document(self.kind, paper.of, in_order(studio, self.kind, begin.on, begin.random))]

        return turned(begin, spot, Want(spot.places[spot.at]), swap)


class CheckTurn(msgspec.Struct, frozen=True):
    """Something is seen of a paper, or its opposite; for dates the last good day and the first bad one."""

    check: Check
    spots: tuple[Spot, ...]
    kinds: tuple[str, ...]

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        spot, name = begin.random.choice(self.spots), str(self.check.property)
        good, bad = self._sides(studio, begin.on)
        kinds = tuple(
            kind for kind in self.kinds if not self.check.in_date or _can_lapse(studio, kind, begin.on)
        )
        want = Want(spot.places[spot.at], kinds, {name: good})

        def spoil(_: Draft, paper: Document) -> list[Document]:
            return [Document(paper.kind, paper.of, {**paper.seen, name: bad})]

        return turned(begin, spot, want, spoil) if kinds else None

    def _sides(self, studio: Studio, on: date) -> tuple[Any, Any]:
        if self.check.in_date:
            return on, on - _DAY
        if self.check.not_before is not None:
            first = studio.figure(self.check.not_before)
            return first, first - _DAY
        return good_and_bad(self.check)


def good_and_bad(check: Check) -> tuple[bool, bool]:
    """The answer that is in order, and the other."""
    good = any(answer == "true" and standing == "met" for answer, standing in (check.is_ or {}).items())
    return good, not good


def _can_lapse(studio: Studio, kind: str, on: date) -> bool:
    return bears_expiry(studio, kind) and in_force(studio, kind, on)
