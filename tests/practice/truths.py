"""Decisions and weights that are made up, so that every combination can be tried."""

from collections.abc import Mapping
from typing import cast

from mynadesk.decision.decision import Decision, Outcome, Reads
from mynadesk.practice.answers.answer import ACCEPTING, Verdict
from mynadesk.practice.answers.grading import Weights
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Needs, Requirement
from mynadesk.standing import Standing
from mynadesk.words import Words

WEIGHTS = Weights(
    wrong_acceptance=60, wrong_refusal=40, other=25, hangs_on=25, said=15, probable=70, unsure=40
)
STANDS: Mapping[Verdict, tuple[Standing, ...]] = {
    "partial": (Standing.met, Standing.decline, Standing.missing),
    "incomplete": (Standing.met, Standing.missing, Standing.missing),
    "consult": (Standing.met, Standing.consult, Standing.consult),
    "decline": (Standing.met, Standing.decline, Standing.decline),
}
"""How three requirements stand in a decision of each verdict; in the accepting ones all are met."""
IDS = ("a", "b", "c")


def outcome(id_: str, standing: Standing, turns_away: bool = False) -> Outcome:
    """A requirement of nothing in particular."""
    rule = Requirement(
        label=Words(id_, id_), needs=Needs(), rule=Words(id_, id_), source="", turns_away=turns_away
    )
    return Outcome(id_, rule, (), standing, (), (), [], Reads(frozenset(), frozenset()), ())


def decision(flow: str | None, verdict: str, outcomes: tuple[Outcome, ...]) -> Decision:
    """A decision that was made by nobody."""
    nothing = cast(Rulebook, None)
    return Decision(flow, verdict, {}, outcomes, None, (), (), (), nothing)


def decided(verdict: Verdict) -> Decision:
    """A decision of that verdict over three requirements."""
    stands = STANDS.get(verdict, (Standing.met,) * len(IDS))
    outcomes = tuple(outcome(id_, standing) for id_, standing in zip(IDS, stands, strict=True))
    accepted = verdict in ACCEPTING
    flow = verdict.removeprefix("accept_") if accepted else "same_day"
    return decision(flow, "accept" if accepted else verdict, outcomes)
