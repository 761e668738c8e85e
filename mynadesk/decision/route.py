"""The requirements of one route, judged together."""

from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.decision.decision import Outcome, Reads
from mynadesk.decision.needs import Node, View, compile_needs
from mynadesk.decision.placing import fewest
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Facts, Needs, Requirement, Route
from mynadesk.standing import Standing

_MISSING, _DECLINE = Standing.missing, Standing.decline


def known(wanted: Facts, facts: dict[str, Any]) -> bool:
    """Whether all of these are known to be so."""
    return wanted.items() <= facts.items()


def applies(rule: Requirement | Route, facts: dict[str, Any]) -> bool:
    """Whether a rule is for these facts, by its `only_if` and `unless`."""
    return known(rule.only_if, facts) and not (rule.unless and known(rule.unless, facts))


class CompiledRequirement(msgspec.Struct, frozen=True):
    id: str
    rule: Requirement
    node: Node
    pins: frozenset[str] | None
    """None: it touches the whole request."""
    reads: Reads
    cited: tuple[str, ...]

    def applies(self, facts: dict[str, Any]) -> bool:
        return applies(self.rule, facts)

    def judge(self, view: View, pins: tuple[str, ...]) -> Outcome:
        judged = self.node.judge(view)
        bring = fewest(self.node.lacking(view)) if judged.standing is _MISSING else []
        touched = () if self.pins is None else tuple(pin for pin in pins if pin in self.pins)
        standing, met_by, ask = judged.standing, judged.met_by, judged.ask
        return Outcome(self.id, self.rule, touched, standing, met_by, ask, bring, self.reads, self.cited)


class CompiledRoute(msgspec.Struct, frozen=True):
    name: str
    flow: str
    rule: Route
    who: Facts
    requirements: tuple[CompiledRequirement, ...]
    next_visit: str | None

    def fits(self, facts: dict[str, Any]) -> bool:
        """Whether it is the route of whoever came."""
        return known(self.who, facts) and (
            not (self.rule.only_if or self.rule.unless) or applies(self.rule, facts)
        )

    def judge(self, view: View, pins: tuple[str, ...]) -> tuple[Outcome, ...]:
        """Every requirement that applies, in the rulebook's order."""
        facts = view.facts
        outcomes = tuple(
            [
                requirement.judge(view, pins)
                for requirement in self.requirements
                if (requirement.pins is None or not requirement.pins.isdisjoint(pins))
                and requirement.applies(facts)
            ]
        )
        return tuple(replace(each, bring=[]) for each in outcomes) if turned_away(outcomes) else outcomes


def turned_away(outcomes: tuple[Outcome, ...]) -> bool:
    """Whether this visitor can have nothing at all, so that nothing brought would help."""
    return any(each.standing is _DECLINE and each.rule.turns_away for each in outcomes)


def compile_routes(book: Rulebook) -> dict[str, CompiledRoute]:
    """Every route with its requirements, ready to be used."""
    return {
        name: CompiledRoute(
            name,
            route.flow,
            route,
            route.who,
            tuple(_requirement(book, rule, name) for rule in (*route.requires, *route.for_single_pins)),
            route.next_visit,
        )
        for name, route in book.routes.items()
    }


def _requirement(book: Rulebook, name: str, route: str) -> CompiledRequirement:
    rule, id_ = book.requirements[name], name.partition("/")[0]
    source = rule.source[route] if isinstance(rule.source, dict) else rule.source
    return CompiledRequirement(
        id_,
        rule,
        compile_needs(book, rule.needs, id_),
        _pins(book, rule),
        _reads(rule.needs),
        (source,) if isinstance(source, str) else tuple(source),
    )


def _reads(needs: Needs) -> Reads:
    parts = [_reads(part) for part in needs.all or needs.any or []]
    facts = frozenset([needs.fact] if needs.fact else [])
    owners = frozenset([needs.papers.of] if needs.papers else [])
    return Reads(facts.union(*(part.facts for part in parts)), owners.union(*(part.owners for part in parts)))


def _pins(book: Rulebook, rule: Requirement) -> frozenset[str] | None:
    if isinstance(rule.pins, dict):
        wanted = rule.pins.items()
        return frozenset(
            pin for pin, entry in book.pins.items() if all(getattr(entry, k) == v for k, v in wanted)
        )
    return frozenset(rule.pins) or None
