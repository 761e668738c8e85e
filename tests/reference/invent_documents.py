"""Invented documents, on both sides of every limit that the contract sets for one."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from .form import A_KINDS, B_KINDS

Document = dict[str, Any]

GOOD_KINDS = {
    "A": (
        "drivers_license",
        "driving_history_certificate",
        "basic_resident_card",
        "passport",
        "residence_card",
    ),
    "B": ("care_insurance_card", "pension_certificate", "bankbook", "student_id", "health_insurance_card"),
}
NEEDED = {
    ("holder", None): ["holder A", "holder B"],
    ("legal_representative", None): ["holder A, visitor A", "holder B, visitor B, visitor B"],
    ("agent", 1): ["visitor A", "visitor B", "visitor A, holder A", "visitor A, visitor B, holder B"],
    ("agent", 2): ["holder A, visitor A, visitor A", "holder B, visitor A, visitor B"],
}


def near(rng: random.Random, day: str) -> str:
    """Return a day on, just before, just after, or years away from another."""
    shift = rng.choice([-1, 0, 1, rng.randint(-60, 60), rng.randint(-6000, 6000)])
    return (date.fromisoformat(day) + timedelta(days=shift)).isoformat()


def invent_expiry(rng: random.Random, on: str) -> str | None:
    """Return any expiry there may be."""
    return rng.choice(["in_date", "expired", None, near(rng, on), near(rng, on), "9999-12-31"])


def invent_issue(rng: random.Random, on: str) -> str | None:
    """Return any issue date that is not after the visit."""
    days = [near(rng, "2012-04-01"), "2012-03-31", "2012-04-01", on, near(rng, on)]
    return rng.choice([None, *(day for day in days if day <= on)])


def good_document(rng: random.Random, on: str, owner: str, kind: str) -> Document:
    """Return a document that was looked at in full and found in order, as far as its kind allows."""
    document: Document = {"kind": kind, "of": owner, "original": True}
    document["expiry"] = rng.choice(["in_date", max(on, near(rng, on))])
    if kind == "driving_history_certificate":
        document["issued_on"] = on
    if kind == "basic_resident_card":
        document["photo"] = True
    if kind in ("bankbook", "student_id"):
        document["identifies"] = True
    return document


def any_document(rng: random.Random, on: str, owner: str) -> Document:
    """Return a document in any state, with fields that say nothing of its kind as well."""
    kind = rng.choice([*A_KINDS, *B_KINDS, "driving_history_certificate", "basic_resident_card"])
    document = good_document(rng, on, owner, kind)
    for key in rng.sample(["original", "photo", "identifies"], rng.randint(0, 3)):
        document[key] = rng.choice([True, True, False, None])
    if rng.random() < 0.5:
        document["expiry"] = invent_expiry(rng, on)
    if rng.random() < 0.5:
        document["issued_on"] = invent_issue(rng, on)
    if rng.random() < 0.3:
        document.pop(rng.choice([key for key in document if key not in ("kind", "of")]))
    return document


def needed_documents(
    rng: random.Random, on: str, visitor: str, visit: int | None, care: float
) -> list[Document]:
    """Return the documents that the route asks for, each of them replaced now and then, or forgotten."""
    documents = []
    used: set[str] = set()
    for need in rng.choice(NEEDED[visitor, visit]).split(", "):
        owner, letter = need.split()
        kind = rng.choice([kind for kind in GOOD_KINDS[letter] if f"{owner} {kind}" not in used])
        used.add(f"{owner} {kind}")
        if rng.random() < care:
            documents.append(good_document(rng, on, owner, kind))
        elif rng.random() < 0.7:
            documents.append(any_document(rng, on, owner))
    return documents


def invent_documents(
    rng: random.Random, on: str, visitor: str, visit: int | None, care: float
) -> list[Document]:
    """Return up to five documents of the people that this visitor can show documents of."""
    owners = ["holder"] if visitor == "holder" else ["holder", "visitor", "visitor"]
    documents = needed_documents(rng, on, visitor, visit, care)
    for _ in range(rng.choice([0, 0, 0, 1, 2, 5])):
        extra = any_document(rng, on, rng.choice(owners))
        if documents and rng.random() < 0.25:
            # Two papers of one kind are judged apart, so they have to meet often enough.
            extra["kind"] = rng.choice(documents)["kind"]
        documents.append(extra)
    kept = documents[:5]
    return rng.sample(kept, len(kept))
