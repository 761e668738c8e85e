"""What turns on papers: on their kinds and classes, and on what is looked at."""

from collections.abc import Iterator

from msgspec.structs import replace

from mynadesk.browsing.entries import Entry
from mynadesk.browsing.turning.ground import Ground, Pair
from mynadesk.decision.case import Case, Document
from mynadesk.decision.papers import Paper, judge_paper
from mynadesk.proof.papers import every_paper
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.rulebook.schema import Check

_UPON = 50
"""The number of a paper that is laid upon a pile."""


class ByPaper:
    """Pairs of kinds, classes, checks, and of two papers of one kind."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._world, self._on = ground.world, ground.on

    def of_kind(self, entry: Entry) -> Iterator[Pair]:
        """Without such a paper and with it; in order, and each way in which it is not."""
        if entry.id not in self._world.book.documents.kinds:
            return
        for of, papers in self._world.papers.items():
            best, *rest = papers.effects[entry.id]
            good = papers.example(entry.id, best)
            yield from self._with(of, None, good)
            for effect in reversed(rest):
                yield from list(self._with(of, good, papers.example(entry.id, effect)))[:1]

    def of_class(self, entry: Entry) -> Iterator[Pair]:
        kinds = [name for name, kind in self._world.book.documents.kinds.items() if kind.class_ == entry.id]
        for name in kinds[:1]:
            if kind := self._ground.entries.find("kinds", name):
                yield from self.of_kind(kind)

    def of_check(self, entry: Entry) -> Iterator[Pair]:
        """A paper that meets it, and one that differs in what the check looks at."""
        check: Check = self._ground.entries.now(entry)
        for name, rules in self._world.procedure.kinds.items():
            if not any(each.entry is check for each in rules.checks):
                continue
            for of in self._world.papers:
                papers = list(every_paper(self._world.book, rules, name, of, self._on))
                clean = [each for each in papers if not judge_paper(rules, each, _UPON, self._on).problems]
                failing = [
                    each for each in papers if judge_paper(rules, each, _UPON, self._on).problems == (check,)
                ]
                if clean and failing:
                    yield from self._with(of, clean[0], failing[0])
                elif failing:  # it can never be met: papers of another kind can
                    yield from self._with(of, self._other(name, of), failing[0])

    def _other(self, kind: str, of: str) -> Document | None:
        """A paper in order of that kind of the same class which stands best."""
        documents, papers = self._world.book.documents, self._world.papers[of]
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
        for desk in self._ground.each_route():
            for part in desk.parts:
                row = self._row_between(desk, part, of, before, after) if of in part.owners else None
                if row is not None:
                    plain = self._ground.case(desk, part, row)
                    yield Pair(_and(plain, first), _and(plain, second))
                    break

    def _judged(self, paper: Document | None) -> Paper | None:
        rules = self._world.procedure.kinds
        return None if paper is None else judge_paper(rules[paper.kind], paper, _UPON, self._on)

    def _row_between(
        self, desk: Desk, part: Part, of: str, before: Paper | None, after: Paper | None
    ) -> Row | None:
        """The row with the fewest papers that stands otherwise with one more paper than with the other."""
        place, ground, bits = part.owners.index(of), desk.ground(part), self._world.bits_with
        for row in part.rows:
            if len(row.piles[place].papers) < desk.piles[of].most:
                first = bits(desk, part, row, of, before) | ground
                if first != bits(desk, part, row, of, after) | ground:
                    return row
        return None

    def of_twins(self, _: Entry) -> Iterator[Pair]:
        """Two papers of two kinds, and two of one."""
        for desk in self._ground.each_route():
            for part in desk.parts:
                for row, same in _twins(part):
                    if row.whole != same.whole:
                        yield Pair(self._ground.case(desk, part, row), self._ground.case(desk, part, same))
                        break


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
