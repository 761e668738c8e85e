"""A scene in the making: what a turn wants of it, filled up so that all other requirements are met."""

from copy import copy
from datetime import date
from random import Random
from typing import Any

from mynadesk.decision.case import Case, Document
from mynadesk.practice.scenes.papers import Owner, Want, papers_for
from mynadesk.practice.scenes.people import age_of, births_of, born
from mynadesk.practice.scenes.studio import Studio, holds
from mynadesk.practice.scenes.tree import settle
from mynadesk.rulebook.schema import Requirement

_RESET_SHARE, _TWO_PINS_SHARE = 0.75, 0.3


class Draft:
    """Facts and wanted papers stay as they were set; `fill` adds the rest."""

    def __init__(self, studio: Studio, route: str, on: date, random: Random) -> None:
        self.studio = studio
        self.route = route
        self.on = on
        self.random = random
        self.facts: dict[str, Any] = studio.facts_of(route)
        self.pins: tuple[str, ...] = ()
        self.wants: dict[str, list[Want]] = {}
        self.papers: dict[str, list[Document]] = {}
        self.birth: date | None = None
        self.visitor_age = 0
        self.purpose = ""
        """The key of what the person wants to do; empty where any fits."""

    def twin(self) -> "Draft":
        """The same draft once more, to change one fact of it."""
        other = copy(self)
        other.facts = {**self.facts}
        other.papers = {owner: list(papers) for owner, papers in self.papers.items()}
        return other

    @property
    def holder_age(self) -> int:
        return age_of(self.birth or self.on, self.on)

    def owner(self, of: str) -> Owner:
        """Somebody who has papers here."""
        return Owner(of, self.holder_age if of == "holder" else self.visitor_age)

    def fill(self) -> bool:
        """Add what is wanting. False where the wishes do not go together."""
        random = self.random
        operations = list(self.studio.book.operations)
        usual = random.random() < _RESET_SHARE
        self.facts.setdefault("operation", operations[0] if usual else random.choice(operations))
        self.pins = self.pins or self._some_pins()
        self._settle()
        return self._bear() and self._take_papers()

    def case(self) -> Case:
        """What is known at the counter."""
        documents = tuple(paper for papers in self.papers.values() for paper in papers)
        known = {
            fact: value for fact, value in self.facts.items() if self.studio.could_be_known(fact, self.facts)
        }
        return Case(self.on, self.pins, known, documents)

    def applies(self, rule: Requirement) -> bool:
        """Whether a requirement is asked for by what is known so far."""
        touched = set(self.studio.pins_of(rule)) & set(self.pins)
        kept = rule.unless and holds(rule.unless, self.facts)
        return bool(touched) and holds(rule.only_if, self.facts) and not kept

    def _some_pins(self) -> tuple[str, ...]:
        pins = list(self.studio.book.pins)
        count = 2 if self.random.random() < _TWO_PINS_SHARE else 1
        chosen = self.random.sample(pins, min(count, len(pins)))
        return tuple(pin for pin in pins if pin in chosen)

    def _settle(self) -> None:
        for name in self.studio.rules_of(self.route):
            rule = self.studio.book.requirements[name]
            if self.applies(rule):
                settled = settle(self.studio.book, rule.needs, self.facts, self.random)
                self.facts = {**settled.facts, **self.facts}
                for owner, classes in settled.papers.items():
                    self.wants.setdefault(owner, [Want(class_) for class_ in classes])

    def _bear(self) -> bool:
        """Find a birth date; it is a fact of the case only while its day matters."""
        by = next((rule.by for rule in self.studio.younger_than.values()), None)
        if by in self.facts:
            self.birth = self.facts[by]
            return self.fits
        wants = self.wants.get("holder", [])
        kinds = tuple(want.kinds[0] for want in wants if len(want.kinds) == 1)
        self.birth = born(births_of(self.studio, self.facts, kinds, self.on), self.random)
        if self.birth is None:
            return False
        if by is not None and self.holder_age < self.studio.lore.adult:
            self.facts[by] = self.birth
            for fact, rule in self.studio.younger_than.items():
                self.facts[fact] = self.holder_age < self.studio.years(rule.years)
        return True

    @property
    def fits(self) -> bool:
        """Whether the birth date goes with all that is known of the holder."""
        births = births_of(self.studio, self.facts, (), self.on)
        return self.birth is not None and births.first <= self.birth <= births.last

    def _age_visitor(self) -> None:
        visitor = self.studio.visitor(self.facts, self.holder_age)
        older, least = visitor.older_by if visitor else None, 0
        ages = self.studio.lore.visitors
        if older is not None:
            ages, least = older, self.holder_age
        first, last = self.studio.years(ages.from_), self.studio.years(ages.to)
        self.visitor_age = least + self.random.randint(first, last)

    def _take_papers(self) -> bool:
        self._age_visitor()
        for of, wants in self.wants.items():
            beside = self._shared_by_others(of)
            papers = papers_for(self.studio, wants, self.owner(of), self.on, self.random, beside)
            if papers is None:
                return False
            self.papers[of] = papers
        return True

    def another(self, want: Want, paper: Document) -> list[Document] | None:
        """A paper that somebody could have in place of one; None where there is none."""
        theirs = [each.kind for each in self.papers[paper.of] if each is not paper]
        beside = [*theirs, *self._shared_by_others(paper.of)]
        return papers_for(self.studio, [want], self.owner(paper.of), self.on, self.random, beside)

    def _shared_by_others(self, of: str) -> list[str]:
        """Kinds that somebody else has brought and of which there is only one for both."""
        kinds = [each.kind for owner, papers in self.papers.items() if owner != of for each in papers]
        return [kind for kind in kinds if self.studio.kind(kind).shared]
