"""Every date limit is met on both sides: what lies before it is decided otherwise than what does not."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from mynadesk.dates.age import first_birth_date_still_younger
from mynadesk.decision.case import Document
from mynadesk.decision.decide import decide
from mynadesk.decision.papers import judge_paper
from mynadesk.decision.reading import read_case
from mynadesk.proof.days import day_of
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.papers import every_paper
from mynadesk.proof.situation import Situation, as_written
from mynadesk.proof.tables import Desk
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check
from mynadesk.words import Words

_A_DAY = timedelta(days=1)
_UPON = 50
_ONE_SIDED = Words(
    "この期日の前と後で、判定の変わる場面がありません。",
    "No situation is decided otherwise on the two sides of this day.",
)


def limits(world: World, found: Findings) -> None:
    """The limits of papers, of notices and of ages."""
    for kind, rules in world.procedure.kinds.items():
        for check in (*rules.checks, *(side for _, side in rules.sides)):
            name = _name(world.book, check.entry)
            if name is not None and not found.has_mattered(name):
                _paper_limit(world, found, kind, check.entry, name)
    for fact, entry in world.book.facts.items():
        if entry.younger_than is not None:
            rule: Rule = ("facts", (fact, "younger_than"))
            if not found.has_mattered(rule):
                _age(world, found, fact, rule)


def _name(book: Rulebook, check: Check) -> Rule | None:
    """The rule that sets a limit; None where the check has none."""
    for name, entry in book.documents.checks.items():
        if entry is check:
            for field in ("not_before", "after", "in_date"):
                if getattr(entry, field) is not None:
                    return "documents", ("checks", name, field)
    for class_, group in book.documents.classes.items():
        for side, entry in group.counts.items():
            if entry is check:
                for field in ("not_before", "after", "in_date"):
                    if getattr(entry, field) is not None:
                        return "documents", ("classes", class_, "counts", side, field)
    return None


def _paper_limit(world: World, found: Findings, kind: str, check: Check, rule: Rule) -> None:
    for of in world.papers:
        for before, before_on, after, after_on in _both_sides(world, kind, of, check):
            rules = world.procedure.kinds[kind]
            first = judge_paper(rules, before, _UPON, before_on)
            second = judge_paper(rules, after, _UPON, after_on)
            if world.moved(of, first, second) is not None:
                found.matters(rule)
                return
    example = next(every_paper(world.book, world.procedure.kinds[kind], kind, "holder", world.on))
    found.expect(rule, world.book, replace(world.plain(), documents=(example,)), "one_sided", _ONE_SIDED)


def _both_sides(
    world: World, kind: str, of: str, check: Check
) -> Iterator[tuple[Document, date, Document, date]]:
    """The same paper a day before a limit and on the right side of it, as it stands on its day."""
    on, book = world.on, world.book
    for paper in every_paper(book, world.procedure.kinds[kind], kind, of, on):
        if check.after is not None:
            last = day_of(book, check.after)
            if last < date.max and "expiry" not in _dated(paper):
                yield paper, last, paper, last + _A_DAY
            continue
        limit = on if check.in_date else day_of(book, str(check.not_before))
        name = str(check.property)
        if paper.seen.get(name) == limit and limit > date.min:
            yield _dated_anew(paper, name, limit - _A_DAY), on, paper, on


def _dated(paper: Document) -> list[str]:
    return [name for name, value in paper.seen.items() if isinstance(value, date)]


def _dated_anew(paper: Document, name: str, day: date) -> Document:
    return replace(paper, seen={**paper.seen, name: day})


def _age(world: World, found: Findings, fact: str, rule: Rule) -> None:
    """Who is born a day later is still too young, and is decided otherwise."""
    younger = world.book.facts[fact].younger_than
    if younger is None:
        return
    years = int(world.book.figures[younger.years].value)
    first = first_birth_date_still_younger(years, world.on) if years else date.min
    if date.min < first <= world.on:
        for desk in world.desks:
            if any(_differs(world, each, younger.by, first) for each in _around(desk, fact)):
                found.matters(rule)
                return
    found.expect(rule, world.book, world.plain(), "one_sided", _ONE_SIDED)


def _around(desk: Desk, fact: str) -> Iterator[Situation]:
    """Where everything stands well, then where what reads the fact stands in every way that it can."""
    yield desk.situation(None, None)
    for part in desk.parts:
        if fact in part.facts:
            yield from (desk.situation(part, row) for row in {row.bits: row for row in part.rows}.values())


def _differs(world: World, plain: Situation, by: str, first: date) -> bool:
    entries = world.book.facts.items()
    ages = {name for name, entry in entries if entry.younger_than and entry.younger_than.by == by}
    words = []
    for born in (first - _A_DAY, first):
        facts = {name: value for name, value in plain.facts.items() if name not in ages}
        written = as_written(world.book, replace(plain, facts={**facts, by: born}))
        decision = decide(world.book, read_case(world.book, written, world.on))
        words.append((decision.pins, decision.flow))
    return words[0] != words[1]
