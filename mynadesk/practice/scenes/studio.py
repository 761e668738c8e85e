"""What all scenes of one rulebook are drawn from."""

from datetime import date
from functools import cached_property
from typing import Any

from mynadesk.decision.conditions import Condition, compile_notice
from mynadesk.interview.course import checks_of
from mynadesk.practice.scenes.lore import Ages, KindLore, Lore, ReasonLore, Visitor
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check, Facts, Notice, Requirement, YoungerThan
from mynadesk.words import Words


def holds(wanted: Facts, facts: Facts) -> bool:
    """Whether facts are known like this."""
    return all(facts.get(name) == value for name, value in wanted.items())


class Studio:
    """A rulebook with its lore, and what follows from both."""

    def __init__(self, book: Rulebook, lore: Lore) -> None:
        self.book = book
        self.lore = lore

    def figure(self, name: str) -> date:
        """A figure that is a date."""
        return date.fromisoformat(str(self.book.figures[name].value))

    def years(self, value: int | str) -> int:
        """A number of years, or the figure of that name."""
        return value if isinstance(value, int) else int(self.book.figures[value].value)

    def within(self, age: int, ages: Ages) -> bool:
        """Whether somebody of an age is among these."""
        return self.years(ages.from_) <= age <= self.years(ages.to)

    def kind(self, name: str) -> KindLore:
        """What is plausible of a kind of paper."""
        return self.lore.kinds.get(name) or KindLore()

    def reason(self, name: str) -> ReasonLore:
        """What is plausible of a reason."""
        return self.lore.reasons.get(name) or ReasonLore()

    def visitor(self, facts: Facts, age: int) -> Visitor | None:
        """Who stands at the counter, for a holder of this age."""
        for visitor in self.lore.telling.visitors:
            if holds(visitor.when, facts) and self.within(age, visitor.ages):
                return visitor
        return None

    def could_be_known(self, fact: str, facts: Facts) -> bool:
        """Whether a fact can be known beside the others."""
        lore = self.lore.facts.get(fact)
        return lore is None or holds(lore.only_if, facts)

    @cached_property
    def routes_of(self) -> dict[str, list[str]]:
        """The routes on which each requirement stands."""
        found: dict[str, list[str]] = {}
        for name in self.book.routes:
            for rule in self.rules_of(name):
                found.setdefault(rule, []).append(name)
        return found

    def facts_of(self, route: str) -> dict[str, Any]:
        """What is known of everybody on a route."""
        entry = self.book.routes[route]
        others = {name: not value for name, value in entry.unless.items() if isinstance(value, bool)}
        return {**entry.who, **entry.only_if, **(others if len(entry.unless) == 1 else {})}

    def rules_of(self, route: str) -> list[str]:
        """The requirements of a route, in order."""
        entry = self.book.routes[route]
        return [*entry.requires, *entry.for_single_pins]

    def pins_of(self, rule: Requirement) -> tuple[str, ...]:
        """The PINs that a requirement touches: all where it touches the whole request."""
        if isinstance(rule.pins, dict):
            wanted = rule.pins.items()
            pins = self.book.pins.items()
            return tuple(pin for pin, entry in pins if all(getattr(entry, k) == v for k, v in wanted))
        return tuple(rule.pins) or tuple(self.book.pins)

    @cached_property
    def younger_than(self) -> dict[str, YoungerThan]:
        """The facts that follow from a date of birth."""
        return {name: fact.younger_than for name, fact in self.book.facts.items() if fact.younger_than}

    @cached_property
    def checks(self) -> dict[str, tuple[Check, ...]]:
        """Every check of a kind, without those by which it counts as another class than its own."""
        documents = self.book.documents
        found = {}
        for name, kind in documents.kinds.items():
            group = documents.classes[kind.class_]
            others = [check for class_, check in group.counts.items() if class_ != kind.class_]
            found[name] = tuple(check for check in checks_of(self.book, name) if check not in others)
        return found

    def is_plain(self, kind: str) -> bool:
        """Whether a paper of this kind can be in order at all."""
        return not any(check.always or check.after for check in self.checks[kind])

    @cached_property
    def never(self) -> tuple[Condition, ...]:
        """What holds in no scene."""
        nothing = Words("", "")
        return tuple(
            compile_notice(self.book, Notice(text=nothing, source=[], when=when)) for when in self.lore.never
        )
