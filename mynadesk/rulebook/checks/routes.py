"""Routes: one and only one for every visitor, made of requirements that exist."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.facts import answers_of, wrong_facts
from mynadesk.rulebook.checks.faults import Finding, absent, plain, said
from mynadesk.rulebook.schema import COUNTED_VISITOR, VISITORS, VISITS, Facts, Route

_ROUTES = "routes.yaml", "routes.yaml"
_REQUIREMENTS = "requirements.yaml", "requirements.yaml"
_Situation = dict[str, Any]
_NOT_COUNTED = said(
    ("「visit」は代理人の来庁だけにあります。", "Only an agent's visits are counted."),
    (
        f"「visitor: {COUNTED_VISITOR}」と一緒に書いてください。",
        f'Write it with "visitor: {COUNTED_VISITOR}".',
    ),
)


def routes(book: Rulebook) -> Iterator[Finding]:
    """Faults of each route by itself."""
    answers = answers_of(book)
    for name, route in book.routes.items():
        yield from wrong_facts(book.who_and_what, route.who, "routes", (name, "who"))
        for field in ("only_if", "unless"):
            yield from wrong_facts(answers, getattr(route, field), "routes", (name, field))
        if "visit" in route.who and route.who.get("visitor") != COUNTED_VISITOR:
            yield Finding("routes", (name, "who"), _NOT_COUNTED)
        if route.next_visit is not None and route.next_visit not in book.routes:
            yield Finding("routes", (name, "next_visit"), absent(route.next_visit, book.routes, _ROUTES))
        yield from _required(book, name, route)


def _required(book: Rulebook, name: str, route: Route) -> Iterator[Finding]:
    met: set[str] = set()
    for field, single in (("requires", False), ("for_single_pins", True)):
        for number, wanted in enumerate(getattr(route, field)):
            fault = _wrong_requirement(book, wanted, single, met)
            if fault:
                yield Finding("routes", (name, field, number), fault)
            met.add(wanted.partition("/")[0])


def _wrong_requirement(book: Rulebook, wanted: str, single: bool, met: set[str]) -> Fault | None:
    entry = book.requirements.get(wanted)
    if entry is None:
        return absent(wanted, book.requirements, _REQUIREMENTS)
    if bool(entry.pins) != single:
        return _wrong_list(wanted, single)
    if (id_ := wanted.partition("/")[0]) in met:
        what = f"「{id_}」がこの手続きに2回あります。", f'"{id_}" stands in this route twice.'
        return said(what, ("どちらか1つを消してください。", "Remove one of them."))
    return None


def _wrong_list(wanted: str, single: bool) -> Fault:
    if single:
        what = f"「{wanted}」はすべての暗証番号に共通の要件です。", f'"{wanted}" touches the whole request.'
        mend = "requires に移すか、requirements.yaml の要件に pins を加えてください。"
        return said(what, (mend, "Move it to requires, or give the requirement its pins."))
    what = f"「{wanted}」は一部の暗証番号だけの要件です。", f'"{wanted}" touches single PINs only.'
    return said(what, ("for_single_pins に移してください。", "Move it to for_single_pins."))


def visitors(book: Rulebook) -> Iterator[Finding]:
    """Visitors who have no route, or more than one."""
    for situation in _situations(book):
        fitting = [name for name, route in book.routes.items() if _fits(route, situation)]
        if not fitting:
            yield Finding("routes", (), _no_route(situation))
        for other in fitting[1:]:
            yield Finding("routes", (other, "who"), _two_routes(fitting[0], other, situation))


def _situations(book: Rulebook) -> list[_Situation]:
    """Everybody who may come; told apart by what for, and by facts, only where some route does so."""
    told_apart = any("operation" in route.who for route in book.routes.values())
    apart: list[tuple[str, tuple[Any, ...]]] = [("operation", tuple(book.operations))] if told_apart else []
    facts = {fact for route in book.routes.values() for fact in (*route.only_if, *route.unless)}
    answers = answers_of(book)
    apart += [(fact, (None, *answers.get(fact, ()))) for fact in sorted(facts - book.who_and_what.keys())]
    whos: list[_Situation] = [{"visitor": visitor} for visitor in VISITORS if visitor != COUNTED_VISITOR]
    whos += [{"visitor": COUNTED_VISITOR, "visit": visit} for visit in VISITS]
    return [
        {**who, **{name: value for (name, _), value in zip(apart, values, strict=True) if value is not None}}
        for who in whos
        for values in product(*(values for _, values in apart))
    ]


def _fits(route: Route, situation: _Situation) -> bool:
    def like(wanted: Facts) -> bool:
        return all(situation.get(name) == value for name, value in wanted.items())

    return like(route.who) and like(route.only_if) and not (route.unless and like(route.unless))


def _told(situation: _Situation, and_: str) -> str:
    return and_.join(f"{name}: {plain(value)}" for name, value in situation.items())


def _no_route(situation: _Situation) -> Fault:
    ja, en = _told(situation, "、"), _told(situation, ", ")
    what = f"{ja} の方の手続きがありません。", f"There is no route for {en}."
    return said(what, ("who が当てはまる手続きを1つ置いてください。", 'Let one route have such a "who".'))


def _two_routes(first: str, other: str, situation: _Situation) -> Fault:
    ja, en = _told(situation, "、"), _told(situation, ", ")
    what = (
        f"「{first}」と「{other}」が、どちらも {ja} の方に当てはまります。",
        f'"{first}" and "{other}" are both for {en}.',
    )
    return said(what, ("1つだけが当てはまるように who を直してください。", 'Mend "who" so that only one is.'))
