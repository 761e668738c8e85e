"""Cases changed as a clerk would change them: a question answered, a paper added."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from mynadesk.decision.decision import Decision, Outcome
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from tests.decision.examples import Case, judged
from tests.reference.invent import invent_case
from tests.reference.plain import decide

GOOD_KINDS = {
    "A": (
        *("drivers_license", "passport", "residence_card", "disability_certificate"),
        *("rehabilitation_certificate", "other_public_photo_id", "basic_resident_card"),
    ),
    "B": (
        *("care_insurance_card", "pension_certificate", "medical_recipient_certificate", "bankbook"),
        *("disability_service_certificate", "employee_id", "student_id", "maternal_child_handbook"),
    ),
}
"""Kinds that count on any day once they have been looked at."""
ALL_IS_WELL = {"original": True, "expiry": "in_date", "photo": True, "identifies": True}

MOST_QUESTIONS = 3
"""All answers to all questions of one requirement are tried while they are no more than this."""


def invented(wanted: Callable[[Case], bool] = lambda _: True) -> st.SearchStrategy[Case]:
    """Cases of which each is wanted."""
    seeds = st.integers(min_value=0, max_value=2**32 - 1)
    return seeds.map(lambda seed: next(filter(wanted, endless(Random(seed)))))


def endless(rng: Random) -> Iterator[Case]:
    while True:
        yield invent_case(rng)


def lacks_something(case: Case) -> bool:
    """Whether something is to be brought."""
    return any(each["bring"] for each in decide(case)["requirements"])


def asks_a_little(case: Case) -> bool:
    """Whether some requirement asks few enough questions for all answers to be tried.

    Before April 2012 no driving history certificate can count, so a question about its date leads nowhere.
    """
    return case["on"] > "2012-04-01" and any(
        0 < len(each["ask"]) <= MOST_QUESTIONS for each in decide(case)["requirements"]
    )


def put(case: Case, key: str, value: object) -> Case:
    """The case with one fact answered, named as `ask` names it."""
    case = deepcopy(case)
    target: Any = case
    *path, last = key.replace("[", ".").replace("]", "").split(".")
    for step in path:
        target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
    target[last] = value
    return case


def legal_values(book: Rulebook, case: Case, key: str) -> list[Any]:
    """Every answer to a question, or for a date those on both sides of its limit."""
    if not key.startswith("documents["):
        return list(book.fact_values[key])
    name = key.rpartition(".")[2]
    if book.documents.properties[name].type == "yes_no":
        return [True, False]
    if name == "expiry":
        return ["in_date", "expired", case["on"], day_before(case["on"])]
    limit = str(book.figures["driving_history_from"].value)
    return [limit, day_before(limit)]


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def unused_kinds(case: Case, owner: str, classes: Sequence[str]) -> list[str]:
    """A good kind for each class, none of them on the counter yet and no two alike."""
    used = {document["kind"] for document in case.get("documents", []) if document["of"] == owner}
    kinds = []
    for class_ in classes:
        kinds.append(next(kind for kind in GOOD_KINDS[class_] if kind not in used))
        used.add(kinds[-1])
    return kinds


def with_good_papers(case: Case, owner: str, kinds: Sequence[str], at: int | None = None) -> Case:
    """The case with one paper more of each kind, looked at in full and found in order."""
    papers = [{"kind": kind, "of": owner, **ALL_IS_WELL} for kind in kinds]
    documents = list(case.get("documents", []))
    place = len(documents) if at is None else at
    return {**case, "documents": [*documents[:place], *papers, *documents[place:]]}


def owners(case: Case) -> list[str]:
    """Whose papers can be on the counter."""
    return ["holder"] if case["visitor"] == "holder" else ["holder", "visitor"]


def brought(book: Rulebook, case: Case, outcome: Outcome, alternative: Sequence[str]) -> Case:
    """The case after the visitor has come back with one alternative of what was to be brought."""
    if alternative == [outcome.id]:
        for fact in sorted(outcome.reads.facts):
            case = put(case, fact, legal_values(book, case, fact)[0])
        return case
    (owner,) = outcome.reads.owners
    return with_good_papers(case, owner, unused_kinds(case, owner, alternative))


def standings(decision: Decision) -> dict[str, Standing]:
    """How everything stands; the second visit's requirements by their names with an arrow before them."""
    then = decision.second_visit or ()
    return {
        **{each.id: each.standing for each in decision.requirements},
        **{f"-> {each.id}": each.standing for each in then},
    }


def standing_of(book: Rulebook, case: Case, name: str) -> Standing | None:
    """How one requirement stands; None where an answer made it fall away."""
    return standings(judged(book, case)).get(name)
