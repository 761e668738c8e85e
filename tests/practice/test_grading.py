"""How good an answer was: every truth, every answer."""

from itertools import chain, combinations, product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.practice.answers.answer import (
    ACCEPTING,
    SURENESSES,
    VERDICTS,
    Answer,
    Sureness,
    Verdict,
    hanging,
)
from mynadesk.practice.answers.grading import Grade, Kind, Weights, grade, kind_of, rating_of
from mynadesk.practice.answers.sayings import Sayings
from tests.practice.truths import IDS, WEIGHTS, decided

SAYINGS = Sayings(("good", "bad", "worse"), 0)
NAMED = [frozenset(each) for each in chain(*(combinations(IDS, size) for size in range(len(IDS) + 1)))]
EVERYTHING = list(product(VERDICTS, VERDICTS, NAMED, (0, 1, None), SURENESSES))

SAME, FIRST, SECOND = ACCEPTING
KINDS: list[tuple[Verdict, Verdict, Kind]] = [
    ("incomplete", SAME, "wrong_acceptance"),
    ("consult", FIRST, "wrong_acceptance"),
    ("decline", SECOND, "wrong_acceptance"),
    ("incomplete", "partial", "wrong_acceptance"),
    ("consult", "partial", "wrong_acceptance"),
    ("decline", "partial", "wrong_acceptance"),
    ("partial", SAME, "wrong_acceptance"),
    (SAME, "incomplete", "wrong_refusal"),
    (FIRST, "decline", "wrong_refusal"),
    ("partial", "incomplete", "wrong_refusal"),
    ("partial", "decline", "wrong_refusal"),
    ("consult", "incomplete", "wrong_refusal"),
    ("consult", "decline", "wrong_refusal"),
    (SECOND, "partial", "wrong_refusal"),
    ("incomplete", "decline", "wrong_refusal"),
    (SAME, FIRST, "other"),
    (SECOND, SAME, "other"),
    (SAME, "consult", "other"),
    ("partial", "consult", "other"),
    ("incomplete", "consult", "other"),
    ("decline", "consult", "other"),
    ("decline", "incomplete", "other"),
]


def graded(
    truth: Verdict,
    verdict: Verdict,
    named: frozenset[str] = frozenset(),
    said: int | None = 0,
    sure: Sureness = "sure",
    weights: Weights = WEIGHTS,
) -> Grade:
    return grade(decided(truth), Answer(verdict, named, said, sure), SAYINGS, weights)


@pytest.mark.parametrize(("truth", "said", "kind"), KINDS)
def test_a_mistake_is_of_its_kind(truth: Verdict, said: Verdict, kind: Kind) -> None:
    assert kind_of(truth, said) == kind


def test_every_mistake_has_a_kind_and_nothing_else_has() -> None:
    for truth, said in product(VERDICTS, repeat=2):
        assert (kind_of(truth, said) == "right") == (truth == said)


def test_a_card_that_is_missing_and_not_named_costs_its_part() -> None:
    """Missing are b and c: b alone is half of it; a beside it is one of three right."""
    assert graded("incomplete", "incomplete", frozenset("bc")).points == 100
    assert graded("incomplete", "incomplete", frozenset("b")).points == 87.5
    found = graded("incomplete", "incomplete", frozenset("ab"))
    assert found.points == pytest.approx(100 - 25 * 2 / 3)
    assert (found.overlooked, found.wrongly_named, found.right, found.whole) == (("c",), ("a",), True, False)


def test_accepting_what_lacks_something_overlooks_all_of_it() -> None:
    found = graded("incomplete", SAME, frozenset("bc"), said=1)
    assert (found.points, found.kind, found.overlooked) == (0, "wrong_acceptance", ("b", "c"))


def test_nothing_is_lost_by_what_was_not_asked() -> None:
    """Whoever accepts names nothing; and one text is nothing to choose from."""
    answer = Answer(SAME, frozenset("a"), None, "unsure")
    found = grade(decided(SAME), answer, Sayings(("good",), 0), WEIGHTS)
    assert (found.points, found.said_right, found.whole) == (100, None, True)


def test_saying_nothing_is_not_right() -> None:
    found = graded(SAME, SAME, said=None)
    assert (found.said_right, found.points, found.whole) == (False, 85, False)


def test_points_are_a_hundred_where_everything_is_right_and_only_there() -> None:
    for truth, verdict, named, said, sure in EVERYTHING:
        found = graded(truth, verdict, named, said, sure)
        asked = frozenset() if verdict in ACCEPTING else named
        whole = verdict == truth and asked == frozenset(hanging(decided(truth))) and said == 0
        assert 0 <= found.points <= 100
        assert (found.points == 100) == whole == found.whole


