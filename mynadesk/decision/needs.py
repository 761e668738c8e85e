"""What a requirement needs, as a small tree over the scale of standings."""

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from typing import Any, Protocol

import msgspec

from mynadesk.decision.papers import Paper
from mynadesk.decision.placing import Places, Placing
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Needs
from mynadesk.standing import Standing

_MET, _ASK = Standing.met, Standing.ask
_YES_NO = {"true": "met", "false": "missing"}


class View(msgspec.Struct, frozen=True, gc=False):
    """What a requirement can look at."""

    facts: dict[str, Any]
    papers: dict[str, list[Paper]]
    """By owner."""


class Judgement(msgspec.Struct, frozen=True, gc=False):
    standing: Standing
    best: Standing
    """The best it could come to once everything unknown is answered well."""
    ask: tuple[str, ...] = ()
    met_by: tuple[int, ...] = ()


class Node(Protocol):
    """One knot of the tree."""

    def judge(self, view: View) -> Judgement: ...

    def lacking(self, view: View) -> list[Places]:
        """The alternatives that would have to be added, each a set of classes or of ids."""
        ...


class FactNode:
    """How a fact's answer stands."""

    def __init__(self, fact: str, table: dict[Any, Standing], requirement: str) -> None:
        self._fact = fact
        self._known = {value: Judgement(standing, standing) for value, standing in table.items()}
        self._unknown = Judgement(_ASK, min(_ASK, *table.values()), (fact,))
        self._lacking: list[Places] = [(requirement,)]

    def judge(self, view: View) -> Judgement:
        value = view.facts.get(self._fact)
        return self._unknown if value is None else self._known[value]

    def lacking(self, view: View) -> list[Places]:
        return [()] if self.judge(view).standing <= _ASK else self._lacking


class PapersNode:
    """Places to be filled by papers of one owner."""

    def __init__(self, owner: str, placing: Placing) -> None:
        self._owner = owner
        self._placing = placing

    def judge(self, view: View) -> Judgement:
        papers = view.papers[self._owner]
        placed = self._placing.best(papers)
        if placed.standing is _MET:
            return Judgement(_MET, _MET, (), placed.indexes)
        ask = self._placing.still_to_ask(papers, placed.standing)
        return Judgement(placed.standing, _MET if ask else placed.standing, ask)

    def lacking(self, view: View) -> list[Places]:
        return self._placing.lacking(view.papers[self._owner])


class AllNode:
    """Stands as its worst part."""

    def __init__(self, parts: list[Node]) -> None:
        self._parts = parts

    def judge(self, view: View) -> Judgement:
        judged = [part.judge(view) for part in self._parts]
        standing = max([each.standing for each in judged])
        best = max([each.best for each in judged])
        if standing is _MET:
            return Judgement(_MET, _MET, (), _united([each.met_by for each in judged]))
        open_ = best < standing or standing is _ASK
        return Judgement(standing, best, _united([each.ask for each in judged]) if open_ else ())

    def lacking(self, view: View) -> list[Places]:
        return reduce(_both, (part.lacking(view) for part in self._parts))


class AnyNode:
    """Stands as its best part."""

    def __init__(self, parts: list[Node]) -> None:
        self._parts = parts

    def judge(self, view: View) -> Judgement:
        judged = [part.judge(view) for part in self._parts]
        standing = min([each.standing for each in judged])
        if standing is _MET:
            return Judgement(_MET, _MET, (), next(each.met_by for each in judged if each.standing is _MET))
        best = min([each.best for each in judged])
        ask = _united(each.ask for each in judged if each.best < standing or each.standing is _ASK)
        return Judgement(standing, best, ask)

    def lacking(self, view: View) -> list[Places]:
        return [alternative for part in self._parts for alternative in part.lacking(view)]


def compile_needs(book: Rulebook, needs: Needs, requirement: str) -> Node:
    """The tree of a requirement, ready to be used. `requirement` is its id in decisions."""
    if needs.fact is not None:
        return FactNode(needs.fact, standings_of(book, needs), requirement)
    if needs.papers is not None:
        twins = Standing[book.documents.two_of_one_kind.standing]
        return PapersNode(needs.papers.of, Placing(needs.papers.one_of, twins))
    parts = [compile_needs(book, part, requirement) for part in needs.all or needs.any or []]
    return AllNode(parts) if needs.all is not None else AnyNode(parts)


def standings_of(book: Rulebook, leaf: Needs) -> dict[Any, Standing]:
    """Each value of a leaf's fact with its standing; `listed` stands for every entry of a list elsewhere."""
    named: dict[str, Any] = {**(leaf.is_ or _YES_NO)}
    table = {}
    for value in book.fact_values[str(leaf.fact)]:
        key = str(value).lower() if isinstance(value, bool) else value
        table[value] = Standing[named.get(key) or named["listed"]]
    return table


def _united(groups: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _both(left: list[Places], right: list[Places]) -> list[Places]:
    """Every way to add one alternative of each side; one id never twice, classes as often as needed."""
    return [
        (*one, *(part for part in other if part not in one or len(part) == 1))
        for one in left
        for other in right
    ]
