"""Situations that turn on one entry: pairs that differ in as little as can be, and are decided otherwise.

Each is looked for among all situations of a day, by the tables of the proof; the rest of each
situation stands as well as it can.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Any, NamedTuple

from msgspec.structs import replace

from mynadesk.browsing.entries import TWINS, Entries, Entry
from mynadesk.browsing.linking import Links
from mynadesk.decision.case import Case, Document
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import PIN_WORDS, Decision
from mynadesk.decision.papers import Paper, judge_paper
from mynadesk.interview.laying import untold
from mynadesk.proof.answers import owners_of
from mynadesk.proof.papers import every_paper
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import World, others
from mynadesk.rulebook.schema import Check, Notice, When
from mynadesk.rulebook.timeline import NotInForce
from mynadesk.standing import Standing

_DAY = timedelta(days=1)
_UPON = 50
"""The number of a paper that is laid upon a pile."""
_AROUND = 40
"""Cases of a desk to which what a notice looks at is added."""
_MOST = 8
"""Pairs of one entry."""


class Pair(NamedTuple):
    """Two cases that differ by what an entry says."""

    first: Case
    second: Case


class Turning:
    """Looks for pairs on one day."""

    def __init__(self, entries: Entries, links: Links, on: date) -> None:
        self.entries, self.links, self.on = entries, links, on
        self.world = World(entries.book, on)
        self._plain: dict[int, Row] = {}
        self._untold: dict[Any, int] = {}
        self._other_days: dict[date, Turning] = {}

    def pairs(self, entry: Entry) -> list[Pair]:
        """The pairs of an entry, the smallest of each kind; none where no situation turns on it alone."""
        found: list[Pair] = []
        for pair in (*self._by_group[entry.group](entry), *self._by_date(entry)):
            if pair not in found:
                found.append(pair)
        return found[:_MOST]

    @cached_property
    def _by_group(self) -> dict[str, Callable[[Entry], Iterable[Pair]]]:
        return {
            "routes": self._of_route,
            "requirements": self._of_requirement,
            "classes": self._of_class,
            "kinds": self._of_kind,
            "checks": self._of_check,
            TWINS: self._of_twins,
            "pins": self._of_pin,
            "operations": self._of_operation,
            "reasons": self._of_reason,
            "notices": self._of_notice,
            "alternatives": self._of_notice,
            "figures": self._of_figure,
        }

    # Requirements and what they read

    def _of_route(self, entry: Entry) -> Iterator[Pair]:
        """One pair of each of its requirements."""
        for desk in self._desks_of(entry.id):
            for part in desk.parts:
                for place in range(len(part.names)):
                    yield from list(self._turns(desk, part, place))[:1]

    def _of_requirement(self, entry: Entry) -> Iterator[Pair]:
        by_route = [
            list(self._turns(desk, part, part.names.index(entry.id)))
            for desk in self._each_route()
            for part in desk.parts
            if entry.id in part.names
        ]
        longest = max(map(len, by_route), default=0)
        for number in range(longest):  # of each route one before a second of any
            yield from (pairs[number] for pairs in by_route if number < len(pairs))

    def _turns(self, desk: Desk, part: Part, place: int) -> Iterator[Pair]:
        """For each way in which a requirement can stand badly, the nearest pair; of those that differ in one
        fact alone, one for each such fact."""
        plain = self._plainest_met(desk, part, place)
        if plain is None:
            return
        ground = desk.ground(part)
        nearest: dict[tuple[Standing, str], tuple[tuple[int, ...], Row]] = {}
        for row in part.rows:
            rest, outcome = ground | others(row, place), row.outcomes[place]
            if outcome is not None and rest | row.bits[place] != rest:
                worse = (others(row, place) & ~others(plain, place)).bit_count()
                far = (worse, self._plainness(desk, part, row)[0], _apart(plain, row))
                key = outcome.standing, _one_fact(part, plain, row)
                if key not in nearest or far < nearest[key][0]:
                    nearest[key] = far, row
        turned = {standing for standing, fact in nearest if fact}
        for (standing, fact), (_, row) in sorted(nearest.items(), key=lambda item: item[0], reverse=True):
            if fact or standing not in turned:
                yield Pair(self._case(desk, part, plain), self._case(desk, part, row))

    def _of_reason(self, entry: Entry) -> Iterator[Pair]:
        facts = [name for name, fact in self.world.book.facts.items() if fact.listed_in == entry.group]
        for fact in facts:
            for desk, part, place in self._reading(fact):
                for first, second in self._turns(desk, part, place):
                    if (
                        first.facts.get(fact)
                        and second.facts.get(fact, first.facts[fact]) != first.facts[fact]
                    ):
                        yield Pair(replace(first, facts={**first.facts, fact: entry.id}), second)

    def _of_figure(self, entry: Entry) -> Iterator[Pair]:
        """Of an age both sides of it; of other figures what turns on the entries that name them."""
        for fact, each in self.world.book.facts.items():
            if each.younger_than and each.younger_than.years == entry.id:
                for desk, part, place in self._reading(fact):
                    for pair in self._turns(desk, part, place):
                        if {pair.first.facts.get(fact), pair.second.facts.get(fact)} == {True, False}:
                            yield pair
        for group, others_ in self.links.beside(entry).items():
            if group != entry.group:
                for other in others_:
                    yield from list(self._by_date(other))[:1]
                    yield from list(self._by_group[group](other))[:1]

    def _reading(self, fact: str) -> Iterator[tuple[Desk, Part, int]]:
        for desk in self._each_route():
            for part in desk.parts:
                for place, each in enumerate(part.requirements):
                    if fact in each.reads.facts:
                        yield desk, part, place

    # Papers

    def _of_kind(self, entry: Entry) -> Iterator[Pair]:
        """Without such a paper and with it; in order, and each way in which it is not."""
        if entry.id not in self.world.book.documents.kinds:
            return
        for of, papers in self.world.papers.items():
            best, *rest = papers.effects[entry.id]
            good = papers.example(entry.id, best)
            yield from self._with(of, None, good)
            for effect in reversed(rest):
                yield from list(self._with(of, good, papers.example(entry.id, effect)))[:1]

    def _of_class(self, entry: Entry) -> Iterator[Pair]:
        kinds = [name for name, kind in self.world.book.documents.kinds.items() if kind.class_ == entry.id]
        for name in kinds[:1]:
            if kind := self.entries.find("kinds", name):
                yield from self._of_kind(kind)

    def _of_check(self, entry: Entry) -> Iterator[Pair]:
        """A paper that meets it, and one that differs in what the check looks at."""
        check: Check = self.entries.now(entry)
        for name, rules in self.world.procedure.kinds.items():
            if not any(each.entry is check for each in rules.checks):
                continue
            for of in self.world.papers:
                papers = list(every_paper(self.world.book, rules, name, of, self.on))
                clean = [each for each in papers if not judge_paper(rules, each, _UPON, self.on).problems]
                failing = [
                    each for each in papers if judge_paper(rules, each, _UPON, self.on).problems == (check,)
                ]
                if clean and failing:
                    yield from self._with(of, clean[0], failing[0])
                elif failing:  # it can never be met: papers of another kind can
                    yield from self._with(of, self._other(name, of), failing[0])

    def _other(self, kind: str, of: str) -> Document | None:
        """A paper in order of that kind of the same class which stands best."""
        documents, papers = self.world.book.documents, self.world.papers[of]
        same = [
            name
            for name, each in documents.kinds.items()
            if name != kind and each.class_ == documents.kinds[kind].class_ and papers.effects[name][0]
        ]
        best = min(same, key=lambda name: papers.effects[name][0], default=None)
        return None if best is None else papers.example(best, papers.effects[best][0])

    def _with(self, of: str, first: Document | None, second: Document) -> Iterator[Pair]:
        """For each route the pair around two papers, where one is decided otherwise than the other."""
        before, after = self._judged(first), self._judged(second)
        for desk in self._each_route():
            for part in desk.parts:
                row = self._row_between(desk, part, of, before, after) if of in part.owners else None
                if row is not None:
                    plain = self._case(desk, part, row)
                    yield Pair(_and(plain, first), _and(plain, second))
                    break

    def _judged(self, paper: Document | None) -> Paper | None:
        rules = self.world.procedure.kinds
        return None if paper is None else judge_paper(rules[paper.kind], paper, _UPON, self.on)

    def _row_between(
        self, desk: Desk, part: Part, of: str, before: Paper | None, after: Paper | None
    ) -> Row | None:
        """The row with the fewest papers that stands otherwise with one more paper than with the other."""
        place, ground, bits = part.owners.index(of), desk.ground(part), self.world.bits_with
        for row in part.rows:
            if len(row.piles[place].papers) < desk.piles[of].most:
                first = bits(desk, part, row, of, before) | ground
                if first != bits(desk, part, row, of, after) | ground:
                    return row
        return None

    def _of_twins(self, _: Entry) -> Iterator[Pair]:
        """Two papers of two kinds, and two of one."""
        for desk in self._each_route():
            for part in desk.parts:
                for row, same in _twins(part):
                    if row.whole != same.whole:
                        yield Pair(self._case(desk, part, row), self._case(desk, part, same))
                        break

    # PINs and what they are asked for

    def _of_pin(self, entry: Entry) -> Iterator[Pair]:
        """The same request for this PIN and for another."""
        for desk in self._each_route():
            pins = [pin for pin in self.world.book.pins if pin != entry.id]
            pairs = self._differing(desk, [(entry.id,)], [(pin,) for pin in pins])
            yield from sorted(pairs, key=self._distance, reverse=True)[:1]

    def _differing(
        self, desk: Desk, some: list[tuple[str, ...]], other: list[tuple[str, ...]]
    ) -> Iterator[Pair]:
        for part in desk.parts:
            for row in self._ways(desk, part):
                plain = self._case(desk, part, row)
                for first in some:
                    for second in other:
                        pair = Pair(replace(plain, pins=first), replace(plain, pins=second))
                        if _pins(self._decided(pair.first)) != _pins(self._decided(pair.second)):
                            yield pair

    def _distance(self, pair: Pair) -> int:
        """How far the words of two cases lie apart, in one of which something is accepted."""
        words = (each.pins.values() for each in map(self._decided, pair) if each)
        places = [min(map(PIN_WORDS.index, each)) for each in words]
        return max(places) - 2 * min(places)

    def _of_operation(self, entry: Entry) -> Iterator[Pair]:
        """The same request for something else, where that is decided, or told, otherwise."""
        for desk in self._each_route():
            plain = self._case(desk)
            for other in self.world.book.operations:
                first, second = (
                    replace(plain, facts={**plain.facts, "operation": name}) for name in (entry.id, other)
                )
                if _all_told(self._decided(first)) != _all_told(self._decided(second)):
                    yield Pair(first, second)

    # Notices

    def _of_notice(self, entry: Entry) -> Iterator[Pair]:
        """It is told, and is not where the least is otherwise."""
        for desk in self._each_route():
            plain = self._case(desk)
            told = {True: list[Case](), False: list[Case]()}
            for case in self._around(desk, self.entries.now(entry)):
                told[(entry.group, entry.id) in _notices(self._decided(case))].append(case)
            if told[True] and told[False]:
                first = min(told[True], key=lambda case: _difference(plain, case))
                yield Pair(first, min(told[False], key=lambda case: _difference(first, case)))

    def _around(self, desk: Desk, notice: Notice) -> list[Case]:
        """Situations of a desk, and with what the notice looks at, each in turn."""
        rows = [(part, row) for part in desk.parts for row in self._ways(desk, part)]
        cases = [self._case(desk), *(self._case(desk, part, row) for part, row in rows)]
        for when in filter(None, (notice.when, notice.unless)):
            for change in self._changes(desk, when):
                cases += [replace(case, **change(case)) for case in cases[:_AROUND]]
        return cases

    def _changes(self, desk: Desk, when: When) -> Iterator[Callable[[Case], dict[str, Any]]]:
        """What a condition looks at, each as a change of a case."""
        facts = [*(when.facts or {}).items(), *(when.any_fact or {}).items()]
        facts += [("operation", name) for name in self.world.book.operations if when.operation]
        yield from (partial(_with_fact, fact) for fact in facts)
        named = [*(when.pins or ()), *(when.only_one_of or ())]
        besides = [pin for pin in desk.judging.pins if pin not in named][: len(named)]
        yield from (partial(_with_pin, pin) for pin in (*named, *besides[:1]))
        for kind in when.papers or ():
            yield from (partial(_with_paper, Document(kind, of, {})) for of in owners_of(desk.comer))

    # Days

    def _by_date(self, entry: Entry) -> Iterator[Pair]:
        """The same request the day before something begins or after it has ended, and then."""
        days = {each.span.first for each in entry.versions} | {
            each.span.last + _DAY for each in entry.versions if each.span.last < date.max
        }
        for day in sorted(days - {date.min}):
            turning = self._on(day)
            pairs = turning._by_group[entry.group](entry)
            plain = (turning._case(desk) for desk in turning._each_route())
            for case in (*(case for pair in pairs for case in pair[::-1]), *plain):
                before, after = replace(case, on=day - _DAY), replace(case, on=day)
                if _all_told(self._decided(before)) != _all_told(self._decided(after)):
                    yield Pair(before, after)
                    break

    def _on(self, day: date) -> "Turning":
        if day not in self._other_days:
            self._other_days[day] = self if day == self.on else Turning(self.entries, self.links, day)
        return self._other_days[day]

    # Around them

    def _each_route(self) -> Iterator[Desk]:
        """One desk of each route."""
        seen = set()
        for desk in self.world.desks:
            if desk.route.name not in seen:
                seen.add(desk.route.name)
                yield desk

    def _desks_of(self, route: str) -> list[Desk]:
        return [desk for desk in self._each_route() if desk.route.name == route]

    def _decided(self, case: Case) -> Decision | None:
        try:
            return decide(self.entries.book, case)
        except NotInForce:
            return None

    # Which rows are plain

    def _ways(self, desk: Desk, part: Part) -> list[Row]:
        """The plainest row of each way in which a part can stand, the plainest first."""
        rows = sorted(part.rows, key=lambda row: self._plainness(desk, part, row), reverse=True)
        return [*{row.bits: row for row in rows}.values()][::-1]

    def _case(self, desk: Desk, part: Part | None = None, row: Row | None = None) -> Case:
        """The row, and all else as plain as it can stand well."""
        rows = [row if each is part and row else self._plainest(desk, each) for each in desk.parts]
        touched = [pin for each in (part.requirements if part else ()) for pin in each.pins or ()]
        pins = [pin for pin in desk.judging.pins if pin in touched] or desk.judging.pins
        return desk.joined(rows, tuple(pins[:1])).case()

    def _plainest(self, desk: Desk, part: Part) -> Row:
        """The plainest row in which all stands as well as it can."""
        key = id(part)
        if key not in self._plain:
            best = min(row.whole.bit_count() for row in part.rows)
            rows = [row for row in part.rows if row.whole.bit_count() == best]
            self._plain[key] = min(rows, key=lambda row: self._plainness(desk, part, row))
        return self._plain[key]

    def _plainest_met(self, desk: Desk, part: Part, place: int) -> Row | None:
        """The plainest in which one requirement applies and is met; the others stand as they can."""
        rows = [row for row in part.rows if row.outcomes[place] is not None and not row.bits[place]]
        return min(
            rows, key=lambda row: (row.whole.bit_count(), *self._plainness(desk, part, row)), default=None
        )

    def _plainness(self, desk: Desk, part: Part, row: Row) -> tuple[int, int]:
        """How much of it no question tells, and how much there is to tell. The less, the plainer."""
        facts = {name: value for name, value in zip(part.facts, row.facts, strict=True) if value is not None}
        key = (tuple(desk.comer.items()), tuple(facts.items()))
        if key not in self._untold:
            self._untold[key] = untold(self.world.book, {**desk.comer, **facts})
        return self._untold[key], len(facts) + sum(len(pile.papers) for pile in row.piles)


def _one_fact(part: Part, row: Row, other: Row) -> str:
    """The fact in which alone two rows differ; nothing where there is none."""
    differing = [
        name for name, one, two in zip(part.facts, row.facts, other.facts, strict=True) if one != two
    ]
    same_papers = all(one.shape == two.shape for one, two in zip(row.piles, other.piles, strict=True))
    return differing[0] if len(differing) == 1 and same_papers else ""


def _apart(row: Row, other: Row) -> int:
    """In how many facts and papers two rows differ."""
    facts: int = sum(one != two for one, two in zip(row.facts, other.facts, strict=True))
    piles = zip(row.piles, other.piles, strict=True)
    papers = sum(_papers_apart(one.documents, two.documents) for one, two in piles)
    return facts + papers


def _papers_apart(some: Iterable[Document], other: Iterable[Document]) -> int:
    """A paper that is otherwise counts once, one that is missing twice."""
    first, second = _counted(some), _counted(other)
    gone, come = (first - second).total(), (second - first).total()
    return max(gone, come) + abs(gone - come)


def _counted(papers: Iterable[Document]) -> Counter[str]:
    return Counter(f"{each.kind} {sorted(each.seen.items())}" for each in papers)


def _difference(first: Case, second: Case) -> tuple[int, int]:
    """In how much two cases differ, and how large the second is."""
    facts = first.facts.items() ^ second.facts.items()
    pins = {*first.pins} ^ {*second.pins}
    papers = _papers_apart(first.documents, second.documents)
    return len({name for name, _ in facts}) + len(pins) + papers, _size(second)


def _size(case: Case) -> int:
    return len(case.facts) + len(case.pins) + len(case.documents)


def _with_fact(fact: tuple[str, Any], case: Case) -> dict[str, Any]:
    return {"facts": {**case.facts, **dict([fact])}}


def _with_pin(pin: str, _: Case) -> dict[str, Any]:
    return {"pins": (pin,)}


def _with_paper(paper: Document, case: Case) -> dict[str, Any]:
    return {"documents": (*case.documents, paper)}


def _and(case: Case, paper: Document | None) -> Case:
    return case if paper is None else replace(case, documents=(*case.documents, paper))


def _twins(part: Part) -> Iterator[tuple[Row, Row]]:
    """Rows with two papers of two kinds, each with that in which they are of one kind."""
    rows = {(row.facts, tuple(pile.shape for pile in row.piles)): row for row in part.rows}
    for row in part.rows:
        for place, pile in enumerate(row.piles):
            for number, (group, effects) in enumerate(pile.shape):
                if len(effects) == 1:
                    continue
                apart = ((group, (effect,)) for effect in effects)
                shape = tuple(sorted((*pile.shape[:number], *apart, *pile.shape[number + 1 :])))
                piles = [each.shape for each in row.piles]
                piles[place] = shape
                if (other := rows.get((row.facts, tuple(piles)))) is not None:
                    yield other, row


def _pins(decision: Decision | None) -> Any:
    """The words of the PINs, whatever these are."""
    return decision and (sorted(decision.pins.values()), decision.flow)


def _notices(decision: Decision | None) -> set[tuple[str, str]]:
    if decision is None:
        return set()
    return {("alternatives", name) for name in decision.advice} | {
        ("notices", name) for name, _ in decision.notes
    }


def _all_told(decision: Decision | None) -> Any:
    return _pins(decision), sorted(_notices(decision))
