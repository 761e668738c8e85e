"""Invented cases: seeded, valid, over the whole space of the contract, and broken ones with their fault."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from .breakage import break_case
from .form import OPERATIONS, PINS, REASONS, TRUTHS, VISITORS, WORDS, turned_15
from .invent_documents import invent_documents

Case = dict[str, Any]

NOTABLE_DAYS = (
    "2012-02-29",
    "2012-03-31",
    "2012-04-01",
    "2024-02-29",
    "2025-02-28",
    "2025-11-30",
    "2025-12-01",
    "2025-12-02",
    "2026-11-23",
    "2027-02-28",
    "2027-03-01",
    "2028-02-29",
)
# With these answers, and good papers, nothing stands in the way of any route.
HELPFUL: dict[str, object] = {
    "card": "presented",
    "postage": True,
    "mail_forwarded": False,
    "reply_letter": "sealed",
    "family_register": True,
    "registered_domicile_in_city": True,
    "parent_and_child_in_one_household": True,
    "guardianship_certificate": True,
    "reason_proof": True,
}


def invent_day(rng: random.Random) -> str:
    """Return the day of a visit, often one on which a rule turns."""
    if rng.random() < 0.4:
        return rng.choice(NOTABLE_DAYS)
    first, last = rng.choice(
        [("2025-11-01", "2026-01-10"), ("2026-10-01", "2027-03-31"), ("2010-01-01", "2040-12-31")]
    )
    return date.fromordinal(
        rng.randint(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    ).isoformat()


def put(
    rng: random.Random, facts: Case, key: str, helpful: object, others: Sequence[object], care: float
) -> None:
    """Set a fact to its helpful value, or, the less care there is the likelier, to any other or to none."""
    if rng.random() < care:
        facts[key] = helpful
    elif rng.random() < 0.75:
        facts[key] = rng.choice([None, helpful, *others])


def births(rng: random.Random, on: str) -> list[str]:
    """Return birth dates worth trying, none after the visit, some of them around the age of 15."""
    today = date.fromisoformat(on)
    edge = date(today.year - 15, today.month, min(today.day, 28))
    days = [edge + timedelta(days=shift) for shift in range(-2, 4)]
    days += [today - timedelta(days=rng.randrange(40_000)) for _ in range(4)]
    leap_years = [year for year in range(today.year - 90, today.year) if year % 4 == 0]
    days += [date(year, 2, 29) for year in (*rng.sample(leap_years, 2), *leap_years[-4:])]
    return [day.isoformat() for day in (*days, today) if day <= today]


def tell_age(rng: random.Random, holder: Case, under_15: bool | None, on: str) -> None:
    """Say in one of the ways there are, or in two, that the holder is under 15, or not, or may be."""
    way = rng.choice(["flag", "birth_date", "both", "birth_date beside an unknown flag"])
    if under_15 is None or way == "flag":
        if under_15 is not None or rng.random() < 0.5:
            holder["under_15"] = under_15
        if rng.random() < 0.3:
            holder["birth_date"] = None
        return
    holder["birth_date"] = rng.choice([born for born in births(rng, on) if turned_15(born, on) != under_15])
    if way != "birth_date":
        holder["under_15"] = under_15 if way == "both" else None


def invent_holder(rng: random.Random, visitor: str, on: str, care: float) -> Case:
    """Return what is known of the holder, mostly such that this visitor is the right one."""
    holder: Case = {}
    under_15: bool | None = False
    ward: bool | None = False
    if visitor == "legal_representative":
        under_15, ward = rng.choice([(True, False), (True, False), (False, True), (True, True), (None, True)])
    if rng.random() > care:
        under_15, ward = rng.choice([True, False, None]), rng.choice([True, False, None])
    tell_age(rng, holder, under_15, on)
    if ward is not None or rng.random() < 0.5:
        holder["adult_ward"] = ward
    return holder


def invent_certificates(rng: random.Random, care: float) -> Case:
    """Return what is known of the two certificates."""
    certificates: Case = {}
    for key in ("signature", "user_authentication"):
        put(rng, certificates, key, True, [False], care)
    return certificates


def deny_parenthood(facts: Case) -> None:
    """Answer all three ways to show parenthood with no, which chance alone would do too seldom."""
    for key in ("family_register", "registered_domicile_in_city", "parent_and_child_in_one_household"):
        facts[key] = False


def invent_facts(rng: random.Random, care: float) -> Case:
    """Return the plain facts; those that the route does not use are there as well, to be passed over."""
    facts: Case = {}
    for key in TRUTHS:
        put(rng, facts, key, HELPFUL[key], [not HELPFUL[key]], care)
    if rng.random() < 0.1:
        deny_parenthood(facts)
    for key in ("card", "reply_letter"):
        put(rng, facts, key, HELPFUL[key], WORDS[key], care)
    reasons = ["other", "other", "none", "none", rng.choice(REASONS)]
    put(rng, facts, "unavoidable_reason", rng.choice(REASONS), reasons, care)
    return facts


def invent_case(rng: random.Random) -> Case:
    """Return a valid case: the higher its share of care, the nearer it is to being served."""
    care = rng.choice([0.97, 0.97, 0.9, 0.8, 0.6, 0.2])
    visitor = rng.choice([*VISITORS, "agent"])
    on = invent_day(rng)
    visit = rng.choice([1, 2]) if visitor == "agent" else None
    case: Case = {"operation": rng.choice(OPERATIONS), "visitor": visitor, "on": on}
    case["pins"] = rng.sample(PINS, rng.randint(1, len(PINS)))
    if visit is not None:
        case["visit"] = visit
    parts = {
        "holder": invent_holder(rng, visitor, on, care),
        "certificates": invent_certificates(rng, care),
        "documents": invent_documents(rng, on, visitor, visit, care),
    }
    # An empty part may as well be left out.
    case |= {key: part for key, part in parts.items() if part or rng.random() < 0.5}
    case |= invent_facts(rng, care)
    keys = rng.sample(list(case), len(case))
    return {key: case[key] for key in keys}


def invent_broken_case(rng: random.Random) -> tuple[Case, str]:
    """Return a case that has to be refused, and the name of the one field at fault."""
    case = invent_case(rng)
    return case, break_case(rng, case)
