"""The rulebook as it is used: what is in force on a day, typed, and a digest of all files."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Protocol

import msgspec

from mynadesk.rulebook import desk_schema, schema
from mynadesk.rulebook.word_schema import DeskWords
from mynadesk.rulebook.written import Written


class Timeline(Protocol):
    """What is in force when; see `timeline`."""

    @property
    def written(self) -> Written:
        """All that is written, for every day."""
        ...

    @property
    def books(self) -> Collection["Rulebook"]:
        """One for each stretch of days on which the same is in force."""
        ...

    @property
    def turning_days(self) -> tuple[date, ...]: ...

    @property
    def ever(self) -> Mapping[str, Mapping[str, Any]]:
        """What stands under each name, by file and group, whenever it is in force."""
        ...

    @property
    def rulings(self) -> Mapping[str, schema.Ruling]: ...

    def at(self, on: date) -> "Rulebook": ...


class Rulebook(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One city's rules on a day. Field names are the file names; compared and hashed by identity."""

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
    office: schema.OfficeRules
    digest: str
    """12 hex digits over the content of all files."""
    timeline: Timeline

    def at(self, on: date) -> "Rulebook":
        """The rulebook of a day. One that was changed in memory is the same on every day.

        Raises:
            NotInForce: there is none for that day.
        """
        timeline = self.timeline
        return timeline.at(on) if self in timeline.books else self

    @property
    def rulings(self) -> Mapping[str, schema.Ruling]:
        """What the office has ruled, by name, on whatever day it is in force."""
        return self.timeline.rulings

    def ever(self, group: str) -> Mapping[str, Any]:
        """What stands under each name of a file, or of a group of documents.yaml, on whatever day it does."""
        return self.timeline.ever[group]

    @property
    def turning_days(self) -> tuple[date, ...]:
        """Every day on which a decision or what is said may change, because an entry begins or has ended, or
        because a date is reached that a rule looks at."""
        return self.timeline.turning_days

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
