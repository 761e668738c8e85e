"""Each kind of paper, each check of it and each class as which it counts changes some decision."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from mynadesk.decision.case import Document
from mynadesk.decision.needs import compile_needs
from mynadesk.decision.papers import KindRules, judge_paper
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.papers import effect_of, every_paper
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Desk, Part
from mynadesk.proof.world import Retried, World
from mynadesk.rulebook.schema import Check
from mynadesk.standing import Standing
from mynadesk.strict_yaml import Path

_UPON = 50
"""The number of a paper that is laid upon a pile."""
_DOCUMENTS = "documents"


def papers_matter(world: World, found: Findings) -> None:
    """Everything in documents.yaml that judges."""
    documents = world.book.documents
    for kind in documents.kinds:
        _kind_matters(world, found, kind)
        for rule, without in _fewer_rules(world, kind):
            _rule_matters(world, found, kind, rule, without)
        _what_is_usual_matters(world, found, kind)
    _no_paper_declines(world, found)
    _unused_parts(world, found)
    if Standing[documents.two_of_one_kind.standing] is not Standing.met:
        _twins_matter(world, found)


def _kind_matters(world: World, found: Findings, kind: str) -> None:
    """Showing such a paper helps somewhere."""
    rule: Rule = (_DOCUMENTS, ("kinds", kind))
    if found.has_mattered(rule):
        return
    for of, papers in world.papers.items():
        for effect in papers.effects[kind]:
            if world.moved(of, None, papers.paper(kind, effect, _UPON)) is not None:
                found.matters(rule)
                return
    found.expect(rule, world.book, with_paper(world, Document(kind, "holder", {})))


def _fewer_rules(world: World, kind: str) -> Iterator[tuple[Rule, KindRules]]:
    """The rules of a kind without each of them in turn."""
    entry, rules = world.book.documents.kinds[kind], world.procedure.kinds[kind]
    shared = world.book.documents.classes[entry.class_].checks
    for number in range(len(rules.checks)):
        own = number - len(shared)
        group, name = ("kinds", kind) if own >= 0 else ("classes", entry.class_)
        path: Path = (group, name, "checks", own if own >= 0 else number)
        rest = (*rules.checks[:number], *rules.checks[number + 1 :])
        yield (_DOCUMENTS, path), replace(rules, checks=rest)
    for number, (class_, _) in enumerate(rules.sides):
        rest_of_sides = (*rules.sides[:number], *rules.sides[number + 1 :])
        path = "classes", entry.class_, "counts", class_
        yield (_DOCUMENTS, path), replace(rules, sides=rest_of_sides)
    if rules.only_of is not None:
        yield (_DOCUMENTS, ("kinds", kind, "only_of")), replace(rules, only_of=None)


def _rule_matters(world: World, found: Findings, kind: str, rule: Rule, without: KindRules) -> None:
    if found.has_mattered(rule):
        return
    rules = world.procedure.kinds[kind]
    for of in world.papers:
        for document in every_paper(world.book, rules, kind, of, world.on):
            before = judge_paper(rules, document, _UPON, world.on)
            after = judge_paper(without, document, _UPON, world.on)
            if effect_of(before) != effect_of(after) and world.moved(of, before, after) is not None:
                found.matters(rule)
                return
    found.expect(rule, world.book, with_paper(world, Document(kind, "holder", {})))


def _what_is_usual_matters(world: World, found: Findings, kind: str) -> None:
    """What goes without saying of a kind makes a difference to a paper of which nobody said it, or to what is
    told of that paper."""
    entry = world.book.documents.kinds[kind]
    general = world.book.documents.classes[entry.class_].usually
    for name, value in general.items():
        rule: Rule = (_DOCUMENTS, ("classes", entry.class_, "usually", name))
        if name not in entry.usually:
            _usual_matters(world, found, kind, rule, {name: value}, {})
    for name, value in entry.usually.items():
        rule = _DOCUMENTS, ("kinds", kind, "usually", name)
        usual = {name: general[name]} if name in general else {}
        _usual_matters(world, found, kind, rule, {name: value}, usual)


def _usual_matters(
    world: World,
    found: Findings,
    kind: str,
    rule: Rule,
    told: Mapping[str, bool | str],
    instead: Mapping[str, bool | str],
) -> None:
    if found.has_mattered(rule):
        return
    rules, (name,) = world.procedure.kinds[kind], told
    first, second = (
        {key: value for key, value in each.items() if value != "unknown"} for each in (told, instead)
    )
    for of in world.papers:
        for document in every_paper(world.book, rules, kind, of, world.on):
            if name in document.seen:
                continue
            before, after = (
                judge_paper(rules, replace(document, seen={**document.seen, **more}), _UPON, world.on)
                for more in (first, second)
            )
            if before.problems != after.problems or (
                effect_of(before) != effect_of(after) and world.moved(of, before, after) is not None
            ):
                found.matters(rule)
                return
    found.expect(rule, world.book, with_paper(world, Document(kind, "holder", {})))


def _no_paper_declines(world: World, found: Findings) -> None:
    """A paper can be missing at worst; what says more would never come about."""
    documents = world.book.documents
    checks: list[tuple[Path, Check]] = [(("checks", name), check) for name, check in documents.checks.items()]
    for class_, group in documents.classes.items():
        checks += [(("classes", class_, "counts", side), check) for side, check in group.counts.items()]
    for path, check in checks:
        for answer, standing in (check.is_ or {}).items():
            if standing == "decline":
                found.expect((_DOCUMENTS, (*path, "is", answer)), world.book, world.plain())
        for field in ("then", "always"):
            if getattr(check, field) == "decline":
                found.expect((_DOCUMENTS, (*path, field)), world.book, world.plain())


def _unused_parts(world: World, found: Findings) -> None:
    """Properties, checks and classes that no kind of paper comes to."""
    documents, kinds = world.book.documents, world.procedure.kinds.values()
    used = {
        check.property for rules in kinds for check in (*rules.checks, *(side for _, side in rules.sides))
    }
    checks = {name for group in documents.classes.values() for name in group.checks}
    checks |= {name for kind in documents.kinds.values() for name in kind.checks}
    classes = {kind.class_ for kind in documents.kinds.values()}
    for group, names, there in (
        ("properties", documents.properties, used),
        ("checks", documents.checks, checks),
        ("classes", documents.classes, classes),
    ):
        for name in names:
            rule: Rule = (_DOCUMENTS, (group, name))
            if name in there:
                found.matters(rule)
            else:
                found.expect(rule, world.book, world.plain())


def _twins_matter(world: World, found: Findings) -> None:
    """Two papers of one kind stand otherwise than two of different kinds."""
    rule: Rule = (_DOCUMENTS, ("two_of_one_kind",))
    for desk in world.desks:
        for part in desk.parts:
            for place in range(len(part.requirements)):
                if found.has_mattered(rule):
                    return
                if part.requirements[place].reads.owners:
                    _twins_matter_to(found, desk, part, place, rule)
    found.expect(rule, world.book, world.plain())


def _twins_matter_to(found: Findings, desk: Desk, part: Part, place: int, rule: Rule) -> None:
    documents = desk.book.documents
    lenient = replace(documents, two_of_one_kind=replace(documents.two_of_one_kind, standing="met"))
    requirement = part.requirements[place]
    node = compile_needs(replace(desk.book, documents=lenient), requirement.rule.needs, requirement.id)
    if Retried(desk, part, place, replace(requirement, node=node)).difference() is not None:
        found.matters(rule)


def with_paper(world: World, paper: Document) -> Situation:
    """Some situation of the day in which this paper alone is shown."""
    return replace(world.plain(), documents=(paper,))
