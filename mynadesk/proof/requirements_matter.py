"""Each requirement, each branch of its tree and each of its conditions changes some decision."""

from collections.abc import Iterator

from msgspec.structs import replace

from mynadesk.decision.needs import compile_needs
from mynadesk.decision.route import CompiledRequirement, turned_away
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.tables import Desk, Part, Row, standing_of_pin, touched
from mynadesk.proof.world import Retried, World, others
from mynadesk.rulebook.schema import Needs, Requirement
from mynadesk.standing import StandingName
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

BETTER: dict[str, StandingName] = {"decline": "missing", "missing": "consult", "consult": "met"}
"""One step better, as answers can stand."""


def requirements_matter(world: World, found: Findings) -> None:
    """Every requirement of every route."""
    book, desks = world.book, world.desks
    taken = {desk.route.name for desk in desks}
    wanted = {name for desk in desks for part in desk.parts for name in part.names}
    for name in book.routes:
        _tried(world, found, ("routes", (name,)), name in taken)
    for name in book.requirements:
        _tried(world, found, ("requirements", (name,)), name in wanted)
    for desk in desks:
        for part in desk.parts:
            for place in range(len(part.requirements)):
                _matters(found, desk, part, place)
                _pins_matter(found, desk, part, place)
                _branches_matter(found, desk, part, place)
                _conditions_matter(found, desk, part, place)
                _standings_matter(found, desk, part, place)
                _turning_away_matters(found, desk, part, place)


def _tried(world: World, found: Findings, rule: Rule, does: bool) -> None:
    if does:
        found.matters(rule)
    else:
        found.expect(rule, world.book, world.plain())


def _matters(found: Findings, desk: Desk, part: Part, place: int) -> None:
    rule = _entry(desk, part.names[place])
    if found.has_mattered(rule):
        return
    ground = desk.ground(part)
    for row in part.rows:
        rest = ground | others(row, place)
        if rest | row.bits[place] != rest:
            found.matters(rule)
            return
    open_ = next((row for row in part.rows if row.bits[place]), None)
    if open_ is None:
        found.expect(rule, desk.book, desk.situation(part, part.rows[0]))
        return
    other = _stricter(desk, part, place)
    what = Words(
        f"「{other}」がいつも同じか、それより厳しいため、この要件がなくても判定は変わりません。",
        f'"{other}" always stands as badly or worse, so no decision would change without it.',
    )
    found.expect(rule, desk.book, desk.situation(part, open_), "superfluous", what)


def _entry(desk: Desk, name: str) -> Rule:
    """Where a route names the requirement."""
    route = desk.book.routes[desk.route.name]
    field = "requires" if name in route.requires else "for_single_pins"
    return "routes", (desk.route.name, field, getattr(route, field).index(name))


def _stricter(desk: Desk, part: Part, place: int) -> str:
    """Another requirement that stands as badly wherever this one does not stand well, else all of them."""
    bad = [row for row in part.rows if row.bits[place]]
    for number, name in enumerate(part.names):
        if number != place and all(row.bits[place] & ~row.bits[number] == 0 for row in bad):
            return name
    for other in desk.parts:
        if other is not part:
            for number, name in enumerate(other.names):
                low = min(row.bits[number] for row in other.rows)
                if low and all(row.bits[place] & ~low == 0 for row in bad):
                    return name
    return "、".join(name for number, name in enumerate(part.names) if number != place)


def _pins_matter(found: Findings, desk: Desk, part: Part, place: int) -> None:
    """Each PIN that a requirement lists by name stands otherwise somewhere."""
    requirement, name = part.requirements[place], part.names[place]
    pins = requirement.rule.pins
    if not isinstance(pins, list):
        return
    ground = desk.ground(part)
    for number, pin in enumerate(pins):
        rule: Rule = ("requirements", (name, "pins", number))
        at = desk.judging.pins.index(pin)
        if any(_lifts(row, place, ground, at) for row in part.rows):
            found.matters(rule)
        else:
            found.expect(rule, desk.book, desk.situation(part, part.easiest, [pin]))


def _lifts(row: Row, place: int, ground: int, pin: int) -> bool:
    return standing_of_pin(row.bits[place], pin) > standing_of_pin(ground | others(row, place), pin)


def _branches_matter(found: Findings, desk: Desk, part: Part, place: int) -> None:
    requirement, name = part.requirements[place], part.names[place]
    for path, needs in without_each(requirement.rule.needs):
        rule: Rule = ("requirements", (name, "needs", *path))
        if found.has_mattered(rule):
            continue
        node = compile_needs(desk.book, needs, requirement.id)
        changed = replace(requirement, node=node, rule=replace(requirement.rule, needs=needs))
        _judged_anew(found, desk, part, place, changed, rule)


