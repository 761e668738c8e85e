"""The rulebook as it is used: every file, typed, and a digest of them all."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import msgspec

from mynadesk.rulebook import desk_schema, schema
from mynadesk.rulebook.word_schema import DeskWords


class Rulebook(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One city's rules. Field names are the file names; compared and hashed by identity."""

    rulebook: schema.Cover
    sources: dict[str, schema.SourceEntry]
    figures: dict[str, schema.Figure]
    facts: dict[str, schema.Fact]
    pins: dict[str, schema.Pin]
    documents: schema.Documents
    requirements: dict[str, schema.Requirement]
    routes: dict[str, schema.Route]
    operations: dict[str, schema.Operation]
    reasons: dict[str, schema.Reason]
    alternatives: dict[str, schema.Notice]
    notices: dict[str, schema.Notice]
    desk: desk_schema.Desk
    words: DeskWords
    digest: str
    """12 hex digits over the content of all files."""

    @cached_property
    def fact_values(self) -> dict[str, tuple[Any, ...]]:
        """Every answer a fact can have, by the fact's name; dates have none."""
        return {name: self._values(fact) for name, fact in self.facts.items()}

    @cached_property
    def who_and_what(self) -> dict[str, tuple[Any, ...]]:
        """What every request tells besides the facts of facts.yaml, with its answers."""
        return {"operation": tuple(self.operations), "visitor": schema.VISITORS, "visit": schema.VISITS}

    def listed(self, fact: str) -> Mapping[str, schema.Operation | schema.Reason]:
        """The list in which the answers to a fact stand; empty where there is none."""
        if fact == "operation":
            return self.operations
        entry = self.facts.get(fact)
        return self.reasons if entry and entry.listed_in else {}

    def _values(self, fact: schema.Fact) -> tuple[Any, ...]:
        if fact.type == "yes_no":
            return (True, False)
        return (*(self.reasons if fact.listed_in else ()), *fact.values)
