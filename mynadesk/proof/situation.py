"""One situation at the counter, and as it is written in a case."""

from datetime import date
from typing import Any

import msgspec

from mynadesk.decision.case import Case, Document
from mynadesk.rulebook.book import Rulebook


class Situation(msgspec.Struct, frozen=True):
    """What is known, everything else being unknown."""

    on: date
    pins: tuple[str, ...]
    facts: dict[str, Any]
    """Operation, visitor, visit and facts by their dotted names; None is not known."""
    documents: tuple[Document, ...] = ()

    def case(self) -> Case:
        """As the engine takes it."""
        known = {name: value for name, value in self.facts.items() if value is not None}
        return Case(self.on, self.pins, known, self.documents)


def as_written(book: Rulebook, situation: Situation) -> dict[str, Any]:
    """The situation in the form of the contract, as `mynadesk check` reads it."""
    written: dict[str, Any] = {"on": situation.on.isoformat(), "pins": list(situation.pins)}
    for name, value in situation.facts.items():
        if value is not None:
            group, _, own = name.rpartition(".")
            (written.setdefault(group, {}) if group else written)[own] = _plain(value)
    if situation.documents:
        written["documents"] = [_paper(book, paper) for paper in situation.documents]
    order = ("on", "operation", "pins", "visitor", "visit")
    return {
        **{key: written[key] for key in order if key in written},
        **{key: value for key, value in written.items() if key not in order},
    }


def _paper(book: Rulebook, paper: Document) -> dict[str, Any]:
    """With null for what was not seen though it usually goes without saying."""
    usual = usually(book, paper.kind)
    unseen = [name for name, value in usual.items() if value != "unknown" and name not in paper.seen]
    return {
        "kind": paper.kind,
        "of": paper.of,
        **{name: _plain(value) for name, value in paper.seen.items() if usual.get(name) != value},
        **dict.fromkeys(unseen),
    }


def usually(book: Rulebook, kind: str) -> dict[str, bool | str]:
    """What goes without saying of a kind of paper."""
    entry = book.documents.kinds[kind]
    return {**book.documents.classes[entry.class_].usually, **entry.usually}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
