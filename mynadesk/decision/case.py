"""A request as it is known at the counter."""

from datetime import date
from typing import Any

import msgspec

Seen = dict[str, Any]
"""What was seen of a paper, by property: true, false, a date, "in_date", "expired"; unseen ones left out."""


class Document(msgspec.Struct, frozen=True):
    """A paper on the counter."""

    kind: str
    of: str
    """`holder` or `visitor`."""
    seen: Seen


class Case(msgspec.Struct, frozen=True):
    """What is known. A fact that is not in `facts` is not known yet; it is never true or false."""

    on: date
    pins: tuple[str, ...]
    facts: dict[str, Any]
    """Operation, visitor, visit and the facts of the rulebook by their dotted names."""
    documents: tuple[Document, ...] = ()
