"""Which papers fill the places of a requirement: a bottleneck assignment on the scale of standings.

Each paper fills one place, and the arrangement whose worst place is best counts. Counting papers per
class would be wrong: one paper may stand as A at ask and as B at consult.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from mynadesk.decision.papers import Paper
from mynadesk.standing import Standing

Places = tuple[str, ...]
"""Classes that are wanted together, such as ("A", "B")."""

_Alike = tuple[object, ...]
"""What papers have in common that make no difference to each other: their kind and how they stand."""

_ASK, _DECLINE = Standing.ask, Standing.decline
_MANY = 8
"""Papers; fewer are judged faster as they are."""
_LEVELS = (Standing.met, Standing.ask, Standing.consult)


class _Candidate(msgspec.Struct, frozen=True, gc=False):
    """A paper at given standings, by class."""

    index: int
    kind: str
    stands: dict[str, Standing]


class Placed(msgspec.Struct, frozen=True, gc=False):
    standing: Standing
    indexes: tuple[int, ...]
    """The documents in the best arrangement, ascending."""


class Placing:
    """Places of which one set has to be filled; two papers of one kind stand at `twins` at best."""

    def __init__(self, one_of: Iterable[Sequence[str]], twins: Standing) -> None:
        self.one_of: tuple[Places, ...] = tuple(tuple(places) for places in one_of)
        self._classes = frozenset(class_ for places in self.one_of for class_ in places)
        self._largest = max(len(places) for places in self.one_of)
        self._twins = twins

    def best(self, papers: Sequence[Paper]) -> Placed:
        """The best arrangement of the papers as they stand now."""
        return self._best(self._as_they_stand(self._few(papers)))

    def still_to_ask(self, papers: Sequence[Paper], now: Standing) -> tuple[str, ...]:
        """Case keys of papers whose answer could lift the standing above `now`."""
        known = self._few([paper for paper in papers if not _unread(paper)])
        unread = [paper for paper in papers if _unread(paper)]
        lifts: dict[_Alike, bool] = {}
        for paper in unread:
            alike = _alike(paper)
            if alike not in lifts:
                others = self._few([other for other in unread if other is not paper])
                lifts[alike] = self._could_lift(paper, known, others, now)
        if now is _ASK and not any(lifts.values()):
            lifts = dict.fromkeys(lifts, True)
        return tuple(dict.fromkeys(key for paper in unread if lifts[_alike(paper)] for key in _keys(paper)))

    def lacking(self, papers: Sequence[Paper]) -> list[Places]:
        """The fewest classes that would fill the places beside the papers that count or may yet count."""
        few = self._as_they_stand(self._few(papers))
        usable = [c for c in few if min(c.stands.values(), default=_ASK) <= _ASK]
        return [rest for places in self.one_of for rest in _rests(places, usable)]

    def _could_lift(self, paper: Paper, known: list[Paper], others: list[Paper], now: Standing) -> bool:
        """Whether there are papers beside which this one, once it proves good, makes the difference."""
        fixed = self._as_they_stand(known)
        for count in range(self._largest):
            for beside in combinations(others, count):
                without = [*fixed, *map(self._at_best, beside)]
                reached = self._best([*without, self._at_best(paper)]).standing
                if reached < now and reached < self._best(without).standing:
                    return True
        return False

    def _few(self, papers: Sequence[Paper]) -> list[Paper]:
        """Of papers that are alike no more than there are places, so that a pile is judged in no time."""
        if len(papers) <= _MANY:
            return list(papers)
        seen = Counter[_Alike]()
        kept = []
        for paper in papers:
            alike = _alike(paper)
            seen[alike] += 1
            if seen[alike] <= self._largest:
                kept.append(paper)
        return kept

    def _as_they_stand(self, papers: Iterable[Paper]) -> list[_Candidate]:
        return [
            _Candidate(
                paper.index,
                paper.kind,
                {class_: side.standing for class_, side in paper.sides.items() if class_ in self._classes},
            )
            for paper in papers
        ]

    def _at_best(self, paper: Paper) -> _Candidate:
        return _Candidate(
            paper.index, paper.kind, {class_: side.best for class_, side in paper.sides.items()}
        )

    def _best(self, candidates: list[_Candidate]) -> Placed:
        for level in _LEVELS:
            for places in self.one_of:
                filled = _fill(places, candidates, level, level < self._twins)
                if filled is not None:
                    return Placed(level, tuple(sorted(candidate.index for candidate in filled)))
        return Placed(Standing.missing, ())


def _fill(
    places: Places,
    candidates: list[_Candidate],
    level: Standing,
    kinds_differ: bool,
    taken: tuple[_Candidate, ...] = (),
) -> tuple[_Candidate, ...] | None:
    """Papers for all places, none worse than `level`, or None."""
    if not places:
        return taken
    wanted = places[0]
    for candidate in candidates:
        if candidate.stands.get(wanted, _DECLINE) > level or _clash(candidate, taken, kinds_differ):
            continue
        filled = _fill(places[1:], candidates, level, kinds_differ, (*taken, candidate))
        if filled is not None:
            return filled
    return None


def _clash(candidate: _Candidate, taken: tuple[_Candidate, ...], kinds_differ: bool) -> bool:
    """Whether a paper cannot stand beside those that are taken."""
    return bool(taken) and any(
        candidate is other or (kinds_differ and candidate.kind == other.kind) for other in taken
    )


def _rests(places: Places, usable: list[_Candidate]) -> list[Places]:
    """What is left of `places` when the usable papers fill as many as they can."""
    for count in range(len(places) + 1):
        rests = [
            rest
            for rest in combinations(places, count)
            if _fill(_less(places, rest), usable, _ASK, True) is not None
        ]
        if rests:
            return rests
    return [places]


def _less(places: Places, rest: Places) -> Places:
    left = list(places)
    for class_ in rest:
        left.remove(class_)
    return tuple(left)


def _alike(paper: Paper) -> _Alike:
    return paper.kind, *((class_, side.standing, side.best) for class_, side in paper.sides.items())


def _unread(paper: Paper) -> bool:
    return any(side.best < side.standing or side.standing is _ASK for side in paper.sides.values())


def _keys(paper: Paper) -> Iterable[str]:
    return (key for side in paper.sides.values() for key in side.ask)


def fewest(alternatives: Iterable[Places]) -> list[list[str]]:
    """Sorted, each once, none that contains another."""
    each = sorted({tuple(sorted(alternative)) for alternative in alternatives})
    return [list(one) for one in each if not any(_contains(one, other) for other in each if other != one)]


def _contains(whole: Places, part: Places) -> bool:
    return all(whole.count(class_) >= part.count(class_) for class_ in set(part))
