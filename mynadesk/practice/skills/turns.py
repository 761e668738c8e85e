"""On what a scene can turn: each kind of turn makes two drafts that differ in one fact."""

from datetime import timedelta
from random import Random
from typing import Any, Protocol

import msgspec

from mynadesk.dates.age import first_birth_date_still_younger
from mynadesk.practice.scenes.draft import Draft
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.scenes.tree import Path, turn_on, values_of
from mynadesk.rulebook.schema import Needs, Requirement

_DAY = timedelta(days=1)
_MORE_PINS_SHARE = 0.4


class Turned(msgspec.Struct, frozen=True):
    """Two drafts, first the one in which the requirement stands better."""

    better: Draft
    worse: Draft
    rule: str
    """The key of the requirement in requirements.yaml."""
    fact: str = ""
    """The fact on which it turns, if it is one."""


class Turn(Protocol):
    """One way in which a decision can turn."""

    def sketch(self, begin: "Begin") -> Turned | None:
        """Two drafts, or None where these random choices do not go together."""
        ...


class Begin(msgspec.Struct, frozen=True):
    """Begins drafts on one day with one source of chance."""

    studio: Studio
    on: Any
    random: Random

    def draft(self, rule: str) -> Draft:
        """A draft on a route of a requirement, in which that is asked for."""
        studio, entry = self.studio, self.studio.book.requirements[rule]
        draft = Draft(studio, self.random.choice(studio.routes_of[rule]), self.on, self.random)
        draft.facts |= entry.only_if
        own = studio.pins_of(entry)
        if len(own) < len(studio.book.pins):
            draft.pins = self._pins(own)
        return draft

    def _pins(self, own: tuple[str, ...]) -> tuple[str, ...]:
        """One of these PINs, perhaps beside another one."""
        chosen = {self.random.choice(own)}
        if self.random.random() < _MORE_PINS_SHARE:
            chosen.add(self.random.choice(list(self.studio.book.pins)))
        return tuple(pin for pin in self.studio.book.pins if pin in chosen)


class FactTurn(msgspec.Struct, frozen=True):
    """A fact is answered one way or the other."""

    rule: str
    path: Path
    fact: str
    better: tuple[Any, ...]
    worse: tuple[Any, ...]
    one_of_a_list: bool = False
    """`better` is one entry of a list of equals, such as one reason."""

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        draft, needs = begin.draft(self.rule), studio.book.requirements[self.rule].needs
        draft.facts = {
            **turn_on(studio.book, needs, self.path, draft.facts, begin.random).facts,
            **draft.facts,
        }
        better, worse = begin.random.choice(self.better), begin.random.choice(self.worse)
        born = self._births(studio, begin, better)
        draft.facts |= {self.fact: better} | ({born[0]: born[1]} if born else {})
        if not draft.fill():
            return None
        other = draft.twin()
        other.facts |= {self.fact: worse} | ({born[0]: born[2]} if born else {})
        other.birth = born[2] if born else other.birth
        return Turned(draft, other, self.rule, self.fact) if other.fits else None

    def _births(self, studio: Studio, begin: Begin, better: Any) -> tuple[str, Any, Any] | None:
        """For a fact that follows from a birth date: its name, and the days around the birthday."""
        rule = studio.younger_than.get(self.fact)
        if rule is None:
            return None
        younger = first_birth_date_still_younger(studio.years(rule.years), begin.on)
        older = younger - _DAY
        return (rule.by, younger, older) if better else (rule.by, older, younger)


class PurposeTurn(msgspec.Struct, frozen=True):
    """What the person wants to do needs a PIN that is touched by a requirement, or another one."""

    rule: str
    fact: str
    worse: tuple[Any, ...]
    pin: str
    purpose: str

    def sketch(self, begin: Begin) -> Turned | None:
        studio = begin.studio
        others = [
            pin
            for pin, entry in studio.book.pins.items()
            if entry.purposes and pin not in studio.pins_of(studio.book.requirements[self.rule])
        ]
        if not others:
            return None
        other = begin.random.choice(others)
        draft = begin.draft(self.rule)
        draft.pins = tuple(pin for pin in studio.book.pins if pin in (self.pin, other))
        draft.facts[self.fact] = begin.random.choice(self.worse)
        if not draft.fill():
            return None
        worse = draft.twin()
        draft.pins, worse.pins, worse.purpose = (other,), (self.pin,), self.purpose
        return Turned(draft, worse, self.rule, self.fact)


def fact_turns(studio: Studio, rule: str, path: Path, leaf: Needs) -> dict[str, FactTurn]:
    """The turns of a leaf by what they are called: one for each answer that is not the best."""
    fact = str(leaf.fact)
    table = values_of(studio.book, leaf)
    best = min(table.values())
    better = tuple(value for value, standing in table.items() if standing is best)
    listed = studio.book.facts[fact].listed_in if fact in studio.book.facts else None
    found = {}
    for value, standing in table.items():
        if standing is not best:
            key = str(value).lower() if isinstance(value, bool) else str(value)
            found[key] = FactTurn(rule, path, fact, better, (value,))
        elif listed:
            worse = tuple(each for each, how in table.items() if how is not best)
            found[f"listed/{value}"] = FactTurn(rule, path, fact, (value,), worse, one_of_a_list=True)
    return found


def touches_some(studio: Studio, rule: Requirement) -> bool:
    """Whether a requirement touches some PINs only."""
    return len(studio.pins_of(rule)) < len(studio.book.pins)
