"""How good an answer was. The truth is what `decide` says; the weights are data."""

from typing import Annotated, Literal

import msgspec

from mynadesk.decision.decision import Decision
from mynadesk.practice.answers.answer import ACCEPTING, Answer, Sureness, Verdict, hanging, verdict_of
from mynadesk.practice.answers.sayings import Sayings
from mynadesk.rulebook.schema import Entry

Mistake = Literal["wrong_acceptance", "wrong_refusal", "other"]
Kind = Literal["right"] | Mistake
Rating = Literal["again", "hard", "good"]
"""What a grade means for when a card comes back; the trainee never rates."""

Percent = Annotated[int, msgspec.Meta(ge=1, le=100)]
_WHOLE = 100


class Weights(Entry, frozen=True):
    """Points, of a hundred, that each thing can cost; how sure the trainee was scales those of the verdict.

    Raises ValueError (while a file is read: msgspec.ValidationError) where the order of these would be lost.
    """

    wrong_acceptance: Percent
    wrong_refusal: Percent
    other: Percent
    hangs_on: Percent
    said: Percent
    probable: Percent
    """Percent of the verdict's loss, where sure costs all of it."""
    unsure: Percent

    def __post_init__(self) -> None:
        if not self.wrong_acceptance > self.wrong_refusal > self.other:
            raise ValueError("it should be: wrong_acceptance > wrong_refusal > other")
        if not _WHOLE > self.probable > self.unsure:
            raise ValueError("it should be: 100 > probable > unsure")
        if self.wrong_acceptance + self.hangs_on + self.said > _WHOLE:
            raise ValueError("wrong_acceptance, hangs_on and said should be at most 100 together")

    def of(self, mistake: Mistake, sure: Sureness) -> float:
        """What a wrong verdict costs."""
        loss: int = getattr(self, mistake)
        return loss * (_WHOLE if sure == "sure" else getattr(self, sure)) / _WHOLE


class Grade(msgspec.Struct, frozen=True):
    """An answer beside the truth."""

    points: float
    """0 to 100, not rounded; 100 only where everything is right."""
    kind: Kind
    overlooked: tuple[str, ...]
    """Ids of the requirements that it hangs on but that were not named."""
    wrongly_named: tuple[str, ...]
    said_right: bool | None
    """None where there was nothing to choose."""

    @property
    def right(self) -> bool:
        """Whether the verdict is right."""
        return self.kind == "right"

    @property
    def whole(self) -> bool:
        """Whether everything is right."""
        return self.right and not self.overlooked and not self.wrongly_named and self.said_right is not False


def grade(decision: Decision, answer: Answer, sayings: Sayings, weights: Weights) -> Grade:
    """The answer's grade. Whoever accepts everything is not asked what it hangs on: nothing was named."""
    truth, hangs_on = verdict_of(decision), hanging(decision)
    named = frozenset() if answer.verdict in ACCEPTING else answer.hangs_on
    kind = kind_of(truth, answer.verdict)
    said_right = answer.said == sayings.right if len(sayings.texts) > 1 else None
    loss = weights.hangs_on * (1 - _share(frozenset(hangs_on), named))
    loss += 0 if kind == "right" else weights.of(kind, answer.sure)
    loss += weights.said if said_right is False else 0
    return Grade(
        _WHOLE - loss,
        kind,
        tuple(each for each in hangs_on if each not in named),
        tuple(sorted(named.difference(hangs_on))),
        said_right,
    )


def _share(hangs_on: frozenset[str], named: frozenset[str]) -> float:
    """Which part of all that was named or should have been is right: 0 to 1."""
    either = hangs_on | named
    return len(hangs_on & named) / len(either) if either else 1.0


def kind_of(truth: Verdict, said: Verdict) -> Kind:
    """What kind of mistake it is to say `said` where `truth` is so, if any."""
    if said == truth:
        return "right"
    given, due = _given(said), _given(truth)
    if given > due and given >= _given("partial"):
        return "wrong_acceptance"
    # Who asks a supervisor sends nobody away.
    return "wrong_refusal" if given < due and said != "consult" else "other"


def _given(verdict: Verdict) -> int:
    """How much the visitor gets by a verdict, from nothing at all on."""
    order = ("decline", "incomplete", "consult", "partial")
    return len(order) if verdict in ACCEPTING else order.index(verdict)


def rating_of(grade: Grade, requirement: str, helped: bool = False, slow: bool = False) -> Rating:
    """How well the card of `requirement` went. How sure the trainee was plays no part.

    Args:
        grade: Of the card's scene.
        requirement: The card's requirement, on which the scene turns.
        helped: The desk showed its verdict while the trainee worked (the guided level).
        slow: It took longer than it should; only where the clock ran.
    """
    if not grade.right or requirement in (*grade.overlooked, *grade.wrongly_named):
        return "again"
    return "hard" if helped or slow or not grade.whole else "good"
