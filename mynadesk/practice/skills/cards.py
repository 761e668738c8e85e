"""Every skill of a rulebook: each rule, exception and edge with the turn that its scenes take."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mynadesk.practice.scenes.scene import Card
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.scenes.tree import leaves, values_of
from mynadesk.practice.skills.marks import mark_of, named_figures
from mynadesk.practice.skills.naming import Naming
from mynadesk.practice.skills.paper_turns import (
    CheckTurn,
    KindTurn,
    ShortTurn,
    Spot,
    SwapTurn,
    TwinsTurn,
    WhoseTurn,
    is_enough,
    spots_of,
)
from mynadesk.practice.skills.turns import PurposeTurn, Turn, fact_turns, touches_some
from mynadesk.rulebook.schema import Check, Papers, Requirement
from mynadesk.standing import Standing

_IN_A_LIST = 1


class Skill(NamedTuple):
    """A card and how its scenes turn."""

    card: Card
    turn: Turn


def skills_of(studio: Studio) -> Iterator[Skill]:
    """All of them, requirement by requirement, then papers, then what people want."""
    naming = Naming(studio)
    for rule, entry in studio.book.requirements.items():
        if rule in studio.routes_of:
            yield from _of_requirement(studio, naming, rule, entry)
    yield from _of_checks(studio, naming)
    yield from _of_kinds(studio, naming)
    yield from _of_purposes(studio, naming)


def _of_requirement(studio: Studio, naming: Naming, rule: str, entry: Requirement) -> Iterator[Skill]:
    for path, leaf in leaves(entry.needs):
        if leaf.papers is not None:
            yield from _of_papers(studio, naming, rule, entry, leaf.papers)
            continue
        for name, turn in fact_turns(studio, rule, path, leaf).items():
            reason = name.removeprefix("listed/") if name.startswith("listed/") else None
            behind = [entry, studio.book.reasons[reason]] if reason else [entry]
            card = Card(
                f"{rule}/{leaf.fact}/{name}",
                naming.answer(entry, str(leaf.fact), turn),
                naming.rule(entry),
                naming.cited(entry),
                mark_of(studio, *behind, *_facts_behind(studio, str(leaf.fact))),
                _IN_A_LIST if reason else 0,
            )
            yield Skill(card, turn)


def _facts_behind(studio: Studio, fact: str) -> Iterable[object]:
    entry = studio.book.facts.get(fact)
    return [entry] if entry else []


def _of_papers(
    studio: Studio, naming: Naming, rule: str, entry: Requirement, papers: Papers
) -> Iterator[Skill]:
    spots = spots_of(rule, papers)
    mark, text, cited = mark_of(studio, entry), naming.rule(entry), naming.cited(entry)
    for short, ways in _too_few(studio, papers, spots).items():
        label = naming.only(entry, short)
        id_ = f"{rule}/papers/{'+'.join(short) or 'none'}"
        yield Skill(Card(id_, label, text, cited, mark), ShortTurn(tuple(ways)))
    doubled = tuple(spot for spot in spots if spot.places.count(spot.places[spot.at]) > 1)
    if doubled:
        twins = studio.book.documents.two_of_one_kind
        card = Card(
            f"{rule}/twins",
            naming.filled(studio.lore.cards.twins, rule=naming.short(entry)),
            naming.text(twins.rule),
            naming.places(twins.source),
            mark_of(studio, entry, twins),
        )
        yield Skill(card, TwinsTurn(doubled))
    label = naming.filled(studio.lore.cards.whose, rule=naming.short(entry))
    other = "visitor" if papers.of == "holder" else "holder"
    yield Skill(Card(f"{rule}/whose", label, text, cited, mark), WhoseTurn(tuple(spots), other))


def _too_few(
    studio: Studio, papers: Papers, spots: list[Spot]
) -> dict[tuple[str, ...], list[tuple[Spot, str | None]]]:
    """What is not enough by one paper, by its classes: where it begins, and the class that comes instead."""
    found: dict[tuple[str, ...], list[tuple[Spot, str | None]]] = {}
    for spot in spots:
        rest = (*spot.places[: spot.at], *spot.places[spot.at + 1 :])
        for instead in (None, *studio.book.documents.classes):
            classes = tuple(sorted(rest if instead is None else (*rest, instead)))
            if not is_enough(papers.one_of, classes):
                found.setdefault(classes, []).append((spot, instead))
    return found


def _paper_spots(studio: Studio) -> list[tuple[Spot, Papers]]:
    return [
        (spot, leaf.papers)
        for rule, entry in studio.book.requirements.items()
        if rule in studio.routes_of
        for _, leaf in leaves(entry.needs)
        if leaf.papers is not None
        for spot in spots_of(rule, leaf.papers)
    ]


def _of_checks(studio: Studio, naming: Naming) -> Iterator[Skill]:
    """What is looked at on papers, class by class and kind by kind."""
    documents = studio.book.documents
    spots = _paper_spots(studio)
    for name, check in documents.checks.items():
        kinds = tuple(
            kind
            for kind, entry in documents.kinds.items()
            if name in (*documents.classes[entry.class_].checks, *entry.checks)
        )
        if check.property and kinds:
            classes = {documents.kinds[kind].class_ for kind in kinds}
            fitting = tuple(spot for spot, _ in spots if spot.places[spot.at] in classes)
            turn: Turn = CheckTurn(check, fitting, kinds)
            yield Skill(_check_card(studio, naming, f"check/{name}", check, kinds), turn)
        for kind in kinds if not check.property else ():
            class_ = documents.kinds[kind].class_
            fitting = tuple(spot for spot, _ in spots if spot.places[spot.at] == class_)
            card = _check_card(studio, naming, f"check/{name}/{kind}", check, (kind,))
            yield Skill(card, SwapTurn(kind, fitting, check.after))
    for class_, group in documents.classes.items():
        check = group.counts[class_]
        kinds = tuple(kind for kind, entry in documents.kinds.items() if entry.class_ == class_)
        fitting = tuple(spot for spot, _ in spots if spot.places[spot.at] == class_)
        if check.property and kinds:
            card = _check_card(studio, naming, f"class/{class_}/{check.property}", check, kinds)
            yield Skill(card, CheckTurn(check, fitting, kinds))


def _check_card(studio: Studio, naming: Naming, id_: str, check: Check, kinds: tuple[str, ...]) -> Card:
    return Card(
        id_,
        naming.check(check, kinds),
        naming.text(check.rule) if check.rule else naming.text(check.problem),
        naming.places(check.source),
        mark_of(studio, check, *named_figures(studio, check)),
    )


def _of_kinds(studio: Studio, naming: Naming) -> Iterator[Skill]:
    """As what each kind of paper counts, and for whom."""
    documents, spots = studio.book.documents, _paper_spots(studio)
    for kind, entry in documents.kinds.items():
        good: list[tuple[Spot, str]] = []
        bad: list[tuple[Spot, str]] = []
        for spot, papers in spots:
            rest = (*spot.places[: spot.at], *spot.places[spot.at + 1 :])
            here = spot.places[spot.at]
            if here == entry.class_:
                good += [(spot, c) for c in documents.classes if not is_enough(papers.one_of, (*rest, c))]
            elif not is_enough(papers.one_of, (*rest, entry.class_)):
                bad.append((spot, entry.class_))
        group = documents.classes[entry.class_]
        mark = mark_of(studio, entry, group.label, group.rule)
        if studio.is_plain(kind):
            label = naming.filled(studio.lore.cards.kind, kind=naming.kind(kind))
            card = Card(
                f"kind/{kind}", label, naming.kind_rule(kind), naming.places(entry.source), mark, _IN_A_LIST
            )
            yield Skill(card, KindTurn(kind, tuple(good), tuple(bad)))
        if entry.only_of:
            theirs = tuple(
                spot
                for spot, _ in spots
                if spot.owner != entry.only_of and spot.places[spot.at] == entry.class_
            )
            label = naming.filled(studio.lore.cards.own, kind=naming.kind(kind))
            rule = naming.text(entry.otherwise) if entry.otherwise else naming.text(group.rule)
            yield Skill(
                Card(f"kind/{kind}/whose", label, rule, naming.places(entry.source), mark),
                SwapTurn(kind, theirs),
            )


def _of_purposes(studio: Studio, naming: Naming) -> Iterator[Skill]:
    """Which PIN is needed for what people want to do."""
    for pin, entry in studio.book.pins.items():
        turn = next(_turns_of_pin(studio, pin), None)
        for purpose in entry.purposes if turn else []:
            key = str(purpose.key)
            label = naming.filled(studio.lore.cards.purpose, purpose=naming.text(purpose.label))
            card = Card(
                f"purpose/{pin}/{key}",
                label,
                naming.purpose_rule(pin),
                naming.places(entry.source),
                mark_of(studio, purpose, entry.label, entry.number),
                _IN_A_LIST,
            )
            assert turn is not None
            yield Skill(card, PurposeTurn(*turn, pin, key))


def _turns_of_pin(studio: Studio, pin: str) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Requirements that touch a PIN but not all: with the fact that turns them, and how it is worse."""
    for rule, entry in studio.book.requirements.items():
        if rule in studio.routes_of and touches_some(studio, entry) and pin in studio.pins_of(entry):
            for path, leaf in leaves(entry.needs):
                table = values_of(studio.book, leaf)
                worse = tuple(value for value, how in table.items() if how is not Standing.met)
                if worse and not path:
                    yield rule, str(leaf.fact), worse
