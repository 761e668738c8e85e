"""Deciding, beside the plain reading of the contract on the same invented cases; both must agree."""

import gc
import json
import random
from collections.abc import Sequence
from datetime import date
from time import perf_counter
from typing import Any

from mynadesk.command.answer import Answering
from mynadesk.command.check import read_json
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.bench.sides import DAY
from tests.bench.table import Aim, Row, p50, p99
from tests.reference import plain
from tests.reference.invent import invent_case

_AIM = Aim(100)
_BESIDE = "plain reading"
_SEED = 20261123
_BLOCK = 100


class Disagreement(Exception):
    """The two sides decide a case differently, so that no time would mean anything."""


def measure(count: int) -> list[Row]:
    """Rows for `count` cases decided one by one, and for the same as lines of JSON."""
    book = load_rulebook(shipped_rules())
    rng = random.Random(_SEED)
    raws = [invent_case(rng) for _ in range(count)]
    cases = [read_case(book, raw, date.fromisoformat(DAY)) for raw in raws]
    gc.collect()
    gc.freeze()  # no desk holds so many cases; the collector is not to walk through them
    try:
        return [*_one_by_one(book, cases, raws), _lines(book, raws)]
    finally:
        gc.unfreeze()


def _one_by_one(book: Rulebook, cases: Sequence[Case], raws: Sequence[dict[str, Any]]) -> list[Row]:
    ours: list[float] = []
    theirs: list[float] = []
    decide(book, cases[0])  # the rulebook is made ready at the first decision
    for case, raw in zip(cases, raws, strict=True):
        begun = perf_counter()
        decision = decide(book, case)
        between = perf_counter()
        expected = plain.decide(raw)
        ended = perf_counter()
        ours.append(between - begun)
        theirs.append(ended - between)
        _agree(decision, expected, raw)
    return [
        Row("decide a case, p50", p50(ours), p50(theirs), _BESIDE, "µs", _AIM),
        Row("decide a case, p99", p99(ours), p99(theirs), _BESIDE, "µs"),
    ]


def _agree(decision: Decision, expected: dict[str, Any], raw: dict[str, Any]) -> None:
    then = expected["second_visit"]
    wanted = {
        **{key: expected[key] for key in ("flow", "verdict", "pins", "advice")},
        "requirements": _core(expected["requirements"]),
        "second_visit": None if then is None else _core(then["requirements"]),
    }
    if _own_core(decision) != wanted:
        shown = json.dumps(raw, ensure_ascii=False)
        raise Disagreement(f"case: {shown}\nmynadesk: {_own_core(decision)}\nplain reading: {wanted}")


def _own_core(decision: Decision) -> dict[str, Any]:
    then = decision.second_visit
    return {
        "flow": decision.flow,
        "verdict": decision.verdict,
        "pins": decision.pins,
        "advice": list(decision.advice),
        "requirements": _own_outcomes(decision.requirements),
        "second_visit": None if then is None else _own_outcomes(then),
    }


def _own_outcomes(outcomes: Sequence[Outcome]) -> list[tuple[Any, ...]]:
    return [(each.id, each.standing.name, each.bring) for each in outcomes]


def _core(requirements: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(each["id"], each["standing"], each["bring"]) for each in requirements]


def _lines(book: Rulebook, raws: Sequence[dict[str, Any]]) -> Row:
    """What `check --jsonl` does to a line; the other side gives no sentence of it in words."""
    lines = [json.dumps(raw) for raw in raws]
    answering, today = Answering(book), date.fromisoformat(DAY)
    ours = theirs = 0.0
    for first in range(0, len(lines), _BLOCK):
        block = lines[first : first + _BLOCK]
        begun = perf_counter()
        for line in block:
            case = read_case(book, read_json(line), today)
            json.dumps(answering.answer(decide(book, case)), ensure_ascii=False)
        between = perf_counter()
        for line in block:
            json.dumps(plain.decide(json.loads(line)), ensure_ascii=False)
        ours += between - begun
        theirs += perf_counter() - between
    count = len(lines)
    return Row("lines of JSON answered", count / ours, count / theirs, f"{_BESIDE}, no words", "a second")
