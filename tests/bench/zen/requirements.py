"""The requirements of a route, and what becomes of the PINs."""

from typing import Any

from mynadesk.decision.decision import PARTIAL, PIN_WORDS
from mynadesk.decision.needs import standings_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Needs, Requirement, Route
from mynadesk.standing import Standing
from tests.bench.zen.language import (
    Part,
    all_rows,
    best,
    both,
    by_case,
    expressions,
    joined,
    known,
    literal,
    one_of,
    some_in,
    worst,
)
from tests.bench.zen.papers import placed

_ASK, _DECLINE = Standing.ask.value, Standing.decline.value
NOW, THEN = "requirements", "second_visit"


def requirements_table(book: Rulebook, route: Route, place: str) -> Part:
    """A row for each requirement; those that apply are collected, in the rulebook's order."""
    names = [name for name in (*route.requires, *route.for_single_pins) if name in book.requirements]
    rows = [_row(book, book.requirements[name], name.partition("/")[0]) for name in names]
    return all_rows(place, ["id", "standing", "pins", "turns_away"], rows)


def _row(book: Rulebook, rule: Requirement, id_: str) -> Part:
    pins = _pins(book, rule)
    conditions = known(rule.only_if)
    conditions += [f"not ({both(known(rule.unless))})"] if rule.unless else []
    conditions += [some_in("asked", pins)] if pins else []
    return {
        "applies": both(conditions),
        "id": literal(id_),
        "standing": _standing(book, rule.needs),
        "pins": f"filter(asked, {one_of('#', pins)})" if pins else "[]",
        "turns_away": literal(rule.turns_away),
    }


def _pins(book: Rulebook, rule: Requirement) -> list[str]:
    """The PINs that it touches; none where it touches the whole request."""
    if isinstance(rule.pins, list):
        return rule.pins
    wanted = rule.pins.items()
    return [pin for pin, entry in book.pins.items() if all(getattr(entry, k) == v for k, v in wanted)]


def _standing(book: Rulebook, needs: Needs) -> str:
    if needs.papers is not None:
        return placed(needs.papers, Standing[book.documents.two_of_one_kind.standing].value)
    if needs.fact is None:
        parts = [_standing(book, part) for part in needs.all or needs.any or []]
        return worst(parts) if needs.all else best(parts)
    answers: dict[Standing, list[Any]] = {}
    for value, standing in standings_of(book, needs).items():
        answers.setdefault(standing, []).append(value)
    cases = [(one_of(needs.fact, values), str(each.value)) for each, values in answers.items()]
    return by_case(cases, str(_ASK))


def verdict(route: Route) -> Part:
    """The flow, what becomes of each PIN, and the word for all. What came before is not handed on."""
    whole = joined("[0]", f"map(filter({NOW}, len(#.pins) == 0), #.standing)")
    touching = f"map(filter({NOW} as rule, some(rule.pins, # == pin)), #.standing)"
    least, words = "min($.standings)", literal(PIN_WORDS)
    away = f"some({NOW}, #.turns_away and #.standing == {_DECLINE})"
    only_some = f"{least} == 0 and max($.standings) > 0"
    made = expressions(
        whole=f"max({whole})",
        standings=f"map(asked as pin, max({joined('[$.whole]', touching)}))",
        words=f"map($.standings as standing, {words}[standing])",
        verdict=by_case([(only_some, literal(PARTIAL))], f"{words}[{least}]"),
        flow=by_case([(away, "null")], literal(route.flow)),
        **{each: each for each in (NOW, THEN, "advice", "notes")},
    )
    return {**made, "passThrough": False}