weights = st.builds(
    lambda numbers, of_sure, hangs_on, said: Weights(
        wrong_acceptance=max(numbers),
        wrong_refusal=sorted(numbers)[1],
        other=min(numbers),
        hangs_on=hangs_on,
        said=said,
        probable=max(of_sure),
        unsure=min(of_sure),
    ),
    st.sets(st.integers(1, 60), min_size=3, max_size=3),
    st.sets(st.integers(1, 99), min_size=2, max_size=2),
    st.integers(1, 20),
    st.integers(1, 20),
)
names_and_sayings = (st.sampled_from(NAMED), st.sampled_from([0, 1, None]))
surenesses = st.sampled_from(SURENESSES)


@given(weights, *names_and_sayings, surenesses)
def test_a_wrong_acceptance_loses_more_than_a_wrong_refusal(
    given_weights: Weights, named: frozenset[str], said: int | None, sure: Sureness
) -> None:
    """Whatever else was said, at the same sureness; and a refusal more than another mistake."""
    for truth in ("partial", "consult", "incomplete"):
        points: dict[Kind, list[float]] = {}
        for verdict in VERDICTS:
            found = graded(truth, verdict, named, said, sure, given_weights)
            points.setdefault(found.kind, []).append(found.points)
        assert max(points["wrong_acceptance"]) < min(points["wrong_refusal"])
        if "other" in points:
            assert max(points["wrong_refusal"]) < min(points["other"])


@given(weights, *names_and_sayings)
def test_the_surer_a_mistake_the_more_it_loses(
    given_weights: Weights, named: frozenset[str], said: int | None
) -> None:
    for truth, verdict in product(VERDICTS, repeat=2):
        points = [graded(truth, verdict, named, said, sure, given_weights).points for sure in SURENESSES]
        if truth == verdict:
            assert len(set(points)) == 1
        else:
            assert 0 <= points[0] < points[1] < points[2] < 100


@given(weights, *names_and_sayings, surenesses, st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_one_more_part_that_is_right_never_lowers_the_points(
    given_weights: Weights,
    named: frozenset[str],
    said: int | None,
    sure: Sureness,
    truth: Verdict,
    verdict: Verdict,
) -> None:
    def points(verdict: Verdict, named: frozenset[str], said: int | None) -> float:
        return graded(truth, verdict, named, said, sure, given_weights).points

    before, hangs_on = points(verdict, named, said), frozenset(hanging(decided(truth)))
    assert points(truth, named, said) >= before
    assert points(verdict, named, 0) >= before
    for id_ in IDS:
        better = named | {id_} if id_ in hangs_on else named - {id_}
        assert points(verdict, better, said) >= before


@pytest.mark.parametrize(
    "wrong",
    [
        {"wrong_refusal": 60},
        {"other": 41},
        {"probable": 100},
        {"unsure": 80},
        {"said": 16},
        {"unsure": 0},
    ],
)
def test_weights_that_would_lose_the_order_are_refused(wrong: dict[str, int]) -> None:
    numbers = {**msgspec.to_builtins(WEIGHTS), **wrong}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(numbers, Weights)


RIGHT = Grade(100, "right", (), (), True)
PARTLY = Grade(85, "right", (), (), False)
FORGOT = Grade(75, "right", ("card",), (), True)
NEEDLESS = Grade(75, "right", (), ("card",), True)
WRONG = Grade(40, "wrong_acceptance", (), (), True)


@pytest.mark.parametrize(
    ("found", "requirement", "rating"),
    [
        (RIGHT, "card", "good"),
        (PARTLY, "card", "hard"),
        (FORGOT, "card", "again"),
        (FORGOT, "letter", "hard"),
        (NEEDLESS, "card", "again"),
        (NEEDLESS, "letter", "hard"),
        (WRONG, "letter", "again"),
        (WRONG, "", "again"),
        (FORGOT, "", "hard"),
    ],
)
def test_a_grade_says_how_the_card_went(found: Grade, requirement: str, rating: str) -> None:
    assert rating_of(found, requirement) == rating


@pytest.mark.parametrize("how", [{"helped": True}, {"slow": True}])
def test_right_with_help_or_slowly_is_hard_and_wrong_stays_wrong(how: dict[str, bool]) -> None:
    assert rating_of(RIGHT, "card", **how) == "hard"
    assert rating_of(WRONG, "card", **how) == "again"
