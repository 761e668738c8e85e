"""Invented cases against the contract's rules of form."""

from __future__ import annotations

import json
import random

from .form import faults
from .invent import invent_broken_case, invent_case


def test_no_invented_case_has_a_fault() -> None:
    rng = random.Random(1)
    for _ in range(5000):
        case = invent_case(rng)
        assert faults(case) == [], case


def test_every_broken_case_has_the_fault_it_is_said_to_have_and_no_other() -> None:
    rng = random.Random(2)
    for _ in range(5000):
        case, field = invent_broken_case(rng)
        assert faults(case) == [field], case


def test_broken_cases_are_at_fault_in_every_field_there_is() -> None:
    rng = random.Random(3)
    fields = {invent_broken_case(rng)[1] for _ in range(5000)}
    assert {"operation", "pins", "visitor", "visit", "on", "documents", "holder", "certificates"} <= fields
    assert {"holder.birth_date", "holder.under_15", "holder.adult_ward", "certificates.signature"} <= fields
    assert {f"documents[0].{key}" for key in ("kind", "of", "original", "expiry", "issued_on")} <= fields
    assert {"card", "postage", "reply_letter", "unavoidable_reason", "reason_proof"} <= fields


def test_the_same_seed_invents_the_same_cases() -> None:
    first, second = random.Random(4), random.Random(4)
    for _ in range(200):
        assert invent_case(first) == invent_case(second)
        assert invent_broken_case(first) == invent_broken_case(second)


def test_invented_cases_pass_through_json_unchanged() -> None:
    rng = random.Random(5)
    for _ in range(500):
        for case in (invent_case(rng), invent_broken_case(rng)[0]):
            assert json.loads(json.dumps(case)) == case
