"""What a trainee says of a scene, and what the decision says of the same."""

from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

from mynadesk.decision.decision import Decision, Outcome
from mynadesk.standing import Standing

Verdict = Literal[
    "accept_same_day",
    "accept_first_visit",
    "accept_second_visit",
    "partial",
    "incomplete",
    "consult",
    "decline",
]
Sureness = Literal["sure", "probable", "unsure"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SURENESSES: tuple[Sureness, ...] = get_args(Sureness)
ACCEPTING: tuple[Verdict, ...] = ("accept_same_day", "accept_first_visit", "accept_second_visit")
"""All that was asked for is accepted; what it hangs on is not asked then."""


class Answer(msgspec.Struct, frozen=True):
    """What the trainee says before the desk shows its decision."""

    verdict: Verdict
    hangs_on: frozenset[str]
    """Ids of the requirements that are missing, for a supervisor, or impossible."""
    said: int | None
    """Which of the sayings would be told; None where none was chosen."""
    sure: Sureness


def verdict_of(decision: Decision) -> Verdict:
    """The decision as one of VERDICTS. Raises ValueError where something is still to be asked."""
    verdict = f"accept_{decision.flow}" if decision.verdict == "accept" else decision.verdict
    if verdict not in VERDICTS:
        raise ValueError(f"{verdict} is no verdict of a whole case")
    return verdict


def hanging(decision: Decision) -> tuple[str, ...]:
    """Ids of the requirements that the decision hangs on, in the rulebook's order, each once.

    Where it is a refusal, those are only what refuses: nothing else would help.
    """
    return _ids(each for each in decision.requirements if _hangs(decision, each))


def _hangs(decision: Decision, outcome: Outcome) -> bool:
    if decision.flow is None:
        return outcome.standing is Standing.decline and outcome.rule.turns_away
    if decision.verdict == "decline":
        return outcome.standing is Standing.decline
    return outcome.standing is not Standing.met


def choices_of_hanging(decision: Decision) -> tuple[str, ...]:
    """Ids of all requirements of the case, in the rulebook's order, each once."""
    return _ids(decision.requirements)


def _ids(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in outcomes))
