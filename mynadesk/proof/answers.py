"""Which facts the rules read, and which answers no rule tells apart."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from typing import Any

import msgspec

from mynadesk.decision.needs import standings_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import COUNTED_VISITOR, VISITORS, VISITS, Needs, Notice, Requirement, When

Facts = dict[str, Any]
Comer = dict[str, Any]
"""Who comes, for what: operation, visitor and, of an agent, visit."""


class Alike(msgspec.Struct, frozen=True):
    """Answers to one fact that every rule takes alike."""

    answer: Any
    """The one that stands for all; None is the answer that nobody has given yet."""
    all: tuple[Any, ...]


def knots(needs: Needs) -> Iterator[Needs]:
    """Every part of a tree, the tree itself first."""
    yield needs
    for part in (*(needs.all or ()), *(needs.any or ())):
        yield from knots(part)


def facts_needed(rule: Requirement) -> set[str]:
    """Facts by whose answers a requirement stands."""
    return {knot.fact for knot in knots(rule.needs) if knot.fact is not None}


def facts_asked_first(rule: Requirement) -> set[str]:
    """Facts by which a requirement applies at all."""
    return {*rule.only_if, *rule.unless}


def facts_told(notice: Notice) -> set[str]:
    """Facts by which a notice is told."""
    return {name for facts in _wanted(notice) for name in facts}


def places(rule: Requirement) -> dict[str, int]:
    """The most papers of each owner that can bear on how a requirement stands."""
    most: dict[str, int] = {}
    for knot in knots(rule.needs):
        if knot.papers is not None:
            of = knot.papers.of
            most[of] = most.get(of, 0) + max(map(len, knot.papers.one_of))
    return most


def alike(book: Rulebook) -> dict[str, tuple[Alike, ...]]:
    """For each fact the answers that rules tell apart; the last is that it is not known."""
    tables: dict[str, list[dict[Any, Any]]] = {}
    for rule in book.requirements.values():
        for knot in knots(rule.needs):
            if knot.fact is not None:
                tables.setdefault(knot.fact, []).append(standings_of(book, knot))
    named = _named(book)
    return {
        name: (*_groups(answers, tables.get(name, []), named.get(name, set())), Alike(None, (None,)))
        for name, answers in {**book.fact_values, **book.who_and_what}.items()
        if answers
    }


def _groups(answers: Iterable[Any], tables: list[dict[Any, Any]], named: set[Any]) -> Iterator[Alike]:
    groups: dict[Any, list[Any]] = {}
    for answer in answers:
        seen = (tuple(table[answer] for table in tables), answer if answer in named else None)
        groups.setdefault(seen, []).append(answer)
    return (Alike(group[0], tuple(group)) for group in groups.values())


def _named(book: Rulebook) -> dict[str, set[Any]]:
    """The answers that some condition wants."""
    named: dict[str, set[Any]] = {}
    wanted: list[Facts] = [dict(route.who) for route in book.routes.values()]
    for route in book.routes.values():
        wanted += [route.only_if, route.unless]
    for rule in book.requirements.values():
        wanted += [rule.only_if, rule.unless]
    for notice in (*book.notices.values(), *book.alternatives.values()):
        wanted += _wanted(notice)
        for when in (notice.when, notice.unless or When()):
            wanted += [{"operation": value} for value in when.operation or ()]
    for facts in wanted:
        for name, value in facts.items():
            named.setdefault(name, set()).add(value)
    return named


def _wanted(notice: Notice) -> list[Facts]:
    whens = [notice.when, *([notice.unless] if notice.unless else [])]
    return [facts for when in whens for facts in (when.facts, when.any_fact) if facts]


def comers(*books: Rulebook) -> list[Comer]:
    """Everybody who may come; for what, only where a route or a requirement of some book tells that apart.

    With each answer to a fact by which routes are told apart, None where it is not known.
    """
    reads = {name for book in books for route in book.routes.values() for name in route.who}
    for book in books:
        for rule in book.requirements.values():
            reads |= facts_asked_first(rule)
    operations = _of_all([tuple(book.operations) for book in books])
    whats = operations if "operation" in reads else operations[:1]
    whos: list[Comer] = [{"visitor": visitor} for visitor in VISITORS if visitor != COUNTED_VISITOR]
    whos += [{"visitor": COUNTED_VISITOR, "visit": visit} for visit in VISITS]
    apart = sorted({name for book in books for name in _telling_routes_apart(book)})
    answers = [
        (*_of_all([each.fact_values[name] for each in books if name in each.fact_values]), None)
        for name in apart
    ]
    known = [dict(zip(apart, values, strict=True)) for values in product(*answers)]
    return [{"operation": what, **who, **facts} for who, what, facts in product(whos, whats, known)]


def _telling_routes_apart(book: Rulebook) -> Iterator[str]:
    for route in book.routes.values():
        yield from (name for name in (*route.only_if, *route.unless) if name in book.fact_values)


def _of_all(lists: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """What stands in each of them, in the order of the first."""
    return tuple(each for each in lists[0] if all(each in other for other in lists))


def owners_of(comer: Comer) -> tuple[str, ...]:
    """Whose papers can lie on the counter."""
    return ("holder",) if comer["visitor"] == "holder" else ("holder", "visitor")


def every_set(pins: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every choice of PINs, at least one of them."""
    return list(chain.from_iterable(combinations(pins, count) for count in range(1, len(pins) + 1)))
