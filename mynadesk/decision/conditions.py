"""When a notice or an alternative is told."""

from collections.abc import Callable
from datetime import date
from functools import reduce

import msgspec

from mynadesk.decision.case import Case
from mynadesk.decision.decision import Outcome
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Facts, Notice, When


class Moment(msgspec.Struct, frozen=True, gc=False):
    """What a condition can look at."""

    case: Case
    route: str
    outcomes: tuple[Outcome, ...]
    next_visit: tuple[Outcome, ...]


Condition = Callable[[Moment], bool]


def compile_notice(book: Rulebook, notice: Notice) -> Condition:
    """True where the notice is told."""
    told = reduce(_both, _conditions(book, notice.when) or [_always])
    if notice.unless is None:
        return told
    kept = reduce(_either, _conditions(book, notice.unless) or [_never])
    return lambda moment: told(moment) and not kept(moment)


def _always(_moment: Moment) -> bool:
    return True


def _never(_moment: Moment) -> bool:
    return False


def _both(one: Condition, other: Condition) -> Condition:
    return lambda moment: one(moment) and other(moment)


def _either(one: Condition, other: Condition) -> Condition:
    return lambda moment: one(moment) or other(moment)


def fits(notice: Notice, route: str, who: Facts) -> bool:
    """Whether any case on this route, of these visitors, could be told the notice."""
    when = notice.when
    visitor = who.get("visitor")
    return (when.routes is None or route in when.routes) and (
        when.visitor is None or visitor is None or visitor in when.visitor
    )


def _conditions(book: Rulebook, when: When) -> list[Condition]:
    """One condition for each field that is given."""
    made = [
        _among("operation", when.operation),
        _among("visitor", when.visitor),
        _route(when.routes),
        _pins(when.pins),
        _only_one(when.only_one_of),
        _facts(when.facts, all),
        _facts(when.any_fact, any),
        _papers(when.papers),
        _from(book, when.from_),
        _after(book, when.after),
        _standing(when),
        _next_visit(when.next_visit_needs),
    ]
    return [condition for condition in made if condition]


def _among(fact: str, wanted: list[str] | None) -> Condition | None:
    return None if wanted is None else lambda moment: moment.case.facts.get(fact) in wanted


def _route(routes: list[str] | None) -> Condition | None:
    return None if routes is None else lambda moment: moment.route in routes


def _pins(pins: list[str] | None) -> Condition | None:
    return None if pins is None else lambda moment: any(pin in pins for pin in moment.case.pins)


def _only_one(pins: list[str] | None) -> Condition | None:
    return None if pins is None else lambda moment: sum(pin in pins for pin in moment.case.pins) == 1


def _facts(wanted: Facts | None, combine: Callable[..., bool]) -> Condition | None:
    if wanted is None:
        return None
    return lambda moment: combine(moment.case.facts.get(name) == value for name, value in wanted.items())


def _papers(kinds: list[str] | None) -> Condition | None:
    return (
        None if kinds is None else lambda moment: any(paper.kind in kinds for paper in moment.case.documents)
    )


def _from(book: Rulebook, figure: str | None) -> Condition | None:
    first = figure and _day(book, figure)
    return (lambda moment: moment.case.on >= first) if first else None


def _after(book: Rulebook, figure: str | None) -> Condition | None:
    last = figure and _day(book, figure)
    return (lambda moment: moment.case.on > last) if last else None


def _day(book: Rulebook, figure: str) -> date:
    return date.fromisoformat(str(book.figures[figure].value))


def _standing(when: When) -> Condition | None:
    wanted = when.standing
    if wanted is None:
        return None
    return lambda moment: any(each.standing.name in wanted.get(each.id, ()) for each in moment.outcomes)


def _next_visit(wanted: dict[str, list[list[str]]] | None) -> Condition | None:
    if wanted is None:
        return None
    return lambda moment: any(each.bring and each.bring == wanted.get(each.id) for each in moment.next_visit)
