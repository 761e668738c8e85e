"""Which alternatives and notices are told."""

from mynadesk.decision.conditions import fits
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Notice, When
from mynadesk.standing import Standing
from tests.bench.zen.language import Part, all_rows, both, day_of, either, known, literal, one_of, some_in
from tests.bench.zen.requirements import NOW


def notices_table(book: Rulebook, notices: dict[str, Notice], route: str, place: str) -> Part:
    """A row for each that a case on the route could be told."""
    who = book.routes[route].who
    rows = [
        {"applies": _told(book, notice, route), "name": literal(name)}
        for name, notice in notices.items()
        if expressible(notice) and fits(notice, route, who)
    ]
    return all_rows(place, ["name"], rows)


def expressible(notice: Notice) -> bool:
    """Whether it looks at nothing that the graph does not find out."""
    return all(when is None or when.next_visit_needs is None for when in (notice.when, notice.unless))


def _told(book: Rulebook, notice: Notice, route: str) -> str:
    told = _conditions(book, notice.when, route)
    kept = _conditions(book, notice.unless, route) if notice.unless else []
    return both([*told, *([f"not ({either(kept)})"] if kept else [])])


def _conditions(book: Rulebook, when: When, route: str) -> list[str]:
    """One for each field that is given."""
    made = [one_of(fact, wanted) for fact, wanted in _among(when).items() if wanted is not None]
    if when.routes is not None:
        made.append(literal(route in when.routes))
    if when.pins is not None:
        made.append(some_in("asked", when.pins))
    if when.only_one_of is not None:
        made.append(f"len(filter(asked, {one_of('#', when.only_one_of)})) == 1")
    if when.facts is not None:
        made.append(both(known(when.facts)))
    if when.any_fact is not None:
        made.append(either(known(when.any_fact)))
    if when.papers is not None:
        made.append(f"some(documents, {one_of('#.kind', when.papers)})")
    if when.from_:
        made.append(f"on >= {day_of(book, when.from_)}")
    if when.after:
        made.append(f"on > {day_of(book, when.after)}")
    if when.standing is not None:
        stands = [_stands(id_, [Standing[each] for each in names]) for id_, names in when.standing.items()]
        made.append(f"some({NOW}, {either(stands)})")
    return made


def _among(when: When) -> dict[str, list[str] | None]:
    return {"operation": when.operation, "visitor": when.visitor}


def _stands(id_: str, standings: list[Standing]) -> str:
    return f"#.id == {literal(id_)} and {one_of('#.standing', [each.value for each in standings])}"
