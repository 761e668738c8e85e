"""A requirement's tree of needs, settled so that it is met, or so that it turns on one of its leaves."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from mynadesk.decision.needs import standings_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Needs
from mynadesk.standing import Standing

Path = tuple[int, ...]
"""Which part of which part; empty for the root."""


class Settled(NamedTuple):
    """What makes a tree stand as it is wanted."""

    facts: dict[str, Any]
    papers: dict[str, tuple[str, ...]]
    """The classes wanted of each owner."""


def leaves(needs: Needs, path: Path = ()) -> Iterator[tuple[Path, Needs]]:
    """Every fact and every place for papers, with the way to it."""
    parts = needs.all or needs.any
    if parts is None:
        yield path, needs
        return
    for place, part in enumerate(parts):
        yield from leaves(part, (*path, place))


def values_of(book: Rulebook, leaf: Needs) -> dict[Any, Standing]:
    """How each answer to a fact stands."""
    return standings_of(book, leaf) if leaf.fact else {}


def settle(book: Rulebook, needs: Needs, known: dict[str, Any], random: Random, met: bool = True) -> Settled:
    """Answers that meet a tree, or with `met` false that leave all of it unmet; what is known stays."""
    if needs.fact is not None:
        value = known.get(needs.fact, _answer(book, needs, random, met))
        return Settled({needs.fact: value}, {})
    if needs.papers is not None:
        places = random.choice(needs.papers.one_of) if met else ()
        return Settled({}, {needs.papers.of: tuple(places)})
    parts = needs.all or needs.any or []
    chosen = _satisfied_part(book, parts, known, random)
    settled = [
        settle(book, part, known, random, met and (needs.all is not None or place == chosen))
        for place, part in enumerate(parts)
    ]
    return joined(settled)


def turn_on(book: Rulebook, needs: Needs, path: Path, known: dict[str, Any], random: Random) -> Settled:
    """Answers that make a tree stand just as its leaf at `path` does; the leaf itself is left open."""
    if not path:
        return Settled({}, {})
    parts = needs.all or needs.any or []
    settled = [
        turn_on(book, part, path[1:], known, random)
        if place == path[0]
        else settle(book, part, known, random, met=needs.all is not None)
        for place, part in enumerate(parts)
    ]
    return joined(settled)


def joined(parts: list[Settled]) -> Settled:
    """All of them; of two that tell the same fact the later counts."""
    facts: dict[str, Any] = {}
    papers: dict[str, tuple[str, ...]] = {}
    for part in parts:
        facts |= part.facts
        papers |= part.papers
    return Settled(facts, papers)


def _answer(book: Rulebook, leaf: Needs, random: Random, met: bool) -> Any:
    table = values_of(book, leaf)
    best = min(table.values())
    fitting = [value for value, standing in table.items() if (standing is best) == met]
    return random.choice(fitting or list(table))


def _satisfied_part(book: Rulebook, parts: list[Needs], known: dict[str, Any], random: Random) -> int:
    """Of alternatives the one to be met: one that is met already, else any."""
    for place, part in enumerate(parts):
        if part.fact in known and values_of(book, part)[known[part.fact]] is Standing.met:
            return place
    return random.randrange(len(parts))
