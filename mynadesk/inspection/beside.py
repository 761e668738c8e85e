"""The folders beside the rulebook: what their files hold, and what typing cannot find in them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from mynadesk.handout import filling as handout
from mynadesk.handout.words import HandoutWords
from mynadesk.inspection.folder import Other
from mynadesk.ledger import reading as ledger
from mynadesk.practice import reading as practice
from mynadesk.practice.checks import wrong_lore
from mynadesk.practice.filling import wrong_words as wrong_practice_words
from mynadesk.practice.skills.own import wrong_entries
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding


class Look(Protocol):
    """Faults of a folder, given the rulebook and what each file holds."""

    def __call__(self, book: Rulebook, values: Mapping[str, Any]) -> Iterator[Finding]: ...


class Beside(NamedTuple):
    """A folder beside the rulebook, of which the desk can do without."""

    name: str
    types: Mapping[str, Any]
    """What each file holds, by its name without ".yaml"."""
    look: Look
    other: Other | None = None


def _handout(book: Rulebook, values: Mapping[str, Any]) -> Iterator[Finding]:
    yield from handout.wrong_words(book, values["words"])


def _ledger(book: Rulebook, values: Mapping[str, Any]) -> Iterator[Finding]:
    for name, fills in ledger.FILLS.items():
        for path, fault in ledger.wrong_words(msgspec.to_builtins(values[name]), book, fills):
            yield Finding(name, path, fault)


def _practice(book: Rulebook, values: Mapping[str, Any]) -> Iterator[Finding]:
    yield from wrong_lore(book, values["telling"])
    yield from wrong_practice_words(book, "words", values["words"])


PRACTICE = Beside("practice", practice.TYPES, _practice, Other(practice.OWN, wrong_entries))
BESIDE = (
    Beside("handout", {"words": HandoutWords}, _handout),
    Beside("ledger", ledger.TYPES, _ledger),
    PRACTICE,
)
