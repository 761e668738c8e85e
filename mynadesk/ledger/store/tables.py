"""The tables as queries name them. What they are made of stands in `versions`."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import TableClause


class Tables(NamedTuple):
    version: "TableClause"
    step: "TableClause"
    decision: "TableClause"
    pin: "TableClause"
    requirement: "TableClause"
    tally: "TableClause"

    @property
    def of_cases(self) -> "tuple[TableClause, ...]":
        """Those that know a case's number, each after the one that it refers to."""
        return self.step, self.decision, self.pin, self.requirement


@cache
def tables() -> Tables:
    """All of them."""
    from sqlalchemy import column, table

    def of_a_step(name: str, *columns: str) -> "TableClause":
        return table(name, *map(column, ("number", "position", *columns)))

    return Tables(
        table("ledger_version", column("version")),
        of_a_step("step", "step", "state", "desk", "minute"),
        of_a_step("decision", "digest", "reason_named"),
        of_a_step("pin", "place", "pin", "word"),
        of_a_step("requirement", "place", "requirement", "standing"),
        table("tally", *map(column, ("day", "desk", "what", "which", "times"))),
    )
