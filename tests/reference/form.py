"""Which fields of a case are at fault: the contract's rules of form, read without the rulebook.

A field is named by its path, like `holder.birth_date` or `documents[1].expiry`; an unknown key by its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

A_KINDS = (
    "drivers_license",
    "driving_history_certificate",
    "basic_resident_card",
    "passport",
    "disability_certificate",
    "residence_card",
    "rehabilitation_certificate",
    "my_number_card",
    "other_public_photo_id",
)
B_KINDS = (
    "eligibility_certificate",
    "health_insurance_card",
    "care_insurance_card",
    "pension_certificate",
    "medical_recipient_certificate",
    "disability_service_certificate",
    "bankbook",
    "employee_id",
    "student_id",
    "maternal_child_handbook",
    "other_document",
)
OPERATIONS = ("reset", "change")
PINS = ("signature", "user_authentication", "resident_registry", "card_input_support")
VISITORS = ("holder", "legal_representative", "agent")
REASONS = (
    "illness",
    "disability",
    "hospitalised",
    "in_care_facility",
    "certified_for_care",
    "aged_75_or_over",
    "schoolchild_or_younger",
    "high_school_student",
    "pregnant",
    "long_absence_for_work",
    "studying_abroad",
    "social_withdrawal",
)
TRUTHS = (
    "postage",
    "mail_forwarded",
    "family_register",
    "registered_domicile_in_city",
    "parent_and_child_in_one_household",
    "guardianship_certificate",
    "reason_proof",
)
WORDS = {
    "card": ("presented", "absent", "expired"),
    "reply_letter": ("sealed", "incomplete", "unsealed", "absent"),
    "unavoidable_reason": (*REASONS, "other", "none"),
}
CASE_KEYS = (
    "operation",
    "pins",
    "visitor",
    "visit",
    "on",
    "documents",
    "holder",
    "certificates",
    *TRUTHS,
    *WORDS,
)
DOCUMENT_KEYS = ("kind", "of", "original", "expiry", "issued_on", "photo", "identifies")


def is_date(value: object) -> bool:
    """Return whether a value is a day of the calendar, written YYYY-MM-DD in plain digits."""
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_truth(value: object) -> bool:
    """Return whether a value is true, false or not known yet."""
    return value is None or isinstance(value, bool)


def is_word(value: object, words: Iterable[str]) -> bool:
    """Return whether a value is one of these words; a list or mapping never is."""
    return isinstance(value, str) and value in words


def fifteenth_birthday(born: date) -> date:
    """Return the day on which someone turns 15, which is 1 March for a 29 February that is not there."""
    try:
        return born.replace(year=born.year + 15)
    except ValueError:
        return date(born.year + 15, 3, 1)


def turned_15(born: str, on: str) -> bool:
    """Return whether someone born on one day is 15 or older on another."""
    return fifteenth_birthday(date.fromisoformat(born)) <= date.fromisoformat(on)


def not_after(value: object, on: object) -> bool:
    """Return whether a day is usable and not after the visit, where the visit's own day is usable."""
    return is_date(value) and (not is_date(on) or str(value) <= str(on))


def are_pins(value: object) -> bool:
    """Return whether a value is a list of PINs, at least one, none of them twice."""
    if not isinstance(value, list) or not all(is_word(pin, PINS) for pin in value):
        return False
    return 0 < len(set(value)) == len(value)


def is_visit(case: dict[str, Any]) -> bool:
    """Return whether the visit is told exactly where it has to be; true is no 1."""
    if case.get("visitor") != "agent":
        return "visit" not in case
    return type(case.get("visit")) is int and case["visit"] in (1, 2)


def required_faults(case: dict[str, Any]) -> Iterator[str]:
    """Yield the fields at fault among those that every case must have."""
    if not is_word(case.get("operation"), OPERATIONS):
        yield "operation"
    if not are_pins(case.get("pins")):
        yield "pins"
    if not is_word(case.get("visitor"), VISITORS):
        yield "visitor"
    if not is_visit(case):
        yield "visit"


def fact_faults(case: dict[str, Any]) -> Iterator[str]:
    """Yield the fields at fault among the plain facts and the keys themselves."""
    yield from (key for key in case if key not in CASE_KEYS)
    yield from (key for key in TRUTHS if not is_truth(case.get(key)))
    for key, words in WORDS.items():
        if case.get(key) is not None and not is_word(case[key], words):
            yield key
    if "on" in case and not is_date(case["on"]):
        yield "on"


def holder_faults(holder: object, on: object) -> Iterator[str]:
    """Yield the fields at fault in what is said of the holder."""
    if not isinstance(holder, dict):
        yield "holder"
        return
    yield from (f"holder.{key}" for key in holder if key not in ("birth_date", "under_15", "adult_ward"))
    yield from (f"holder.{key}" for key in ("under_15", "adult_ward") if not is_truth(holder.get(key)))
    born, under_15 = holder.get("birth_date"), holder.get("under_15")
    if born is None:
        return
    if not not_after(born, on):
        yield "holder.birth_date"
    elif isinstance(under_15, bool) and is_date(on) and under_15 == turned_15(born, str(on)):
        yield "holder.under_15"


def certificate_faults(certificates: object) -> Iterator[str]:
    """Yield the fields at fault in what is said of the certificates."""
    if not isinstance(certificates, dict):
        yield "certificates"
        return
    for key, value in certificates.items():
        if key not in ("signature", "user_authentication") or not is_truth(value):
            yield f"certificates.{key}"


def document_faults(document: object, visitor: object, on: object) -> Iterator[str]:
    """Yield the fields at fault in one document; the empty name stands for the whole of it."""
    if not isinstance(document, dict):
        yield ""
        return
    yield from (f".{key}" for key in document if key not in DOCUMENT_KEYS)
    if not is_word(document.get("kind"), A_KINDS + B_KINDS):
        yield ".kind"
    if not is_word(document.get("of"), ("holder",) if visitor == "holder" else ("holder", "visitor")):
        yield ".of"
    yield from (f".{key}" for key in ("original", "photo", "identifies") if not is_truth(document.get(key)))
    expiry, issued_on = document.get("expiry"), document.get("issued_on")
    if not (expiry is None or is_word(expiry, ("in_date", "expired")) or is_date(expiry)):
        yield ".expiry"
    if issued_on is not None and not not_after(issued_on, on):
        yield ".issued_on"


def faults(case: dict[str, Any]) -> list[str]:
    """Return the names of all fields at fault, none for a case that can be decided."""
    on, documents = case.get("on"), case.get("documents", [])
    found = [*required_faults(case), *fact_faults(case)]
    found += holder_faults(case.get("holder", {}), on)
    found += certificate_faults(case.get("certificates", {}))
    if not isinstance(documents, list):
        return [*found, "documents"]
    for index, document in enumerate(documents):
        found += (f"documents[{index}]{name}" for name in document_faults(document, case.get("visitor"), on))
    return found
