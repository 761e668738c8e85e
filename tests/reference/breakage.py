"""The ways in which a case can be unusable, each of them with one field at fault."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from .form import TRUTHS, turned_15

Case = dict[str, Any]

NOT_DATES: tuple[object, ...] = (
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "0000-01-01",
    "2026/02/03",
    "20260203",
    "2026-2-3",
    "2026-W05-2",
    "2026-02-03T00:00:00",
    "2026-02-03\n",
    " 2026-02-03",
    "\uff12\uff10\uff12\uff16-\uff10\uff12-\uff10\uff13",
    "tomorrow",
    "",
    20260203,
    True,
    [],
)
NOT_TRUTHS: tuple[object, ...] = ("true", "yes", "", 0, 1, [], {})
NOT_OBJECTS: tuple[object, ...] = (None, [], "holder", True, 1)
NOT_VISITS: tuple[object, ...] = (0, 3, -1, True, False, "1", None, 1.5, [1], {})
WRONG: dict[str, tuple[object, ...]] = {
    "operation": ("Reset", "", "unlock", 1, True, None, ["reset"], {}),
    "pins": (
        None,
        [],
        "signature",
        ["signature", "signature"],
        ["pin"],
        [None],
        [1],
        [["signature"]],
        {"signature": True},
    ),
    "on": (*NOT_DATES, None),
    "documents": (None, {}, "passport", True),
    "holder": NOT_OBJECTS,
    "certificates": NOT_OBJECTS,
    "card": ("Presented", "", "valid", True, 1, ["presented"], {}),
    "reply_letter": ("Sealed", "", "open", True, 2, ["sealed"], {}),
    "unavoidable_reason": ("Illness", "", "busy", True, 3, ["illness"], {}),
    **dict.fromkeys(TRUTHS, NOT_TRUTHS),
}
WRONG_IN_DOCUMENT: dict[str, tuple[object, ...]] = {
    "kind": ("pasport", "", "A", None, 1, ["passport"], {}),
    "of": ("agent", "", None, True, ["holder"], {}),
    "original": NOT_TRUTHS,
    "photo": NOT_TRUTHS,
    "identifies": NOT_TRUTHS,
    "expiry": (*NOT_DATES, "valid", 0),
    "issued_on": (*NOT_DATES, "in_date"),
}


def pick(rng: random.Random, values: Sequence[object]) -> object:
    """Return one of these values as a copy, so that no two cases share a list."""
    return deepcopy(rng.choice(values))


def day_after(rng: random.Random, day: str) -> str:
    """Return a day later than another, often the next."""
    return (date.fromisoformat(day) + timedelta(days=rng.choice([1, 1, 400]))).isoformat()


def some_document(rng: random.Random, case: Case) -> tuple[str, Case]:
    """Return the path of a document and the document, which is put there if there is none."""
    documents = case.setdefault("documents", [])
    if not documents:
        documents.append({"kind": "passport", "of": "holder"})
    index = rng.randrange(len(documents))
    return f"documents[{index}]", documents[index]


def wrong_value(rng: random.Random, case: Case) -> str:
    """Put a wrong value in a field of the case itself."""
    field = rng.choice(list(WRONG))
    case[field] = pick(rng, WRONG[field])
    return field


def wrong_visitor(rng: random.Random, case: Case) -> str:
    """Name a visitor that there is not; without a visit, which would be at fault as well."""
    case.pop("visit", None)
    case["visitor"] = pick(rng, ["Holder", "parent", "", None, 1, True, ["agent"], {}])
    return "visitor"


def wrong_in_holder(rng: random.Random, case: Case) -> str:
    """Put a wrong value in what is said of the holder."""
    field = rng.choice(["birth_date", "under_15", "adult_ward"])
    case.setdefault("holder", {})[field] = pick(rng, NOT_DATES if field == "birth_date" else NOT_TRUTHS)
    return f"holder.{field}"


def wrong_in_certificates(rng: random.Random, case: Case) -> str:
    """Put a wrong value in what is said of the certificates."""
    field = rng.choice(["signature", "user_authentication"])
    case.setdefault("certificates", {})[field] = pick(rng, NOT_TRUTHS)
    return f"certificates.{field}"


def wrong_in_document(rng: random.Random, case: Case) -> str:
    """Put a wrong value in a document."""
    path, document = some_document(rng, case)
    field = rng.choice(list(WRONG_IN_DOCUMENT))
    document[field] = pick(rng, WRONG_IN_DOCUMENT[field])
    return f"{path}.{field}"


def no_document(rng: random.Random, case: Case) -> str:
    """List something that is no document at all."""
    documents = case.setdefault("documents", [])
    documents.append(pick(rng, [None, "passport", 1, True, []]))
    return f"documents[{len(documents) - 1}]"


def unknown_key(rng: random.Random, case: Case) -> str:
    """Add a key that there is not, most of them a slip of the pen."""
    part = rng.choice(["case", "holder", "certificates", "document"])
    key = rng.choice(["birthdate", "Under_15", "signatures", "resident_registry", "issued", "cards", "note"])
    value = rng.choice([None, True, "2026-01-01"])
    if part == "case":
        case[key] = value
        return key
    path, target = some_document(rng, case) if part == "document" else (part, case.setdefault(part, {}))
    target[key] = value
    return f"{path}.{key}"


def required_left_out(rng: random.Random, case: Case) -> str:
    """Leave out a field that every case, or every document, must have."""
    field = rng.choice(["operation", "pins", "visitor", "kind", "of"])
    if field in ("kind", "of"):
        path, document = some_document(rng, case)
        del document[field]
        return f"{path}.{field}"
    if field == "visitor":
        case.pop("visit", None)
    del case[field]
    return field


def repeated_pin(rng: random.Random, case: Case) -> str:
    """Ask for one PIN twice."""
    case["pins"].insert(rng.randint(0, len(case["pins"])), rng.choice(case["pins"]))
    return "pins"


def wrong_visit(rng: random.Random, case: Case) -> str:
    """Give an agent no visit or a wrong one, and anyone else any."""
    case.pop("visit", None)
    if case["visitor"] != "agent":
        case["visit"] = rng.choice([1, 2])
    elif rng.random() < 0.8:
        case["visit"] = pick(rng, NOT_VISITS)
    return "visit"


def born_after_visit(rng: random.Random, case: Case) -> str:
    """Have the holder born after the visit."""
    holder = case.setdefault("holder", {})
    holder.pop("under_15", None)
    holder["birth_date"] = day_after(rng, case["on"])
    return "holder.birth_date"


def contradicted_age(rng: random.Random, case: Case) -> str:
    """Say of the age what the birth date denies."""
    holder = case.setdefault("holder", {})
    if holder.get("birth_date") is None:
        holder["birth_date"] = rng.choice(["1980-02-29", case["on"]])
    holder["under_15"] = turned_15(holder["birth_date"], case["on"])
    return "holder.under_15"


def document_of_nobody(rng: random.Random, case: Case) -> str:
    """List a document of the visitor where the holder is the visitor."""
    case["visitor"] = "holder"
    case.pop("visit", None)
    path, chosen = some_document(rng, case)
    for document in case["documents"]:
        document["of"] = "holder"
    chosen["of"] = "visitor"
    return f"{path}.of"


def issued_after_visit(rng: random.Random, case: Case) -> str:
    """Have a document issued after the visit."""
    path, document = some_document(rng, case)
    document["issued_on"] = day_after(rng, case["on"])
    return f"{path}.issued_on"


BREAKAGES: tuple[Callable[[random.Random, Case], str], ...] = (
    wrong_value,
    wrong_value,
    wrong_visitor,
    wrong_in_holder,
    wrong_in_certificates,
    wrong_in_document,
    wrong_in_document,
    no_document,
    unknown_key,
    required_left_out,
    repeated_pin,
    wrong_visit,
    born_after_visit,
    contradicted_age,
    document_of_nobody,
    issued_after_visit,
)


def break_case(rng: random.Random, case: Case) -> str:
    """Break a valid case in one place and return the name of the field at fault."""
    return rng.choice(BREAKAGES)(rng, case)
