"""What the documents on the desk are worth: the plain reading of the contract's part on identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Any, NamedTuple

Case = dict[str, Any]
Requirement = dict[str, Any]

MET, ASK, CONSULT, MISSING, DECLINE = range(5)
WORDS = ("met", "ask", "consult", "missing", "decline")

# Each letter is a place to be filled by a document of that class.
ONE = ("A", "B")
REPRESENTATIVE = ("A", "BB")
AGENT_AT_VISIT_2 = ("AA", "AB")

A_KINDS = frozenset(
    {
        "drivers_license",
        "driving_history_certificate",
        "basic_resident_card",
        "passport",
        "disability_certificate",
        "residence_card",
        "rehabilitation_certificate",
        "my_number_card",
        "other_public_photo_id",
    }
)
MAY_NOT_IDENTIFY = frozenset({"bankbook", "employee_id", "student_id", "other_document"})


class Paper(NamedTuple):
    """One document as it counts: its standing in each class it can serve as, and what is unknown about it."""

    position: int
    kind: str
    standings: dict[str, int]
    unknown: frozenset[str]


Filling = tuple[int, tuple[Paper, ...]]


def truth(value: bool | None) -> int:
    """Return how a fact that should be true stands."""
    if value is None:
        return ASK
    return MET if value else MISSING


def expiry_standing(on: str, expiry: str | None) -> int:
    """Return how an expiry stands on a day; ISO dates sort as text."""
    if expiry is None:
        return ASK
    if expiry in ("in_date", "expired"):
        return MET if expiry == "in_date" else MISSING
    return MET if expiry >= on else MISSING


def issue_standing(issued_on: str | None) -> int:
    """Return how the issue date of a driving history certificate stands."""
    if issued_on is None:
        return ASK
    return MET if issued_on >= "2012-04-01" else MISSING


def kind_standing(on: str, kind: str) -> int:
    """Return how a kind stands for itself, whatever the single paper looks like."""
    if kind in ("eligibility_certificate", "other_document"):
        return CONSULT
    if kind == "health_insurance_card" and on > "2025-12-01":
        return CONSULT
    return MET


def field_standings(on: str, document: dict[str, Any]) -> dict[str, int]:
    """Return how each field of a document that matters to its kind stands, the photo left aside."""
    kind = document["kind"]
    fields = {
        "original": truth(document.get("original")),
        "expiry": expiry_standing(on, document.get("expiry")),
    }
    if kind == "driving_history_certificate":
        fields["issued_on"] = issue_standing(document.get("issued_on"))
    if kind not in A_KINDS:
        fields["identifies"] = truth(document.get("identifies", None if kind in MAY_NOT_IDENTIFY else True))
    return fields


def class_standings(kind: str, photo: bool | None, own: int) -> dict[str, int]:
    """Return the standing in each class that a document of this kind can serve as."""
    if kind not in A_KINDS:
        return {"B": own}
    if photo is None:
        return {"A": max(own, ASK), "B": max(own, CONSULT)}
    return {"A": own} if photo else {"B": max(own, CONSULT)}


def read_paper(on: str, index: int, document: dict[str, Any]) -> Paper:
    """Return one document as it counts on a day."""
    kind = document["kind"]
    fields = field_standings(on, document)
    own = max(kind_standing(on, kind), *fields.values())
    photo = document.get("photo", None if kind == "basic_resident_card" else True)
    unknown = [field for field, standing in fields.items() if standing == ASK]
    if kind in A_KINDS and photo is None:
        unknown.append("photo")
    return Paper(
        index,
        kind,
        class_standings(kind, photo, own),
        frozenset(f"documents[{index}].{field}" for field in unknown),
    )


def papers_of(case: Case, owner: str) -> list[Paper]:
    """Return the documents of one person, without the holder's own card, which proves nothing here."""
    return [
        read_paper(case["on"], index, document)
        for index, document in enumerate(case.get("documents", ()))
        if document["of"] == owner and (owner, document["kind"]) != ("holder", "my_number_card")
    ]


def filling_standing(places: str, chosen: Sequence[Paper]) -> int:
    """Return how well these papers, in this order, fill these places."""
    standings = (paper.standings.get(place, MISSING) for place, paper in zip(places, chosen, strict=True))
    standing = max(standings, default=MET)
    if len({paper.kind for paper in chosen}) < len(chosen):
        return max(standing, CONSULT)
    return standing


def all_fillings(papers: list[Paper], alternatives: Sequence[str]) -> list[Filling]:
    """Return every way to fill every alternative, with its standing."""
    return [
        (filling_standing(places, chosen), chosen)
        for places in alternatives
        for chosen in permutations(papers, len(places))
    ]


def keys_to_ask(fillings: list[Filling]) -> list[str]:
    """Return the unknown fields that some shortest way to `met` needs.

    A way that needs all that another needs, and more, is no reason to ask: the other comes first.
    """
    ways = {
        frozenset().union(*(paper.unknown for paper in chosen))
        for standing, chosen in fillings
        if standing == ASK
    }
    shortest = [way for way in ways if not any(other < way for other in ways)]
    return sorted(frozenset().union(*shortest))


def rests(places: str, papers: list[Paper]) -> Iterator[str]:
    """Yield the places left over for every way in which papers at `met` or `ask` can fill some of them."""
    for count in range(len(places) + 1):
        for filled in combinations(range(len(places)), count):
            rest = "".join(place for position, place in enumerate(places) if position not in filled)
            taken = "".join(places[position] for position in filled)
            if any(filling_standing(taken, chosen) <= ASK for chosen in permutations(papers, count)):
                yield "".join(sorted(rest))


def classes_to_bring(papers: list[Paper], alternatives: Sequence[str]) -> list[list[str]]:
    """Return the classes to add, each alternative the least of its line."""
    found = {rest for places in alternatives for rest in rests(places, papers)}
    least = [rest for rest in found if not any(Counter(other) < Counter(rest) for other in found)]
    return [list(rest) for rest in sorted(least)]


def identity(case: Case, name: str, owner: str, alternatives: Sequence[str]) -> Requirement:
    """Return an identity requirement, judged over every assignment of documents to places."""
    papers = papers_of(case, owner)
    fillings = all_fillings(papers, alternatives)
    standing, chosen = min(fillings, key=lambda filling: filling[0], default=(MISSING, ()))
    return {
        "id": name,
        "standing": WORDS[standing],
        "met_by": sorted(paper.position for paper in chosen) if standing == MET else [],
        "ask": keys_to_ask(fillings) if standing == ASK else [],
        "bring": classes_to_bring(papers, alternatives) if standing == MISSING else [],
    }
