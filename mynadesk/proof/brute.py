"""The proof's collapse held against situations written out in full.

Three things are looked at: that no paper has an effect the proof does not know; that piles of papers written
out stand as the piles that stand for them, larger ones as the best of their parts; and that whole situations,
with all that no rule reads, are decided as their parts say.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import combinations, combinations_with_replacement, product
from operator import and_, or_
from random import Random
from typing import Any

import msgspec

from mynadesk.decision.case import Document
from mynadesk.decision.decide import decide
from mynadesk.decision.papers import Paper, judge_paper
from mynadesk.proof.answers import owners_of
from mynadesk.proof.days import days_to_prove
from mynadesk.proof.papers import Papers, around, effect_of
from mynadesk.proof.piles import Shape
from mynadesk.proof.situation import Situation, as_written
from mynadesk.proof.tables import Bits, Desk, Part, Row
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.words import Language, Words

_FAR = (timedelta(days=400), timedelta(days=7000))
_TOO_MANY = 3
"""Papers more than can matter, at most."""
_SEED = 2026


class Compared(msgspec.Struct):
    """How much was written out, and the cases that are decided otherwise than the proof says."""

    papers: int = 0
    piles: int = 0
    large_piles: int = 0
    situations: int = 0
    differences: list[dict[str, Any]] = msgspec.field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Ready for JSON."""
        return msgspec.structs.asdict(self)

    def as_text(self, language: Language) -> str:
        """For people."""
        counts = {name: f"{getattr(self, name):,}" for name in self.__struct_fields__[:-1]}
        found = len(self.differences)
        return (
            Words(
                "\n総当たりとの照合: 書類 {papers}、束 {piles}、大きな束 {large_piles}、場面 {situations}、"
                f"違い {found}",
                "\nheld against brute force: {papers} papers, {piles} piles, {large_piles} larger piles, "
                f"{{situations}} situations, {found} differences",
            )
            .in_(language)
            .format(**counts)
        )


def brute(book: Rulebook, on: date | None = None, cases: int | None = None) -> Compared:
    """Write situations out and compare.

    Args:
        book: The rulebook.
        on: One day only.
        cases: So many piles, larger piles and situations of each visitor and day are drawn. Without it all
            piles that can matter, and all ways in which the parts of a situation can stand together,
            are written out; of larger piles, of which there is no end, and of what no rule reads, samples.
    """
    done, rng = Compared(), Random(_SEED)
    for day in days_to_prove(book) if on is None else (on,):
        world = World(book, day)
        shown = {owner: _papers(world, papers, done) for owner, papers in world.papers.items()}
        for desk in world.desks:
            each = _Desk(world, desk, shown, rng, done)
            each.compare(cases)
    return done


def _papers(world: World, papers: Papers, done: Compared) -> list[Document]:
    """Every paper there can be, one for all that the engine cannot tell apart."""
    found: dict[Any, Document] = {}
    for kind in papers.effects:
        for document in every_written_paper(world, kind, papers.of):
            paper = judge_paper(papers.rules[kind], document, 0, world.on)
            done.papers += 1
            if effect_of(paper) not in papers.effects[kind]:
                situation = Situation(world.on, tuple(world.book.pins)[:1], {**world.comers[-1]}, (document,))
                done.differences.append(as_written(world.book, situation))
            found.setdefault((kind, tuple(map(_side, sorted(paper.sides.items())))), document)
    return list(found.values())


def _side(side: Any) -> Any:
    name, entry = side
    return name, entry.standing, entry.best, entry.ask


def every_written_paper(world: World, kind: str, of: str) -> Iterator[Document]:
    """Each kind with every answer to every property, and dates near and far on both sides of every limit."""
    on, properties = world.on, world.book.documents.properties
    limits = {
        date.fromisoformat(str(each.value)) for each in world.book.figures.values() if each.unit == "date"
    }
    answers: list[list[Any]] = []
    for entry in properties.values():
        if entry.type == "yes_no":
            answers.append([True, False, None])
        elif entry.type == "expiry":
            answers.append(["in_date", "expired", None, *_near_and_far(on)])
        else:
            days = {day for limit in (*limits, on) for day in around(limit) if day <= on}
            answers.append([None, *sorted(days)])
    for values in product(*answers):
        seen = {name: value for name, value in zip(properties, values, strict=True) if value is not None}
        yield Document(kind, of, seen)


def _near_and_far(on: date) -> list[date]:
    return [*around(on), *(on + far for far in _FAR), *(on - far for far in _FAR)]


