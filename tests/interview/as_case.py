"""A case of the desk as JSON by the contract."""

from datetime import date
from typing import Any

from mynadesk.decision.case import Case, Document
from tests.interview.desk import BOOK

_GROUPS = ("holder", "certificates")


def as_json(case: Case) -> dict[str, Any]:
    """Everything that the case knows; what it does not know of a paper is null, never left to a default."""
    raw: dict[str, Any] = {"on": case.on.isoformat(), "pins": list(case.pins)}
    for name, value in case.facts.items():
        group, _, fact = name.rpartition(".")
        told = value.isoformat() if isinstance(value, date) else value
        (raw.setdefault(group, {}) if group in _GROUPS else raw)[fact] = told
    raw["documents"] = [_document(document) for document in case.documents]
    return raw


def _document(document: Document) -> dict[str, Any]:
    seen = dict.fromkeys(BOOK.documents.properties) | {
        name: value.isoformat() if isinstance(value, date) else value for name, value in document.seen.items()
    }
    return {"kind": document.kind, "of": document.of, **seen}