def _judged_anew(
    found: Findings, desk: Desk, part: Part, place: int, changed: CompiledRequirement, rule: Rule
) -> None:
    row = Retried(desk, part, place, changed).difference()
    if row is not None:
        found.matters(rule)
    else:
        pins = touched(part.requirements[place], desk.judging.pins)[:1]
        found.expect(rule, desk.book, desk.situation(part, _worst(part, place), pins))


def without_each(needs: Needs) -> Iterator[tuple[Path, Needs]]:
    """The tree without one of its branches, sets of papers or places, each in turn, with the path of that."""
    for field in ("all", "any"):
        parts: list[Needs] = getattr(needs, field) or []
        for number, part in enumerate(parts):
            if len(parts) > 1:
                yield (field, number), replace(needs, **{field: [*parts[:number], *parts[number + 1 :]]})
            for path, inner in without_each(part):
                changed = [*parts[:number], inner, *parts[number + 1 :]]
                yield (field, number, *path), replace(needs, **{field: changed})
    if needs.papers is not None:
        for path, one_of in _fewer(needs.papers.one_of):
            yield ("papers", "one_of", *path), replace(needs, papers=replace(needs.papers, one_of=one_of))


def _fewer(one_of: list[list[str]]) -> Iterator[tuple[Path, list[list[str]]]]:
    for number, places in enumerate(one_of):
        if len(one_of) > 1:
            yield (number,), [*one_of[:number], *one_of[number + 1 :]]
        for place in range(len(places)):
            if len(places) > 1:
                rest = [*places[:place], *places[place + 1 :]]
                yield (number, place), [*one_of[:number], rest, *one_of[number + 1 :]]


def _conditions_matter(found: Findings, desk: Desk, part: Part, place: int) -> None:
    """Without the condition the requirement would apply where it does not, or not where it does."""
    requirement, name = part.requirements[place], part.names[place]
    for field, fact, rule_without in _fewer_conditions(requirement.rule):
        rule: Rule = ("requirements", (name, field, fact))
        if found.has_mattered(rule):
            continue
        again = Retried(desk, part, place, replace(requirement, rule=rule_without))
        if any((again.outcome(row)[0] is None) != (row.outcomes[place] is None) for row in part.rows):
            found.matters(rule)
        else:
            found.expect(rule, desk.book, desk.situation(part, part.easiest))


def _fewer_conditions(rule: Requirement) -> Iterator[tuple[str, str, Requirement]]:
    for fact in rule.only_if:
        rest = {name: value for name, value in rule.only_if.items() if name != fact}
        yield "only_if", fact, replace(rule, only_if=rest)
    for fact in rule.unless:
        rest = {name: value for name, value in rule.unless.items() if name != fact}
        yield "unless", fact, replace(rule, unless=rest)


def _standings_matter(found: Findings, desk: Desk, part: Part, place: int) -> None:
    """What an answer stands as makes a difference: one step better, and something stands otherwise."""
    requirement, name = part.requirements[place], part.names[place]
    for path, needs in _one_step_better(desk, requirement.rule.needs):
        rule: Rule = ("requirements", (name, "needs", *path))
        if found.has_mattered(rule):
            continue
        changed = replace(requirement, node=compile_needs(desk.book, needs, requirement.id))
        again = Retried(desk, part, place, changed)
        if any(again.outcome(row)[1] != row.bits[place] for row in part.rows):
            found.matters(rule)
        else:
            found.expect(rule, desk.book, desk.situation(part, _worst(part, place)))


def _one_step_better(desk: Desk, needs: Needs) -> Iterator[tuple[Path, Needs]]:
    """The tree with each standing of its tables a step better, in turn; what is met can be no better."""
    table = needs.is_ or {}
    for answer, standing in table.items():
        better = BETTER.get(standing)
        if better is not None:
            shown = _stands_for(desk, str(needs.fact), answer)
            yield ("is", answer), replace(needs, is_={**table, shown: better})
    for field in ("all", "any"):
        parts: list[Needs] = getattr(needs, field) or []
        for number, part in enumerate(parts):
            for path, inner in _one_step_better(desk, part):
                changed = [*parts[:number], inner, *parts[number + 1 :]]
                yield (field, number, *path), replace(needs, **{field: changed})


def _stands_for(desk: Desk, fact: str, answer: str) -> str:
    """The answer, as a table names it, that stands for all that are taken alike."""
    for each in desk.answers[fact]:
        names = [str(value).lower() if isinstance(value, bool) else str(value) for value in each.all]
        if answer in names:
            return names[0]
    return answer


def _turning_away_matters(found: Findings, desk: Desk, part: Part, place: int) -> None:
    if part.requirements[place].rule.turns_away:
        rule: Rule = ("requirements", (part.names[place], "turns_away"))
        outcomes = [row.outcomes[place] for row in part.rows]
        if any(outcome is not None and turned_away((outcome,)) for outcome in outcomes):
            found.matters(rule)
        else:
            found.expect(rule, desk.book, desk.situation(part, _worst(part, place)))


def _worst(part: Part, place: int) -> Row:
    return max(part.rows, key=lambda row: row.bits[place].bit_count())