class _Desk:
    """One visitor's situations, written out."""

    def __init__(
        self, world: World, desk: Desk, shown: dict[str, list[Document]], rng: Random, done: Compared
    ) -> None:
        self.world, self.desk, self.shown, self.rng, self.done = world, desk, shown, rng, done
        self.rows = [
            {(row.facts, tuple(pile.shape for pile in row.piles)): row for row in part.rows}
            for part in desk.parts
        ]
        self.kinds = {
            of: {kind: number for number, each in enumerate(papers.alike) for kind in each.kinds}
            for of, papers in world.papers.items()
        }

    def compare(self, cases: int | None) -> None:
        for number, part in enumerate(self.desk.parts):
            for of in part.owners:
                if len(part.owners) == 1 and not part.facts and of in owners_of(self.desk.comer):
                    self._compare_piles(number, part, of, cases)
        wholes = self._drawn(cases) if cases is not None else self._all_wholes()
        for situation, bits in wholes:
            self.done.situations += 1
            self._compare(situation, bits)

    # Piles of papers

    def _compare_piles(self, number: int, part: Part, of: str, cases: int | None) -> None:
        documents, most = self.shown[of], self.desk.piles[of].most
        if cases is None:
            piles: Iterable[Sequence[Document]] = (
                pile for count in range(most + 1) for pile in combinations_with_replacement(documents, count)
            )
        else:
            piles = (self.rng.choices(documents, k=self.rng.randint(0, most)) for _ in range(cases))
        for pile in piles:
            self.done.piles += 1
            self._compare_pile(part, of, pile, self._bits(number, of, pile))
        for _ in range(cases if cases is not None else len(documents) ** 2 // 10):
            pile = self.rng.choices(documents, k=most + self.rng.randint(1, _TOO_MANY))
            best = reduce(and_, (self._bits(number, of, fewer) for fewer in combinations(pile, most)))
            self.done.large_piles += 1
            self._compare_pile(part, of, pile, best)

    def _bits(self, number: int, of: str, pile: Sequence[Document]) -> Bits:
        """How the part stands by the proof."""
        return self.rows[number][(), (self._shape(of, pile),)].whole

    def _shape(self, of: str, pile: Sequence[Document]) -> Shape:
        """The shape that stands for a pile."""
        papers = self.world.papers[of]
        effects: dict[str, list[int]] = {}
        for document in pile:
            paper = judge_paper(papers.rules[document.kind], document, 0, self.world.on)
            effects.setdefault(document.kind, []).append(
                papers.effects[document.kind].index(effect_of(paper))
            )
        return tuple(sorted((self.kinds[of][kind], tuple(sorted(each))) for kind, each in effects.items()))

    def _compare_pile(self, part: Part, of: str, pile: Sequence[Document], bits: Bits) -> None:
        papers: list[Paper] = [
            judge_paper(self.world.procedure.kinds[document.kind], document, index, self.world.on)
            for index, document in enumerate(pile)
        ]
        judging = self.desk.judging
        view, found = judging.view({}, {of: papers}), 0
        for requirement in part.requirements:
            found |= judging.bits(requirement, judging.judge(requirement, view))
        if found != bits:
            situation = self.desk.situation(part, part.easiest)
            self._differs(msgspec.structs.replace(situation, documents=tuple(pile)))

    # Whole situations

    def _all_wholes(self) -> Iterator[tuple[Situation, Bits]]:
        """Every way in which the parts can stand together, with every choice of PINs by turns."""
        ways = [list({row.bits: row for row in part.rows}.values()) for part in self.desk.parts]
        for rows in product(*ways):
            yield self._whole(rows)

    def _drawn(self, cases: int) -> Iterator[tuple[Situation, Bits]]:
        for _ in range(cases):
            yield self._whole([self.rng.choice(part.rows) for part in self.desk.parts])

    def _whole(self, rows: Sequence[Row]) -> tuple[Situation, Bits]:
        """A situation that the rows stand for, written out: other answers and papers that are alike, and
        anything at all where no rule looks."""
        pins = self.desk.judging.pins
        chosen = tuple(self.rng.sample(pins, self.rng.randint(1, len(pins))))
        plain = self.desk.joined(rows, chosen)
        facts = {name: self._alike(name, value) for name, value in plain.facts.items()}
        for name, answers in self.world.book.fact_values.items():
            if name not in facts and answers:
                facts[name] = self.rng.choice((*answers, None))
        documents = [self._alike_paper(paper) for paper in plain.documents]
        self.rng.shuffle(documents)
        bits = reduce(or_, (row.whole for row in rows), 0)
        return msgspec.structs.replace(plain, facts=facts, documents=tuple(documents)), bits

    def _alike(self, name: str, value: Any) -> Any:
        if name not in self.world.answers or name in ("visitor", "visit"):
            return value
        return self.rng.choice(next(each.all for each in self.world.answers[name] if each.answer == value))

    def _alike_paper(self, paper: Document) -> Document:
        """The same kind with the same effect, and with answers to what is not asked of the kind."""
        read = {check.property for check in self.world.procedure.kinds[paper.kind].checks}
        read |= {check.property for _, check in self.world.procedure.kinds[paper.kind].sides}
        more = {
            name: self.rng.choice([True, False])
            for name, entry in self.world.book.documents.properties.items()
            if name not in read and entry.type == "yes_no"
        }
        return Document(paper.kind, paper.of, {**more, **paper.seen})

    def _compare(self, situation: Situation, bits: Bits) -> None:
        decision = decide(self.world.book, situation.case())
        words = self.desk.words(bits, situation.pins)
        away = self.desk.is_turned_away(bits, situation.pins)
        if decision.pins != words or (decision.flow is None) != away:
            self._differs(situation)

    def _differs(self, situation: Situation) -> None:
        self.done.differences.append(as_written(self.world.book, situation))
