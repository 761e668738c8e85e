"""How a paper stands, and which papers fill the places of a requirement."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from mynadesk.decision.case import Document, Seen
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check
from mynadesk.standing import Standing

Judged = tuple[Standing, Standing]
"""How something stands, and the best it could come to when what is unknown turns out well."""
Judge = Callable[[Seen, date], Judged]

_MET, _ASK, _MISSING = Standing.met, Standing.ask, Standing.missing


class Side(msgspec.Struct, frozen=True, gc=False):
    """A paper taken as one class."""

    standing: Standing
    best: Standing
    ask: tuple[str, ...]
    """Case keys still to be found out, such as `documents[1].expiry`."""


class Paper(msgspec.Struct, frozen=True, gc=False):
    """A document with its judgement."""

    index: int
    kind: str
    of: str
    sides: dict[str, Side]
    """By class: as what it may stand; empty for a paper that never counts."""
    problems: tuple[Check, ...]
    """The checks that it does not (yet) meet."""


class CompiledCheck(msgspec.Struct, frozen=True):
    entry: Check
    judge: Judge
    property: str | None


class KindRules(msgspec.Struct, frozen=True):
    """What is asked of one kind of paper."""

    class_: str
    checks: tuple[CompiledCheck, ...]
    sides: tuple[tuple[str, CompiledCheck], ...]
    only_of: str | None
    """Papers of anybody else never count."""


def compile_kinds(book: Rulebook) -> dict[str, KindRules]:
    """The rules of every kind of paper, ready to be used."""
    documents = book.documents
    checks = {name: _compile_check(book, entry) for name, entry in documents.checks.items()}
    kinds = {}
    for name, kind in documents.kinds.items():
        group = documents.classes[kind.class_]
        sides = tuple((class_, _compile_check(book, entry)) for class_, entry in group.counts.items())
        kinds[name] = KindRules(
            kind.class_, tuple(checks[check] for check in (*group.checks, *kind.checks)), sides, kind.only_of
        )
    return kinds


def _compile_check(book: Rulebook, check: Check) -> CompiledCheck:
    return CompiledCheck(check, _judge_of(book, check), check.property)


def _judge_of(book: Rulebook, check: Check) -> Judge:
    if check.is_ is not None:
        return _by_answer(str(check.property), {key: Standing[name] for key, name in check.is_.items()})
    if check.in_date:
        return _by_expiry(str(check.property))
    if check.not_before is not None:
        return _by_first_day(str(check.property), _day(book, check.not_before))
    if check.after is not None:
        return _by_visit(_day(book, check.after), Standing[check.then or "consult"])
    always = Standing[check.always or "met"]
    return lambda _seen, _on: (always, always)


def _day(book: Rulebook, figure: str) -> date:
    return date.fromisoformat(str(book.figures[figure].value))


def _by_answer(name: str, table: dict[str, Standing]) -> Judge:
    unknown = table.pop("unknown", _ASK)
    unseen = (unknown, min(unknown, *table.values()))
    judged: dict[Any, Judged] = {key == "true": (standing, standing) for key, standing in table.items()}
    return lambda seen, _on: judged[seen[name]] if name in seen else unseen


def _by_expiry(name: str) -> Judge:
    in_date, expired, unseen = (_MET, _MET), (_MISSING, _MISSING), (_ASK, _MET)

    def judge(seen: Seen, on: date) -> Judged:
        expiry = seen.get(name)
        if expiry is None:
            return unseen
        if expiry == "in_date":
            return in_date
        return expired if expiry == "expired" or expiry < on else in_date

    return judge


def _by_first_day(name: str, first: date) -> Judge:
    def judge(seen: Seen, _on: date) -> Judged:
        day = seen.get(name)
        if day is None:
            return _ASK, _MET
        return (_MET, _MET) if day >= first else (_MISSING, _MISSING)

    return judge


def _by_visit(last: date, then: Standing) -> Judge:
    return lambda _seen, on: (then, then) if on > last else (_MET, _MET)


def judge_paper(rules: KindRules, document: Document, index: int, on: date) -> Paper:
    """The standing of one document as each class that its kind allows."""
    if rules.only_of not in (None, document.of):
        return Paper(index, document.kind, document.of, {}, ())
    seen, standing, best = document.seen, _MET, _MET
    unknown: tuple[str, ...] = ()
    problems: tuple[Check, ...] = ()
    for check in rules.checks:
        now, later = check.judge(seen, on)
        if now:
            standing, best = max(standing, now), max(best, later)
            problems = (*problems, check.entry)
            if check.property and check.property not in seen:
                unknown = (*unknown, check.property)
    sides = {}
    for class_, check in rules.sides:
        now, later = check.judge(seen, on)
        keys = (*unknown, check.property) if check.property and check.property not in seen else unknown
        sides[class_] = _side(index, max(standing, now), max(best, later), keys)
        if now and class_ == rules.class_:
            problems = (*problems, check.entry)
    return Paper(index, document.kind, document.of, sides, problems)


def _side(index: int, standing: Standing, best: Standing, unknown: tuple[str | None, ...]) -> Side:
    ask = (
        tuple(f"documents[{index}].{name}" for name in unknown) if best < standing or standing is _ASK else ()
    )
    return Side(standing, best, ask)
