"""Every paper that can be shown, collapsed to its effect: what it may stand as, and how well.

Each is judged by the engine that decides. Kinds that can have the same effects are alike, except that two
papers of one kind may count for less.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

import msgspec

from mynadesk.decision.case import Document, Seen
from mynadesk.decision.papers import KindRules, Paper, compile_kinds, judge_paper
from mynadesk.proof.days import day_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing

Effect = tuple[tuple[str, Standing, Standing, bool], ...]
"""By class: how a paper stands, the best it can come to, and whether something is still to be asked of it."""

_A_DAY = timedelta(days=1)
_VISITORS_FROM = 100
"""Papers of the visitor are numbered from here, so that none has the number of one of the holder's."""


class Alike(msgspec.Struct, frozen=True):
    """Kinds of paper that can have the same effects."""

    kinds: tuple[str, ...]
    effects: tuple[Effect, ...]


def effect_of(paper: Paper) -> Effect:
    """What a placing can see of a paper, besides its kind."""
    return tuple(
        sorted((name, side.standing, side.best, bool(side.ask)) for name, side in paper.sides.items())
    )


def every_paper(book: Rulebook, rules: KindRules, kind: str, of: str, on: date) -> Iterator[Document]:
    """Every paper of a kind by what its checks read: each answer, each date on both sides of its limits."""
    names = sorted({check.property for check in _checks(rules) if check.property is not None})
    answers = [_answers(book, rules, name, on) for name in names]
    for values in product(*answers):
        seen: Seen = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        yield Document(kind, of, seen)


def _checks(rules: KindRules) -> list[Any]:
    return [*rules.checks, *(check for _, check in rules.sides)]


def _answers(book: Rulebook, rules: KindRules, name: str, on: date) -> list[Any]:
    type_ = book.documents.properties[name].type
    if type_ == "yes_no":
        return [True, False, None]
    if type_ == "expiry":
        return ["in_date", "expired", *around(on), None]
    limits = [
        day_of(book, check.entry.not_before)
        for check in _checks(rules)
        if check.property == name and check.entry.not_before is not None
    ]
    days = {day for limit in (*limits, on) for day in around(limit) if day <= on}
    return [*sorted(days, reverse=True), None]


def around(day: date) -> list[date]:
    """A day, the day after it and the day before it, as far as the calendar goes."""
    after = [day + _A_DAY] if day < date.max else []
    before = [day - _A_DAY] if day > date.min else []
    return [day, *after, *before]


class Papers:
    """Every effect that papers of one owner can have on one day."""

    def __init__(self, book: Rulebook, of: str, on: date) -> None:
        self.book, self.of, self.on = book, of, on
        self.rules = compile_kinds(book)
        self.judged = 0
        self._examples: dict[tuple[str, Effect], Document] = {}
        self._papers: dict[tuple[str, Effect, int], Paper] = {}
        self.effects: dict[str, tuple[Effect, ...]] = {kind: self._effects(kind) for kind in self.rules}
        """By kind, the best first."""
        self.alike = _alike(self.effects)

    def _effects(self, kind: str) -> tuple[Effect, ...]:
        for document in every_paper(self.book, self.rules[kind], kind, self.of, self.on):
            paper = judge_paper(self.rules[kind], document, 0, self.on)
            self.judged += 1
            self._examples.setdefault((kind, effect_of(paper)), document)
        return tuple(sorted(effect for known, effect in self._examples if known == kind))

    def example(self, kind: str, effect: Effect) -> Document:
        """A paper of that kind with that effect."""
        return self._examples[kind, effect]

    def paper(self, kind: str, effect: Effect, place: int) -> Paper:
        """The example, judged, as it lies at a place of the owner's pile."""
        key = kind, effect, place
        if key not in self._papers:
            index = place if self.of == "holder" else place + _VISITORS_FROM
            self._papers[key] = judge_paper(self.rules[kind], self._examples[kind, effect], index, self.on)
        return self._papers[key]


def _alike(effects: dict[str, tuple[Effect, ...]]) -> tuple[Alike, ...]:
    groups: dict[tuple[Effect, ...], list[str]] = {}
    for kind, each in effects.items():
        groups.setdefault(each, []).append(kind)
    return tuple(Alike(tuple(kinds), each) for each, kinds in groups.items())
