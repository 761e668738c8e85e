"""The plain reading against what its answers promise: ask this or bring that, and it gets better."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import combinations
from typing import Any

from .form import A_KINDS, B_KINDS, TRUTHS, WORDS
from .invent import invent_case
from .papers import MAY_NOT_IDENTIFY
from .plain import RANK, decide

Case = dict[str, Any]

BEST: dict[str, object] = {
    "expiry": "in_date",
    "issued_on": "2012-04-01",
    "card": "presented",
    "mail_forwarded": False,
    "reply_letter": "sealed",
    "unavoidable_reason": "illness",
}
WORST: dict[str, object] = {
    "expiry": "expired",
    "issued_on": "2012-03-31",
    "card": "absent",
    "mail_forwarded": True,
    "reply_letter": "absent",
    "unavoidable_reason": "none",
}
OWNER = {"holder_identity": "holder", "representative_identity": "visitor", "agent_identity": "visitor"}
ALWAYS_GOOD = {
    "A": [kind for kind in A_KINDS if kind != "my_number_card"],
    "B": [
        kind
        for kind in B_KINDS
        if kind not in ("eligibility_certificate", "health_insurance_card", "other_document")
    ],
}


def cases(count: int) -> Iterator[Case]:
    """Yield invented cases, late enough for the best issue date not to lie ahead."""
    rng = random.Random(15)
    while count:
        case = invent_case(rng)
        if case["on"] > "2012-04-01":
            count -= 1
            yield case


def rank(case: Case, name: str) -> int | None:
    """Return how a requirement stands, or none where an answer made it fall away."""
    standings = {part["id"]: RANK[part["standing"]] for part in decide(case)["requirements"]}
    return standings.get(name)


def put(case: Case, key: str, value: object) -> None:
    """Set one fact, named as `ask` names it."""
    target: Any = case
    *path, last = key.replace("[", ".").replace("]", "").split(".")
    for step in path:
        target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
    target[last] = value


def answered(case: Case, keys: Sequence[str], good: set[str]) -> Case:
    """Return the case with each of these keys answered, for better or for worse."""
    case = deepcopy(case)
    for key in keys:
        field = key.rsplit(".", 1)[-1]
        value = BEST.get(field, True) if key in good else WORST.get(field, False)
        if key.startswith("holder."):
            value = (key in good) == (case["visitor"] == "legal_representative")
        put(case, key, value)
    return case


def subsets(keys: list[str]) -> Iterator[set[str]]:
    """Yield every choice of keys."""
    for count in range(len(keys) + 1):
        yield from map(set, combinations(keys, count))


def can_decide(case: Case, name: str, keys: list[str], key: str) -> bool:
    """Return whether some answers to the other keys leave the requirement to hang on this one."""
    others = [other for other in keys if other != key]
    return any(
        rank(answered(case, keys, good | {key}), name) == 0 and rank(answered(case, others, good), name) != 0
        for good in subsets(others)
    )


def test_each_key_to_ask_can_be_the_one_that_decides() -> None:
    for case in cases(1500):
        for requirement in decide(case)["requirements"]:
            keys = requirement["ask"]
            if len(keys) <= 6:
                assert all(can_decide(case, requirement["id"], keys, key) for key in keys)


def unknown_of_document(document: dict[str, Any]) -> list[str]:
    """Return the unknown fields of a document, those that say nothing of its kind included."""
    unknown = [key for key in ("original", "expiry", "issued_on") if document.get(key) is None]
    by_kind = {
        "photo": document["kind"] == "basic_resident_card",
        "identifies": document["kind"] in MAY_NOT_IDENTIFY,
    }
    return unknown + [key for key, open_ in by_kind.items() if document.get(key, not open_ or None) is None]


def unknown_keys(case: Case) -> list[str]:
    """Return every unknown fact of a case, whether or not anything hangs on it."""
    holder, certificates = case.get("holder", {}), case.get("certificates", {})
    unknown = [key for key in (*TRUTHS, *WORDS) if case.get(key) is None]
    aged = holder.get("birth_date") is not None
    unknown += [
        f"holder.{key}"
        for key in ("under_15", "adult_ward")
        if holder.get(key) is None and not (aged and key == "under_15")
    ]
    unknown += [
        f"certificates.{key}" for key in ("signature", "user_authentication") if certificates.get(key) is None
    ]
    for index, document in enumerate(case.get("documents", [])):
        unknown += (f"documents[{index}].{key}" for key in unknown_of_document(document))
    return unknown


def test_answers_to_what_is_not_asked_better_nothing() -> None:
    for case in cases(1500):
        keys = unknown_keys(case)
        for requirement in decide(case)["requirements"]:
            assert set(requirement["ask"]) <= set(keys)
            after = rank(answered(case, keys, set(keys) - set(requirement["ask"])), requirement["id"])
            assert after is None or after >= RANK[requirement["standing"]]


def with_more(case: Case, owner: str, classes: str) -> Case:
    """Return the case with good documents of these classes added, each of a kind that is not there yet."""
    case = deepcopy(case)
    documents = case.setdefault("documents", [])
    for letter in classes:
        used = {document["kind"] for document in documents}
        kind = next(kind for kind in ALWAYS_GOOD[letter] if kind not in used)
        documents.append({"kind": kind, "of": owner, "original": True, "expiry": "in_date"})
        documents[-1] |= {"issued_on": "2012-04-01", "photo": True, "identifies": True}
    return case


def covers(classes: str, alternatives: list[list[str]]) -> bool:
    """Return whether some alternative is among these classes."""
    return any(Counter(alternative) <= Counter(classes) for alternative in alternatives)


def test_what_is_to_be_brought_is_just_what_leaves_no_more_than_questions() -> None:
    for case in cases(3000):
        decision = decide(case)
        for requirement in decision["requirements"]:
            name = requirement["id"]
            if name in OWNER and requirement["bring"]:
                for classes in ("A", "B", "AA", "AB", "BB"):
                    after = rank(with_more(case, OWNER[name], classes), name)
                    assert after is not None
                    assert (after <= RANK["ask"]) == covers(classes, requirement["bring"])


def test_no_alternative_contains_another_and_all_are_sorted() -> None:
    for case in cases(3000):
        for requirement in decide(case)["requirements"]:
            found = requirement["bring"]
            assert found == sorted(sorted(alternative) for alternative in found)
            assert not any(Counter(a) <= Counter(b) for a in found for b in found if a is not b)


def test_one_more_good_document_never_makes_anything_worse() -> None:
    for case in cases(1000):
        before = decide(case)["requirements"]
        for owner in ("holder",) if case["visitor"] == "holder" else ("holder", "visitor"):
            for letter in "AB":
                after = decide(with_more(case, owner, letter))["requirements"]
                for old, new in zip(before, after, strict=True):
                    assert RANK[new["standing"]] <= RANK[old["standing"]]


def test_the_order_of_the_documents_does_not_matter_to_any_standing() -> None:
    for case in cases(1000):
        turned = {**case, "documents": case.get("documents", [])[::-1]}
        for one, other in zip(decide(case)["requirements"], decide(turned)["requirements"], strict=True):
            assert (one["standing"], one["bring"]) == (other["standing"], other["bring"])


def test_documents_that_meet_a_requirement_meet_it_alone() -> None:
    for case in cases(1000):
        for requirement in decide(case)["requirements"]:
            chosen = requirement["met_by"]
            kept = {**case, "documents": [case["documents"][index] for index in chosen]}
            if chosen:
                assert rank(kept, requirement["id"]) == 0
